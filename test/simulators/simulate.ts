import { parseArgs } from 'node:util'
import { startSimulation } from './simulate/simulation.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    template: { type: 'boolean', default: true },
    port: { type: 'string', default: '3100' },
    'service-port': { type: 'string', default: '3000' },
    database: { type: 'string', default: '.data/simulate.sqlite' },
  },
})

let stop = async (): Promise<void> => {}
let ending = false
function end(code: number): void {
  if (ending) return
  ending = true
  void stop().finally(() => process.exit(code))
}
process.on('SIGINT', () => end(0))
process.on('SIGTERM', () => end(0))

const simulation = await startSimulation({
  template: values.template,
  pagePort: Number(values.port),
  servicePort: Number(values['service-port']),
  database: values.database,
}).catch(explain)

process.stdout.write(`
  Slack and DingTalk  ${simulation.url}
  Playground          ${simulation.service.url}/playground
  Ctrl-C stops everything.

`)

stop = simulation.stop
void simulation.service.gone.then(() => end(1))

function explain(error: NodeJS.ErrnoException): never {
  const taken = error.code === 'EADDRINUSE'
  const words = taken ? `port ${values.port} is taken: npm run simulate -- --port 3101` : error.message
  process.stderr.write(`${words}\n`)
  process.exit(1)
}
