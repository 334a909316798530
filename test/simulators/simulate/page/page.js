import { dingtalkItems } from './dingtalk.js'
import { openPane } from './pane.js'
import { slackHome, slackItems, slackModal } from './slack.js'

const panes = [
  openPane('dingtalk', { items: dingtalkItems }),
  openPane('slack', { items: slackItems, home: slackHome, modal: slackModal }),
]

async function lookAround() {
  const { people, playground } = await (await fetch('people')).json()
  document.getElementById('playground').href = playground
  for (const pane of panes) pane.know(people)
  await Promise.all(panes.map((pane) => pane.refresh()))
}

for (const button of document.querySelectorAll('[data-pane]'))
  button.addEventListener('click', () => {
    document.body.dataset.shown = button.dataset.pane
    for (const other of document.querySelectorAll('[data-pane]')) other.ariaPressed = String(other === button)
  })

await lookAround()
setInterval(() => {
  if (!document.hidden) void lookAround().catch(() => {})
}, 1000)
