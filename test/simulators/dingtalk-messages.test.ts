import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Stage, setStage } from './dingtalk/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.close())

describe('proactive messages', () => {
  it('reach the known, and name the others in lists', async () => {
    const { sim, sendTo, li, wang } = stage
    sim.throttled.next('wang')
    const sent = await sendTo(['li', 'wang', 'left', 'nobody'], 'sampleText', { content: '早上好' })
    expect(sent).toMatchObject({
      status: 200,
      body: { invalidStaffIdList: ['left', 'nobody'], flowControlledStaffIdList: ['wang'] },
    })
    expect(li.sees()).toBe('早上好')
    expect(wang.sees()).toBe('')
    await sendTo(['wang'], 'sampleText', { content: '早上好' })
    expect(wang.sees()).toBe('早上好')
  })

  it.each([
    ['sampleMarkdown', { text: '没有标题' }, 'invalidParameter.msgParam.invalid'],
    [
      'sampleActionCard3',
      { title: 't', text: 'x', actionTitle1: 'a', actionURL1: 'u' },
      'invalidParameter.msgParam.invalid',
    ],
    [
      'sampleFile',
      { mediaId: '@unknown', fileName: 'a.pdf', fileType: 'pdf' },
      'invalidParameter.msgParam.invalid',
    ],
    ['sampleText', { content: '长'.repeat(5_001) }, 'invalidParameter.msgParam.tooLong'],
    ['sampleTable', {}, 'invalidParameter.msgKey.invalid'],
  ])('refuse a bad %s', async (msgKey, msgParam, code) => {
    const { sendTo, li } = stage
    expect(await sendTo(['li'], msgKey, msgParam)).toMatchObject({ status: 400, body: { code } })
    expect(li.sees()).toBe('')
  })

  it('take a JSON string as msgParam and 20 people at most', async () => {
    const { caller, sendTo, robotCode } = stage
    const object = { robotCode, userIds: ['li'], msgKey: 'sampleText', msgParam: { content: 'x' } }
    const path = '/v1.0/robot/oToMessages/batchSend'
    expect((await caller.api(path, object)).body.code).toBe('invalidParameter.msgParam.invalid')
    const crowd = Array.from({ length: 21 }, () => 'li')
    const tooMany = await sendTo(crowd, 'sampleText', { content: 'x' })
    expect(tooMany.body.code).toBe('invalidParameter.userIds.overMax')
  })

  it('reach a group, and can be recalled', async () => {
    const { caller, sendToGroup, wang, office, robotCode } = stage
    const { processQueryKey } = (await sendToGroup('sampleText', { content: '周报' })).body
    expect(wang.sees(office)).toBe('周报')
    const keys = { robotCode, openConversationId: office, processQueryKeys: [processQueryKey, 'unknown'] }
    const recalled = await caller.api('/v1.0/robot/groupMessages/recall', keys)
    expect(recalled.body).toMatchObject({
      successResult: [processQueryKey],
      failedResult: { unknown: expect.any(String) },
    })
    expect(wang.sees()).toBe('')
  })

  it('carry buttons that say a sentence or open an address', async () => {
    const { sim, connected, sendTo, li } = stage
    using _client = await connected()
    const sentence = `dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent('批准 HT-1')}`
    const buttons = {
      buttonTitle1: '批准',
      buttonUrl1: sentence,
      buttonTitle2: '详情',
      buttonUrl2: 'https://example.com/1',
    }
    await sendTo(['li'], 'sampleActionCard6', { title: '合同', text: 'HT-1', ...buttons })
    expect(li.seesLast()).toBe('合同\nHT-1\n[批准] [详情]')
    expect(await li.follows(undefined, '批准')).toMatchObject({ taken: true })
    expect(sim.timeline.posts.at(-1)).toMatchObject({ from: 'li', message: { text: '批准 HT-1' } })
    await li.follows(undefined, '详情')
    expect(li.opened).toEqual(['https://example.com/1'])
  })
})

describe('replies to a session', () => {
  const sessionOf = async (): Promise<string> => {
    const { heardDuring, li, office } = stage
    const [message] = await heardDuring(() => li.saysIn(office, '库存'))
    return message!.sessionWebhook as string
  }

  it('are always HTTP 200: the errcode tells', async () => {
    const { sim, caller } = stage
    const session = await sessionOf()
    const text = { msgtype: 'text', text: { content: '@li 好' }, at: { atUserIds: ['li', 'wang'] } }
    expect(await caller.ask(session, text)).toMatchObject({ status: 200, body: { errcode: 0 } })
    expect(sim.timeline.posts.at(-1)?.mentions).toEqual(['li'])
    expect(sim.recorder.warnings).toEqual(['@wang was asked for but is not in the text'])
    const image = await caller.ask(session, { msgtype: 'image', image: { mediaId: '@x' } })
    expect(image).toMatchObject({ status: 200, body: { errcode: 400402 } })
    sim.sessions.expireAll()
    expect(await caller.ask(session, text)).toMatchObject({ status: 200, body: { errcode: 300001 } })
  })
})

