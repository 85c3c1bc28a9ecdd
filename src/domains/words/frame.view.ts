import { languageDirection, languageName } from '#kernel/languages.ts'
import { wordsFor, type YouthWords } from './words.ts'

/** What every page of the young person's needs: its language, which way it runs, and all its words. */
export type Frame = {
  readonly title: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly w: YouthWords
  /** Said on the page when nobody has checked its words. */
  readonly notReady: string | undefined
  /** Words of the shell around the page. */
  readonly frame: YouthWords['frame']
  /** On a worker's device: only the check-in is open. */
  readonly handed: boolean
}

/** The frame in a language, or in English where the pages have no words in it. */
export function frameIn(
  language: string,
  handed: boolean,
  title: (w: YouthWords) => string,
): Frame {
  const found = wordsFor(language)
  return {
    title: title(found.words),
    language: found.language,
    dir: languageDirection(found.language),
    w: found.words,
    notReady: found.checked ? undefined : found.words.frame.notReady,
    frame: found.words.frame,
    handed,
  }
}

export type LanguageChoice = {
  readonly value: string
  /** Its name in itself, so that whoever reads it finds it. */
  readonly text: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly chosen: boolean
}

/** Languages to choose from, each named in itself, in the order given. */
export function languageChoices(
  languages: readonly string[],
  chosen: string,
): readonly LanguageChoice[] {
  return languages.map((tag) => ({
    value: tag,
    text: nameInItself(tag),
    language: tag,
    dir: languageDirection(tag),
    chosen: tag === chosen,
  }))
}

const namesInThemselves = new Map<string, string>()

function nameInItself(tag: string): string {
  const known = namesInThemselves.get(tag)
  if (known !== undefined) return known
  const name = askForName(tag)
  if (namesInThemselves.size < 500) namesInThemselves.set(tag, name)
  return name
}

function askForName(tag: string): string {
  const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' })
  const usable = own.resolvedOptions().locale.split('-')[0] === tag.split('-')[0]
  return (usable ? own.of(tag) : undefined) ?? languageName(tag)
}
