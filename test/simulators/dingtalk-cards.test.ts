import { TOPIC_CARD } from 'dingtalk-stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approveButton, type Stage, setStage, toLi, toOffice } from './dingtalk/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.close())

describe('cards', () => {
  it('are drawn from the universal variables, for each person their own', async () => {
    const { newCard, li, wang } = stage
    const made = await newCard(
      { title: '合同 HT-1', content: '华联超市', btns: approveButton() },
      { ...toOffice, privateData: { wang: { cardParamMap: { notice: '轮到你了' } } } },
    )
    expect(made.body.result.deliverResults).toMatchObject([{ success: true, spaceType: 'IM_GROUP' }])
    expect(li.seesLast()).toBe('合同 HT-1\n华联超市\n[同意]')
    expect(wang.seesLast()).toBe('合同 HT-1\n华联超市\n轮到你了\n[同意]')
  })

  it('draw tables, charts and forms in words', async () => {
    const { newCard, li } = stage
    const table = {
      meta: [
        { alias: 'sku', aliasName: '产品' },
        { alias: 'n', aliasName: '箱' },
      ],
      data: [{ sku: '可乐', n: 3 }],
    }
    const chart = { type: 'lineChart', data: [{ x: '06-03', y: 820, type: '可乐' }], config: {} }
    const form = { fields: [{ name: 'why', label: '原因', type: 'TEXT', required: true }] }
    const variables = { table, chart, form }
    const asText = Object.entries(variables).map(([key, value]) => [key, JSON.stringify(value)])
    await newCard({ ...Object.fromEntries(asText), form_btn_text: '提交' })
    expect(li.seesLast()).toBe('产品 | 箱\n可乐 | 3\nlineChart 可乐 06-03 820\n原因*:\n[提交]')
  })

  it('overwrite all variables on update, unless told to go by key', async () => {
    const { sim, newCard, updateCard, li } = stage
    await newCard({ title: '合同', content: '待批' })
    await updateCard({ content: '已批' }, { updateCardDataByKey: true })
    expect(li.seesLast()).toBe('合同\n已批')
    await updateCard({ content: '完成' })
    expect(li.seesLast()).toBe('完成')
    expect(sim.cards.get('card-1')?.history).toHaveLength(3)
  })

  it('are delivered in one step or in two', async () => {
    const { caller, li } = stage
    const card = {
      cardTemplateId: 'universal.schema',
      outTrackId: 'two',
      cardData: { cardParamMap: { title: '两步' } },
    }
    expect((await caller.api('/v1.0/card/instances', card)).body).toEqual({ success: true, result: 'two' })
    expect(li.sees()).toBe('')
    await caller.api('/v1.0/card/instances/deliver', { outTrackId: 'two', userIdType: 1, ...toLi })
    expect(li.sees()).toBe('两步')
  })

  it.each([
    ['another template', { cardTemplateId: 'other.schema' }, 'param.templateNotExist'],
    ['no outTrackId', { outTrackId: '' }, 'MissingoutTrackId'],
    ['a number as a variable', { cardData: { cardParamMap: { title: 1 } } }, 'param.cardDataInvalid'],
    ['a space that is none', { openSpaceId: 'li' }, 'param.openSpaceIdInvalid'],
    ['an unknown callback type', { callbackType: 'stream' }, 'param.callbackTypeInvalid'],
    ['private data of a stranger', { privateData: { nobody: {} } }, 'param.userIdNotExist'],
  ])('are refused for %s', async (_what, more, code) => {
    const { newCard, li } = stage
    expect(await newCard({ title: 'x' }, more)).toMatchObject({ status: 400, body: { code } })
    expect(li.sees()).toBe('')
  })

  it('are refused under a used outTrackId, or by setting ignored', async () => {
    const { sim, caller, newCard, li } = stage
    await newCard({ title: '一' })
    expect((await newCard({ title: '二' })).body.code).toBe('param.cardAlreadyExist')
    sim.settings.duplicateCards = 'ignore'
    expect((await newCard({ title: '三' })).body.success).toBe(true)
    expect(li.sees()).toBe('一')
    const update = await caller.put('/v1.0/card/instances', { outTrackId: 'card-9', cardData: {} })
    expect(update.body.code).toBe('param.cardNotExist')
  })

  it.each([
    ['a conversation id instead of the person', { openSpaceId: 'dtv1.card//IM_ROBOT.cid-single-li' }],
    ['a person in a group space', { ...toOffice, openSpaceId: 'dtv1.card//IM_GROUP.li' }],
    ['a missing deliver model', { imRobotOpenDeliverModel: undefined }],
  ])('hide a failed delivery inside success: %s', async (_what, more) => {
    const { newCard, li } = stage
    const made = await newCard({ title: 'x' }, more)
    expect(made).toMatchObject({ status: 200, body: { success: true } })
    expect(made.body.result.deliverResults).toMatchObject([{ success: false, errorMsg: expect.any(String) }])
    expect(li.sees()).toBe('')
  })

  it('fail for one space of two when told to', async () => {
    const { sim, newCard } = stage
    sim.cards.failDelivery('cid-office', '系统错误')
    const made = await newCard(
      { title: 'x' },
      { ...toOffice, openSpaceId: 'dtv1.card//IM_ROBOT.li;IM_GROUP.cid-office' },
    )
    expect(made.body.result.deliverResults).toMatchObject([
      { success: true },
      { success: false, errorMsg: '系统错误' },
    ])
  })

  it('note a variable over the documented size, or refuse it', async () => {
    const { sim, newCard } = stage
    const long = '长'.repeat(400)
    await newCard({ content: long, colour: 'red', btns: 'not JSON' })
    expect(sim.recorder.warnings).toEqual([
      'card variable content has 1200 bytes, 1024 are documented',
      'card variable colour is not in the template',
      'card variable btns is not JSON',
    ])
    sim.settings.cardValueRule = 'refuse'
    expect((await newCard({ content: long }, { outTrackId: 'card-2' })).body.code).toBe(
      'param.cardDataTooLong',
    )
    sim.settings.unsafeText = /赌/
    expect((await newCard({ content: '赌' }, { outTrackId: 'card-3' })).body.code).toBe('param.contentUnsafe')
  })
})

