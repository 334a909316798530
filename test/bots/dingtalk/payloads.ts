import type { DingtalkPayload } from '../../../bots/dingtalk/payload.ts'
import type { Incoming, Say } from '../../../src/chat/contract.ts'

export const at = 1_795_485_600_000
const until = at + 90 * 60_000
const sessionWebhook = 'https://oapi.dingtalk.com/robot/sendBySession?session=abc'

/** A message as the platform describes it, in a one-to-one conversation unless told otherwise. */
export const message = (content: object, more: object = {}): DingtalkPayload => ({
  kind: 'message',
  body: {
    msgId: 'msg1',
    conversationId: 'cid-single',
    conversationType: '1',
    senderStaffId: 'li',
    senderId: '$:LWCP_v1:$li',
    senderNick: '李明',
    senderCorpId: 'ding-corp',
    chatbotCorpId: 'ding-corp',
    chatbotUserId: '$:LWCP_v1:$robot',
    robotCode: 'ding-simulated',
    createAt: at,
    sessionWebhook,
    sessionWebhookExpiredTime: until,
    ...content,
    ...more,
  },
})

export const inGroup = {
  conversationId: 'cid-office',
  conversationType: '2',
  conversationTitle: '办事处',
  isInAtList: true,
}

/** A press or a submit, as the platform describes it. */
export const press = (actionIds: string[], params: object, more: object = {}): DingtalkPayload => ({
  kind: 'press',
  frame: 'frame-1',
  at,
  body: {
    type: 'actionCallback',
    outTrackId: 'card-1',
    corpId: 'ding-corp',
    userId: 'li',
    userIdType: 1,
    spaceId: 'li',
    spaceType: 'IM_ROBOT',
    extension: '{}',
    content: JSON.stringify({ cardPrivateData: { actionIds, params } }),
    ...more,
  },
})

const li = { platform: 'dingtalk', id: 'li', name: '李明' }
const extra = { session: sessionWebhook, until }
const alone = { platform: 'dingtalk', conversation: 'li', kind: 'direct', user: 'li' } as const
const office = { platform: 'dingtalk', conversation: 'cid-office', kind: 'group' } as const

const said = (say: Say, more: Partial<Incoming> = {}): Incoming => ({
  id: 'msg1',
  from: li,
  say,
  replyTo: { ...alone, extra },
  at,
  ...more,
})

const pressed = (action: string, say: Say, more: Partial<Incoming> = {}): Incoming => ({
  id: `card:card-1:${action}:li:frame-1`,
  from: { platform: 'dingtalk', id: 'li' },
  say,
  replyTo: { ...alone, message: 'card-1', redrawable: true },
  at,
  ...more,
})

const text = (content: string) => ({ msgtype: 'text', text: { content } })
const file = (msgtype: string, content: object) => ({
  msgtype,
  content: { downloadCode: 'code', ...content },
})
const formOf = (form: object) => ({ form: { '#say': '保存 D7K2', '#fields': 'about,kind,sure', ...form } })

