import { el } from './elements.js'

/** As much markdown as the messenger draws: headings, quotations, lists, bold words, links, line breaks. */
export function markdown(text, follow) {
  const paragraphs = text.split(/\n{2,}/).filter((one) => one.trim() !== '')
  return el(
    'div',
    { class: 'markdown' },
    paragraphs.map((one) => drawParagraph(one, follow)),
  )
}

function drawParagraph(text, follow) {
  const heading = /^(#{1,6})\s+(.*)$/s.exec(text)
  if (heading) return el('h4', {}, inLines(heading[2], follow))
  if (text.startsWith('>')) return el('blockquote', {}, inLines(text.replace(/^>\s?/gm, ''), follow))
  return el('p', {}, inLines(text, follow))
}

const inLines = (text, follow) =>
  text.split('\n').flatMap((line, i) => [...(i > 0 ? [el('br')] : []), ...inline(line.trim(), follow)])

const marks = /\*\*([^*]+)\*\*|\[([^\]]*)\]\(([^)\s]*)\)/g

function inline(text, follow) {
  const nodes = []
  let from = 0
  for (const found of text.matchAll(marks)) {
    const [all, bold, label, url] = found
    nodes.push(text.slice(from, found.index))
    nodes.push(bold === undefined ? link(label, url, follow) : el('b', {}, bold))
    from = found.index + all.length
  }
  return [...nodes, text.slice(from)]
}

const link = (label, url, follow) =>
  el('button', { type: 'button', class: 'link', onclick: () => follow(url) }, label)
