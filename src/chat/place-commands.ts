import * as z from 'zod'
import { languageCard } from '../../cards/language-card.ts'
import { linkCodeCard, linkedCard } from '../../cards/link-card.ts'
import { type Command, command } from '../crm/command.ts'
import { choiceField, memberRef } from '../crm/fields.ts'
import { memberByCode } from '../crm/people/members.ts'
import { newLinkCode } from './link-codes.ts'

/** Who is who on the platforms, and which language a place speaks. */
export const placeCommands: Command[] = [
  command({
    name: 'link.code',
    title: { zh: '发绑定码', en: 'Hand out a link code' },
    words: { zh: ['绑定码'], en: ['link code'] },
    examples: { zh: ['绑定码 li'], en: ['link code li'] },
    input: z.object({ member: memberRef }),
    may: ['admin'],
    writes: true,
    run: async (ctx, { member: code }) => {
      const member = await memberByCode(ctx, code)
      ctx.audited.push({ action: 'link.code_issued', subject: `member:${member.code}`, detail: {} })
      const name = ctx.language === 'en' ? member.nameEn : member.name
      return linkCodeCard(name, await newLinkCode(ctx, member.id), ctx.language)
    },
  }),
  command({
    name: 'link.done',
    title: { zh: '绑定', en: 'Link' },
    words: { zh: ['绑定'], en: ['link'] },
    examples: { zh: [], en: [] },
    input: z.object({}),
    may: 'everyone',
    writes: false,
    run: async (ctx) => linkedCard(ctx.language === 'en' ? ctx.me.nameEn : ctx.me.name, ctx.language),
  }),
  command({
    name: 'place.language',
    title: { zh: '换语言', en: 'Change the language' },
    words: { zh: ['语言', '说'], en: ['language', 'speak'] },
    examples: { zh: ['语言 en'], en: ['language zh'] },
    input: z.object({
      language: choiceField({ zh: '语言', en: 'Language' }, [
        { value: 'zh', words: { zh: '中文', en: 'Chinese' } },
        { value: 'en', words: { zh: '英文', en: 'English' } },
      ]),
    }),
    may: 'everyone',
    writes: true,
    openly: true,
    run: async (ctx, input) => {
      const language = input.language === 'en' ? 'en' : 'zh'
      if (ctx.group && ctx.place) {
        const key = { platform: ctx.place.platform, conversation: ctx.place.conversation }
        await ctx.db.conversation.upsert({
          where: { platform_conversation: key },
          create: { ...key, language },
          update: { language },
        })
      } else {
        await ctx.db.member.update({ where: { id: ctx.me.id }, data: { language } })
      }
      return languageCard(language)
    },
  }),
]
