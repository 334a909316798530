import type { Bot } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { directTo, platform } from './address.ts'
import { dingtalkApi } from './api.ts'
import { directory } from './directory.ts'
import { fetchingFiles } from './file.ts'
import type { DingtalkPayload } from './payload.ts'
import { read } from './read.ts'
import { type DingtalkMessage, rendering } from './render.ts'
import { sendTo } from './send.ts'
import type { DingtalkSettings } from './settings.ts'

export interface DingtalkParts {
  settings: DingtalkSettings
  fetch: typeof fetch
  wall(): Date
  log: Log
}

export type DingtalkBot = Bot<DingtalkPayload, DingtalkMessage>

export function dingtalkBot({ settings, fetch, wall, log }: DingtalkParts): DingtalkBot {
  const api = dingtalkApi({ ...settings, fetch, wall, log })
  const people = directory(api)
  return {
    platform,
    read,
    render: rendering(settings.cardValueBytes),
    send: sendTo({ api, settings, wall, log }),
    whois: people.whois,
    find: people.find,
    direct: directTo,
    fetchFile: fetchingFiles(api, settings),
  }
}