describe('people', () => {
  it('are found by staffId and by mobile, as far as the app may see', async () => {
    const { sim, caller, li, wang } = stage
    const { mobile, email } = li.human
    const get = async () => (await caller.oapi('/topapi/v2/user/get', { userid: 'li' })).body
    const find = async (mobile: string) => (await caller.oapi('/topapi/v2/user/getbymobile', { mobile })).body
    expect(await get()).toMatchObject({ errcode: 0, result: { name: '李雷', mobile, email, active: true } })
    expect(await find(wang.human.mobile)).toMatchObject({ result: { userid: 'wang' } })
    expect(await find('13900000000')).toMatchObject({ errcode: 60121 })
    expect(await find('x')).toMatchObject({ errcode: 40104 })
    sim.settings.mayRead = { mobile: false, email: false }
    expect((await get()).result).not.toHaveProperty('mobile')
    sim.directory.leaves('li')
    expect(await get()).toMatchObject({ errcode: 60121 })
  })

  it('have no senderStaffId from outside, nor before the app is published', async () => {
    const { sim, heardDuring, li, office } = stage
    const heard = await heardDuring(async () => {
      await sim.outsider('路人').saysIn(office, '你好')
      sim.settings.published = false
      await li.says('你好')
    })
    expect(heard).toMatchObject([
      { conversationType: '2', conversationTitle: '办事处', text: { content: ' 你好' }, isInAtList: true },
      { senderNick: '李雷', senderUnionId: 'union-li' },
    ])
    expect(heard.some((one) => 'senderStaffId' in one)).toBe(false)
  })

  it('are not heard in a group without a mention, not even through a link', async () => {
    const { sim, sendToGroup, heardDuring, li, office } = stage
    const sentence = 'dtmd://dingtalkclient/sendMessage?content=%E6%89%B9%E5%87%86'
    const card = { title: 't', text: 'x', singleTitle: '批准', singleURL: sentence }
    await sendToGroup('sampleActionCard', card)
    const heard = await heardDuring(async () => {
      await li.saysIn(office, '闲聊', { mention: false })
      await li.follows(undefined, '批准', office)
      sim.settings.linksMentionRobot = true
      await li.follows(undefined, '批准', office)
    })
    expect(heard).toMatchObject([{ text: { content: ' 批准' } }])
  })

  it('send voice, pictures, files and mixtures, which can be downloaded for a while', async () => {
    const { sim, caller, heardDuring, li, robotCode } = stage
    const bytes = new TextEncoder().encode('月报')
    const heard = await heardDuring(async () => {
      await li.speaks('拜访华联')
      await li.sendsPicture(bytes)
      await li.sendsFile('月报.xlsx', bytes)
      await li.sendsRich([{ text: '看图' }, { picture: bytes }])
      await li.sendsKind('chatRecord', { summary: '聊天记录' })
    })
    const content = (index: number) => heard[index]!.content as Record<string, string>
    expect(heard.map((one) => one.msgtype)).toEqual(['audio', 'picture', 'file', 'richText', 'chatRecord'])
    expect(content(0)).toMatchObject({ recognition: '拜访华联', duration: 4_000 })
    expect(content(2)).toMatchObject({ fileName: '月报.xlsx' })
    expect(content(3)).toMatchObject({ richText: [{ text: '看图' }, { type: 'picture' }] })

    const download = { robotCode, downloadCode: content(2).downloadCode }
    const { downloadUrl } = (await caller.api('/v1.0/robot/messageFiles/download', download)).body
    expect(downloadUrl).toMatch(/\.file$/)
    expect(await (await fetch(downloadUrl)).text()).toBe('月报')
    sim.settings.fileUrlLife = 0
    const late = (await caller.api('/v1.0/robot/messageFiles/download', download)).body
    expect((await fetch(late.downloadUrl)).status).toBe(403)
    sim.files.expireCodes()
    expect((await caller.api('/v1.0/robot/messageFiles/download', download)).status).toBe(400)
  })

  it('receive uploaded files of the listed kinds', async () => {
    const { sim, caller, sendTo, li } = stage
    const bytes = new Uint8Array([1, 2, 3])
    expect((await caller.upload('file', 'a.csv', bytes)).body.errcode).toBe(40005)
    const { media_id } = (await caller.upload('file', 'a.xlsx', bytes)).body
    await sendTo(['li'], 'sampleFile', { mediaId: media_id, fileName: '月报.xlsx', fileType: 'xlsx' })
    expect(li.messages()).toMatchObject([{ kind: 'file', fileName: '月报.xlsx', mediaId: media_id }])
    expect(sim.files.media(media_id)?.bytes).toEqual(bytes)
  })
})
