import { TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { vi } from 'vitest'
import { createCaller } from './caller.ts'
import { SdkClient } from './sdk-client.ts'
import { simulateDingtalk } from './simulator.ts'

const robotCode = 'ding-simulated'

const people = [
  { staffId: 'li', name: '李雷', mobile: '13800000001', email: 'li@example.com' },
  { staffId: 'wang', name: '王芳', mobile: '13800000002' },
  { staffId: 'left', name: '离职', active: false },
]
const office = { id: 'cid-office', title: '办事处', members: ['li', 'wang', '路人'] }

/** Where to deliver a card: to 李雷, or to the group. */
export const toLi = {
  openSpaceId: 'dtv1.card//IM_ROBOT.li',
  imRobotOpenSpaceModel: { supportForward: false },
  imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode },
}
export const toOffice = {
  openSpaceId: 'dtv1.card//IM_GROUP.cid-office',
  imGroupOpenSpaceModel: { supportForward: false },
  imGroupOpenDeliverModel: { robotCode },
}

/** The `btns` variable with one button that approves. */
export const approveButton = (status = 'normal') => {
  const params = { actionId: 'approve', params: { say: '批准 HT-1' } }
  return JSON.stringify([{ text: '同意', status, action: { type: 'sendCardRequest', params } }])
}

type Listener = (client: SdkClient, messageId: string, data: string) => void

export type Stage = Awaited<ReturnType<typeof setStage>>

/** A simulator with three people and a group, and the ways its own tests deal with it. */
export async function setStage() {
  vi.spyOn(console, 'info').mockReturnValue()
  const sim = await simulateDingtalk({ people, groups: [office] })
  const caller = await createCaller(sim)

  /** Connects the real SDK, which acknowledges robot messages unless told otherwise. */
  const connected = async (onRobot?: Listener) => {
    const { clientId, clientSecret } = sim.app
    const subscriptions = [{ type: 'EVENT', topic: '*' }]
    const client = new SdkClient(sim.apiUrl, { clientId, clientSecret, subscriptions })
    client.registerCallbackListener(TOPIC_ROBOT, ({ headers, data }) => {
      if (onRobot) return onRobot(client, headers.messageId, data)
      client.socketCallBackResponse(headers.messageId, null)
    })
    client.registerCallbackListener(TOPIC_CARD, () => {})
    await client.connect()
    return Object.assign(client, { [Symbol.dispose]: () => client.disconnect() })
  }
  const sendTo = (userIds: string[], msgKey: string, param: object) => {
    const body = { robotCode, userIds, msgKey, msgParam: JSON.stringify(param) }
    return caller.api('/v1.0/robot/oToMessages/batchSend', body)
  }
  const sendToGroup = (msgKey: string, param: object) => {
    const body = { robotCode, openConversationId: office.id, msgKey, msgParam: JSON.stringify(param) }
    return caller.api('/v1.0/robot/groupMessages/send', body)
  }
  const newCard = (cardParamMap: object, more: object = {}) =>
    caller.api('/v1.0/card/instances/createAndDeliver', {
      cardTemplateId: 'universal.schema',
      outTrackId: 'card-1',
      callbackType: 'STREAM',
      userIdType: 1,
      cardData: { cardParamMap },
      ...toLi,
      ...more,
    })
  const updateCard = (cardParamMap: object, cardUpdateOptions?: object) =>
    caller.put('/v1.0/card/instances', {
      outTrackId: 'card-1',
      cardData: { cardParamMap },
      cardUpdateOptions,
    })
  /** Everything the robot hears while something happens. */
  const heardDuring = async (act: () => Promise<unknown>) => {
    const heard: Record<string, unknown>[] = []
    using _client = await connected((client, messageId, data) => {
      heard.push(JSON.parse(data))
      client.socketCallBackResponse(messageId, null)
    })
    await act()
    return heard
  }
  const close = async () => {
    await sim.close()
    vi.restoreAllMocks()
  }
  return {
    ...{ sim, caller, connected, sendTo, sendToGroup, newCard, updateCard, heardDuring, close },
    li: sim.user('li'),
    wang: sim.user('wang'),
    office: office.id,
    robotCode,
  }
}
