/** Whether an address is Slack's own: the host of the API, or its sister for hooks or files. Nothing else is ever called. */
export function isSlacks(url: string, apiUrl: string, sister: 'hooks' | 'files'): boolean {
  if (!URL.canParse(url)) return false
  const { origin } = new URL(url)
  const api = new URL(apiUrl)
  return origin === api.origin || origin === `https://${sister}.${api.host}`
}
