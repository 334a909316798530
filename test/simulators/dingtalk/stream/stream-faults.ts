import type { World } from '../world.ts'
import { type Connection, freeze, ping, sendFrame } from './connection.ts'
import { systemFrame } from './frames.ts'

/** What the gateway can do to the connections now open. */
export function createStreamFaults(world: World, live: () => Connection[]) {
  const frame = (topic: string, data: object) => systemFrame(world.app.clientId, topic, data, world.now())
  const each = (act: (connection: Connection) => void) => live().forEach(act)
  return {
    /** Half open from now on. Returns the connections concerned. */
    freeze: () => {
      const frozen = live()
      frozen.forEach(freeze)
      return frozen
    },
    /** The platform notices its half-open connections and pushes to them no more. */
    forgetFrozen: () => each((one) => one.state === 'frozen' && one.socket.terminate()),
    /** Says `disconnect`, pushes nothing more and closes TCP after the grace time. */
    disconnect: () =>
      each((one) => {
        sendFrame(one, frame('disconnect', { reason: 'connection is expired' }))
        one.state = 'draining'
        world.later(world.settings.disconnectGrace, () => one.socket.terminate())
      }),
    /** TCP breaks without a word. */
    drop: () => each((one) => one.socket.terminate()),
    /** Pings now, besides the regular pings. */
    ping: () => each((one) => ping(one, frame('ping', { opaque: crypto.randomUUID() }))),
    /** Sends a text that may be no frame at all. */
    sendRaw: (text: string) => each((one) => one.socket.send(text)),
    /** A callback frame with the topic `error`, which event emitters treat specially. */
    sendErrorTopic: () => each((one) => sendFrame(one, { ...frame('error', {}), type: 'CALLBACK' })),
  }
}
