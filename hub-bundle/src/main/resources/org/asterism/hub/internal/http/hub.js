'use strict';
// Without this script the page is what it was when it was loaded. With it, every change of the cluster brings a new one.
const TYPES = ['hub-connected', 'hub-disconnected', 'view-settled', 'member-joined', 'member-changed', 'member-left',
  'member-lost', 'member-died', 'service-added', 'service-changed', 'service-removed'];
const SHOWN = 200;
let waiting = false;

function say(text) {
  document.getElementById('link').textContent = text;
}

// Many changes in a short time are one new page.
function refresh() {
  if (waiting) {
    return;
  }
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    try {
      const answer = await fetch('/', {cache: 'no-store'});
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
      }
    } catch (hubIsAway) {
      say('The hub does not answer.');
    }
  }, 300);
}

function subject(change) {
  if (change.service) {
    return change.service.member + ' ' + change.service.interfaces.join(' ');
  }
  return change.member ? change.member.id + ' ' + change.member.state : change.id || '';
}

function list(event) {
  const change = JSON.parse(event.data);
  const line = document.createElement('li');
  line.className = event.type;
  line.textContent = [new Date().toLocaleTimeString(), event.lastEventId, event.type.replace('-', ' '), subject(change),
    change.cause || ''].join('  ');
  const changes = document.getElementById('changes');
  changes.prepend(line);
  while (changes.children.length > SHOWN) {
    changes.lastChild.remove();
  }
  refresh();
}

function listen() {
  const events = new EventSource('/cluster/events');
  events.addEventListener('view', () => {
    say('Follows every change.');
    refresh();
  });
  TYPES.forEach(type => events.addEventListener(type, list));
  events.onerror = () => {
    say('The hub does not answer; this is the last that was known.');
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(listen, 2000); // refused, by a standby for example: the browser itself would not try again
    }
  };
}

listen();
