import { chartInWords, checkbox, el, field, input, select, table } from './elements.js'
import { markdown } from './markdown.js'

/** What the robot's conversation shows. */
export const dingtalkItems = ({ posts }, act) =>
  posts.map((post) => ({
    key: JSON.stringify(post),
    mine: post.mine,
    draw: () => (post.card ? drawCard(post.card, act) : drawMessage(post.message, act)),
  }))

function drawMessage({ kind, text, links, fileName }, act) {
  const follow = (url) => act('follow', { url })
  const body = kind === 'text' ? el('p', { class: 'plain' }, text) : markdown(text, follow)
  const buttons = links.map(({ title, url }) =>
    el('button', { type: 'button', onclick: () => follow(url) }, title),
  )
  return el(
    'div',
    { class: 'bubble' },
    body,
    fileName ? el('p', {}, `📎 ${fileName}`) : null,
    buttons.length > 0 ? el('div', { class: 'buttons tall' }, buttons) : null,
  )
}

function drawCard(card, act) {
  const press = (button) => act('press', { card: card.outTrackId, button })
  return el(
    'article',
    { class: 'bubble card' },
    el('h3', {}, card.title),
    card.content ? markdown(card.content, (url) => act('follow', { url })) : null,
    card.table ? drawTable(card.table) : null,
    card.chart ? drawChart(card.chart) : null,
    card.form ? drawForm(card, act) : null,
    card.notice ? el('p', { class: 'notice' }, card.notice) : null,
    card.buttons.length > 0 ? el('div', { class: 'buttons' }, card.buttons.map(drawButton(press))) : null,
  )
}

const drawButton = (press) => (button, i) =>
  el(
    'button',
    {
      type: 'button',
      class: { blue: 'primary', red: 'danger' }[button.color],
      disabled: button.status === 'disabled',
      onclick: () => press(i),
    },
    button.text,
  )

const drawTable = ({ meta, data }) =>
  table(
    meta.map(({ aliasName, alias }) => aliasName ?? alias),
    data.map((row) => meta.map(({ alias }) => String(row[alias] ?? ''))),
  )

function drawChart({ data }) {
  const series = {}
  for (const { x, y, type = '' } of data) {
    series[type] ??= []
    series[type].push([x, y])
  }
  return chartInWords(series)
}

/** Fields that are hidden, or that nobody touches, are the platform's own affair. */
function drawForm({ outTrackId, form: { fields }, formButton, formDisabled }, act) {
  const shown = fields.filter(({ hidden }) => !hidden)
  const form = el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault()
        const values = Object.fromEntries(
          shown.map((one) => [one.name, entered(one, form.elements[one.name])]),
        )
        void act('submit', { card: outTrackId, values })
      },
    },
    shown.map(drawField),
    el('div', { class: 'buttons' }, el('button', { class: 'primary', disabled: formDisabled }, formButton)),
  )
  return form
}

const entered = ({ type }, control) => (type === 'CHECKBOX' ? control.checked : control.value)

function drawField({ name, label, type, required, placeholder, defaultValue, options = [] }) {
  const shared = { placeholder }
  const controls = {
    TEXT_AREA: () => el('textarea', { name, rows: 3, ...shared }, defaultValue ?? ''),
    NUMBER: () => input('text', name, defaultValue, { inputmode: 'decimal', ...shared }),
    DATE: () => input('date', name, defaultValue),
    TIME: () => input('time', name, defaultValue),
    SELECT: () =>
      select(
        name,
        options.map(({ value, text }) => ({ value, label: text })),
        defaultValue?.value,
      ),
  }
  if (type === 'CHECKBOX') return checkbox(name, 'true', label, defaultValue === true)
  return field(
    label ?? name,
    required,
    (controls[type] ?? (() => input('text', name, defaultValue, shared)))(),
  )
}
