/** The figures of one product in one report, in base units. */
export interface StockFigures {
  opening: number
  received: number
  /** On the way to the customer at the end of the period; not yet part of the closing stock. */
  inTransit: number
  /** Counted at the end of the period. */
  closing: number
  /** Corrections and returns: what left without being shipped is negative. */
  adjustment: number
  /** Received at no price; kept apart from what was bought. */
  gifts: number
}

/** What left the customer in the period: the stock there was and what came in, less what is left. */
export const netShipment = ({ opening, received, adjustment, closing }: StockFigures): number =>
  opening + received + adjustment - closing
