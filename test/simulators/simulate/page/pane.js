import { el } from './elements.js'

const words = {
  zh: { send: '发送', say: '说点什么，例如：帮助', home: '首页', messages: '消息' },
  en: { send: 'Send', say: 'Say something, for example: help', home: 'Home', messages: 'Messages' },
}

async function json(path, init) {
  const response = await fetch(path, init)
  const body = await response.json().catch(() => ({ problem: `${response.status}` }))
  if (!response.ok && !body.problem) throw new Error(`${response.status}`)
  return body
}

/**
 * One messenger, of whoever is chosen in it. `items` are what its conversation shows, `home` what the app's own tab
 * shows, `modal` what lies on top; each is drawn anew only when it changed, so that a half-filled form is not lost.
 */
export function openPane(name, { items, home, modal }) {
  const root = document.getElementById(name)
  const part = (which) => root.querySelector(`.${which}`)
  const state = { people: [], told: '', person: null, tab: 'messages', drawn: '', overlay: '' }
  const seen = JSON.parse(localStorage.getItem(`seen-${name}`) ?? '{}')

  async function act(path, body = {}) {
    root.classList.add('busy')
    try {
      const { problem } = await json(`${name}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: state.person.code, ...body }),
      })
      if (problem) say(problem)
      await refresh()
    } finally {
      root.classList.remove('busy')
    }
  }

  function say(problem) {
    const toast = el('p', { class: 'toast', role: 'status' }, problem)
    root.append(toast)
    setTimeout(() => toast.remove(), 4000)
  }

  async function refresh() {
    const { person, tab } = state
    if (!person) return
    const screen = await json(`${name}?as=${encodeURIComponent(person.code)}`)
    if (person !== state.person || tab !== state.tab) return
    drawItems(tab === 'home' ? home(screen, act) : items(screen, act))
    drawOverlay(modal?.(screen, act))
  }

  function drawItems(shown) {
    const keys = shown.map(({ key }) => `${state.person.code} ${key}`)
    if (keys.join() === state.drawn) return
    state.drawn = keys.join()
    const list = part('messages')
    const known = new Map([...list.children].map((node) => [node.key, node]))
    const nodes = shown.map((item, i) => known.get(keys[i]) ?? drawItem(item, keys[i]))
    const { scrollTop } = list
    list.replaceChildren(...nodes)
    const newest = nodes.at(-1)
    const isNew = newest && !known.has(newest.key)
    list.scrollTop = isNew ? newest.offsetTop - 12 : scrollTop
  }

  function drawItem({ mine, draw }, key) {
    const node = el('div', { class: mine ? 'item mine' : 'item' }, draw())
    node.key = key
    return node
  }

  function drawOverlay(shown) {
    const key = shown ? shown.key : ''
    if (key === state.overlay) return
    state.overlay = key
    part('overlay').hidden = !shown
    part('overlay').replaceChildren(...(shown ? [shown.draw()] : []))
  }

  function choose(code) {
    state.person = state.people.find((person) => person.code === code) ?? state.people[0]
    state.drawn = ''
    localStorage.setItem(`person-${name}`, state.person.code)
    const w = words[state.person.language]
    root.lang = state.person.language
    part('send').textContent = w.send
    part('words').placeholder = w.say
    for (const tab of root.querySelectorAll('[data-tab]')) tab.textContent = w[tab.dataset.tab]
    return refresh()
  }

  function open(tab) {
    state.tab = tab
    for (const one of root.querySelectorAll('[data-tab]')) one.ariaPressed = String(one.dataset.tab === tab)
    return tab === 'home' ? act('home') : refresh()
  }

  /** Whoever has something new is marked in the list. */
  function know(people) {
    const chosen = state.person?.code ?? localStorage.getItem(`person-${name}`) ?? 'li'
    state.people = people
    const news = people.filter(
      ({ code, told }) => told[name] > (seen[code] ?? 0) && code !== state.person?.code,
    )
    const here = people.find(({ code }) => code === state.person?.code)
    if (here) seen[here.code] = here.told[name]
    localStorage.setItem(`seen-${name}`, JSON.stringify(seen))
    const marked = news.map(({ code }) => code).join()
    if (!state.person || marked !== state.told) drawPeople(chosen, marked.split(','))
    state.told = marked
    if (!state.person) void choose(chosen)
  }

  function drawPeople(chosen, marked) {
    const offices = Map.groupBy(state.people, ({ office }) => office)
    const option = ({ code, name, role }) =>
      el(
        'option',
        { value: code, selected: code === chosen },
        `${marked.includes(code) ? '● ' : ''}${name} · ${role} · ${code}`,
      )
    const groups = [...offices].map(([label, people]) => el('optgroup', { label }, people.map(option)))
    part('who').replaceChildren(...groups)
  }

  part('who').addEventListener('change', ({ target }) => void choose(target.value))
  part('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    const text = part('words').value.trim()
    part('words').value = ''
    if (text) void act('say', { text })
  })
  part('words').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    part('composer').requestSubmit()
  })
  part('file').addEventListener('change', async ({ target }) => {
    const body = new FormData()
    body.set('as', state.person.code)
    body.set('file', target.files[0])
    target.value = ''
    const { problem } = await json(`${name}/file`, { method: 'POST', body })
    if (problem) say(problem)
    await refresh()
  })
  for (const tab of root.querySelectorAll('[data-tab]'))
    tab.addEventListener('click', () => void open(tab.dataset.tab))
  return { know, refresh }
}
