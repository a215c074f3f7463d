'use strict';

const REFRESH_MILLIS = 2000;
const PATIENCE_MILLIS = 30000;
const $ = id => document.getElementById(id);
let shown = new Map();

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function say(text, bad) {
  $('notice').textContent = text;
  $('notice').className = bad ? 'bad' : '';
}

async function call(method, path) {
  const response = await fetch('api/' + path, { method, signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail || body.error);
  return body;
}

function reserveButton(product, quantity) {
  const button = element('button', quantity);
  button.disabled = product.stock < quantity;
  button.title = 'Reserve ' + quantity + ' of ' + product.sku;
  button.addEventListener('click', () => act('Waiting for the lock of ' + product.sku + ' …', async () => {
    const done = await call('POST', 'products/' + encodeURIComponent(product.sku) + '/reserve?quantity=' + quantity);
    return 'Reserved ' + quantity + ' of ' + product.sku + ' with fencing token ' + done.fencingToken + '.';
  }));
  return button;
}

function row(product) {
  const tr = element('tr');
  const before = shown.get(product.sku);
  if (before !== undefined && before !== product.stock) tr.className = 'changed';
  tr.append(element('td', product.sku));
  tr.append(element('td', product.stock, product.stock ? 'number' : 'number out'));
  const action = element('td', undefined, 'action');
  action.append(reserveButton(product, 1), reserveButton(product, 5));
  tr.append(action);
  return tr;
}

function item(event) {
  const li = element('li');
  li.append(element('time', new Date(event.at).toLocaleTimeString()));
  const what = event.quantity ? event.quantity + ' × ' + event.sku + ' reserved, ' + event.stock + ' left'
                              : event.sku + ' set to ' + event.stock;
  li.append(element('span', what, 'what'), element('span', event.node, 'by'));
  return li;
}

function show(overview) {
  for (const key of ['node', 'instance', 'session']) $(key).textContent = overview[key];
  if (overview.visits) $('visits').textContent = overview.visits;
  $('hub').textContent = overview.islanded ? 'hub is away' : 'hub connected';
  $('hub').classList.toggle('off', overview.islanded);
  $('products').replaceChildren(...overview.products.map(row));
  $('events').replaceChildren(...overview.events.map(item));
  if (!overview.events.length) $('events').append(element('li', 'Nothing yet: reserve something.'));
  shown = new Map(overview.products.map(product => [product.sku, product.stock]));
}

async function refresh() {
  show(await call('GET', 'overview'));
}

async function act(meanwhile, action) {
  say(meanwhile);
  try {
    say(await action());
    await refresh();
  } catch (problem) {
    say(problem.message, true);
  }
}

async function keepFresh() {
  try {
    if (!document.hidden) await refresh();
    if ($('notice').dataset.stale) say('');
    delete $('notice').dataset.stale;
  } catch (problem) {
    say('Not fresh: ' + problem.message, true);
    $('notice').dataset.stale = 'yes';
  }
  setTimeout(keepFresh, REFRESH_MILLIS);
}

$('add').addEventListener('submit', event => {
  event.preventDefault();
  const form = new FormData(event.target);
  act('Setting …', async () => {
    const set = await call('PUT', 'products/' + encodeURIComponent(form.get('sku')) + '?stock=' + form.get('stock'));
    return 'There are now ' + set.stock + ' of ' + set.sku + '.';
  });
});

show(JSON.parse(document.body.dataset.overview));
setTimeout(keepFresh, REFRESH_MILLIS);
