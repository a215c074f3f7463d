// Makes elements. Text is always set as text, never as HTML: what comes from the cluster cannot become part of the page.
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
  Object.entries(attributes).forEach(([name, value]) => {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function table(caption, head, rows) {
  return make('div', {class: 'table'},
    make('table', {}, make('caption', {}, caption + ' (' + rows.length + ')'),
      make('thead', {}, make('tr', {}, ...head.map(text => make('th', {scope: 'col'}, text)))),
      make('tbody', {}, ...rows.map(cells => make('tr', {}, ...cells.map(cell =>
        make('td', {}, cell instanceof Node ? cell : String(cell ?? ''))))))));
}

export function age(millis) {
  if (millis < 10000) {
    return Math.round(millis) + ' ms';
  }
  return millis < 120000 ? Math.round(millis / 1000) + ' s' : Math.round(millis / 60000) + ' min';
}
