/** How an English sentence says that one went to see a customer, or is to; patterns over an outline. */

/** A call with P, lunch with P: to come, or over. */
export const englishTime =
  '(?<!\\b(?:book|arrange|schedule|set up|plan|organi[sz]e|fix|need|want|have|make|planned|booked|arranged) (?:a |the |another |my )?)\\b(?:(?:quick|short|long|brief|good|video|phone) )*(?:call|chat|catch-?up|lunch|coffee|dinner|breakfast|drinks|meeting) with(?= (?:the |our )?[KPM])'

/** British: called in at, popped round to. */
const aside = '(?:(?:in|round|around|over)(?: (?:at|on|to))?|into|by)'
const toPlace = '(?= (?:see )?(?:the )?[KIP])'

const englishGo = `visit|see|meet(?: with)?|go to|call(?: ${aside}${toPlace}| on)?|stop by|drop by|drop in(?: at| on)?|phone|ring|pop (?:in|into|by|over|round)(?: to| at| on)?|swing (?:by|past)|nip (?:in|into|over|round)(?: to)?|catch up with|sit down with|look in (?:at|on)`
export const englishWill = `(?:\\b(?:will|going to|gonna|plan(?:ning)? to|want to|need to|have to|shall|let's|i'd like to|would like to|(?:told|asked|wants?|wanted|needs?) me to)|'ll) (?:go (?:and|to) )?(?:${englishGo})\\b`

const were = '(?:was|were) (?:(?:over|up|down|out|round|back) )?at'
export const englishWent = `\\b(?:visited|met(?: up)?(?: with)?|called ${aside}${toPlace}|called(?: on| at)?|went(?: over| round| back| up| down| by)? to|went by(?= [KI])|been (?:over |round )?to|stopped (?:by|at|off at|in at)|dropped (?:by|in(?: at| on| to)?)|popped (?:in|into|by|over|round)(?: at| on| to)?|nipped (?:in|into|over|round)(?: to)?|looked in (?:at|on)|saw|phoned|rang|${were}|just left|(?:just )?came from|swung (?:by|past)|checked in (?:at|with)|had (?:(?:a|an|some|quick|long|short|brief|good) )*(?:call|meeting|visit|lunch|coffee|dinner|breakfast|drinks|beer|catch-?up) (?:with|at)|(?:texted|messaged|e-?mailed|wechatted|whatsapped)(?= (?:the )?[KP])|(?:just )?(?:off|on) the phone (?:with|to)|caught up with|sat down with|paid (?:a visit to|(?=K a visit)))\\b`

export const englishOrder = `(?<=^[\\s,]*(?:please )?(?:D )?)(?:see(?:ing)?|meet(?: with)?|meeting(?! with)|call(?:ing)?(?: ${aside}${toPlace}| on)?|phone|ring|stop by|drop by|pop (?:in|into|round)(?: to| at| on)?|swing by|go to)(?= [KIP])`

const inTheDiary =
  '(?:in|on|to|into) (?:(?:my|the|our) )?(?:calendar|diary|schedule|agenda|planner|books?|route)'
const booking = '(?:pencil(?:led|l?ing)?|slot(?:ted)?|squeeze|fit|book(?:ed)?|put|stick|add|schedule|note)'
/** Pencil in K, put K on my calendar, book me in at K. */
export const englishBook = `\\b(?:(?:pencil(?:led|l?ing)?|slot(?:ted)?|squeeze|fit|book(?:ed)?) (?:me |us )?in(?: at| with| to see)?(?= (?:the )?[KIP])|${booking}(?= (?:the )?[KI] (?:in|down)(?: (?:for|on|at|D)|\\s*$))|${booking}(?= (?:the )?[KI] ${inTheDiary})|(?:schedule|book|plan|arrange)(?= (?:the )?[KI](?: (?:for|on|at))?(?: D|\\s*$))|(?:${booking}|set up|arrange|organi[sz]e|make) (?:a |an |the |another )?(?:visit|call|meeting|trip|appointment)(?= (?:to|at|with|for) (?:the )?[KIP]))`
/** What then stands behind the customer. */
export const englishBooked = `(?<=[KI]) (?:${inTheDiary}|(?:in|down)(?= (?:for|on|at|D)|\\s*$))`

export const byPhoneEnglish = `(?<![a-z])(?:called(?! (?:${aside}|on|at)${toPlace})|phoned|rang|(?:by|on the|over the) phone|phone call|had a call|gave [KIP] a (?:call|ring|bell)|on a call with|(?<!video )call with|off the phone)(?![a-z])`
