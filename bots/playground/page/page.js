import { api } from './api.js'
import { drawCard, el } from './card.js'
import { words } from './words.js'

const $ = (id) => document.getElementById(id)
const state = {
  people: [],
  person: null,
  drawn: '',
  seen: JSON.parse(localStorage.getItem('seen') ?? '{}'),
  latest: {},
  /** Of whoever had said and heard nothing when they were chosen. */
  greetings: {},
}

const isEnglish = () => state.person?.language === 'en'
const say = () => words[isEnglish() ? 'en' : 'zh']
/** People and offices, as whoever is chosen calls them. */
const nameOf = ({ name, nameEn }) => (isEnglish() && nameEn) || name
const officeOf = ({ office, officeEn }) => (isEnglish() && officeEn) || office
/** 李明 is 李明, 林爱玛 is 爱玛, Emma Lin is EL. */
const initialsOf = (name) =>
  name.includes(' ')
    ? name
        .split(' ')
        .map(([letter]) => letter)
        .join('')
    : name.slice(-2)
/** A trigger that has run out already, a message of 300 characters. */
function limits() {
  const imitated = {
    ...($('no-forms').checked ? { formsUntil: 0 } : {}),
    ...($('short').checked ? { mostCharacters: 300 } : {}),
  }
  return Object.keys(imitated).length > 0 ? { limits: imitated } : {}
}

const surface = () => ({
  ...($('no-redraw').checked ? { redrawable: false } : {}),
  ...($('late').checked ? { within: 0 } : {}),
  ...limits(),
})

function drawPeople() {
  const groups = Map.groupBy(state.people, officeOf)
  const nodes = [...groups].map(([office, people]) =>
    el('section', {}, el('h4', {}, office), ...people.map(drawPerson)),
  )
  $('people-list').replaceChildren(...nodes)
}

function drawPerson(person) {
  const unread = (state.latest[person.code] ?? 0) > (state.seen[person.code] ?? 0)
  const chosen = person.code === state.person?.code
  return el(
    'button',
    {
      class: `person${chosen ? ' chosen' : ''}${unread ? ' unread' : ''}`,
      'data-code': person.code,
      onclick: () => choose(person.code),
    },
    el('span', { class: 'avatar' }, initialsOf(nameOf(person))),
    el(
      'span',
      {},
      el('b', {}, nameOf(person)),
      el('small', {}, `${say().roles[person.role] ?? person.role} · ${person.code}`),
    ),
  )
}

async function choose(code) {
  const person = state.people.find((one) => one.code === code) ?? state.people[0]
  state.person = person
  state.drawn = ''
  localStorage.setItem('person', person.code)
  document.body.classList.remove('people-open')
  drawFrame()
  const { suggestions } = await api.company(person.code)
  if (person !== state.person) return
  $('suggestions').replaceChildren(
    ...suggestions.map((text) => el('button', { type: 'button', onclick: () => fillComposer(text) }, text)),
  )
  await refresh()
}

function fillComposer(text) {
  $('words').value = text
  $('words').focus()
}

/** Everything the page says itself, in the person's language. */
function drawFrame() {
  const { person } = state
  const w = say()
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-CN'
  $('who-name').textContent = nameOf(person)
  $('who-role').textContent = `${w.roles[person.role] ?? person.role} · ${officeOf(person)}`
  $('send').textContent = w.send
  $('words').placeholder = w.say
  $('clock-title').textContent = w.clock
  $('clock-hint').textContent = w.clockHint
  $('travel-go').textContent = w.go
  $('surface-title').textContent = w.surface
  $('no-redraw-label').textContent = w.noRedraw
  $('late-label').textContent = w.late
  $('no-forms-label').textContent = w.noForms
  $('short-label').textContent = w.short
  $('jumps').replaceChildren(
    ...Object.entries(w.jumps).map(([name, label]) =>
      el('button', { type: 'button', 'data-jump': name, onclick: () => jump(name) }, label),
    ),
  )
  drawPeople()
}

/** Redraws only where something changed, so that a half-filled form is not lost. */
async function refresh() {
  const { code } = state.person
  const [messages, latest] = await Promise.all([api.messages(code), api.latest()])
  if (code !== state.person.code) return
  state.latest = latest
  state.seen[code] = Math.max(latest[code] ?? 0, state.seen[code] ?? 0)
  localStorage.setItem('seen', JSON.stringify(state.seen))
  drawPeople()
  const now = JSON.stringify(messages)
  if (now === state.drawn) return
  const greeting = await greetingOf(code, messages)
  if (code !== state.person.code) return
  state.drawn = now
  const list = $('messages')
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]))
  const nodes = messages.map((message) => {
    const key = `${code}:${message.id}:${JSON.stringify(message.card ?? message.text).length}:${hash(JSON.stringify(message))}`
    return known.get(key) ?? drawMessage(message, key)
  })
  list.replaceChildren(...greeting, ...nodes)
  showNewest(list)
}

/** What one may say, above a conversation that begins here. It is no message: nothing of it is kept. */
async function greetingOf(code, messages) {
  if (messages.length === 0) state.greetings[code] ??= drawGreeting(await api.greeting(code))
  return code in state.greetings ? [state.greetings[code]] : []
}

const drawGreeting = (card) =>
  el(
    'div',
    { class: 'message greeting' },
    el('span', { class: 'avatar bot' }, '渠'),
    el(
      'div',
      { class: 'body' },
      el('div', { class: 'meta' }, el('b', {}, 'Qudao 渠道')),
      drawCard(card, pressOn(undefined)),
    ),
  )

