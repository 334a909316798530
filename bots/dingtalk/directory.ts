import type { Bot, Person } from '../../src/chat/contract.ts'
import { isStranger, staff } from './address.ts'
import type { Answer, DingtalkApi } from './api.ts'
import { notSent, Refused } from './refused.ts'

export type Directory = Required<Pick<Bot, 'whois' | 'find'>>

interface Staff {
  name?: string
  mobile?: string
  email?: string
  org_email?: string
  active?: boolean
  userid?: string
}

/** Who is who in the organisation; people from outside it are nobody. */
export function directory(api: DingtalkApi): Directory {
  async function look(path: string, body: object): Promise<Staff | null> {
    try {
      const answer: Answer = await api.old(path, body)
      return (answer.result as Staff | undefined) ?? null
    } catch (error) {
      if (error instanceof Refused && isUnknown(error)) return null
      throw notSent(error)
    }
  }

  return {
    whois: async ({ id }) => {
      if (isStranger(id)) return null
      const found = await look('/topapi/v2/user/get', { userid: id, language: 'zh_CN' })
      return found && found.active !== false ? personOf(found) : null
    },
    find: async ({ mobile }) => {
      if (!mobile) return null
      const found = await look('/topapi/v2/user/getbymobile', { mobile: asDialled(mobile) })
      return found?.userid ? staff(found.userid) : null
    },
  }
}

/** The fields an app may not read are missing. */
function personOf({ name = '', mobile, email, org_email }: Staff): Person {
  const address = org_email || email
  return { name, ...(mobile && { mobile }), ...(address && { email: address }) }
}

/** No such person, nobody with that number, a number that is none, someone outside what the app may see. */
const isUnknown = ({ code }: Refused): boolean => ['60121', '40104', '33012', '50002'].includes(code)

/** Numbers of the mainland are known without their country code. */
const asDialled = (mobile: string): string => mobile.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')
