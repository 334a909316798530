import { chartInWords, checkbox, el, field, input, select, table } from './elements.js'

/** What the app's conversation shows. */
export const slackItems = ({ messages }, act) =>
  messages.map((message) => ({
    key: JSON.stringify(message),
    mine: message.mine,
    draw: () => drawMessage(message, act),
  }))

/** The Home tab of the app. */
export const slackHome = ({ home }, act) =>
  home
    ? [{ key: JSON.stringify(home), mine: false, draw: () => drawBlocks(home, pressing(home.id, act)) }]
    : []

/** The modal on top. */
export function slackModal({ views }, act) {
  const view = views.at(-1)
  return view && { key: JSON.stringify({ ...view, values: null }), draw: () => drawModal(view, act) }
}

const pressing = (on, act) => (block, element) =>
  act('press', { on, block: block.block_id, element: element.action_id })

function drawMessage({ id, blocks, text, files, ephemeral, edited }, act) {
  return el(
    'div',
    { class: 'message' },
    ephemeral ? el('small', {}, '👁 Only visible to you · 仅你可见') : null,
    blocks.length > 0 ? drawBlocks({ blocks }, pressing(id, act)) : el('p', { class: 'plain' }, text),
    files.map((name) => el('p', {}, `📎 ${name}`)),
    edited ? el('small', {}, '(edited · 已更新)') : null,
  )
}

function drawModal(view, act) {
  const form = el(
    'form',
    {
      class: 'modal',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault()
        void act('submit', { on: view.id, values: enteredIn(view, form) })
      },
    },
    el('h3', {}, view.title),
    view.notice ? el('p', { class: 'error' }, view.notice) : null,
    drawBlocks(view, pressing(view.id, act)),
    el(
      'div',
      { class: 'buttons' },
      el(
        'button',
        { type: 'button', onclick: () => act('close', { on: view.id }) },
        view.close?.text ?? 'Close · 关闭',
      ),
      view.submit ? el('button', { class: 'primary' }, view.submit.text) : null,
    ),
  )
  return form
}

/** By block. An empty field is a list of nothing. */
const enteredIn = ({ blocks }, form) =>
  Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'input')
      .map(({ block_id, element }) => [block_id, entered(element, form.elements[block_id])]),
  )

function entered({ type }, control) {
  if (type !== 'checkboxes') return control.value === '' ? [] : control.value
  const boxes = control instanceof RadioNodeList ? [...control] : [control]
  return boxes.filter(({ checked }) => checked).map(({ value }) => value)
}

const drawBlocks = (place, press) =>
  el(
    'div',
    { class: 'blocks' },
    place.blocks.map((block) => (drawers[block.type] ?? unknown)(block, press, place)),
  )

/** Nothing is left out silently. */
const unknown = (block) => el('pre', {}, JSON.stringify(block, null, 2))

const drawers = {
  header: ({ text }) => el('h3', {}, text.text),
  divider: () => el('hr'),
  section: ({ text, fields = [], accessory, ...block }, press) =>
    el(
      'div',
      { class: 'section' },
      text ? drawText(text) : null,
      fields.map(drawText),
      accessory ? drawElement(block, accessory, press) : null,
    ),
  context: ({ elements }) => el('p', { class: 'context' }, elements.map(drawText)),
  rich_text: ({ elements }) => el('p', { class: 'plain' }, elements.map(drawRich)),
  actions: (block, press) =>
    el(
      'div',
      { class: 'buttons' },
      block.elements.map((element) => drawElement(block, element, press)),
    ),
  table: ({ rows, column_settings: columns = [] }) => {
    const [head = [], ...body] = rows.map((row) => row.map(cellText))
    return table(
      head,
      body,
      columns.map(({ align }) => align === 'right'),
    )
  },
  data_visualization: ({ title, chart }) =>
    el(
      'div',
      {},
      el('b', {}, title),
      chartInWords(
        Object.fromEntries(
          chart.series.map(({ name, data }) => [name, data.map(({ label, value }) => [label, value])]),
        ),
      ),
    ),
  input: ({ block_id, label, hint, optional, element }, _press, { values, errors }) => {
    const error = errors[label.text]
    const value = values[block_id]?.[element.action_id] ?? {}
    return field(
      label.text,
      !optional,
      drawInput(block_id, element, value),
      hint ? el('small', {}, hint.text) : null,
      error ? el('em', { class: 'error' }, error) : null,
    )
  },
}

const drawText = (text) =>
  el('span', { class: 'plain' }, text.type === 'mrkdwn' ? unformatted(text.text) : text.text)

/** mrkdwn as it reads: dates and links by their words, escaped signs as signs. */
const unformatted = (text) =>
  text
    .replace(/<[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

function drawRich({ type, text, user_id: user, url, style, elements = [] }) {
  if (type === 'user') return `@${user}`
  if (type === 'link') return text ?? url
  if (type === 'text') return style?.bold ? el('b', {}, text) : text
  return el('span', {}, elements.map(drawRich))
}

const cellText = (cell) => cell.text ?? drawRich(cell)

function drawElement(block, element, press) {
  if (element.type !== 'button') return unknown(element)
  const pressed = () => press(block, element)
  return el('button', { type: 'button', class: element.style, onclick: pressed }, element.text.text)
}

function drawInput(name, element, value) {
  const placeholder = element.placeholder?.text
  switch (element.type) {
    case 'datepicker':
      return input('date', name, value.selected_date)
    case 'timepicker':
      return input('time', name, value.selected_time)
    case 'number_input':
      return input('text', name, value.value, { inputmode: 'decimal', placeholder })
    case 'static_select': {
      const options = element.options.map((option) => ({ value: option.value, label: option.text.text }))
      return select(name, options, value.selected_option?.value)
    }
    case 'checkboxes':
      return el(
        'div',
        {},
        element.options.map((option) => {
          const isChosen = value.selected_options?.some((one) => one.value === option.value)
          return checkbox(name, option.value, option.text.text, isChosen)
        }),
      )
    default:
      return element.multiline
        ? el('textarea', { name, rows: 3, placeholder }, value.value ?? '')
        : input('text', name, value.value, { placeholder })
  }
}
