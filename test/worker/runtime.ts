import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Whether the local runtime of Cloudflare can be had on this machine; where not, says so once. */
export const hasRuntime = ((): boolean => {
  try {
    const wrangler = createRequire(import.meta.url).resolve('wrangler/package.json')
    const { default: program } = createRequire(wrangler)('workerd') as { default: string }
    return existsSync(program)
  } catch (error) {
    console.warn(
      `The worker is not tested here, for its runtime is not to be had: ${(error as Error).message}`,
    )
    return false
  }
})()
