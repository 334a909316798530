import type { Frame } from './frame.ts'

/** How English decides on a contract that stands between its words: send 0142 back, pass 0118 on to Sun Lijuan. */

const number = '(?:no\\.? ?)?(?<![\\d.])\\d{3,4}'
const paper = `(?:[KNI](?:'s)?(?: (?:contract|agreement))?|(?:the |that |this )?(?:contract|agreement)(?: (?:of|for|from|with) K)?|${number}|the K (?:contract|agreement))`
/** Not yet is no decision. */
const finally_ = '(?![^,.;!?]*\\b(?:yet|until|till|before|unless|today|for now)\\b)'

export const englishDecisions: Record<string, Partial<Frame>> = {
  'approval.approve': {
    says: [
      new RegExp(
        `(?<=^[\\s,]*)(?:ok(?:ay)?|okay'?ing|green[- ]?light(?:ing)?|sign(?:ing)? off(?: on)?|wave through|clear)(?= ${paper})`,
        'g',
      ),
    ],
  },
  'approval.return': {
    own: /\bback\b(?: to (?:him|her|them|the rep))?/g,
    says: [
      new RegExp(`\\b(?:send|sending|sent|kick|bounce|push|hand|give)(?= ${paper} back\\b(?! \\d))`, 'g'),
      new RegExp(
        `(?<=\\b(?:send|sending|sent|kick|bounce|push|hand|give) ${paper}) back\\b(?: to (?:him|her|them|the rep))?`,
        'g',
      ),
    ],
  },
  'approval.reject': {
    says: [
      new RegExp(
        `(?<=^[\\s,]*(?:i'?m |we'?re |i am |i )?)(?:not|won't be|refusing to|declining to|turning down|won't|will not|can't) (?:approv(?:e|ing)|sign(?:ing)?(?: off)?(?: on)?)?(?= ${paper})${finally_}`,
        'g',
      ),
    ],
  },
  'approval.hand_over': {
    says: [
      new RegExp(
        `\\b(?:pass|hand|forward|move|transfer|reassign|give|send)(?= ${paper} (?:on |over |along |up )?to (?!K|P|him|her|them|me))`,
        'g',
      ),
      new RegExp(
        `(?<=\\b(?:pass|hand|forward|move|transfer|reassign|give|send) ${paper}) (?:on |over |along |up )?to\\b`,
        'g',
      ),
    ],
  },
}
