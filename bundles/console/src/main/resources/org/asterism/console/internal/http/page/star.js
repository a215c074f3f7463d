// The star. What joins flies in from the hub's side, what is lost fades where it was; everything else stays where it is.
import {draw, make} from './dom.js';
import {HEIGHT, WIDTH, places} from './layout.js';

const FADING_MILLIS = 6000;
// A state is told by its shape as well as by its colour.
const SHAPES = {
  UP: 'M-20 0A20 20 0 1 1 20 0A20 20 0 1 1 -20 0Z',
  STARTING: 'M-20 0A20 20 0 1 1 20 0A20 20 0 1 1 -20 0ZM-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z',
  JOINING: 'M-20 0A20 20 0 1 1 20 0A20 20 0 1 1 -20 0ZM-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z',
  DRAINING: 'M-20 0A20 20 0 0 1 20 0Z M-20 4L20 4L20 8L-20 8Z',
  STOPPED: 'M-17 -17L17 -17L17 17L-17 17Z',
  FAILED: 'M0 -23L23 0L0 23L-23 0Z',
  QUARANTINED: 'M0 -22L22 18L-22 18Z',
  AWAY: 'M-17 -17L17 -17L17 17L-17 17Z'
};

export class Star {

  constructor(choose) {
    this.choose = choose;
    this.known = new Map();
    this.lines = draw('g', {class: 'lines'});
    this.points = draw('g', {class: 'points'});
    this.element = draw('svg', {viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, role: 'group', 'aria-label': 'The cluster as a star'},
      this.lines, this.points);
  }

  show(picture, away) {
    const where = places(picture.instances);
    const wanted = new Map();
    wanted.set('hub', {kind: 'hub', state: away ? 'AWAY' : 'UP', label: 'hub', remark: 'epoch ' + picture.epoch
      + (picture.warming ? ', warming' : '')});
    picture.instances.forEach(instance => {
      wanted.set(instance.id, {kind: 'instance', state: instance.state, label: instance.id, to: 'hub', data: instance,
        remark: instance.load ? rate(instance.load) : ''});
      instance.nodes.forEach(node => wanted.set(node.id, {kind: 'node', state: node.state, label: node.id,
        to: instance.id, data: node, faded: !node.linked, remark: node.load ? rate(node.load) : node.applications.join(' ')}));
    });
    this.known.forEach((point, id) => wanted.has(id) || this.fade(id, point));
    wanted.forEach((thing, id) => this.place(id, thing, where));
  }

  fade(id, point) {
    this.known.delete(id);
    point.group.classList.add('lost');
    point.line?.classList.add('lost');
    setTimeout(() => {
      point.group.remove();
      point.line?.remove();
    }, FADING_MILLIS);
  }

  place(id, thing, where) {
    const point = this.known.get(id) || this.enter(id, thing, where);
    const place = where.get(id);
    const scale = place.size * (thing.kind === 'hub' ? 1.9 : thing.kind === 'instance' ? 1.3 : 1);
    point.group.style.transform = 'translate(' + place.x + 'px,' + place.y + 'px) scale(' + scale + ')';
    point.group.setAttribute('class', [thing.kind, thing.state, thing.faded ? 'faded' : ''].join(' ').trim());
    point.group.setAttribute('aria-label', [thing.label, thing.state, thing.remark].filter(text => text).join(', '));
    point.shape.setAttribute('d', SHAPES[thing.state] || SHAPES.UP);
    point.remark.textContent = thing.remark;
    point.thing = thing;
    if (thing.to) {
      const end = where.get(thing.to);
      Object.entries({x1: place.x, y1: place.y, x2: end.x, y2: end.y})
        .forEach(([name, value]) => point.line.setAttribute(name, value));
      point.line.setAttribute('class', thing.state);
    }
  }

  enter(id, thing, where) {
    const from = where.get(thing.to || id);
    const shape = draw('path', {'fill-rule': 'evenodd'});
    const remark = draw('text', {class: 'remark', y: 52});
    const point = {shape, remark, thing};
    const open = () => this.choose(point.thing, id);
    point.group = draw('g', {tabindex: 0, role: 'button', id: 'point-' + id.replace(/[^\w-]/g, '-'), click: open,
      keydown: event => (event.key === 'Enter' || event.key === ' ') && open()},
    draw('title', {}, id), shape, draw('text', {class: 'label', y: 36}, thing.label), remark);
    point.group.style.transform = 'translate(' + from.x + 'px,' + from.y + 'px) scale(0)';
    this.points.append(point.group);
    if (thing.to) {
      point.line = draw('line');
      this.lines.append(point.line);
    }
    point.group.getBoundingClientRect(); // so that the way from there to its place is seen
    this.known.set(id, point);
    return point;
  }
}

function rate(load) {
  return Math.round(load.perSecond) + '/s' + (load.p99Millis === undefined ? '' : ', p99 ' + load.p99Millis.toFixed(1) + ' ms');
}

// What the shapes mean.
export function legend() {
  return make('ul', {class: 'legend'}, ...['UP', 'STARTING', 'DRAINING', 'STOPPED', 'FAILED', 'QUARANTINED'].map(state =>
    make('li', {class: state}, draw('svg', {viewBox: '-26 -26 52 52', 'aria-hidden': true},
      draw('path', {d: SHAPES[state], 'fill-rule': 'evenodd'})), state.toLowerCase())));
}
