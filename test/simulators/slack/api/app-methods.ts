import type { Method } from './method.ts'
import { Refusal } from './refusal.ts'

export const appMethods: Record<string, Method> = {
  'auth.test': {
    run: (_args, { settings: { team, app } }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: app.name,
      team_id: team.id,
      user_id: app.botUser,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    scopes: ['connections:write'],
    run: (_args, { socketMode }) => {
      if (socketMode.connections().length >= 10) throw new Refusal('too_many_websockets')
      return { url: socketMode.ticketUrl() }
    },
  },
}
