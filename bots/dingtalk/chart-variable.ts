import type { ChartBlock } from '../../cards/card.ts'
import { bytesIn, line } from './texts.ts'

const most = { label: 36 }

/**
 * The variable of the chart component: the latest categories that fit, absent figures as gaps. Null where nothing is to
 * be drawn. Only the name of the line chart is documented, so bars are drawn as lines.
 */
export function chartVariable({ categories, series }: ChartBlock, room: number): string | null {
  for (let from = 0; from < categories.length; from++) {
    const data = series.flatMap(({ name, values }) =>
      categories.slice(from).flatMap((category, i) => {
        const y = values[from + i]
        const point = { x: line(category, most.label), y, type: line(name, most.label) }
        return typeof y === 'number' && Number.isFinite(y) ? [point] : []
      }),
    )
    if (data.length === 0) return null
    const value = JSON.stringify({ type: 'lineChart', data, config: {} })
    if (bytesIn(value) <= room) return value
  }
  return null
}
