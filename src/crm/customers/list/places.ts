import type { Tx } from '../../context.ts'
import { refuse } from '../../refusal.ts'
import type { CustomerRow } from './customer-columns.ts'

/** Where a customer belongs. A null owner is the public pool of the office. */
export interface Place {
  officeId: number
  ownerId: number | null
}

export type PlacesNamed = Awaited<ReturnType<typeof placesNamed>>

/** The offices of the company and the people in them, as a list names them. */
export async function placesNamed(db: Tx, today: string) {
  const units = new Map((await db.orgUnit.findMany()).map((unit) => [unit.id, unit]))
  const offices = [...units.values()].filter(({ kind }) => kind === 'office')
  const members = await db.member.findMany({
    where: { unit: { kind: 'office' }, OR: [{ leftOn: null }, { leftOn: { gt: today } }] },
  })
  const pathOf = (id: number): string => {
    const { name, parentId } = units.get(id)!
    return parentId === null ? name : `${pathOf(parentId)}/${name}`
  }
  return {
    offices,
    officesCalled: (said: string) =>
      offices.filter(({ id, code, name, nameEn }) => [code, name, nameEn, pathOf(id)].includes(said)),
    officeName: (id: number) => units.get(id)?.name ?? '',
    ownerByCode: new Map(members.map((member) => [member.code, member])),
    ownerById: new Map(members.map((member) => [member.id, member])),
  }
}

/** Where a line puts its customer, known before or not: into the office it names, or that of the owner. Refuses what does not fit. */
export function placeIn(places: PlacesNamed, row: CustomerRow, known: Place | undefined): Place {
  const office = row.office ? officeIn(places, row.office) : undefined
  const owner = row.owner ? (places.ownerByCode.get(row.owner) ?? refuseOwner(row.owner)) : undefined
  const officeId = office?.id ?? owner?.unitId ?? known?.officeId ?? refuseNowhere()
  const ownerId = row.owner === undefined ? (known?.ownerId ?? null) : (owner?.id ?? null)
  const ownerThen = owner ?? places.ownerById.get(ownerId ?? 0)
  if (ownerThen && ownerThen.unitId !== officeId) refuseElsewhere(places, ownerThen, officeId)
  return { officeId, ownerId }
}

function officeIn({ offices, officesCalled }: PlacesNamed, said: string) {
  const [office, ...others] = officesCalled(said)
  if (others.length > 0)
    refuse('list.offices', {
      zh: `叫“${said}”的办事处不止一个，请从总公司往下写全。`,
      en: `several offices are called ${said}. Please write it from the head office down.`,
    })
  const some = offices.slice(0, 12).map(({ name }) => name)
  return (
    office ??
    refuse('list.office', {
      zh: `没有办事处“${said}”。现有：${some.join('、')}。`,
      en: `there is no office ${said}. There are ${some.join(', ')}.`,
    })
  )
}

const refuseOwner = (said: string): never =>
  refuse('list.owner', {
    zh: `办事处里没有编号为 ${said} 的同事。请先用 npm run people 导入，或留空放进公海。`,
    en: `nobody in an office has the code ${said}. Import people first (npm run people), or leave it empty for the public pool.`,
  })

const refuseNowhere = (): never =>
  refuse('list.nowhere', {
    zh: '请写办事处（office）或负责人（owner），不然没有人看得到这家客户。',
    en: 'please name the office or the owner, or nobody will see this customer.',
  })

function refuseElsewhere(
  { officeName }: PlacesNamed,
  owner: { code: string; unitId: number },
  officeId: number,
): never {
  const [here, there] = [officeName(officeId), officeName(owner.unitId)]
  refuse('list.elsewhere', {
    zh: `负责人 ${owner.code} 在${there}，不在${here}。请改其中一个。`,
    en: `the owner ${owner.code} belongs to ${there}, not to ${here}. Please change one of them.`,
  })
}
