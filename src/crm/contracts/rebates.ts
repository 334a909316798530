/** A rebate step: from this share of the contracted volume on, so much of the amount is paid back. Both in percent. */
export interface RebateStep {
  from: number
  rate: number
}

/** The highest step that the volume reaches; both volumes in the same unit. */
export function stepReached(steps: RebateStep[], contracted: number, reached: number): RebateStep | null {
  const done = steps.filter(({ from }) => contracted > 0 && reached * 100 >= from * contracted)
  return done.reduce<RebateStep | null>((best, step) => (best && best.from > step.from ? best : step), null)
}

/** The rebate in fen on an amount in fen, rounded to the nearest. */
export function rebateOn(amount: bigint, step: RebateStep | null): bigint {
  if (!step) return 0n
  const hundredths = BigInt(Math.round(step.rate * 100))
  return (amount * hundredths + 5000n) / 10_000n
}

/** Reads `达到100%返1%，120%返2.5%` or `100% 1%, 120% 2.5%`: pairs of percentages. Null where that is not what it says. */
export function rebatesFrom(text: string): RebateStep[] | null {
  const percents = [...text.normalize('NFKC').matchAll(/(\d+(?:\.\d{1,2})?)\s*%/g)].map((match) =>
    Number(match[1]),
  )
  if (percents.length === 0 || percents.length % 2 === 1) return null
  const steps = Array.from({ length: percents.length / 2 }, (_, i) => ({
    from: percents[2 * i]!,
    rate: percents[2 * i + 1]!,
  }))
  return steps.every(isAbove) ? steps : null
}

/** Each step asks for more and pays more than the one before. */
const isAbove = ({ from, rate }: RebateStep, index: number, steps: RebateStep[]) => {
  const before = steps[index - 1]
  return rate > 0 && rate <= 100 && (!before || (from > before.from && rate > before.rate))
}
