import { spotMembers } from '../../crm/people/spot-members.ts'
import { namedOption } from './named-option.ts'
import { overlap } from './outline.ts'
import { choose, type Reading } from './reading.ts'

/** A colleague by name; several are asked about. */
export async function fillMember(reading: Reading, field: string): Promise<void> {
  const { ctx, sentence } = reading
  const { text } = sentence.outline.said
  const spots = await spotMembers(ctx.db, ctx.me, text)
  const taken = sentence.things.filter(({ mark }) => mark === 'K' || mark === 'N' || mark === 'D')
  const spot = spots.find(
    (one) => !taken.some((other) => overlap(one, other)) && one.matches.some(({ id }) => id !== ctx.me.id),
  )
  if (!spot) return
  const others = spot.matches.filter(({ id }) => id !== ctx.me.id)
  const [only, another] = others
  if (another)
    choose(
      reading,
      field,
      text.slice(spot.start, spot.end),
      others.slice(0, 9).map((one) => namedOption(one, ctx.language)),
    )
  else reading.input[field] = only!.code
}
