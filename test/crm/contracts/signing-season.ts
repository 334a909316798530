import { plain } from '../../../cards/plain.ts'
import type { Ctx } from '../../../src/crm/context.ts'
import { contracts } from '../../../src/crm/contracts/commands.ts'
import { fieldOffice } from '../../support/field-office.ts'

const units = JSON.stringify([
  { name: '箱', en: 'case', per: 24 },
  { name: '瓶', en: 'bottle', per: 1 },
])

const products = [
  { code: 'P001', name: '可乐', nameEn: 'Cola', aliases: '["可口"]', pinyin: 'kele', unitPrice: 250n },
  { code: 'P002', name: '雪碧', nameEn: 'Sprite', pinyin: 'xuebi', unitPrice: 240n },
  { code: 'P003', name: '芬达', nameEn: 'Fanta', pinyin: 'fenda', unitPrice: 230n },
]

/** A field office with something to sell, in which everyone speaks and acts as in a chat, each act in a transaction. */
export async function signingSeason() {
  const office = await fieldOffice([contracts])
  const { db, as, idOf } = office
  for (const product of products)
    await db.product.create({ data: { ...product, brand: '乐饮', category: '饮料', units } })

  /** Acts in a transaction of its own, as a message does. */
  const acting = async <T>(code: string, act: (ctx: Ctx) => Promise<T>) => {
    const ctx = await as(code)
    const value = await db.$transaction((tx) => act({ ...ctx, db: tx }))
    return { value, ctx }
  }
  const said = async (code: string, name: string, input: object) => {
    const command = contracts.commands.find((one) => one.name === name)!
    const { value: card, ctx } = await acting(code, (c) => command.run(c, command.input.parse(input)))
    const codes = new Map((await db.member.findMany()).map((member) => [member.id, member.code]))
    const owed = ctx.owed.flatMap(({ subject, to }) => to.map((id) => `${subject} -> ${codes.get(id)}`))
    const buttons = card.blocks.flatMap((block) =>
      block.type === 'buttons' ? block.buttons.map(({ say }) => say) : [],
    )
    return { card, words: plain(card), owed, buttons, ctx }
  }
  return {
    ...office,
    acting,
    said,
    /** Drafts and submits the contract of 华联超市. */
    async submitted(number = 'HT-2026-0001', customer = 'KH000001') {
      await said('li', 'contract.draft', { customer, volumes: '可乐 1200箱' })
      return said('li', 'contract.submit', { contract: number })
    },
    async member(one: { code: string; role: string; unitId: number; name?: string }) {
      const name = one.name ?? one.code
      await db.member.create({
        data: { name, nameEn: name, pinyin: one.code, joinedOn: '2020-01-01', ...one },
      })
    },
    async leave(code: string, days: { from: string; to: string; standIn?: string }) {
      await db.leave.create({
        data: {
          memberId: await idOf(code),
          fromDate: days.from,
          toDate: days.to,
          standInId: days.standIn ? await idOf(days.standIn) : null,
        },
      })
    },
    /** The state of a contract as the database has it. */
    async stateOf(number = 'HT-2026-0001') {
      const contract = await db.contract.findUniqueOrThrow({
        where: { number },
        include: {
          steps: { orderBy: [{ round: 'asc' }, { position: 'asc' }], include: { decidedBy: true } },
        },
      })
      const steps = contract.steps.map(({ state, decidedBy }) =>
        decidedBy ? `${state} ${decidedBy.code}` : state,
      )
      return { state: contract.state, round: contract.round, steps }
    },
  }
}

export type SigningSeason = Awaited<ReturnType<typeof signingSeason>>
