/** `¥1,234,567`, `¥12.50`: fen, with decimals only where there are any. Both languages write it alike. */
export function moneyInWords(fen: bigint): string {
  const amount = fen < 0n ? -fen : fen
  const yuan = String(amount / 100n).replace(/\B(?=(?:\d{3})+$)/g, ',')
  const rest = amount % 100n
  return `${fen < 0n ? '-' : ''}¥${yuan}${rest > 0n ? `.${String(rest).padStart(2, '0')}` : ''}`
}
