import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { HostEnv } from './host.ts'

/** Listens on this machine only; port 0 takes any free one. */
export async function serve(host: Hono<HostEnv>, port: number): Promise<{ server: Server; address: string }> {
  const server = createAdaptorServer({ fetch: host.fetch }) as Server
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

export async function stop(server: Server) {
  const closed = once(server, 'close')
  server.closeAllConnections()
  server.close()
  await closed
}
