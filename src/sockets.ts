import { startDingtalkStream } from '../bots/dingtalk/stream.ts'
import { startSlackSocket } from '../bots/slack/bolt.ts'
import type { Company } from './company.ts'
import type { Platforms } from './platforms.ts'

export interface Socket {
  isConnected(): boolean
  stop(): Promise<void>
}

/** Opens the sockets of the platforms that are not reached over HTTP, and keeps them open. */
export async function openSockets({ slack, dingtalk }: Platforms, company: Company): Promise<Socket[]> {
  const { wall, log, background } = company
  const sockets: Promise<Socket>[] = []
  if (slack?.settings.transport.mode === 'socket') {
    const { bot, settings } = slack
    const { appToken } = slack.settings.transport
    const receive = company.receiving(bot)
    sockets.push(startSlackSocket({ bot, appToken, apiUrl: settings.apiUrl, receive, background, wall, log }))
  }
  if (dingtalk?.settings.transport.mode === 'stream') {
    const { bot, settings } = dingtalk
    sockets.push(startDingtalkStream({ bot, settings, fetch, receive: company.receiving(bot), wall, log }))
  }
  return Promise.all(sockets)
}
