import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { sayIn, wordsFor } from '#domains/words/index.ts'
import { OWN_VIEWS, type OwnViewCode } from './around.rules.ts'

type Form = Readonly<Record<string, unknown>>
type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

export type TypedPerson = { readonly name: string; readonly who: string; readonly carer: boolean }
export type TypedView = { readonly view: string; readonly words: string; readonly reader: string }

const MOST_OF_A_NAME = 200
const MOST_WORDS = 2000

/** As typed, with line ends as one character. */
const typed = (form: Form, name: string): string => textOf(form, name).replaceAll('\r\n', '\n')

export const typedPerson = (form: Form): TypedPerson => ({
  name: typed(form, 'name').trim(),
  who: typed(form, 'who').trim(),
  carer: textOf(form, 'carer') === 'yes',
})

export const typedView = (form: Form): TypedView => ({
  view: textOf(form, 'view'),
  words: typed(form, 'words'),
  reader: textOf(form, 'reader'),
})

/** Somebody's name and who they are to the young person, in words for them where something is missing. */
export function readPerson(form: Form, language: string): Read<TypedPerson> {
  const w = wordsFor(language).words.around
  const value = typedPerson(form)
  const problems = [
    ...lengthOf('name', value.name, w.enterName, language),
    ...lengthOf('who', value.who, w.enterWho, language),
  ]
  return problems.length > 0 ? { problems } : { value }
}

function lengthOf(
  field: string,
  text: string,
  enter: string,
  language: string,
): readonly Problem[] {
  if (text === '') return [{ field, text: enter }]
  if (text.length <= MOST_OF_A_NAME) return []
  const { tooLong } = wordsFor(language).words.around
  return [{ field, text: sayIn({ language }, tooLong, { most: MOST_OF_A_NAME }) }]
}

export type ReadView = {
  readonly view: OwnViewCode
  readonly words: string | undefined
  readonly shown: boolean
}

/** How they see somebody, and who may read it. Who may read it is never assumed. */
export function readView(form: Form, language: string): Read<ReadView> {
  const w = wordsFor(language).words.around
  const { view: chosen, words, reader } = typedView(form)
  const view = OWN_VIEWS.find((code) => code === chosen)
  const knows = reader === 'me' || reader === 'beside'
  const problems: readonly Problem[] = [
    ...(view ? [] : [{ field: 'view', text: w.chooseView }]),
    ...(words.length > MOST_WORDS
      ? [{ field: 'words', text: sayIn({ language }, w.tooLong, { most: MOST_WORDS }) }]
      : []),
    ...(knows ? [] : [{ field: 'reader', text: w.chooseReader }]),
  ]
  if (!view || problems.length > 0) return { problems }
  return {
    value: { view, words: words.trim() === '' ? undefined : words, shown: reader === 'beside' },
  }
}
