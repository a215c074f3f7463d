// The views besides the star: what is shown is in the picture, or asked for when the view is opened.
import {age, make, table} from './dom.js';
import * as api from './api.js';

export function members(picture) {
  const connections = new Map((picture.connections || []).map(one => [one.member, one]));
  return table('Members', ['Id', 'Kind', 'State', 'Host', 'Process', 'Since', 'Version', 'Labels', 'Last heard', 'Waiting'],
    picture.members.map(member => {
      const link = connections.get(member.id);
      return [member.id, member.kind, member.state, member.host, member.pid, member.since.replace(/\.\d+/, ''), member.version,
        Object.entries(member.labels).map(label => label.join(':')).join(' '), link ? age(link.lastHeardMillis) : '',
        link ? link.bytesWaiting + ' bytes' + (link.slow ? ', slow' : '') : ''];
    }));
}

export function nodes(picture, buttons) {
  return table('Server nodes', ['Node', 'State', 'Reason', 'Applications', 'Weight', 'Process', 'Restarts', 'Address', ''],
    picture.instances.flatMap(instance => instance.nodes).map(node => [node.id, state(node.state), node.reason,
      node.applications.join(' '), node.weight, node.pid || '', node.restarts, node.url || '', buttons(node)]));
}

export function state(name) {
  return make('span', {class: 'state ' + name}, name);
}

export function services(picture) {
  return table('Services', ['Interfaces', 'Member', 'Scope', 'Id'], picture.services.map(service =>
    [service.interfaces.map(name => name.substring(name.lastIndexOf('.') + 1)).join(' '), service.member, service.scope,
      service.id]));
}

export function messages(picture) {
  const hub = picture.hub || {};
  const slow = (picture.connections || []).filter(one => one.bytesWaiting > 0 || one.slow);
  return make('div', {},
    make('dl', {}, ...Object.entries({'Carried': hub.messagesCarried, 'Refused': hub.messagesRefused,
      'Bytes waiting': hub.bytesWaiting, 'Slow consumers': hub.slowConsumers, 'Cut off': hub.slowConsumersCut})
      .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, String(value ?? ''))])),
    table('For whom something waits', ['Member', 'Bytes', 'Slow', 'Last heard'],
      slow.map(one => [one.member, one.bytesWaiting, one.slow ? 'yes' : 'no', age(one.lastHeardMillis)])));
}

export async function locks(release) {
  const [found, circles] = await Promise.all([api.locks(), api.deadlocks()]);
  const who = one => one.member + ' ' + one.mode + ' ' + age(one.ageMillis);
  return make('div', {},
    make('p', {}, found.status.held + ' held, ' + found.status.waiting + ' waiting, ' + found.status.granted + ' granted'
      + (found.status.grace ? '; nothing is granted until all have declared theirs' : '')),
    table('Locks', ['Key', 'Held by', 'Waiting', ''], found.locks.map(lock =>
      [lock.key, lock.holders.map(who).join(', '), lock.waiters.map(who).join(', '), release(lock.key)])),
    found.more ? make('p', {}, 'There are more than these.') : null,
    table('Deadlocks', ['Victim', 'Circle'], circles.map(circle => [
      circle.victim === null ? 'none' : circle.cycle[circle.victim].member,
      circle.cycle.map(one => one.member + ' ' + one.party + ' waits for ' + one.waitsFor).join('; ')])));
}

export function events(moments) {
  return table('What happened', ['At', 'Epoch-revision', 'What', 'To whom', 'How'], moments.slice(-300).reverse().map(moment =>
    [moment.at.replace(/\.\d+/, ''), moment.epoch + '-' + moment.revision, moment.type.replaceAll('-', ' '), subject(moment),
      how(moment)]));
}

export function subject(moment) {
  if (moment.action) {
    return moment.action + ' ' + Object.values(moment.parameters).join(' ');
  }
  if (moment.service) {
    return moment.service.member + ' ' + moment.service.interfaces.join(' ');
  }
  return moment.member ? moment.member.id : moment.id || '';
}

function how(moment) {
  return moment.action ? moment.by + ': ' + moment.reason + ' — ' + moment.outcome
    : moment.cause || (moment.member ? moment.member.state : '');
}
