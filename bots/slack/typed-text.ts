/**
 * What a person typed, as they saw it: mentions and links by their words, escaped signs as signs,
 * the app's own mention gone. https://docs.slack.dev/messaging/formatting-message-text
 */
export function typedText(text: string, own?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) =>
      inside.replace(/\|.*$/s, '') === `@${own}` ? ' ' : wordsOf(inside),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

/** `@U1|li`, `#C1|sales`, `!here`, `https://x|words`, `mailto:li@x|li@x`. */
function wordsOf(inside: string): string {
  const bar = inside.indexOf('|')
  const words = bar < 0 ? '' : inside.slice(bar + 1)
  const target = bar < 0 ? inside : inside.slice(0, bar)
  if (target.startsWith('@') || target.startsWith('#')) return `${target[0]}${words || target.slice(1)}`
  if (target.startsWith('!')) return words || `@${target.slice(1)}`
  return words || target.replace(/^(mailto|tel):/, '')
}
