import { conversationCommands } from './chat/commands.ts'
import { type Core, gather } from './chat/core.ts'
import { deadLetterCommands } from './chat/dead-letters.ts'
import { draftSubject } from './chat/draft-subject.ts'
import { placeCommands } from './chat/place-commands.ts'
import { recordsSubject } from './chat/records.ts'
import { fieldInWords, understandField } from './chat/understand/field.ts'
import { understand } from './chat/understand/understand.ts'
import { capabilities } from './crm/capabilities.ts'

/** The business and its conversation, put together. Knows no platform and no runtime. */
export function buildCore(): Core {
  const core: Core = {
    ...gather(capabilities),
    understand: (ctx, text, spokenOf) => understand(ctx, core.commands, text, spokenOf),
    understandField,
    fieldInWords,
  }
  core.subjects.push(
    draftSubject(() => core),
    recordsSubject(() => core),
  )
  core.commands.push(...conversationCommands(() => core), ...deadLetterCommands, ...placeCommands)
  return core
}
