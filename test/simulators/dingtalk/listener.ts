import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** An address of the service that hears callbacks and answers each as told. */
export async function listen(answer: (heard: Heard) => object | string | Promise<object | string>) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const one = { headers: request.headers, body: await text(request) }
    heard.push(one)
    const said = await answer(one)
    response.end(typeof said === 'string' ? said : JSON.stringify(said))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { url, heard, [Symbol.asyncDispose]: close }
}
