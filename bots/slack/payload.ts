import * as z from 'zod'

/** What Slack sent, by socket or HTTP alike, and when it arrived (epoch milliseconds). */
export interface SlackPayload {
  body: unknown
  at: number
}

const id = z.string().min(1)

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export const commandPayload = z.object({
  command: id,
  text: z.string().default(''),
  team_id: id,
  channel_id: id,
  user_id: id,
  response_url: z.string().optional(),
  trigger_id: id,
})

const person = z.object({ id, team_id: id.optional() })

const view = z.object({
  id,
  type: z.string(),
  private_metadata: z.string().default(''),
  state: z
    .object({ values: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))) })
    .default({ values: {} }),
})

export type SubmittedView = z.infer<typeof view>

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const actionsPayload = z.object({
  user: person,
  team: z.object({ id }).nullish(),
  trigger_id: id,
  response_url: z.string().optional(),
  container: z.object({
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
    thread_ts: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  view: view.optional(),
  actions: z.array(z.object({ type: z.string(), value: z.string().optional() })).min(1),
})

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const submissionPayload = z.object({
  user: person,
  team: z.object({ id }).nullish(),
  trigger_id: id,
  view,
})

const file = z.object({
  name: z.string().nullish(),
  size: z.number().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
})

/** https://docs.slack.dev/apis/events-api */
export const eventPayload = z.object({
  team_id: id,
  event_id: id,
  event_time: z.number().optional(),
  authorizations: z.array(z.object({ user_id: z.string() })).default([]),
  event: z.object({
    type: id,
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    user: z.string().optional(),
    team: z.string().optional(),
    user_team: z.string().optional(),
    text: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    thread_ts: z.string().optional(),
    tab: z.string().optional(),
    files: z.array(file).optional(),
  }),
})

export type EventPayload = z.infer<typeof eventPayload>
