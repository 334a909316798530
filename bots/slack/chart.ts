import type { ChartBlock } from '../../cards/card.ts'
import type { Language } from '../../src/lib/words.ts'
import type { SlackBlock } from './blocks.ts'
import { clip, shown } from './texts.ts'
import { slackWords } from './words.ts'

const most = { title: 50, label: 20, series: 6, categories: 20, axis: 50 }

/**
 * A chart as Slack draws it, or null where words serve better: more than it takes, or labels that would fall together.
 * Slack knows no gaps: where a figure is absent the category is left out, and named below.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export function drawChart(
  chart: ChartBlock,
  language: Language,
): { block: SlackBlock; gaps?: string } | null {
  const { categories, series } = chart
  const isWhole = (i: number) => series.every(({ values }) => Number.isFinite(values[i] ?? Number.NaN))
  const drawn = categories.map((_, i) => i).filter(isWhole)
  const labels = drawn.map((i) => label(categories[i]!))
  const names = series.map(({ name }) => label(name))
  if (drawn.length === 0 || drawn.length > most.categories) return null
  if (series.length === 0 || series.length > most.series) return null
  if (hasTwins(labels) || hasTwins(names)) return null
  const points = ({ values }: { values: (number | null)[] }) =>
    drawn.map((i, n) => ({ label: labels[n]!, value: values[i]! }))
  const block = {
    type: 'data_visualization',
    title: shown(chart.title, most.title),
    chart: {
      type: chart.kind,
      series: series.map((one, i) => ({ name: names[i]!, data: points(one) })),
      axis_config: { categories: labels, ...(chart.unit && { y_label: shown(chart.unit, most.axis) }) },
    },
  }
  const gaps = categories.filter((_, i) => !isWhole(i))
  return gaps.length === 0
    ? { block }
    : { block, gaps: slackWords(language).noFigures(clip(gaps.join(', '), 500)) }
}

const label = (text: string) => shown(text, most.label)

const hasTwins = (texts: string[]) => new Set(texts).size < texts.length
