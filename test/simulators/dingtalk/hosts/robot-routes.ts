import type { Hono } from 'hono'
import type { Message } from '../state/timeline.ts'
import type { World } from '../world.ts'
import { bodyOf, type HostEnv } from './host.ts'
import { readKeyedMessage } from './message-keys.ts'
import { missing, Refusal } from './refusal.ts'

type Body = Record<string, unknown>

function demandRobot(world: World, { robotCode }: Body) {
  if (!robotCode) throw new Refusal('invalidParameter.robotCode.empty', 'robotCode is empty')
  if (robotCode !== world.app.robotCode) {
    throw new Refusal('invalidParameter.robotCode.notExisted', 'no such robot')
  }
}

function readUserIds({ userIds }: Body): string[] {
  if (!Array.isArray(userIds) || userIds.length === 0) {
    throw new Refusal('invalidParameter.userIds.empty', 'userIds is empty')
  }
  if (userIds.length > 20) throw new Refusal('invalidParameter.userIds.overMax', 'userIds超过最大限制')
  return userIds.map(String)
}

/** Sends to each person; the answer is a success even for those it skipped. */
function sendToPeople(world: World, userIds: string[], message: Message) {
  const processQueryKey = crypto.randomUUID()
  const people = userIds.map((id) => ({ id, human: world.directory.byStaffId(id) }))
  const invalidStaffIdList = people.filter(({ human }) => !human?.active).map(({ id }) => id)
  const known = people.filter(({ human }) => human?.active)
  const throttled = known.filter(({ id }) => world.throttled.take(id))
  for (const { human } of known.filter((one) => !throttled.includes(one))) {
    const conversationId = world.directory.single(human!).id
    world.timeline.add({ conversationId, from: 'robot', message, processQueryKey })
  }
  return { processQueryKey, invalidStaffIdList, flowControlledStaffIdList: throttled.map(({ id }) => id) }
}

function recall(world: World, keys: unknown) {
  const processQueryKeys = Array.isArray(keys) ? keys.map(String) : []
  const successResult = processQueryKeys.filter((key) => world.timeline.recall(key))
  const failed = processQueryKeys.filter((key) => !successResult.includes(key))
  return { successResult, failedResult: Object.fromEntries(failed.map((key) => [key, 'system error'])) }
}

/** Sending, recalling and downloading, for the robot. */
export function robotRoutes(api: Hono<HostEnv>, world: World) {
  api.post('/v1.0/robot/oToMessages/batchSend', (c) => {
    const body = bodyOf(c)
    demandRobot(world, body)
    const userIds = readUserIds(body)
    return c.json(sendToPeople(world, userIds, readKeyedMessage(body.msgKey, body.msgParam, world.files)))
  })

  api.post('/v1.0/robot/groupMessages/send', (c) => {
    const body = bodyOf(c)
    demandRobot(world, body)
    const group = world.directory.groups.get(String(body.openConversationId))
    if (!group) throw new Refusal('invalidParameter.openConversationId.invalid', 'no such group')
    if (!group.hasRobot) throw new Refusal('group.robot.notExisted', 'the robot is not in the group')
    const message = readKeyedMessage(body.msgKey, body.msgParam, world.files)
    const processQueryKey = crypto.randomUUID()
    world.timeline.add({ conversationId: group.id, from: 'robot', message, processQueryKey })
    return c.json({ processQueryKey })
  })

  for (const path of ['/v1.0/robot/otoMessages/batchRecall', '/v1.0/robot/groupMessages/recall']) {
    api.post(path, (c) => {
      demandRobot(world, bodyOf(c))
      return c.json(recall(world, bodyOf(c).processQueryKeys))
    })
  }

  api.post('/v1.0/robot/messageFiles/download', (c) => {
    const body = bodyOf(c)
    demandRobot(world, body)
    if (!body.downloadCode) throw missing('downloadCode')
    const name = world.files.link(String(body.downloadCode))
    if (!name) throw new Refusal('invalidParameter.downloadCode.invalid', 'the downloadCode has expired')
    return c.json({ downloadUrl: `${world.at.api}/files/${name}` })
  })
  api.get('/files/:name', (c) => {
    const file = world.files.download(c.req.param('name'))
    if (!file) return c.text('<Error><Code>AccessDenied</Code></Error>', 403)
    return c.body(new Uint8Array(file.bytes), 200, { 'content-type': 'application/octet-stream' })
  })
}
