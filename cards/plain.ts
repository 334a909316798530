import type { Block, Card, FormField } from './card.ts'

/** A card in words: for logs, tests, notifications and surfaces that draw nothing. */
export const plain = (card: Card): string =>
  [card.title, ...card.blocks.map(plainBlock)].filter((line) => line !== '').join('\n')

/** A block in words. A new kind of block does not compile until it is drawn here. */
export function plainBlock(block: Block): string {
  switch (block.type) {
    case 'text':
      return block.text
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'table':
      return [block.columns.map((column) => column.label), ...block.rows]
        .map((row) => row.join(' | '))
        .join('\n')
    case 'chart':
      return [block.title, ...block.series.map((series) => plainSeries(block.categories, series))].join('\n')
    case 'form':
      return [...block.fields.map(plainField), `[${block.submit.label}]`].join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
  }
}

const plainSeries = (categories: string[], series: { name: string; values: (number | null)[] }) =>
  `${series.name}: ${categories.map((category, i) => `${category} ${series.values[i] ?? '–'}`).join(', ')}`

const plainField = ({ label, value, error, required }: FormField) =>
  `${label}${required ? '*' : ''}: ${value ?? ''}${error ? ` (${error})` : ''}`
