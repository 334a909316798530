/** The platform says no. The two hosts word it differently: a status and a code, or HTTP 200 with an errcode. */
export class Refusal extends Error {
  readonly code: string | number
  readonly status: number

  constructor(code: string | number, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** A required parameter is not there, in the words of the new API. */
export const missing = (parameter: string) =>
  new Refusal(`Missing${parameter}`, `${parameter} is mandatory for this action.`)
