import type { Hono } from 'hono'
import { type Card, changeCard } from '../state/cards.ts'
import type { World } from '../world.ts'
import { checkNewCard, readCard, readChange } from './card-checks.ts'
import { deliverCard, demandSpaces } from './card-delivery.ts'
import { bodyOf, type HostEnv } from './host.ts'
import { missing, Refusal } from './refusal.ts'

type Body = Record<string, unknown>

function demandCard(world: World, { outTrackId }: Body): Card {
  if (!outTrackId) throw missing('outTrackId')
  const card = world.cards.get(String(outTrackId))
  if (!card) throw new Refusal('param.cardNotExist', '卡片不存在')
  return card
}

/** Keeps a new card. A used outTrackId is refused, or by setting taken for the old card without a word. */
function create(world: World, body: Body): { card: Card; isNew: boolean } {
  checkNewCard(world, body)
  const existing = world.cards.get(String(body.outTrackId))
  if (existing && world.settings.duplicateCards === 'refuse') {
    throw new Refusal('param.cardAlreadyExist', '卡片已存在')
  }
  const card = existing ?? readCard(world, body)
  if (!existing) world.cards.add(card)
  return { card, isNew: !existing }
}

/** Creating, delivering and updating interactive cards. */
export function cardRoutes(api: Hono<HostEnv>, world: World) {
  api.post('/v1.0/card/instances/createAndDeliver', (c) => {
    const body = bodyOf(c)
    demandSpaces(body)
    const { card, isNew } = create(world, body)
    const deliverResults = isNew ? deliverCard(world, card, body) : []
    return c.json({ success: true, result: { outTrackId: card.outTrackId, deliverResults } })
  })
  api.post('/v1.0/card/instances', (c) =>
    c.json({ success: true, result: create(world, bodyOf(c)).card.outTrackId }),
  )
  api.post('/v1.0/card/instances/deliver', (c) => {
    const body = bodyOf(c)
    demandSpaces(body)
    return c.json({ success: true, result: deliverCard(world, demandCard(world, body), body) })
  })
  api.put('/v1.0/card/instances', (c) => {
    const body = bodyOf(c)
    changeCard(demandCard(world, body), readChange(world, body), 'put')
    world.timeline.changed()
    return c.json({ success: true, result: true })
  })
  api.post('/v1.0/card/callbacks/register', (c) => {
    const { callbackRouteKey, callbackUrl, apiSecret, forceUpdate } = bodyOf(c)
    if (!callbackRouteKey) throw missing('callbackRouteKey')
    if (!callbackUrl) throw missing('callbackUrl')
    const before = world.cards.routes.get(String(callbackRouteKey))
    if (before && before.url !== callbackUrl && forceUpdate !== true) {
      throw new Refusal('param.callbackRouteKeyAlreadyExist', 'the route key is registered already')
    }
    const route = { url: String(callbackUrl), ...(apiSecret ? { apiSecret: String(apiSecret) } : {}) }
    world.cards.routes.set(String(callbackRouteKey), route)
    return c.json({ success: true, result: { callbackUrl, apiSecret } })
  })
}
