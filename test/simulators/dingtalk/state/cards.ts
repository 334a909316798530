export type Params = Record<string, string>

type ParamMap = { cardParamMap?: Params }

/** Where a card has been delivered. */
export interface Place {
  spaceType: string
  spaceId: string
  conversationId: string
}

export interface Card {
  outTrackId: string
  templateId: string
  /** Decides where presses go; without it they go nowhere. */
  callbackType?: 'STREAM' | 'HTTP'
  callbackRouteKey?: string
  params: Params
  /** What single people see instead, by their key. */
  privates: Map<string, Params>
  places: Place[]
  /** Every state the card has had, the first one included. */
  history: { by: 'create' | 'put' | 'answer'; params: Params }[]
}

export interface CardChange {
  cardData?: ParamMap
  /** By the person's key. */
  privateData?: Record<string, ParamMap>
  cardUpdateOptions?: { updateCardDataByKey?: boolean; updatePrivateDataByKey?: boolean }
}

export type Cards = ReturnType<typeof createCards>

export function createCards() {
  const cards = new Map<string, Card>()
  const routes = new Map<string, { url: string; apiSecret?: string }>()
  const failing = new Map<string, string>()
  return {
    all: () => [...cards.values()],
    get: (outTrackId: string) => cards.get(outTrackId),
    add: (card: Card) => void cards.set(card.outTrackId, card),
    /** Where HTTP presses go, by callbackRouteKey. */
    routes,
    /** Deliveries to this userId or openConversationId fail, inside an answer that says success. */
    failDelivery: (spaceId: string, errorMsg = 'system error') => void failing.set(spaceId, errorMsg),
    healDelivery: () => failing.clear(),
    failureFor: (spaceId: string) => failing.get(spaceId),
  }
}

/** Overwrites all variables, unless told to change only those that are named. */
const changed = (before: Params, change: ParamMap, byKey = false): Params => ({
  ...(byKey ? before : {}),
  ...change.cardParamMap,
})

/** Applies an update in place, with the platform's overwrite-by-default. */
export function changeCard(card: Card, change: CardChange, by: 'put' | 'answer') {
  const { updateCardDataByKey, updatePrivateDataByKey } = change.cardUpdateOptions ?? {}
  if (change.cardData) card.params = changed(card.params, change.cardData, updateCardDataByKey)
  for (const [person, map] of Object.entries(change.privateData ?? {})) {
    card.privates.set(person, changed(card.privates.get(person) ?? {}, map, updatePrivateDataByKey))
  }
  card.history.push({ by, params: card.params })
}
