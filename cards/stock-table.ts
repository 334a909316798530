import { quantityInWords } from '../src/crm/products/quantity.ts'
import type { Counted } from '../src/crm/products/units.ts'
import { netShipment, type StockFigures } from '../src/crm/stock/figures.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import type { TableBlock } from './card.ts'

const words = {
  zh: {
    product: '产品',
    opening: '期初',
    received: '进货',
    inTransit: '在途',
    adjustment: '调整',
    gifts: '赠品',
    closing: '期末',
    net: '净出货',
    was: (before: string) => `（原 ${before}）`,
  },
  en: {
    product: 'Product',
    opening: 'Opening',
    received: 'Received',
    inTransit: 'In transit',
    adjustment: 'Adjusted',
    gifts: 'Gifts',
    closing: 'Closing',
    net: 'Net shipment',
    was: (before: string) => ` (was ${before})`,
  },
} satisfies Record<Language, object>

interface Line {
  product: Counted
  figures: StockFigures
  /** The closing it corrects, where it differs. */
  correctedFrom?: number | null
}

/** Figures that are seldom given have a column only where there are some: a phone is narrow. */
const seldom = ['inTransit', 'adjustment', 'gifts'] satisfies (keyof StockFigures)[]

/** The lines of a report: product, opening, received, closing, net shipment. */
export function linesTable(lines: Line[], language: Language): TableBlock {
  const w = words[language]
  const given = seldom.filter((figure) => lines.some(({ figures }) => figures[figure] !== 0))
  const columns = [w.opening, w.received, ...given.map((figure) => w[figure]), w.closing, w.net]
  return {
    type: 'table',
    columns: [{ label: w.product }, ...columns.map((label) => ({ label, align: 'right' as const }))],
    rows: lines.map(({ product, figures, correctedFrom }) => {
      const amount = (base: number) => quantityInWords(base, product, language)
      const was = typeof correctedFrom === 'number' ? w.was(amount(correctedFrom)) : ''
      return [
        nameIn(product, language),
        amount(figures.opening),
        amount(figures.received),
        ...given.map((figure) => amount(figures[figure])),
        amount(figures.closing) + was,
        amount(netShipment(figures)),
      ]
    }),
  }
}
