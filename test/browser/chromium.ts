import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const path = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Why there is no browser to test with, and how to get one; null where there is. */
export const noBrowser = existsSync(path)
  ? null
  : `no Chromium at ${path}: install it (apt install chromium, brew install chromium) or say where it is with CHROMIUM=…`

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: path, args: quiet })
