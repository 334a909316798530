import type { Prisma } from '#prisma'
import { personPinyinOf } from '../../src/lib/pinyin.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import { personName } from './person-names.ts'
import { type Random, randomOf } from './random.ts'
import { mobileNumber, type Shop } from './shop.ts'

export type ContactRow = Prisma.ContactCreateManyInput & { id: number; mobile: string; isKey: boolean }

const titles: Record<'company' | 'shop', [first: string[], further: string[]]> = {
  company: [
    ['总经理', '经理'],
    ['采购', '会计', '仓管'],
  ],
  shop: [
    ['老板', '店长'],
    ['收银', '店员'],
  ],
}

/** Three ids are kept for each customer, so that the contacts of one never depend on those of others. */
export function contactRows(shop: Shop, calendar: DemoCalendar): ContactRow[] {
  const random = randomOf('contacts', shop.id)
  const known = knownShops[shop.id - 1]?.contacts.map(([name, nameEn, title]) => ({
    name,
    nameEn,
    pinyin: personPinyinOf(name),
    title,
    sex: null,
  }))
  return (known ?? madeUp(random, shop)).map((person, index) => {
    const id = shop.id * 3 - 2 + index
    return {
      id,
      customerId: shop.id,
      ...person,
      mobile: mobileNumber('contact', id),
      birthday: random.chance(0.3) ? birthday(random, calendar) : null,
      isKey: index === 0 && (known !== undefined || random.chance(0.94)),
    }
  })
}

function madeUp(random: Random, { tier }: Shop) {
  const [first, further] = titles[tier === 'outlet' || tier === 'unassigned' ? 'shop' : 'company']
  const count = tier === 'outlet' ? (random.chance(0.25) ? 2 : 1) : random.between(1, 3)
  return Array.from({ length: count }, (_, index) => ({
    ...personName(random),
    title: index === 0 ? random.pick(first) : (further[index - 1] ?? null),
  }))
}

/** Some fall into the days to come. */
function birthday(random: Random, { anchor }: DemoCalendar): string {
  const day = anchor.add({ days: random.between(-20, 340) })
  return day.with({ year: random.between(1962, 2001) }).toString()
}
