import type { Button } from '../../cards/card.ts'
import { bytesIn, line } from './texts.ts'

const mostLabel = 60

const colours = { primary: 'blue', danger: 'red' }

/** The variable of the button list: as many as fit, in their order. Each sends its sentence back; `left` are the others. */
export function buttonsVariable(buttons: Button[], room: number): { value: string; left: Button[] } {
  const drawn: object[] = []
  const left: Button[] = []
  for (const button of buttons) {
    if (button.say === '') continue
    drawn.push(drawButton(button, drawn.length))
    if (bytesIn(JSON.stringify(drawn)) <= room) continue
    drawn.pop()
    left.push(button)
  }
  return { value: JSON.stringify(drawn), left }
}

const drawButton = ({ label, say, style }: Button, n: number) => ({
  text: line(label, mostLabel),
  color: style ? colours[style] : 'gray',
  status: 'normal',
  action: { type: 'sendCardRequest', params: { actionId: `b${n + 1}`, params: { say } } },
})
