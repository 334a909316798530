/** How fast a product leaves: so many base units in so many days, and by what we know it. */
export interface Rate {
  volume: number
  days: number
  basis: Basis
}

/** The contracted volume of the year, or what was shipped in the last weeks where there is no contract. */
export type Basis = 'contract' | 'shipments'

/** Null where nothing leaves: stock then lasts for ever, and no order can be derived. */
export function contractRate(volume: number, daysOfYear: number): Rate | null {
  return volume > 0 ? { volume, days: daysOfYear, basis: 'contract' } : null
}

/** From the net shipments of weeks that were reported. */
export function shipmentRate(netShipments: number[]): Rate | null {
  const volume = netShipments.reduce((sum, net) => sum + net, 0)
  return volume > 0 ? { volume, days: 7 * netShipments.length, basis: 'shipments' } : null
}

/** Days until the stock on hand is used up. */
export const daysOfStock = (onHand: number, { volume, days }: Pick<Rate, 'volume' | 'days'>): number =>
  (onHand * days) / volume

/** Base units to order so that the stock lasts for the target: whole cases, nothing where there is enough. */
export function suggestedOrder(
  { onHand, inTransit, perCase }: { onHand: number; inTransit: number; perCase: number },
  { volume, days }: Pick<Rate, 'volume' | 'days'>,
  targetDays: number,
): number {
  // Compared in whole numbers before the one division, so that no rounding adds a case.
  const short = targetDays * volume - (onHand + inTransit) * days
  return short > 0 ? Math.ceil(short / (days * perCase)) * perCase : 0
}
