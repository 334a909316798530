import { type FileRef, NotSent } from '../../src/chat/contract.ts'
import { isSlacks } from './hosts.ts'
import type { WebApi } from './web-api.ts'

/**
 * The bytes of a file. Its handle is its private address, which is called with the token: only on Slack's own hosts.
 * Who may not read it is shown a page to sign in, with status 200. https://docs.slack.dev/reference/objects/file-object
 */
export async function fetchFile(api: WebApi, { id, name }: FileRef): Promise<Uint8Array> {
  if (!isSlacks(id, api.url, 'files')) throw new NotSent('never', 'the file is not kept by Slack')
  const response = await api.authorised(id)
  const page = response.headers.get('content-type')?.startsWith('text/html') && !/\.html?$/i.test(name)
  if (response.status === 429 || response.status >= 500)
    throw new NotSent('again', `file: HTTP ${response.status}`)
  if (!response.ok || page)
    throw new NotSent('never', 'the file may not be read: is the scope files:read there?')
  return new Uint8Array(await response.arrayBuffer())
}
