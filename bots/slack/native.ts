import type { Log } from '../../src/lib/log.ts'
import { allNative, inWords, type Native, type SlackBlock } from './blocks.ts'
import { Refused } from './refused.ts'
import { messageBlocks, type SlackMessage } from './render.ts'

/** From all that Slack can draw down to words: newer blocks reach a workspace later. */
const levels: Native[] = [allNative, { ...allNative, charts: 0 }, inWords]
const kinds = ['data_visualization', 'table']

/** Whether a message holds blocks that a workspace may refuse. */
export const isPlain = ({ blocks }: SlackMessage): boolean => !blocks.some(({ type }) => kinds.includes(type))

/** Sends blocks as this workspace takes them: what it refused is drawn in words, from then on at once. */
export function nativeBlocks(log: Log) {
  let level = 0
  return async function inBlocks<T>(
    message: SlackMessage,
    send: (blocks: SlackBlock[]) => Promise<T>,
  ): Promise<T> {
    if (isPlain(message)) return send(message.blocks)
    for (let tried = level; ; tried += 1) {
      const { card, language, blocks } = message
      try {
        const sent = await send(tried === 0 ? blocks : messageBlocks(card, language, levels[tried]!))
        if (tried > level)
          log.warn({ refused: kinds.slice(0, tried) }, 'this workspace does not take a block: words instead')
        level = Math.max(level, tried)
        return sent
      } catch (error) {
        const refused = error instanceof Refused && error.code.startsWith('invalid_blocks')
        if (!refused || tried === levels.length - 1) throw error
      }
    }
  }
}
