import { jsonVariables, templateVariables } from '../client/card-view.ts'
import type { Card, CardChange, Params } from '../state/cards.ts'
import type { World } from '../world.ts'
import { missing, Refusal } from './refusal.ts'

type Body = Record<string, unknown>

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isJson = (value: string) => {
  try {
    return isObject(JSON.parse(value)) || Array.isArray(JSON.parse(value))
  } catch {
    return false
  }
}

function checkSize(world: World, key: string, value: string) {
  const { cardValueBytes, cardValueRule } = world.settings
  if (Buffer.byteLength(key) > 100) throw new Refusal('param.cardDataInvalid', `key too long: ${key}`)
  const size = Buffer.byteLength(value)
  if (size <= cardValueBytes) return
  if (cardValueRule === 'refuse') throw new Refusal('param.cardDataTooLong', `${key} has ${size} bytes`)
  world.recorder.warnings.push(`card variable ${key} has ${size} bytes, ${cardValueBytes} are documented`)
}

function checkMeaning(world: World, key: string, value: string) {
  const { warnings } = world.recorder
  if (!templateVariables.includes(key)) warnings.push(`card variable ${key} is not in the template`)
  if (jsonVariables.includes(key) && value && !isJson(value))
    warnings.push(`card variable ${key} is not JSON`)
  if (world.settings.unsafeText?.test(value)) throw new Refusal('param.contentUnsafe', '内容不合规')
}

/** Checks one `{cardParamMap}`: texts only, numbers and objects as their JSON. */
function readParams(world: World, holder: unknown): Params {
  const map = isObject(holder) ? (holder.cardParamMap ?? {}) : undefined
  if (!isObject(map)) throw new Refusal('param.cardDataInvalid', 'cardParamMap must be a map')
  for (const [key, value] of Object.entries(map)) {
    if (typeof value !== 'string') throw new Refusal('param.cardDataInvalid', `${key} is not a string`)
    checkSize(world, key, value)
    checkMeaning(world, key, value)
  }
  return map as Params
}

/** The person a userId in a card call means: userIdType 1 is the staffId, 2 the unionId. */
export function personOf(world: World, userId: string, userIdType: unknown) {
  return userIdType === 2 ? world.directory.byUnionId(userId) : world.directory.byStaffId(userId)
}

function readPrivates(world: World, { privateData, userIdType }: Body): [string, Params][] {
  if (privateData === undefined) return []
  if (!isObject(privateData)) throw new Refusal('param.privateDataInvalid', 'privateData must be a map')
  return Object.entries(privateData).map(([userId, holder]) => {
    const human = personOf(world, userId, userIdType)
    if (!human) throw new Refusal('param.userIdNotExist', `no such user ${userId}`)
    return [human.key, readParams(world, holder)]
  })
}

export function checkNewCard(
  world: World,
  { cardTemplateId, outTrackId, callbackType, callbackRouteKey }: Body,
) {
  if (!cardTemplateId) throw missing('cardTemplateId')
  if (!outTrackId) throw missing('outTrackId')
  if (!world.app.templateIds.includes(String(cardTemplateId))) {
    throw new Refusal('param.templateNotExist', '卡片模板不存在')
  }
  if (callbackType !== undefined && callbackType !== 'STREAM' && callbackType !== 'HTTP') {
    throw new Refusal('param.callbackTypeInvalid', 'callbackType is STREAM or HTTP')
  }
  if (callbackType === 'HTTP' && !callbackRouteKey) {
    throw new Refusal('param.callbackRouteKeyEmpty', 'an HTTP card needs a callbackRouteKey')
  }
}

export function readCard(world: World, body: Body): Card {
  const params = readParams(world, body.cardData ?? {})
  const { callbackType, callbackRouteKey } = body
  return {
    outTrackId: String(body.outTrackId),
    templateId: String(body.cardTemplateId),
    ...(callbackType ? { callbackType: callbackType as Card['callbackType'] } : {}),
    ...(callbackRouteKey ? { callbackRouteKey: String(callbackRouteKey) } : {}),
    params,
    privates: new Map(readPrivates(world, body)),
    places: [],
    history: [{ by: 'create', params }],
  }
}

const publicChange = (world: World, { cardData, cardUpdateOptions }: Body): CardChange => ({
  ...(cardData === undefined ? {} : { cardData: { cardParamMap: readParams(world, cardData) } }),
  cardUpdateOptions: isObject(cardUpdateOptions) ? cardUpdateOptions : {},
})

/** Reads an update through the API. */
export function readChange(world: World, body: Body): CardChange {
  const privates = readPrivates(world, body).map(([key, cardParamMap]) => [key, { cardParamMap }] as const)
  return { ...publicChange(world, body), privateData: Object.fromEntries(privates) }
}

/** Reads the answer to a press: its private part goes to whoever pressed. Nothing, if there is nothing to change. */
export function readAnswer(world: World, answer: unknown, presserKey: string): CardChange | undefined {
  if (!isObject(answer) || !(answer.cardData || answer.userPrivateData)) return undefined
  const { userPrivateData } = answer
  const mine = userPrivateData ? { [presserKey]: { cardParamMap: readParams(world, userPrivateData) } } : {}
  return { ...publicChange(world, answer), privateData: mine }
}
