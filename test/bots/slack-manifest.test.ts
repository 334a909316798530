import { expect, test } from 'vitest'
import byHttp from '../../bots/slack/manifest-http.json' with { type: 'json' }
import bySocket from '../../bots/slack/manifest-socket.json' with { type: 'json' }

const address = 'https://qudao.example.com/slack/events'

test('the two manifests differ in how Slack reaches the app, and in nothing else', () => {
  const { features, settings, ...rest } = bySocket
  const [command] = features.slash_commands
  expect(byHttp).toEqual({
    ...rest,
    features: { ...features, slash_commands: [{ ...command, url: address }] },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url: address },
      interactivity: { ...settings.interactivity, request_url: address },
      socket_mode_enabled: false,
    },
  })
})

test("the manifests keep Slack's limits", () => {
  const { name, description, long_description } = bySocket.display_information
  expect(name.length).toBeLessThanOrEqual(35)
  expect(description.length).toBeLessThanOrEqual(140)
  expect(long_description.length).toBeGreaterThanOrEqual(174)
  expect(long_description.length).toBeLessThanOrEqual(4000)
})
