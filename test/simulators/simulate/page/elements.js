/** An element with its attributes and children; texts are never read as markup. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null))
  return node
}

export function table(head, rows, rightFrom = []) {
  const cell = (tag) => (text, i) => el(tag, { class: rightFrom[i] ? 'right' : undefined }, text)
  return el(
    'div',
    { class: 'table' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, head.map(cell('th')))),
      el(
        'tbody',
        {},
        rows.map((row) => el('tr', {}, row.map(cell('td')))),
      ),
    ),
  )
}

/** A chart in words: a line for every series. */
export const chartInWords = (series) =>
  el(
    'div',
    { class: 'chart' },
    Object.entries(series).map(([name, points]) =>
      el('p', {}, el('b', {}, name), ` ${points.map(([x, y]) => `${x}: ${y}`).join(' · ')}`),
    ),
  )

export const input = (kind, name, value, more = {}) =>
  el('input', { type: kind, name, value: value ?? '', autocomplete: 'off', ...more })

export const select = (name, options, chosen) =>
  el(
    'select',
    { name },
    el('option', { value: '' }, '—'),
    options.map(({ value, label }) => el('option', { value, selected: value === chosen }, label)),
  )

export const checkbox = (name, value, label, checked) =>
  el('label', { class: 'check' }, el('input', { type: 'checkbox', name, value, checked }), label)

export const field = (label, required, control, ...below) =>
  el('label', { class: 'field' }, el('span', {}, label, required ? el('i', {}, ' *') : null), control, below)
