import type { SlackBlock } from './blocks.ts'
import { isSlacks } from './hosts.ts'
import { Refused } from './refused.ts'
import type { SlackMessage } from './render.ts'
import type { WebApi } from './web-api.ts'

/** An answer that only the asker sees, and that leaves what was pressed as it is. */
export const ephemeral = ({ text }: SlackMessage, blocks: SlackBlock[]) => ({
  response_type: 'ephemeral',
  replace_original: false,
  text,
  blocks,
})

/**
 * Answers to a response address. Throws where it is none of Slack's, has run out, or was used up.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export async function respond(api: WebApi, url: string, body: object): Promise<void> {
  if (!isSlacks(url, api.url, 'hooks')) throw new Refused('response_url', 'not_of_slack')
  const response = await api.request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Refused('response_url', codeIn(await response.text()))
}

const codeIn = (answer: string): string => /invalid_blocks|[a-z]+_url/.exec(answer)?.[0] ?? 'refused'
