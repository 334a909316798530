import { type DingtalkApiParts, dingtalkApi } from './api.ts'
import { callbackRouteKey } from './cards.ts'
import type { DingtalkSettings } from './settings.ts'

/**
 * Tells the platform where presses go, for cards that are created from now on. Where messages go is entered in its console.
 * https://open.dingtalk.com/document/development/register-card-callback-address
 */
export async function registerDingtalkCallbacks({
  settings,
  ...parts
}: { settings: DingtalkSettings } & Pick<DingtalkApiParts, 'fetch' | 'wall' | 'log'>): Promise<void> {
  const { transport } = settings
  if (transport.mode !== 'http' || !settings.templateId) return
  await dingtalkApi({ ...settings, ...parts }).call('POST', '/v1.0/card/callbacks/register', {
    callbackRouteKey,
    callbackUrl: `${transport.publicUrl}/dingtalk/${transport.pathSecret}/press`,
    apiSecret: transport.cardSecret,
    forceUpdate: true,
  })
}
