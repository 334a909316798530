import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const patience = 60_000
const longestStop = 15_000

export interface Service {
  /** Where it listens, without a slash at the end. */
  url: string
  /** Resolves when it is gone, whoever ended it. */
  gone: Promise<void>
  stop(): Promise<void>
}

/** Starts the service as it is started anywhere, with these settings and none of the surrounding ones that name a platform. */
export async function startService(settings: Record<string, string>): Promise<Service> {
  const around = Object.entries(process.env).filter(
    ([name]) => !/^(SLACK|DINGTALK|QUDAO)_|^PUBLIC_URL$/.test(name),
  )
  const env = { ...Object.fromEntries(around), LOG_LEVEL: 'warn', ...settings }
  const service = spawn(process.execPath, ['src/node.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const die = () => void service.kill('SIGKILL')
  process.once('exit', die)
  const gone = once(service, 'exit').then(() => void process.off('exit', die))

  const listening = Promise.withResolvers<string>()
  service.stdout.setEncoding('utf8').on('data', (text: string) => {
    const url = /(http:\/\/localhost:\d+)\/playground/.exec(text)?.[1]
    if (url) listening.resolve(url)
    else process.stdout.write(text)
  })
  const timer = setTimeout(() => listening.reject(new Error('the service did not start in time')), patience)
  void gone.then(() =>
    listening.reject(
      new Error('the service ended: if its port is taken, choose another with -- --service-port 3001'),
    ),
  )
  const url = await listening.promise.finally(() => clearTimeout(timer))
  return {
    url,
    gone,
    stop: async () => {
      service.kill('SIGTERM')
      const timer = setTimeout(die, longestStop)
      await gone
      clearTimeout(timer)
    },
  }
}