/** Payloads as the platform sends them, and what each says. */
export const fixtures: Record<string, { payload: DingtalkPayload; reads: Incoming | null }> = {
  'a sentence': { payload: message(text('客户 KH000123')), reads: said({ text: '客户 KH000123' }) },
  'a mention in a group, with the space it leaves behind': {
    payload: message(text(' 客户 KH000123'), inGroup),
    reads: said({ text: '客户 KH000123' }, { replyTo: { ...office, extra } }),
  },
  'a mention without a word': {
    payload: message(text(' '), inGroup),
    reads: said({ text: '帮助' }, { replyTo: { ...office, extra } }),
  },
  'someone from outside, or before the app is published': {
    payload: message(text('你好'), { senderStaffId: undefined }),
    reads: said(
      { text: '你好' },
      {
        from: { ...li, id: 'stranger:$:LWCP_v1:$li' },
        replyTo: {
          ...alone,
          conversation: 'stranger:$:LWCP_v1:$li',
          user: 'stranger:$:LWCP_v1:$li',
          extra,
        },
      },
    ),
  },
  'rich text with a picture': {
    payload: message({
      msgtype: 'richText',
      content: {
        richText: [{ text: '拜访华联超市 ' }, { type: 'picture', downloadCode: 'x' }, { text: '聊了堆头' }],
      },
    }),
    reads: said({ text: '拜访华联超市 聊了堆头' }),
  },
  'a voice note': {
    payload: message(file('audio', { recognition: '查客户华联超市。', duration: 4000 })),
    reads: said({ text: '查客户华联超市。' }),
  },
  'a voice note that nobody understood': {
    payload: message(file('audio', { recognition: '', duration: 4000 })),
    reads: said({ file: { id: 'code', name: '语音.amr' } }),
  },
  'a picture': {
    payload: message(file('picture', {})),
    reads: said({ file: { id: 'code', name: '图片.jpg' } }),
  },
  'a file': {
    payload: message(file('file', { fileName: '库存.csv', spaceId: '1', fileId: '2' })),
    reads: said({ file: { id: 'code', name: '库存.csv' } }),
  },
  'a kind that nobody documented': {
    payload: message({ msgtype: 'chatRecord', content: {} }),
    reads: said({ file: { id: '', name: 'chatRecord' } }),
  },
  'a press': {
    payload: press(['b1'], { say: '批准 HT-2026-0031' }),
    reads: pressed('b1', { press: '批准 HT-2026-0031' }),
  },
  'a press whose content has its older name': {
    payload: press(
      [],
      {},
      {
        content: undefined,
        value: JSON.stringify({ cardPrivateData: { actionIds: ['b1'], params: { say: '帮助' } } }),
      },
    ),
    reads: pressed('b1', { press: '帮助' }),
  },
  'a press in a group': {
    payload: press(['b1'], { say: '帮助' }, { spaceId: 'cid-office', spaceType: 'IM_GROUP' }),
    reads: pressed('b1', { press: '帮助' }, { replyTo: { ...office, message: 'card-1', redrawable: true } }),
  },
  'a press by someone from outside': {
    payload: press(
      ['b1'],
      { say: '帮助' },
      { userId: 'union-x', userIdType: 2, spaceType: 'IM_GROUP', spaceId: 'cid-office' },
    ),
    reads: pressed(
      'b1',
      { press: '帮助' },
      {
        id: 'card:card-1:b1:union-x:frame-1',
        from: { platform: 'dingtalk', id: 'stranger:union-x' },
        replyTo: { ...office, message: 'card-1', redrawable: true },
      },
    ),
  },
  'a form: texts, a choice, a box; what was emptied is empty': {
    payload: press(['form'], formOf({ kind: { index: 1, value: 'call' }, sure: true })),
    reads: pressed('form', {
      press: '保存 D7K2',
      values: { about: '', kind: 'call', sure: 'true' },
    }),
  },
  'a form with several choices': {
    payload: press(['form'], formOf({ kind: { index: [0, 1], value: ['a', 'b'] }, about: ['x', 'y'] })),
    reads: pressed('form', { press: '保存 D7K2', values: { about: 'x\ny', kind: 'a\nb', sure: '' } }),
  },
  'a form that is not ours': { payload: press(['form'], { form: { a: 'b' } }), reads: null },
  'a press that says nothing': { payload: press(['b1'], {}), reads: null },
  'our own message': {
    payload: message(text('您好'), { senderId: '$:LWCP_v1:$robot', senderStaffId: undefined }),
    reads: null,
  },
  'a message without a word': { payload: message(text('  ')), reads: null },
  'a month that is used up': {
    payload: message({ msgtype: 'text', errorCode: 20001, errorMessage: '本月推送额度已用完' }),
    reads: null,
  },
}
