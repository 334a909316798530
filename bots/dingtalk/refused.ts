import { NotSent } from '../../src/chat/contract.ts'

const codes = {
  token: /^(InvalidAuthentication|invalidClientIdOrSecret|40014|42001|88)$/,
  tooFast: /QpsLimit|tooFast|send\.too\.fast|^(90018|90002)$/,
  quota: /ApiCountLimitForOrg|^90020$/,
  /** Somebody has to see to it; until then it is not the message's fault. */
  mend: /AccessTokenPermissionDenied|IpNotInWhiteList|ip\.not\.match|^(60011|60020)$/,
  busy: /^(system\.busy|ServiceUnavailable|-1|504|HTTP 5\d\d|HTTP 429)$/,
  gone: /^param\.cardNotExist$/,
}

/** Seconds after which a refused call has a chance again. */
const pauses = { tooFast: 1, quota: 3600, mend: 60 }

/** DingTalk understood a call and would not do it. https://open.dingtalk.com/document/development/server-api-error-codes-1 */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string

  constructor(path: string, code: string, message: string) {
    super(`${path}: ${code} ${message}`.trim())
    this.code = code
  }

  get isAboutToken(): boolean {
    return codes.token.test(this.code)
  }

  get isTooFast(): boolean {
    return codes.tooFast.test(this.code)
  }

  get isQuotaSpent(): boolean {
    return codes.quota.test(this.code)
  }

  asNotSent(): NotSent {
    const { code, message } = this
    if (codes.gone.test(code)) return new NotSent('gone', message)
    if (this.isTooFast) return new NotSent('again', message, pauses.tooFast)
    if (this.isQuotaSpent) return new NotSent('again', message, pauses.quota)
    if (this.isAboutToken || codes.mend.test(code)) return new NotSent('again', message, pauses.mend)
    return new NotSent(codes.busy.test(code) ? 'again' : 'never', message)
  }
}

/** Whatever a call threw, as the core knows it. */
export const notSent = (error: unknown): unknown => (error instanceof Refused ? error.asNotSent() : error)
