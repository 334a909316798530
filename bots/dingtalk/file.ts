import { type FileRef, NotSent } from '../../src/chat/contract.ts'
import type { DingtalkApi } from './api.ts'
import { notSent } from './refused.ts'

const mostBytes = 10 * 1024 * 1024
/** Where the platform keeps what people send. */
const stores = /(^|\.)(dingtalk\.com|aliyuncs\.com|alicdn\.com)$/

/**
 * The bytes of a file, from a temporary address that its download code is exchanged for.
 * https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message
 */
export function fetchingFiles(api: DingtalkApi, { clientId, apiUrl }: { clientId: string; apiUrl: string }) {
  return async ({ id: downloadCode }: FileRef): Promise<Uint8Array> => {
    const { downloadUrl } = await api
      .call('POST', '/v1.0/robot/messageFiles/download', { downloadCode, robotCode: clientId })
      .catch((error) => {
        throw notSent(error)
      })
    const response = await api.fetch(storeAddress(String(downloadUrl), apiUrl))
    if (response.status >= 500) throw new NotSent('again', `file: HTTP ${response.status}`)
    if (!response.ok) throw new NotSent('never', `file: HTTP ${response.status}`)
    if (Number(response.headers.get('content-length')) > mostBytes)
      throw new NotSent('never', 'the file is too large')
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** Addresses come as http at times: everything but this machine is asked over https. */
function storeAddress(address: string, apiUrl: string): string {
  const url = new URL(address)
  if (url.origin === new URL(apiUrl).origin) return address
  if (!stores.test(url.hostname)) throw new NotSent('never', 'the file is not kept by DingTalk')
  url.protocol = 'https:'
  return url.href
}
