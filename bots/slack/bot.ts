import type { Bot } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { directTo, platform } from './address.ts'
import { directory } from './directory.ts'
import { fetchFile } from './file.ts'
import { type Limits, published } from './pacing.ts'
import type { SlackPayload } from './payload.ts'
import { read } from './read.ts'
import { render, type SlackMessage } from './render.ts'
import { sendTo } from './send.ts'
import type { SlackSettings } from './settings.ts'
import { webApi } from './web-api.ts'

export interface SlackParts {
  settings: Pick<SlackSettings, 'botToken' | 'apiUrl'>
  fetch: typeof fetch
  limits?: Limits
  wall(): Date
  log: Log
}

export type SlackBot = Bot<SlackPayload, SlackMessage>

export function slackBot({ settings, fetch, limits = published, wall, log }: SlackParts): SlackBot {
  const { apiUrl, botToken: token } = settings
  const api = webApi({ fetch, apiUrl, token, limits, wall })
  const people = directory(api)
  return {
    platform,
    read,
    render,
    send: sendTo({ api, directory: people, wall, log }),
    whois: people.whois,
    find: people.find,
    direct: directTo,
    fetchFile: (file) => fetchFile(api, file),
  }
}
