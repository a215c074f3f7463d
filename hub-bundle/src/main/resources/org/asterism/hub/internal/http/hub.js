'use strict';
// Without this script the page is what it was when it was loaded. With it, every change of the cluster brings a new one.
const TYPES = ['hub-connected', 'hub-disconnected', 'view-settled', 'member-joined', 'member-changed', 'member-left',
  'member-lost', 'member-died', 'service-added', 'service-changed', 'service-removed'];
const SHOWN = 200;
const LOCKS = 50;
const PERIOD_MILLIS = 10000;
let waiting = false;

function say(text, away) {
  const link = document.getElementById('link');
  link.textContent = text;
  link.className = away ? 'away' : '';
  document.body.className = away ? 'away' : '';
}

function cell(row, type, text) {
  const made = document.createElement(type);
  made.textContent = text;
  row.append(made);
}

function row(table, type, texts) {
  const made = document.createElement('tr');
  texts.forEach(text => cell(made, type, text));
  table.append(made);
}

function seconds(millis) {
  return (millis / 1000).toFixed(1) + ' s';
}

function owners(list) {
  return list.map(owner => owner.member + ' ' + owner.mode + ' ' + seconds(owner.ageMillis)).join(', ');
}

// The locks do not tell of their changes: they are asked for with each new page.
async function showLocks() {
  const answer = await fetch('/locks?limit=' + LOCKS, {cache: 'no-store'});
  if (!answer.ok) {
    return;
  }
  const found = await answer.json();
  const place = document.getElementById('locks');
  place.textContent = 'Held: ' + found.status.held + ', waiting: ' + found.status.waiting + ', granted: '
    + found.status.granted + (found.status.grace ? '; nothing is granted until all have declared theirs' : '') + '. ';
  const link = document.createElement('a');
  link.href = '/locks';
  link.textContent = found.more ? 'The first ' + LOCKS + ' are shown; more as JSON' : 'as JSON';
  place.append(link);
  document.getElementById('lock-table')?.remove();
  if (found.locks.length > 0) {
    const box = document.createElement('div');
    box.id = 'lock-table';
    box.className = 'table';
    const table = document.createElement('table');
    row(table, 'th', ['Key', 'Held by', 'Waiting']);
    found.locks.forEach(lock => row(table, 'td', [lock.key, owners(lock.holders), owners(lock.waiters)]));
    box.append(table);
    place.after(box);
  }
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
        await showLocks();
      }
    } catch (hubIsAway) {
      say('The hub does not answer; this is the last that was known.', true);
    }
  }, 300);
}

function subject(change) {
  if (change.service) {
    return change.service.member + ' ' + change.service.interfaces.join(' ');
  }
  if (!change.member) {
    return change.id || '';
  }
  return change.cause ? change.member.id : change.member.id + ' ' + change.member.state;
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
    say('The hub does not answer; this is the last that was known.', true);
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(listen, 2000); // refused, by a standby for example: the browser itself would not try again
    }
  };
}

listen();
// Numbers change also while the lists do not.
setInterval(() => document.hidden || document.body.className === 'away' || refresh(), PERIOD_MILLIS);