/** A press on the card of a message, or on one that is none. */
const pressOn = (message) => (button, values) =>
  act(() => api.press(state.person.code, button.say, values, message, surface()))

/** A card taller than the window is shown from its beginning. */
function showNewest(list) {
  const newest = list.lastElementChild
  if (!newest) return
  const top = newest.offsetTop - list.offsetTop
  list.scrollTop = Math.min(top - 12, list.scrollHeight)
}

const hash = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

function drawMessage(message, key) {
  const at = new Date(message.at).toLocaleString(isEnglish() ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  if (message.mine)
    return el(
      'div',
      { class: 'message mine', 'data-key': key },
      el('time', {}, at),
      el('p', { class: 'bubble' }, message.text),
    )
  return el(
    'div',
    { class: 'message', 'data-key': key, 'data-id': message.id },
    el('span', { class: 'avatar bot' }, '渠'),
    el(
      'div',
      { class: 'body' },
      el(
        'div',
        { class: 'meta' },
        el('b', {}, 'Qudao 渠道'),
        el('time', {}, at),
        el('button', { class: 'json', onclick: () => showRaw(message.id) }, 'JSON'),
      ),
      drawCard(message.card, pressOn(message.id)),
    ),
  )
}

/** Whoever has just asked for another language is spoken to in it by the page as well. */
async function followLanguage() {
  const people = await api.people()
  const now = people.find(({ code }) => code === state.person.code)
  if (!now || now.language === state.person.language) return
  state.people = people
  await choose(now.code)
}

/** False where it did not go through, which the person is told. */
async function act(work) {
  document.body.classList.add('busy')
  try {
    await work()
    await refresh()
    await followLanguage()
    return true
  } catch (error) {
    toast(say()[error.why] ?? error.message)
    return false
  } finally {
    document.body.classList.remove('busy')
  }
}

function toast(text) {
  const node = el('div', { class: 'toast', role: 'status' }, text)
  document.body.append(node)
  setTimeout(() => node.remove(), 6000)
}

async function showRaw(id) {
  const raw = await api.raw(state.person.code, id)
  const show = (name) => {
    $('raw-json').textContent = JSON.stringify(raw[name], null, 2)
    for (const tab of $('raw-tabs').children) tab.ariaSelected = String(tab.textContent === name)
  }
  $('raw-tabs').replaceChildren(
    ...Object.keys(raw).map((name) => el('button', { onclick: () => show(name) }, name)),
  )
  show(Object.keys(raw)[0])
  $('raw').showModal()
}

const local = (iso) => iso.slice(0, 16)
const part = (iso, days, time) => {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return `${day.toISOString().slice(0, 10)}T${time}`
}
const toMonday = (iso) => 7 - ((new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7)

async function jump(name) {
  const now = await api.clock()
  const targets = {
    hour: () => new Date(new Date(now).getTime() + 3_600_000).toISOString(),
    tomorrow: () => part(now, 1, '09:00'),
    monday: () => part(now, toMonday(now), '09:00'),
    deadline: () => part(now, toMonday(now), '13:00'),
    late: () => part(now, toMonday(now), '15:00'),
  }
  await travel(targets[name]())
}

async function travel(to) {
  await act(async () => {
    const before = await api.latest()
    const now = await api.moveTo(to)
    drawClock(now)
    const after = await api.latest()
    const told = state.people.filter(({ code }) => (after[code] ?? 0) > (before[code] ?? 0))
    drawTold(told)
    toast(say().moved(local(now).replace('T', ' ')))
  })
}

function drawTold(told) {
  const chips = told.map((person) =>
    el(
      'button',
      { onclick: () => choose(person.code) },
      `${nameOf(person)} ${say().roles[person.role] ?? ''}`,
    ),
  )
  $('told').replaceChildren(
    el('h2', {}, say().told),
    told.length ? el('div', { class: 'chips' }, ...chips) : el('p', { class: 'hint' }, say().nobody),
  )
}

function drawClock(now) {
  const at = new Date(now)
  $('clock').textContent = at.toLocaleString(isEnglish() ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  if (document.activeElement !== $('travel-to')) $('travel-to').value = local(now)
}

$('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  const text = $('words').value.trim()
  if (!text) return
  $('words').value = ''
  void act(() => api.say(state.person.code, text, surface())).then((done) => {
    if (!done) $('words').value ||= text
  })
})
$('words').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  $('composer').requestSubmit()
})
$('file').addEventListener('change', () => {
  const [file] = $('file').files
  $('file').value = ''
  if (file) void act(() => api.file(state.person.code, file))
})
$('travel').addEventListener('submit', (event) => {
  event.preventDefault()
  void travel($('travel-to').value)
})
$('show-people').addEventListener('click', () => document.body.classList.toggle('people-open'))
$('show-tools').addEventListener('click', () => document.body.classList.toggle('tools-open'))
$('raw-close').addEventListener('click', () => $('raw').close())
for (const button of document.querySelectorAll('.switch button')) {
  button.addEventListener('click', () => {
    document.body.dataset.dress = button.dataset.dress
    for (const other of button.parentElement.children) other.ariaPressed = String(other === button)
  })
}

state.people = await api.people()
if (state.people.length === 0)
  $('messages').append(el('p', {}, words.zh.noPeople), el('p', {}, words.en.noPeople))
else await choose(new URLSearchParams(location.search).get('as') ?? localStorage.getItem('person') ?? 'li')
drawClock(await api.clock())
setInterval(() => {
  if (document.hidden) return
  void refresh().catch(() => {})
  void api.clock().then(drawClock, () => {})
}, 2000)
