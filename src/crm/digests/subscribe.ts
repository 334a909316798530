import { type Ctx, type Place, record } from '../context.ts'
import type { Role } from '../people/roles.ts'
import { refuse } from '../refusal.ts'

/** Team leads and above. */
export const maySubscribe: Role[] = [
  'team_lead',
  'office_head',
  'info_clerk',
  'unit_manager',
  'sales_admin',
  'admin',
]

const weeklyIn = ({ platform, conversation }: Place) => ({
  platform_conversation_digest: { platform, conversation, digest: 'weekly' },
})

export const isSubscribed = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db.subscription.findUnique({ where: weeklyIn(placeOf(ctx)) })) !== null

/** The conversation gets the weekly digest of the person's scope from now on. */
export async function subscribe(ctx: Ctx): Promise<void> {
  const place = placeOf(ctx)
  const told = { address: place.address, subscribedById: ctx.me.id, language: ctx.language }
  const { platform, conversation } = place
  const { id } = await ctx.db.subscription.upsert({
    where: weeklyIn(place),
    create: { platform, conversation, digest: 'weekly', ...told },
    update: told,
  })
  record(ctx, 'digest.subscribed', `subscription:${id}`, { platform, conversation })
}

export async function unsubscribe(ctx: Ctx): Promise<void> {
  const place = placeOf(ctx)
  const found = await ctx.db.subscription.findUnique({ where: weeklyIn(place) })
  if (!found)
    refuse('digest.not_subscribed', {
      zh: '这个会话没有订阅周报。要订阅，发“订阅周报”。',
      en: 'This conversation has no weekly digest. To get one, say “subscribe weekly”.',
    })
  await ctx.db.subscription.delete({ where: { id: found.id } })
  record(ctx, 'digest.unsubscribed', `subscription:${found.id}`, { platform: place.platform })
}

function placeOf({ place }: Ctx): Place {
  if (!place)
    refuse('digest.no_place', {
      zh: '请在要接收周报的会话里说“订阅周报”。',
      en: 'Please say “subscribe weekly” in the conversation that is to get the digest.',
    })
  return place
}
