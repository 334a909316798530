import type { Span } from './outline.ts'

/** `HT-2026-0031`, also as `ht20260031` or `ht 2026 31`. */
export function contractsIn(text: string): (Span & { mark: 'N'; number: string })[] {
  const pattern = /(?<![a-z\d])([a-z]{2,6})[ -]?(20\d\d)(?:[ -]?(\d{4,})|[ -](\d{1,3}))(?![\d.])/g
  return Array.from(text.matchAll(pattern)).flatMap(
    ({ 0: { length }, 1: prefix, 2: year, 3: long, 4: short, index }) => {
      const number = `${prefix}-${year}-${(long ?? short)!.padStart(4, '0')}`.toUpperCase()
      return prefix === 'kh' ? [] : [{ start: index, end: index + length, mark: 'N' as const, number }]
    },
  )
}
