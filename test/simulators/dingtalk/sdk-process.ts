/** A program that does nothing but run the SDK: `node sdk-process.ts <apiUrl> <clientId> <clientSecret> [rejects]`. */
import { TOPIC_ROBOT } from 'dingtalk-stream'
import { SdkClient } from './sdk-client.ts'

const [apiUrl = '', clientId = '', clientSecret = '', listener] = process.argv.slice(2)

const client = new SdkClient(apiUrl, { clientId, clientSecret })
client.registerCallbackListener(TOPIC_ROBOT, async ({ headers }) => {
  if (listener === 'rejects') throw new Error('the database is closed')
  client.socketCallBackResponse(headers.messageId, null)
})
await client.connect()
