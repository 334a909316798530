import { DWClient } from 'dingtalk-stream'

interface ClientOptions {
  clientId: string
  clientSecret: string
  keepAlive?: boolean
  debug?: boolean
  autoReconnect?: boolean
  subscriptions?: { type: string; topic: string }[]
}

/** The published SDK as it is, except that its fixed gateway address leads to the simulator. */
export class SdkClient extends DWClient {
  readonly #apiUrl: string

  constructor(apiUrl: string, options: ClientOptions) {
    super(options)
    this.#apiUrl = apiUrl
  }

  override async getEndpoint(): Promise<this> {
    this.printDebug(this.config)
    const { clientId, clientSecret, subscriptions } = this.config
    const response = await fetch(`${this.#apiUrl}/v1.0/gateway/connections/open`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, subscriptions }),
    })
    if (!response.ok) throw new Error(`connections/open answered ${response.status}`)
    const { endpoint, ticket } = (await response.json()) as { endpoint: string; ticket: string }
    Object.assign(this, { dw_url: `${endpoint}?ticket=${ticket}` })
    return this
  }
}
