import type { Language, Words } from '../../src/lib/words.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { products } from './products.ts'
import type { Random } from './random.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

const subjects: Words[] = [
  words(
    '聊了{product}的堆头位置，放在入口第一排',
    'Agreed a floor display of {product} right by the entrance',
  ),
  words('检查冷柜陈列，补了{product}的价签', 'Checked the cooler and put up new price tags for {product}'),
  words('谈了{product}的进货价和本月返利', 'Talked about the price of {product} and this month’s rebate'),
  words('核对上月账目，货款周五打过来', 'Went through last month’s account, payment comes on Friday'),
  words('推荐新品{product}，老板愿意先进五箱试卖', 'Offered the new {product}, they will try five cases'),
  words(
    '竞品在做买二送一，{product}动销变慢',
    'A competitor gives one free with two, {product} is selling slower',
  ),
  words('盘点仓库，{product}还够卖一周', 'Counted the storeroom, {product} lasts another week'),
  words('{product}临期两箱，谈好换货', 'Two cases of {product} are close to their date, agreed to swap them'),
  words(
    '谈{festival}促销，{product}做两层堆头',
    'Planned the {festival} promotion with a double display of {product}',
  ),
  words('帮店里重新摆了货架，{product}多占一个面', 'Rearranged the shelf, {product} gets one more facing'),
  words(
    '说明了新的积分活动，{product}每箱积两分',
    'Explained the new points scheme, two points a case of {product}',
  ),
  words(
    '处理{product}破损投诉，当场补了一箱',
    'Settled a complaint about broken {product}, replaced a case on the spot',
  ),
]

const feedbacks: Words[] = [
  words('客户满意，愿意加单', 'Content, will order more'),
  words('觉得价格比隔壁高', 'Finds us dearer than next door'),
  words('希望多给一些赠品', 'Would like more give-aways'),
  words('周末销量明显好', 'Sells clearly better at weekends'),
  words('要求送货提前到上午', 'Wants deliveries in the morning'),
]

const needs: Words[] = [
  words('需要一台新冰柜', 'Needs a new cooler'),
  words('想要{festival}的促销物料', 'Wants material for {festival}'),
  words('希望账期延长到三十天', 'Wants thirty days to pay'),
]

const nextSteps: Words[] = [
  words('带{festival}海报过去', 'Bring the {festival} posters'),
  words('确认{product}订单', 'Confirm the order of {product}'),
  words('复查{product}堆头', 'Check the display of {product} again'),
  words('送{product}样品并谈进场', 'Bring samples of {product} and talk about listing'),
  words('核对库存和临期品', 'Check the stock and what is close to its date'),
  words('收货款，谈{product}续单', 'Collect the payment and the next order of {product}'),
  words('和老板定{festival}备货量', 'Settle the stock for {festival} with the owner'),
  words('换{product}价签和围挡', 'Change price tags and banners of {product}'),
]

/** What a rep writes who met nobody. */
const attempts: Words[] = [words('没找到人', 'nobody there'), words('老板外出', 'out of office')]

/** What is said on a day; festivals are those ahead of it. */
export interface VisitWords {
  subject(day: number): string
  attempt(day: number): string
  feedback(day: number): string
  need(day: number): string
  nextStep(day: number): string
}

/** What is said of visits, in the language of whoever made them. */
export function visitWords(random: Random, language: Language, calendar: DemoCalendar): VisitWords {
  const say = (list: Words[]) => (day: number) => {
    const { name, nameEn } = random.pick(products)
    return random
      .pick(list)
      [language].replace('{product}', language === 'zh' ? name : nameEn)
      .replace('{festival}', calendar.festival(day)[language])
  }
  return {
    subject: say(subjects),
    attempt: say(attempts),
    feedback: say(feedbacks),
    need: say(needs),
    nextStep: say(nextSteps),
  }
}
