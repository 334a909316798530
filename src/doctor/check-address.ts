import { bad, type Finding, good, mind } from './finding.ts'

const patience = 10_000

export interface AddressCheck {
  /** Does not end in a slash; absent where none is given. */
  publicUrl: string | undefined
  /** Of the service on this machine; absent where that is not known. */
  port: number | undefined
  fetch: typeof fetch
}

/** Whether the platforms that call us reach us. */
export async function checkAddress({ publicUrl, port, fetch }: AddressCheck): Promise<Finding> {
  if (!publicUrl || port === undefined)
    return mind('the public address is not known and was not tried', 'give PUBLIC_URL=https://…')
  const says = await saysOf(`${publicUrl}/healthz`, fetch)
  if (says === 'ok') return good(`${publicUrl} leads to the service`)
  if ((await saysOf(`http://127.0.0.1:${port}/healthz`, fetch)) !== 'ok')
    return mind(
      `${publicUrl} does not lead to the service, which is not running here`,
      'npm start, then look again',
    )
  return bad(
    `${publicUrl}/healthz does not lead to the service: ${says}`,
    `let the name, the firewall and the proxy lead there to port ${port} of this machine`,
  )
}

async function saysOf(url: string, ask: typeof fetch): Promise<string> {
  try {
    const answer = await ask(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
    const text = await answer.text()
    return answer.ok && text === 'ok' ? 'ok' : `HTTP ${answer.status}`
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'no connection'
  }
}
