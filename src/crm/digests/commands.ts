import * as z from 'zod'
import { digestListCard, type ListKind } from '../../../cards/digest-list-card.ts'
import {
  subscribeDraftCard,
  subscribedCard,
  unsubscribeDraftCard,
  unsubscribedCard,
} from '../../../cards/digest-subscription-card.ts'
import { nameIn } from '../../lib/words.ts'
import { type Capability, command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { choiceField } from '../fields.ts'
import { todayOf } from '../today-of.ts'
import { scopeOf } from './digest-scope.ts'
import { drawDaily, drawDigest, drawWeekly } from './draw-digest.ts'
import { listedCustomers } from './listed-customers.ts'
import { isSubscribed, maySubscribe, subscribe, unsubscribe } from './subscribe.ts'
import { weeklyDigests } from './weekly-job.ts'

const which = choiceField({ zh: '看什么', en: 'Which' }, [
  { value: 'daily', words: { zh: '今天', en: 'today' }, said: ['日报', '今日', 'daily'] },
  { value: 'weekly', words: { zh: '本周', en: 'the week' }, said: ['周报', '每周', 'weekly'] },
  { value: 'stock', words: { zh: '库存天数', en: 'days of stock' } },
  {
    value: 'risk',
    words: { zh: '风险客户', en: 'customers at risk' },
    said: ['有风险', '风险', '流失', 'at risk'],
  },
  { value: 'quality', words: { zh: '资料缺失', en: 'incomplete data' }, said: ['资料质量', 'data quality'] },
])

const showDigest = command({
  name: 'digest.show',
  title: { zh: '看日报', en: 'see your day' },
  words: {
    zh: ['日报', '今天', '今日', '今天干什么', '我的待办', '待办', '简报'],
    en: ['digest', 'today', 'daily', 'my day', 'to do'],
  },
  examples: { zh: ['日报', '今天'], en: ['today'] },
  input: z.object({ which: which.optional() }),
  may: 'everyone',
  first: 'everyone',
  writes: false,
  run: (ctx, input) => {
    if (input.which === undefined || input.which === 'daily') return drawDaily(ctx)
    return input.which === 'weekly' ? drawWeekly(ctx) : drawList(ctx, input.which as ListKind)
  },
})

const showWeekly = command({
  name: 'digest.weekly',
  title: { zh: '看周报', en: 'see the week' },
  words: { zh: ['周报', '周总结', '周简报'], en: ['weekly', 'weekly digest'] },
  examples: { zh: ['周报'], en: ['weekly'] },
  input: z.object({}),
  may: 'everyone',
  first: ['unit_manager', 'sales_admin', 'admin'],
  writes: false,
  run: (ctx) => drawWeekly(ctx),
})

const drawList = async (ctx: Ctx, kind: ListKind) =>
  digestListCard(kind, await listedCustomers(ctx, kind), ctx.language, todayOf(ctx))

const scopeInWords = (ctx: Ctx) => nameIn(scopeOf(ctx.me), ctx.language)

const subscribeWeekly = command({
  name: 'digest.subscribe',
  title: { zh: '订阅周报', en: 'subscribe to the weekly digest' },
  words: { zh: ['订阅周报', '订阅'], en: ['subscribe weekly', 'subscribe'] },
  examples: { zh: ['订阅周报'], en: ['subscribe weekly'] },
  input: z.object({}),
  may: maySubscribe,
  writes: true,
  openly: true,
  confirm: async (ctx) => subscribeDraftCard(scopeInWords(ctx), await isSubscribed(ctx), ctx.language),
  run: async (ctx) => {
    await subscribe(ctx)
    return subscribedCard(scopeInWords(ctx), ctx.language)
  },
})

const unsubscribeWeekly = command({
  name: 'digest.unsubscribe',
  title: { zh: '退订周报', en: 'end the weekly digest' },
  words: { zh: ['退订周报', '退订', '取消订阅'], en: ['unsubscribe weekly', 'unsubscribe'] },
  examples: { zh: ['退订周报'], en: ['unsubscribe weekly'] },
  input: z.object({}),
  may: maySubscribe,
  writes: true,
  openly: true,
  confirm: async (ctx) => unsubscribeDraftCard(ctx.language),
  run: async (ctx) => {
    await unsubscribe(ctx)
    return unsubscribedCard(ctx.language)
  },
})

export const digests: Capability = {
  commands: [showDigest, showWeekly, subscribeWeekly, unsubscribeWeekly],
  subjects: [{ kind: 'digest', card: drawDigest }],
  jobs: [weeklyDigests],
}
