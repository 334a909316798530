/** What English asks of visits, and how it says that one was not made; patterns over an outline. */

const asksFirst =
  /^[\s,]*(?:(?:so|and|hey|hi|ok|please) )*(?:(?:what|whats|what's|where|who|whose|which|why|how|how's)\b(?! (?:P|he|she|they) (?:said|says|wants?|needs?|asked))|when (?:was|were|is|are|did|do|does|have|has|had|will|should|can|K|P)\b|(?:did|do|does|have|has|had|is|are|was|were|should|am) (?:i|we|you|he|she|they|it|there|anyone|anybody|someone|somebody|K|P|I)\b)/
/** What did I discuss there: never told. */
export const asksInEnglish = (text: string): boolean => !/\p{Script=Han}/u.test(text) && asksFirst.test(text)

const lastTime =
  /\bwhen (?:was|were|did|have|had) (?:i|we|anyone|anybody|someone|the last|my last|our last)\b[^?]*\b(?:last|visit(?:ed)?|been|go|went|there|time)\b|\b(?:when|what) (?:was|is|were) (?:the|my|our) last (?:time|visit|call|meeting)|^[\s,]*(?:the |my |our )?(?:last|latest|recent|previous|past) (?:visits?|calls?|meetings?)\b(?=[^,.]*$)(?![^?]*\b(?:was|were|went)\b)|\b(?:show|list|see)(?: me)? (?:all )?(?:my |our |the )?(?:last |recent |past )?(?:visits?|visit history)\b|\bvisit (?:history|log|records?)\b|\bhow (?:long|many|often)\b[^?]*\b(?:visits?|visited|been|went)\b/
/** When was I last there, show me my visits. */
export const asksForVisits = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && /[KI]/.test(text) && lastTime.test(text)

const could =
  "(?:couldn't|could not|didn't|did not|wasn't able to|was not able to|haven't|have not|unable to|failed to|never|wasn't)(?: (?:manage(?:d)? to|even|quite|ever|been able to))*"
const get = '(?:get|got|make I|made I|make it|made it|visit|visited|go|reach|come|pop|call|swing)'
const missed = new RegExp(
  `\\b${could} ${get}(?: (?:round|over|out|in|down|back|up|by|on|past|to|at|into|see|visit))* (?:the )?[KI](?!'s)|\\b(?:(?:had|have) to (?:skip|miss|cancel|drop)|missed|skipped|ran out of time for|no time for)(?: (?:my|the|our|today's))*(?: (?:visit|call|appointment|meeting|trip|slot))?(?: (?:to|at|with))? (?:the )?[KI](?!'s)`,
)
/** Couldn't get to K, had to skip K. */
export const missedInEnglish = (text: string): boolean => !/\p{Script=Han}/u.test(text) && missed.test(text)
