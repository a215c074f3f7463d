// What the page says to the hub, and hears from it. All addresses are relative, so that the console works behind a path prefix.
let proof = '';

async function call(path, options = {}) {
  const answer = await fetch('api/' + path, {cache: 'no-store', ...options});
  const body = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(body.error || answer.statusText), {status: answer.status});
  }
  return body;
}

function json(method, body) {
  return {method, headers: {'Content-Type': 'application/json', 'X-Asterism-Proof': proof}, body: JSON.stringify(body)};
}

function remember(session) {
  proof = session.proof;
  return session;
}

export const session = async () => remember(await call('session'));
export const login = async (user, password) => remember(await call('session', json('POST', {user, password})));
export const logout = () => call('session', {method: 'DELETE'});
export const picture = sequence => call('picture?at=' + sequence);
export const timeline = after => call('timeline?after=' + after);
export const locks = () => call('locks');
export const deadlocks = () => call('deadlocks');
export const act = (name, reason, parameters) => call('actions/' + name, json('POST', {reason, ...parameters}));

// Calls show with each picture, and away with the reason when there is none. Goes on until the returned function is called.
export function follow(show, away) {
  let events;
  let again;
  function open() {
    events = new EventSource('api/stream');
    events.addEventListener('picture', event => show(JSON.parse(event.data)));
    events.addEventListener('away', () => away('this hub is not the active one'));
    events.onerror = () => {
      away('the hub does not answer');
      if (events.readyState === EventSource.CLOSED) {
        again = setTimeout(open, 2000); // refused: the browser itself would not try again
      }
    };
  }
  open();
  return () => {
    clearTimeout(again);
    events.close();
  };
}
