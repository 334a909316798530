import { isObject, type Json, list } from '../wire.ts'
import type { World } from '../world.ts'
import { knownChannel, postAsApp } from './chat-methods.ts'
import type { Method } from './method.ts'
import { complaintsRefusal, Refusal } from './refusal.ts'

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    formOnly: true,
    required: ['filename', 'length'],
    run: (args, { files, url }) => {
      const length = Number(args.length)
      if (!(length > 0))
        throw complaintsRefusal('invalid_arguments', ['must be greater than 0 [json-pointer:/length]'])
      const file = files.reserve(String(args.filename), length)
      return { upload_url: `${url()}/upload/v1/${file.id}`, file_id: file.id }
    },
  },
  'files.completeUploadExternal': { scopes: ['files:write'], required: ['files'], run: complete },
}

function complete(args: Json, world: World): Json {
  const { files, settings } = world
  const given = list(args.files).filter(isObject)
  if (given.some(({ id }) => !files.get(String(id))?.bytes)) throw new Refusal('file_not_found')
  const channel = args.channel_id ? knownChannel(args.channel_id, world) : undefined
  if (channel && !channel.members.includes(settings.app.botUser)) throw new Refusal('not_in_channel')
  const objects = given.map(({ id, title }) => {
    return files.complete(String(id), settings.app.botUser, typeof title === 'string' ? title : undefined)
  })
  if (channel) {
    const thread = args.thread_ts ? { thread_ts: String(args.thread_ts) } : {}
    const text = typeof args.initial_comment === 'string' ? args.initial_comment : ''
    // The message with the file comes a little later than the answer.
    setTimeout(() => postAsApp(world, channel.id, { text, files: objects, ...thread }), 5).unref()
  }
  return { files: objects }
}
