import type { Card } from '../state/cards.ts'
import type { Conversation } from '../state/directory.ts'
import type { World } from '../world.ts'
import { personOf } from './card-checks.ts'
import { missing, Refusal } from './refusal.ts'

type Body = Record<string, unknown>
type Space = { spaceType: string; spaceId: string }

const spaceTypes = ['IM_GROUP', 'IM_ROBOT', 'IM_SINGLE', 'ONE_BOX']

/** Reads `dtv1.card//IM_GROUP.<id>;IM_ROBOT.<userId>`. */
export function demandSpaces({ openSpaceId }: Body): Space[] {
  if (!openSpaceId) throw missing('openSpaceId')
  const [scheme, list = ''] = String(openSpaceId).split('//')
  const spaces = list.split(';').map((one) => {
    const dot = one.indexOf('.')
    return { spaceType: one.slice(0, dot), spaceId: one.slice(dot + 1) }
  })
  const sound = spaces.every(({ spaceType, spaceId }) => spaceTypes.includes(spaceType) && spaceId)
  if (scheme !== 'dtv1.card' || !sound) throw new Refusal('param.openSpaceIdInvalid', 'openSpaceId不合法')
  return spaces
}

/** The conversation a space stands for, or why the card cannot go there. */
function findConversation(world: World, { spaceType, spaceId }: Space, body: Body): Conversation | string {
  if (spaceType === 'IM_ROBOT') {
    const human = personOf(world, spaceId, body.userIdType)
    return human?.active ? world.directory.single(human) : 'spaceId is illegal'
  }
  if (spaceType !== 'IM_GROUP') return 'this space is not simulated'
  const conversation = world.directory.group(spaceId)
  if (!conversation) return 'spaceId is illegal'
  return world.directory.groups.get(spaceId)!.hasRobot ? conversation : 'robot is not in the group'
}

/** What is wrong with the models that must accompany a space, if anything. */
function modelFault(world: World, { spaceType }: Space, body: Body): string | undefined {
  const prefix = spaceType === 'IM_ROBOT' ? 'imRobot' : 'imGroup'
  const deliver = body[`${prefix}OpenDeliverModel`] as Body | undefined
  if (!deliver) return `${prefix}OpenDeliverModel is missing`
  if (spaceType === 'IM_ROBOT' && deliver.spaceType !== 'IM_ROBOT') return 'spaceType is not IM_ROBOT'
  if (spaceType === 'IM_GROUP' && deliver.robotCode !== world.app.robotCode) return 'robotCode is illegal'
  return undefined
}

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : Object.keys((value as object | undefined) ?? {})

function deliverTo(world: World, card: Card, space: Space, body: Body) {
  const conversation = findConversation(world, space, body)
  const errorMsg =
    world.cards.failureFor(space.spaceId) ??
    modelFault(world, space, body) ??
    (typeof conversation === 'string' ? conversation : undefined)
  if (errorMsg || typeof conversation === 'string') return { ...space, success: false, errorMsg }

  const group = space.spaceType === 'IM_GROUP' ? (body.imGroupOpenDeliverModel as Body) : {}
  const only = namesIn(group.recipients)
  card.places.push({ ...space, conversationId: conversation.id })
  world.timeline.add({
    conversationId: conversation.id,
    from: 'robot',
    card: card.outTrackId,
    mentions: namesIn(group.atUserIds),
    ...(only.length > 0 ? { only } : {}),
  })
  return { ...space, success: true, carrierId: crypto.randomUUID(), errorMsg: '' }
}

/** Puts a card into its spaces. A space that fails is told in its own result only. */
export const deliverCard = (world: World, card: Card, body: Body) =>
  demandSpaces(body).map((space) => deliverTo(world, card, space, body))
