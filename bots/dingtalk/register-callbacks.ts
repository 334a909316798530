import { type DingtalkApiParts, dingtalkApi } from './api.ts'
import { callbackRouteKey } from './cards.ts'
import type { DingtalkSettings } from './settings.ts'

/** Milliseconds between the tries. */
const pauses = [1000, 5000, 15_000, 60_000]

/**
 * Tells the platform where presses go, for cards that are created from now on; without that they go nowhere. Where
 * messages go is entered in its console. https://open.dingtalk.com/document/development/register-card-callback-address
 */
export async function registerDingtalkCallbacks({
  settings,
  ...parts
}: { settings: DingtalkSettings } & Pick<DingtalkApiParts, 'fetch' | 'wall' | 'log'>): Promise<void> {
  const { transport } = settings
  if (transport.mode !== 'http' || !settings.templateId) return
  const api = dingtalkApi({ ...settings, ...parts })
  const route = {
    callbackRouteKey,
    callbackUrl: `${transport.publicUrl}/dingtalk/${transport.pathSecret}/press`,
    apiSecret: transport.cardSecret,
    forceUpdate: true,
  }
  for (let tries = 0; ; tries++) {
    try {
      await api.call('POST', '/v1.0/card/callbacks/register', route)
      return
    } catch (error) {
      const pause = pauses[tries]
      parts.log[pause ? 'warn' : 'error']({ error: String(error) }, 'DingTalk was not told where presses go')
      if (!pause) return
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
