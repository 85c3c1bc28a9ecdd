import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { sayIn, wordsFor } from '#domains/words/index.ts'
import type { LegalHelp } from '../happening.rules.ts'

type Form = Readonly<Record<string, unknown>>

export type TypedLegalHelp = {
  readonly has: string
  readonly wants: string
  readonly good: string
  readonly helper: string
  readonly words: string
}

const MOST = { helper: 200, words: 2000 } as const

export const typedLegalHelp = (form: Form): TypedLegalHelp => ({
  has: textOf(form, 'has'),
  wants: textOf(form, 'wants'),
  good: textOf(form, 'good'),
  helper: textOf(form, 'helper').trim(),
  words: textOf(form, 'words').replaceAll('\r\n', '\n'),
})

export type SaidLegalHelp = Pick<LegalHelp, 'has' | 'wants' | 'howGood' | 'helper' | 'words'>

/** What they say of legal help in one area. Only whether they have it is asked for; the rest may be left. */
export function readLegalHelp(
  form: Form,
  language: string,
): { readonly value: SaidLegalHelp } | { readonly problems: readonly Problem[] } {
  const w = wordsFor(language).words.legal
  const typed = typedLegalHelp(form)
  const has = oneOf(['yes', 'no', 'not_known'] as const, typed.has)
  const problems: readonly Problem[] = [
    ...(has ? [] : [{ field: 'has', text: w.chooseHas }]),
    ...(['helper', 'words'] as const).flatMap((field) =>
      typed[field].length > MOST[field]
        ? [{ field, text: sayIn({ language }, w.tooLong, { most: MOST[field] }) }]
        : [],
    ),
  ]
  if (!has || problems.length > 0) return { problems }
  return {
    value: {
      has,
      wants: oneOf(['yes', 'no', 'not_said'] as const, typed.wants) ?? 'not_said',
      howGood:
        oneOf(['good', 'in_part', 'not_good', 'not_said'] as const, typed.good) ?? 'not_said',
      helper: typed.helper || undefined,
      words: typed.words.trim() === '' ? undefined : typed.words,
    },
  }
}

const oneOf = <T extends string>(codes: readonly T[], text: string): T | undefined =>
  codes.find((code) => code === text)
