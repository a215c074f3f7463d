// The page: who is logged in, which view is open, and whether it shows now or then.
import * as api from './api.js';
import {make} from './dom.js';
import {Star, legend} from './star.js';
import * as views from './views.js';

const at = id => document.getElementById(id);
const MEANINGS = {
  'node-drain': 'It gets no new sessions, and finishes what it has.',
  'node-resume': 'It gets new sessions again.',
  'node-restart': 'It is stopped and started again; its sessions are in the database.',
  'node-stop': 'It stays down until it is started.',
  'node-start': 'It is started.',
  'lock-release': 'It is taken from everyone who holds it. Whoever believes to have it may be in the middle of its work.'
};
const VIEWS = ['Star', 'Nodes', 'Members', 'Services', 'Locks', 'Messages', 'Timeline'];
const NODE_ACTIONS = ['drain', 'resume', 'restart', 'stop', 'start'];

const page = {session: null, view: 'Star', picture: null, away: '', moments: [], then: null, chosen: null, stop: null};
const star = new Star(choose);
const panel = make('aside', {id: 'panel', 'aria-live': 'polite'});
let shown = '';

// ---- logging in

async function enter() {
  try {
    begin(await api.session());
  } catch (refused) {
    document.body.className = 'out';
    at('login').elements.user.focus();
  }
}

function begin(session) {
  page.session = session;
  document.body.className = 'in';
  at('who').textContent = session.user + ' (' + session.role + ')';
  page.stop = api.follow(arrived, away);
  render();
}

at('login').addEventListener('submit', async event => {
  event.preventDefault();
  const fields = event.target.elements;
  try {
    begin(await api.login(fields.user.value, fields.password.value));
    at('refused').textContent = '';
    event.target.reset();
  } catch (refused) {
    at('refused').textContent = refused.message;
    fields.password.value = '';
  }
});

at('logout').addEventListener('click', async () => {
  page.stop?.();
  await api.logout();
  location.reload();
});

// ---- what comes from the hub

async function arrived(picture) {
  page.picture = picture;
  page.away = '';
  render();
  await hear();
}

function away(reason) {
  page.away = reason;
  render();
  api.session().catch(refused => refused.status === 401 && location.reload());
}

async function hear() {
  const known = page.moments.at(-1)?.sequence || 0;
  if (page.picture.sequence === known) {
    return;
  }
  // a new life of the hub counts from the beginning
  const after = page.picture.sequence < known ? 0 : known;
  const news = await api.timeline(after);
  page.moments = (after === 0 ? [] : page.moments).concat(news).slice(-5000);
  slide();
  if (page.view === 'Timeline' || page.view === 'Locks') {
    shown = '';
    render();
  }
}

// ---- then and now

function slide() {
  const when = at('when');
  const live = page.then === null;
  when.max = page.moments.length;
  if (live) {
    when.value = page.moments.length;
  }
}

at('when').addEventListener('input', async event => {
  const index = Number(event.target.value);
  if (index >= page.moments.length) {
    return now();
  }
  const moment = page.moments[index];
  try {
    page.then = await api.picture(moment.sequence);
    at('moment').textContent = new Date(moment.at).toLocaleTimeString() + ' ' + moment.type.replaceAll('-', ' ') + ' '
      + views.subject(moment);
    at('then').textContent = 'The cluster as it was at ' + new Date(moment.at).toLocaleTimeString() + '.';
  } catch (forgotten) {
    at('moment').textContent = forgotten.message;
  }
  render();
});

function now() {
  page.then = null;
  at('then').textContent = '';
  at('moment').textContent = 'now';
  slide();
  render();
}

at('now').addEventListener('click', now);

// ---- showing it

function render() {
  const picture = page.then || page.picture;
  const link = at('link');
  link.textContent = page.away ? 'Away: ' + page.away + '; this is the last that was known.'
    : page.picture ? 'Epoch ' + page.picture.epoch + ', ' + page.picture.members.length + ' members'
      + (page.picture.warming ? ', warming: not everyone may be back yet' : '') : '…';
  document.body.classList.toggle('away', page.away !== '');
  document.body.classList.toggle('past', page.then !== null);
  tabs();
  if (picture) {
    fill(picture);
  }
}

