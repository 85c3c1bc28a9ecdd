import { z } from 'zod'
import { INTERPRETER_MODES, PROMPTS, RELATIONSHIPS } from '../check-in.rules.ts'
import type { Occasion } from '../check-in-occasion.queries.ts'

const COMPANY = ['nobody', ...RELATIONSHIPS] as const

const short = (tooLong: string) =>
  z
    .string()
    .trim()
    .max(200, tooLong)
    .default('')
    .transform((text) => text || undefined)

/** Text in, what was arranged or its problems out. The words here are the words on the page. */
const form = z
  .object({
    company: z.enum(COMPANY, 'Choose who is with them, or that they answer on their own'),
    who: short('Who is with them must be 200 characters or fewer'),
    interpreterMode: z.enum(INTERPRETER_MODES, 'Choose how they are understood'),
    interpreterLanguage: z
      .string()
      .trim()
      .max(100, 'The language must be 100 characters or fewer')
      .default('')
      .transform((text) => text || undefined),
    language: z.string('Choose the language of the words on the screen').min(2).max(35),
    place: short('Where you are must be 200 characters or fewer'),
    promptedBy: z.enum(PROMPTS, 'Choose why now'),
  })
  .superRefine((f, context) => {
    if (f.interpreterMode !== 'none_needed' && f.interpreterLanguage === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['interpreterLanguage'],
        message: 'Enter the language they are understood in',
      })
    }
  })
  .transform(
    (f): Occasion => ({
      company: f.company === 'nobody' ? undefined : { relationship: f.company, who: f.who },
      interpreterMode: f.interpreterMode,
      interpreterLanguage: f.interpreterMode === 'none_needed' ? undefined : f.interpreterLanguage,
      language: f.language,
      place: f.place,
      promptedBy: f.promptedBy,
    }),
  )

export const readHandOverForm = (fields: unknown) => form.safeParse(fields)
