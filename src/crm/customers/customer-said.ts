import { lettersOf } from '../../lib/normalise-text.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { coreNameOf } from './customer-keys.ts'
import { customersCalled } from './spot-customers.ts'

/** The code of the one customer that a text in a form names; refuses beside that field where there is none, or more. */
export async function customerSaid(ctx: Ctx, said: string, field: string): Promise<string> {
  const code = new RegExp(`\\b${ctx.rules.customerPrefix}\\d+\\b`, 'i').exec(said.normalize('NFKC'))
  const keys = code ? [lettersOf(code[0])] : [...new Set([lettersOf(said), coreNameOf(said)])]
  const rows = await customersCalled(ctx.db, ctx.me, keys)
  const named = rows.filter(({ kind }) => kind === 'code' || kind === 'name')
  const matches = [...new Map((named.length > 0 ? named : rows).map((row) => [row.id, row])).values()]
  if (matches.length === 1) return matches[0]!.code
  const words =
    matches.length === 0
      ? {
          zh: `您能查看的客户里没有“${said}”，请写名称或编号。`,
          en: `None of the customers you may see is “${said}”. Please write the name or the code.`,
        }
      : {
          zh: `“${said}”有 ${matches.length} 家，请写编号：${matches
            .slice(0, 5)
            .map((match) => `${match.name} ${match.code}`)
            .join('、')}。`,
          en: `${matches.length} customers match “${said}”. Please write the code: ${matches
            .slice(0, 5)
            .map((match) => `${match.name} ${match.code}`)
            .join(', ')}.`,
        }
  refuse('customer.said', words, { [field]: words })
}
