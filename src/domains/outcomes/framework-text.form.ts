/** The kinds of text a framework document holds, each with the sentence to say when it is wrong. Pure. */
import { z } from 'zod'

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const TURNS_TEXT = /[\u202a-\u202e\u2066-\u2069]/
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/

const tidy = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()

const hidden = (text: string) => CONTROL.test(text) || TURNS_TEXT.test(text) || !text.isWellFormed()

/** Text that may run over several lines. Ends are trimmed, lines end in a line feed, letters are NFC. */
export const prose = (what: string, longest = 2000) =>
  z
    .string(`Enter ${what} as text`)
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, `Enter ${what}`)
        .max(longest, `Shorten ${what} to ${longest} characters or fewer`)
        .refine((text) => !hidden(text), {
          error: `Type ${what} again: it holds a hidden character that cannot be kept`,
          abort: true,
        }),
    )

/** Text of one line. */
export const line = (what: string, longest = 300) =>
  prose(what, longest).refine((text) => !text.includes('\n'), `Put ${what} on one line`)

/** A short code, such as 2.1 or safe-home. */
export const code = (what: string) =>
  z
    .string(`Enter ${what} as text`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', { error: `Enter ${what}`, abort: true })
    .refine(
      (text) => CODE.test(text),
      `Use only letters, numbers, dots, hyphens and underscores in ${what}, 60 at most`,
    )

/** A code in small letters that stays the same across versions and may stand in an address. */
export const key = (what: string) =>
  z
    .string(`Enter ${what} as text`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', { error: `Enter ${what}`, abort: true })
    .refine(
      (text) => KEY.test(text),
      `Use only small letters, numbers and hyphens in ${what}, 60 at most`,
    )

/** One of a few words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(what: string, words: T) =>
  z.enum(words, `Choose ${what}: ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`)

export const yesOrNo = (what: string) => z.boolean(`Say yes or no (true or false): ${what}`)

/**
 * A list that may not grow without end. Its length is looked at before anything in it, so that a
 * file of a million empty things is refused with one sentence and not with a million.
 */
export const listOf = <T extends z.ZodType>(
  what: string,
  item: T,
  most: number,
  atLeastOne?: string,
) =>
  z
    .array(z.unknown(), `Give ${what} as a list`)
    .max(most, `Give ${most} ${what} or fewer`)
    .min(atLeastOne === undefined ? 0 : 1, atLeastOne)
    .pipe(z.array(item))
