const colours = ['#1677ff', '#f59e0b', '#10b981', '#8b5cf6', '#ef4444', '#64748b']
const width = 320
const height = 150
const frame = { left: 34, right: 6, top: 8, bottom: 22 }

function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

/** A chart block as a picture, with its figures as a tooltip on each point. */
export function drawChart({ kind, title, unit, categories, series }) {
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null))
  const top = niceTop(Math.max(...figures, 1))
  const bottom = Math.min(0, ...figures)
  const plot = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom }
  const step = plot.width / Math.max(categories.length, 1)
  const x = (i) => frame.left + step * (i + 0.5)
  const y = (value) => frame.top + plot.height * (1 - (value - bottom) / (top - bottom))
  const axis = [bottom, (top + bottom) / 2, top].map((value) =>
    svg(
      'g',
      { class: 'axis' },
      svg('line', { x1: frame.left, x2: width - frame.right, y1: y(value), y2: y(value) }),
      svg('text', { x: frame.left - 4, y: y(value) + 3, 'text-anchor': 'end' }, short(value)),
    ),
  )
  const every = Math.ceil(categories.length / 6)
  const names = categories.flatMap((category, i) =>
    i % every === 0
      ? [svg('text', { x: x(i), y: height - 7, 'text-anchor': 'middle', class: 'category' }, category)]
      : [],
  )
  const drawn = series.map((one, s) => (kind === 'bar' ? bars(one, s) : line(one, s)))

  function line({ name, values }, s) {
    const points = values.flatMap((value, i) =>
      value === null ? [] : [[x(i), y(value), value, categories[i]]],
    )
    const path = points.map(([px, py], i) => `${i ? 'L' : 'M'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')
    return svg(
      'g',
      { fill: 'none', stroke: colours[s % 6], 'stroke-width': 2 },
      svg('path', { d: path }),
      ...points.map(([cx, cy, value, category]) =>
        svg(
          'circle',
          { cx, cy, r: 2.5, fill: colours[s % 6] },
          svg('title', {}, `${name} ${category}: ${value}`),
        ),
      ),
    )
  }

  function bars({ name, values }, s) {
    const bar = (step * 0.7) / series.length
    return svg(
      'g',
      { fill: colours[s % 6] },
      ...values.flatMap((value, i) =>
        value === null
          ? []
          : [
              svg(
                'rect',
                {
                  x: x(i) - step * 0.35 + bar * s,
                  width: Math.max(bar - 1, 1),
                  rx: 1,
                  y: Math.min(y(value), y(0)),
                  height: Math.max(Math.abs(y(value) - y(0)), 0.5),
                },
                svg('title', {}, `${name} ${categories[i]}: ${value}`),
              ),
            ],
      ),
    )
  }

  const figure = document.createElement('figure')
  const caption = document.createElement('figcaption')
  caption.textContent = unit ? `${title} (${unit})` : title
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title },
    ...axis,
    ...names,
    ...drawn,
  )
  figure.append(caption, picture)
  if (series.length > 1) figure.append(legend(series))
  return figure
}

function legend(series) {
  const list = document.createElement('ul')
  series.forEach(({ name }, s) => {
    const item = document.createElement('li')
    item.style.setProperty('--colour', colours[s % 6])
    item.textContent = name
    list.append(item)
  })
  return list
}

/** The next round number above. */
function niceTop(value) {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((top) => top >= value) ?? value
}

function short(value) {
  if (Math.abs(value) >= 10_000) return `${Math.round(value / 1000)}k`
  return String(Math.round(value * 10) / 10)
}
