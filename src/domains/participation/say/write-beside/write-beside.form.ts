import { z } from 'zod'
import { isLanguageTag } from '#kernel/languages.ts'

const MOST = 20_000

/** Text in, what stands beside a thing said or its problems out. */
const form = z
  .object({
    kind: z.enum(['written_down', 'translation'], 'Choose what you are writing'),
    language: z
      .string('Choose the language you write it in')
      .trim()
      .refine(isLanguageTag, 'Choose the language you write it in'),
    words: z
      .string('Enter the words')
      .refine((text) => text.trim() !== '', 'Enter the words')
      .refine((text) => text.length <= MOST, 'The words must be 20,000 characters or fewer'),
    madeBy: z.enum(['person', 'machine'], 'Choose whether a person or a machine made it'),
    who: z
      .string('Enter who made it')
      .trim()
      .min(1, 'Enter who made it: a name, or for a machine which one')
      .max(200, 'Who made it must be 200 characters or fewer'),
  })
  .transform((f) => ({
    kind: f.kind,
    language: f.language,
    // A browser sends a line's end as two characters; kept as the one it was.
    words: f.words.replaceAll('\r\n', '\n'),
    machine: f.madeBy === 'machine',
    madeByWho: f.who,
  }))

export const readBesideForm = (fields: unknown) => form.safeParse(fields)
