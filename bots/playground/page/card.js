import { drawChart } from './chart.js'

/** An element with its attributes and children; texts are never read as markup. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.filter((child) => child !== undefined && child !== null))
  return node
}

/** Draws a card; `press(button, values)` is called for what is pressed on it. */
export function drawCard(card, press) {
  const blocks = card.blocks.map((block) => drawers[block.type](block, press))
  return el('article', { class: `card ${card.tone ?? 'plain'}` }, el('h3', {}, card.title), ...blocks)
}

const drawers = {
  text: ({ text, note }) => el('p', { class: note ? 'note' : 'text' }, text),
  fields: ({ fields }) =>
    el('dl', {}, ...fields.flatMap(({ label, value }) => [el('dt', {}, label), el('dd', {}, value)])),
  table: ({ columns, rows }) =>
    el(
      'div',
      { class: 'table' },
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el('tr', {}, ...columns.map(({ label, align }) => el('th', { class: align }, label))),
        ),
        el(
          'tbody',
          {},
          ...rows.map((row) =>
            el('tr', {}, ...row.map((cell, i) => el('td', { class: columns[i]?.align }, cell))),
          ),
        ),
      ),
    ),
  chart: drawChart,
  form: (block, press) => drawForm(block, press),
  buttons: ({ buttons }, press) =>
    el('div', { class: 'buttons' }, ...buttons.map((button) => drawButton(button, () => press(button)))),
}

const drawButton = (button, pressed) =>
  el(
    'button',
    { type: 'button', class: button.style, 'data-say': button.say, onclick: pressed },
    button.label,
  )

function drawForm({ fields, submit }, press) {
  const form = el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault()
        const values = Object.fromEntries(new FormData(form))
        for (const { name, kind } of fields)
          if (kind === 'checkbox') values[name] = form.elements[name].checked ? 'true' : ''
        press(submit, values)
      },
    },
    ...fields.map(drawField),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'submit', class: 'primary', 'data-say': submit.say }, submit.label),
    ),
  )
  return form
}

function drawField(field) {
  const { name, label, kind, value = '', required, placeholder, options = [], error } = field
  const shared = { name, 'aria-invalid': error ? 'true' : undefined, placeholder }
  const inputs = {
    lines: () =>
      el('textarea', { ...shared, rows: Math.min(12, Math.max(2, value.split('\n').length)) }, value),
    select: () =>
      el(
        'select',
        shared,
        el('option', { value: '' }, '—'),
        ...options.map((option) =>
          el('option', { value: option.value, selected: option.value === value }, option.label),
        ),
      ),
    checkbox: () => el('input', { ...shared, type: 'checkbox', checked: value === 'true' }),
    number: () => el('input', { ...shared, value, inputmode: 'decimal' }),
  }
  const input = (inputs[kind] ?? (() => el('input', { ...shared, value })))()
  return el(
    'label',
    { class: error ? 'wrong' : undefined },
    el('span', {}, label, required ? el('i', {}, ' *') : undefined),
    input,
    error ? el('em', {}, error) : undefined,
  )
}
