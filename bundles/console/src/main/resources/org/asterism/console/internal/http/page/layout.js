// Where everything stands: the hub in the middle, instances on rings around it, their nodes on a circle around each of them. A pure
// function of the ids, so that nothing moves unless somebody joins or goes.
export const WIDTH = 1200;
export const HEIGHT = 760;
const CENTRE = {x: WIDTH / 2, y: HEIGHT / 2};
const FIRST_RING = 8;

// How many instances each ring holds, from the inner one on: each has room for more than the one inside of it.
export function rings(count) {
  const sizes = [];
  for (let left = count, ring = 1; left > 0; ring++) {
    const size = Math.min(left, FIRST_RING * ring);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

export function places(instances) {
  const sizes = rings(instances.length);
  const spread = {x: WIDTH * 0.3 / sizes.length, y: HEIGHT * 0.3 / sizes.length};
  const found = new Map();
  let index = 0;
  sizes.forEach((size, ring) => {
    for (let i = 0; i < size; i++, index++) {
      const angle = 2 * Math.PI * (i + ring / 2) / size - Math.PI / 2 - (size === 2 ? Math.PI / 2 : 0);
      const place = {
        x: CENTRE.x + Math.cos(angle) * spread.x * (ring + 1),
        y: CENTRE.y + Math.sin(angle) * spread.y * (ring + 1),
        size: Math.min(1, 1.6 / sizes.length, 10 / Math.max(size, 1))
      };
      found.set(instances[index].id, place);
      aroundOf(instances[index].nodes, place, angle, found);
    }
  });
  found.set('hub', {...CENTRE, size: 1});
  return found;
}

function aroundOf(nodes, place, angle, found) {
  const radius = 150 * place.size;
  nodes.forEach((node, i) => {
    const turn = angle + (nodes.length > 1 ? (i / (nodes.length - 1) - 0.5) * Math.min(Math.PI * 1.4, 0.9 * nodes.length) : 0);
    found.set(node.id, {x: place.x + Math.cos(turn) * radius, y: place.y + Math.sin(turn) * radius, size: place.size});
  });
}
