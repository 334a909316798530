import { localDate, type Temporal } from '../lib/time.ts'
import type { Ctx } from './context.ts'

/** The day it is for whoever acts or reads. */
export const todayOf = ({ now, me }: Pick<Ctx, 'now' | 'me'>): Temporal.PlainDate => localDate(now, me.zone)