async function fill(picture) {
  const main = document.querySelector('main');
  if (page.view === 'Star') {
    if (shown !== 'Star') {
      main.replaceChildren(make('div', {class: 'stage'}, star.element, panel), legend());
      shown = 'Star';
    }
    star.show(picture, page.away !== '' && page.then === null);
    detail(picture);
    return;
  }
  if (page.view === 'Locks') {
    if (shown !== 'Locks') {
      shown = 'Locks';
      main.replaceChildren(await views.locks(key => button('lock-release', {key}, 'Release', key)).catch(failed =>
        make('p', {role: 'alert'}, failed.message)));
    }
    return;
  }
  const focus = document.activeElement?.id;
  shown = page.view;
  main.replaceChildren({
    Nodes: () => views.nodes(picture, buttons),
    Members: () => views.members(picture),
    Services: () => views.services(picture),
    Messages: () => views.messages(picture),
    Timeline: () => views.events(page.moments)
  }[page.view]());
  if (focus) {
    at(focus)?.focus();
  }
}

function tabs() {
  const bar = document.querySelector('nav');
  if (bar.children.length === 0) {
    bar.append(...VIEWS.map(name => make('button', {type: 'button', role: 'tab', id: 'tab-' + name, click: () => open(name),
      keydown: turn}, name)));
  }
  [...bar.children].forEach(tab => {
    const selected = tab.textContent === page.view;
    tab.setAttribute('aria-selected', selected);
    tab.tabIndex = selected ? 0 : -1;
  });
}

function open(name) {
  page.view = name;
  shown = '';
  render();
}

function turn(event) {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (step) {
    open(VIEWS[(VIEWS.indexOf(page.view) + step + VIEWS.length) % VIEWS.length]);
    at('tab-' + page.view).focus();
  }
}

function choose(thing, id) {
  page.chosen = id;
  render();
  panel.querySelector('button')?.focus();
}

function detail(picture) {
  const node = picture.instances.flatMap(instance => instance.nodes).find(one => one.id === page.chosen);
  const instance = picture.instances.find(one => one.id === page.chosen);
  const subject = node || instance || (page.chosen === 'hub' ? {id: 'hub', epoch: picture.epoch, ...picture.hub, locks: picture.locks?.held} : null);
  const key = JSON.stringify([subject, page.then === null]);
  if (panel.dataset.key === key) {
    return;
  }
  panel.dataset.key = key;
  const focus = document.activeElement?.id;
  panel.replaceChildren(...(subject ? [make('h2', {}, subject.id), facts(subject), node ? buttons(node) : '']
    : [make('p', {class: 'hint'}, 'Choose the hub, an instance or a server node.')]));
  if (focus) {
    at(focus)?.focus();
  }
}

function facts(subject) {
  return make('dl', {}, ...Object.entries({...subject, ...subject.load})
    .filter(([name, value]) => !['id', 'nodes', 'load'].includes(name) && value !== null && value !== '' && value !== undefined)
    .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, Array.isArray(value) ? value.join(' ')
      : Number.isFinite(value) && !Number.isInteger(value) ? value.toFixed(1) : String(value))]));
}

// ---- doing something

function buttons(node) {
  const useful = {UP: ['drain', 'restart', 'stop'], DRAINING: ['resume', 'restart', 'stop'], STARTING: ['stop'],
    STOPPED: ['start'], FAILED: ['start', 'stop'], QUARANTINED: ['start']}[node.state] || NODE_ACTIONS;
  return make('span', {class: 'actions'}, ...useful.map(verb => button('node-' + verb, {node: node.id}, verb, node.id)));
}

// None in the past, nor for who may not.
function button(action, parameters, verb, subject) {
  return page.then === null && page.session.actions.includes(action)
    ? make('button', {type: 'button', id: action + '-' + subject.replace(/[^\w-]/g, '-'), click: () => ask(action, parameters, verb, subject)},
      verb, make('span', {class: 'unseen'}, ' ' + subject))
    : '';
}

function ask(action, parameters, verb, subject) {
  const dialog = at('ask');
  const form = dialog.querySelector('form');
  at('asked').textContent = verb + ' ' + subject + '?';
  at('meaning').textContent = MEANINGS[action] || '';
  at('answer').textContent = '';
  form.reset();
  form.onsubmit = async event => {
    event.preventDefault();
    try {
      say((await api.act(action, form.elements.reason.value, parameters)).said);
      dialog.close();
      shown = '';
      render();
    } catch (failed) {
      at('answer').textContent = failed.message;
    }
  };
  dialog.showModal();
}

at('cancel').addEventListener('click', () => at('ask').close());

function say(text) {
  const said = at('said');
  said.textContent = text;
  said.classList.add('fresh');
  setTimeout(() => said.classList.remove('fresh'), 5000);
}

enter();
