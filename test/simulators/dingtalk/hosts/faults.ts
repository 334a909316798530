/** What can go wrong with a call, whatever it asks for. */
export type Fault =
  | 'serverError'
  | 'systemBusy'
  | 'qps'
  | 'monthlyQuota'
  | 'tokenInvalid'
  | 'noPermission'
  | 'ipNotInWhiteList'
  /** A blocked address gets a page, or a strange object, instead of an error. */
  | 'blockedPage'
  | 'blockedObject'
  /** Never answered. */
  | 'timeout'
  /** The connection breaks before the call has had an effect. */
  | 'dropped'
  /** The call has its effect, then the connection breaks. */
  | 'lostAnswer'

interface Plan {
  fault: Fault
  times: number
  on: string
  chance: number
}

export type Faults = ReturnType<typeof createFaults>

export function createFaults(random: () => number) {
  let plans: Plan[] = []
  return {
    /** The next calls whose path starts with `on` fail this way, each with the given chance. */
    inject: (fault: Fault, { times = 1, on = '/', chance = 1 }: Partial<Omit<Plan, 'fault'>> = {}) =>
      void plans.push({ fault, times, on, chance }),
    heal: () => {
      plans = []
    },
    /** The fault this call meets, if any. */
    take: (path: string): Fault | undefined => {
      const plan = plans.find((one) => path.startsWith(one.on) && random() < one.chance)
      if (plan) plan.times -= 1
      plans = plans.filter((one) => one.times > 0)
      return plan?.fault
    },
  }
}

const words: Partial<Record<Fault, { code: string; errcode: number; message: string; status: number }>> = {
  serverError: { code: 'ServiceUnavailable', errcode: 504, message: '请求超时', status: 503 },
  systemBusy: { code: 'system.busy', errcode: -1, message: '系统繁忙', status: 500 },
  qps: {
    code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
    errcode: 90018,
    message: '您的应用调用该接口超过了每秒的次数限制',
    status: 403,
  },
  monthlyQuota: {
    code: 'Forbidden.AccessDenied.ApiCountLimitForOrg',
    errcode: 90020,
    message: '您的企业本月接口调用量已用完',
    status: 403,
  },
  tokenInvalid: {
    code: 'InvalidAuthentication',
    errcode: 40014,
    message: '不合法的access_token',
    status: 400,
  },
  noPermission: {
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    errcode: 60011,
    message: '应用尚未开通所需的权限',
    status: 403,
  },
  ipNotInWhiteList: {
    code: 'Forbidden.AccessDenied.IpNotInWhiteList',
    errcode: 60020,
    message: '访问ip不在白名单之中',
    status: 403,
  },
}

/** The words of a fault that is an ordinary error; the others have no words. */
export const faultWords = (fault: Fault) => words[fault]
