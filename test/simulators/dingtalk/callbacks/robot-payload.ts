import type { Conversation, Human } from '../state/directory.ts'
import type { World } from '../world.ts'

/** The part of a robot message that depends on its kind. */
export type Content =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'richText'; content: { richText: object[] } }
  | { msgtype: 'picture' | 'audio' | 'video' | 'file'; content: object }
  | { msgtype: string; content?: object; errorCode?: number; errorMessage?: string }

/** Charges the push of a message. Once the month is used up, an error takes the place of its content. */
export const chargedContent = (world: World, content: Content): Content =>
  world.quota.chargePush()
    ? content
    : { msgtype: content.msgtype, errorCode: 20001, errorMessage: '本月推送额度已用完' }

/** What the platform tells the robot about a message somebody sent it. */
export function robotPayload(world: World, human: Human, conversation: Conversation, content: Content) {
  const { app, settings, now } = world
  const { session, until } = world.sessions.open(conversation.id)
  const isGroup = conversation.kind === 'group'
  return {
    msgId: `msg${crypto.randomUUID()}`,
    conversationId: conversation.id,
    conversationType: isGroup ? '2' : '1',
    ...(isGroup ? { conversationTitle: conversation.title, isInAtList: true } : {}),
    ...(isGroup ? { atUsers: [{ dingtalkId: `$:LWCP_v1:$${app.robotCode}` }] } : {}),
    ...(human.staffId && settings.published ? { senderStaffId: human.staffId, isAdmin: human.admin } : {}),
    ...(human.staffId ? { senderCorpId: app.corpId } : {}),
    senderUnionId: human.unionId,
    senderId: human.senderId,
    senderNick: human.name,
    senderPlatform: 'Mac',
    chatbotCorpId: app.corpId,
    chatbotUserId: `$:LWCP_v1:$${app.robotCode}`,
    robotCode: app.robotCode,
    createAt: now(),
    sessionWebhook: `${world.at.oapi}/robot/sendBySession?session=${session}`,
    sessionWebhookExpiredTime: until,
    ...content,
  }
}

export type RobotPayload = ReturnType<typeof robotPayload>