describe('presses over Stream', () => {
  const answering = async (answer: object | null, after = 0) => {
    const client = await stage.connected()
    client.removeAllListeners(TOPIC_CARD)
    const heard: { content: string; userId: string }[] = []
    client.on(TOPIC_CARD, async ({ headers, data }) => {
      heard.push(JSON.parse(data))
      await new Promise((later) => setTimeout(later, after))
      client.socketCallBackResponse(headers.messageId, answer)
    })
    return Object.assign(client, { heard })
  }
  const card = (more: object = {}) =>
    stage.newCard({ title: '合同', content: '待批', btns: approveButton() }, more)

  it('carry the parameters of the button, and show the answer at once', async () => {
    const { li, wang } = stage
    using client = await answering({
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { content: '已批', btns: '' } },
      userPrivateData: { cardParamMap: { notice: '谢谢' } },
    })
    await card(toOffice)
    expect(await li.presses(undefined, '同意')).toMatchObject({ outcome: 'changed' })
    expect(client.heard).toMatchObject([
      { outTrackId: 'card-1', userId: 'li', type: 'actionCallback', corpId: 'ding-corp' },
    ])
    expect(JSON.parse(client.heard[0]!.content)).toEqual({
      cardPrivateData: { actionIds: ['approve'], params: { say: '批准 HT-1' } },
    })
    expect(li.seesLast()).toBe('合同\n已批\n谢谢')
    expect(wang.seesLast()).toBe('合同\n已批')
    await expect(li.presses('card-1', '同意')).rejects.toThrow('no button 同意')
  })

  it('may come from a screen that was not refreshed', async () => {
    const { updateCard, li } = stage
    using client = await answering(null)
    await card()
    const old = li.card()
    await updateCard({ title: '已批' })
    expect(await li.pressesStale(old, '同意')).toMatchObject({ outcome: 'unchanged' })
    expect(client.heard).toHaveLength(1)
  })

  it('are late after the clock, and a late answer changes nothing', async () => {
    const { sim, li } = stage
    sim.settings.cardClock = 20
    using _client = await answering({ cardData: { cardParamMap: { content: '已批' } } }, 60)
    await card()
    const press = await li.presses('card-1', '同意')
    expect(press.outcome).toBe('late')
    expect(await press.push?.acked).toMatchObject({ code: 200 })
    expect(li.seesLast()).toContain('待批')
  })

  it('overwrite the whole card when the answer does not say by key', async () => {
    const { li } = stage
    using _client = await answering({ cardData: { cardParamMap: { content: '已批' } } })
    await card()
    await li.presses('card-1', '同意')
    expect(li.seesLast()).toBe('已批')
  })

  it('go nowhere on a card without callbackType, or on a disabled button', async () => {
    const { newCard, li } = stage
    using client = await answering(null)
    await card({ callbackType: undefined })
    expect(await li.presses('card-1', '同意')).toMatchObject({ outcome: 'nowhere' })
    await newCard({ btns: approveButton('disabled') }, { outTrackId: 'card-2' })
    expect(await li.presses('card-2', '同意')).toMatchObject({ outcome: 'refused' })
    expect(client.heard).toEqual([])
  })

  it('submit a form: choices, defaults, hidden fields, and what is required', async () => {
    const { newCard, li } = stage
    using client = await answering(null)
    const choices = [
      { value: 'a', text: '甲' },
      { value: 'b', text: '乙' },
    ]
    const fields = [
      { name: 'id', type: 'TEXT', hidden: true, defaultValue: 'HT-1' },
      { name: 'why', label: '原因', type: 'TEXT', required: true, requiredMsg: '请写原因' },
      { name: 'one', label: '单选', type: 'SELECT', options: choices },
      { name: 'many', label: '多选', type: 'MULTI_SELECT', options: choices },
      { name: 'radio', type: 'CHECKBOX_GROUP', options: choices, defaultValue: 'a' },
      { name: 'boxes', type: 'MULTI_CHECKBOX_GROUP', options: choices },
      { name: 'on', type: 'DATE' },
      { name: 'sure', type: 'SWITCH' },
      { name: 'note', type: 'TEXT_AREA' },
    ]
    await newCard({ form: JSON.stringify({ fields }), form_btn_text: '提交', form_status: 'normal' })
    expect(await li.submits(undefined, { 单选: '乙' })).toMatchObject({
      outcome: 'refused',
      reason: '请写原因',
    })
    const entries = {
      原因: '促销',
      单选: '乙',
      多选: ['甲', '乙'],
      boxes: ['乙'],
      on: '2026-11-22',
      sure: true,
    }
    await li.submits(undefined, entries)
    expect(JSON.parse(client.heard[0]!.content)).toEqual({
      cardPrivateData: {
        actionIds: ['form'],
        params: {
          form: {
            id: 'HT-1',
            why: '促销',
            one: { index: 1, value: 'b' },
            many: { index: [0, 1], value: ['a', 'b'] },
            radio: 'a',
            boxes: ['b'],
            on: '2026-11-22',
            sure: true,
          },
        },
      },
    })
    await expect(li.submits(undefined, { 原因: 'x', 单选: '丙' })).rejects.toThrow('单选 does not offer 丙')
  })

  it('record an unusable answer as a violation', async () => {
    const { sim, li } = stage
    using _client = await answering({ cardData: { cardParamMap: { content: 5 } } })
    await card()
    expect(await li.presses('card-1', '同意')).toMatchObject({ outcome: 'unchanged' })
    expect(sim.recorder.violations).toEqual(['the answer to a press is unusable: content is not a string'])
  })
})
