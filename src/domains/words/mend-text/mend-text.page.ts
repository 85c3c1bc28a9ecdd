import { languageDirection, languageName } from '#kernel/languages.ts'
import { londonDay } from '#kernel/london-time.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { savedTranslation, TRANSLATED } from '../catalogues.ts'
import { readMended as readWhatWasMended } from '../own-page.ts'
import { STATE_NAMES, warningOf } from '../offer-languages/offer-languages.view.ts'
import { neverSaidIn } from '../never-said.rules.ts'
import { addMended, type MendedBefore, mendedOf } from '../words.queries.ts'
import { ENGLISH, pluralForms, progressOf, wordsFor } from '../words.ts'
import { STATES, type Text, type TextState } from '../words.rules.ts'
import { boxesFor, readMended } from './mend-text.form.ts'

const may = 'words.mend'

const languageAsked = (visit: Visit): string | undefined => {
  const asked = visit.params['language'] ?? ''
  return TRANSLATED.includes(asked) ? asked : undefined
}

/** Every text of a language, by how far it has come, those that need work first. */
export const seeTexts: Page = {
  method: 'GET',
  url: '/languages/:language',
  may,
  audit: { action: 'languages.texts' },
  async answer(visit): Promise<Answer> {
    const language = languageAsked(visit)
    if (!language) return { kind: 'not-found' }
    await readWhatWasMended(visit.tx)
    const { states, counts } = progressOf(language)
    const wanted = STATES.find((s) => s === textOf(visit.query, 'state')) ?? firstWith(counts)
    const keys = [...states].filter(([, state]) => state === wanted).map(([key]) => key)
    return {
      kind: 'view',
      template: 'domains/words/mend-text/texts.njk',
      model: {
        page: {
          title: languageName(language),
          language,
          dir: 'ltr',
          warning: warningOf(counts),
          states: STATES.map((s) => ({
            name: STATE_NAMES[s],
            count: counts[s],
            href: `/languages/${language}?state=${s}`,
            current: s === wanted,
          })),
          texts: keys.map((key) => ({
            place: key,
            english: inOneLine(ENGLISH.get(key)),
            text: inOneLine(standing(language, key)),
            dir: languageDirection(language),
            href: `/languages/${language}/text?at=${encodeURIComponent(key)}`,
          })),
        },
      },
    }
  },
}

const firstWith = (counts: Readonly<Record<TextState, number>>): TextState =>
  STATES.find((s) => counts[s] > 0) ?? 'reviewed'

/** One text beside its English: read, mended, checked. */
export const seeText: Page = {
  method: 'GET',
  url: '/languages/:language/text',
  may,
  audit: { action: 'languages.text' },
  async answer(visit): Promise<Answer> {
    const asked = textAsked(visit)
    return asked ? showText(visit, asked, textBoxes(asked)) : { kind: 'not-found' }
  },
}

export const mendText: Page = {
  method: 'POST',
  url: '/languages/:language/text',
  may,
  audit: { action: 'languages.mend' },
  async answer(visit): Promise<Answer> {
    const asked = textAsked(visit)
    if (!asked) return { kind: 'not-found' }
    const given = readMended(
      visit.form,
      asked.english,
      pluralForms(asked.language),
      neverSaidIn(asked.language),
    )
    if ('problems' in given) return showText(visit, asked, typedIn(visit.form), given.problems)
    const standingNow = (await mendedOf(visit.tx, asked.language, asked.place))[0]?.number ?? 0
    if (textOf(visit.form, 'seen') !== String(standingNow)) {
      const text =
        'Somebody else changed this text while you were writing. Theirs is below; yours is in the box. Save again to use yours'
      return showText(visit, asked, typedIn(visit.form), [{ field: 'state', text }])
    }
    visit.note({ language: asked.language, place: asked.place, state: given.read.state })
    await addMended(visit.tx, { ...asked, ...given.read })
    await readWhatWasMended(visit.tx)
    return { kind: 'redirect', to: `/languages/${asked.language}` }
  },
}

type AskedText = { readonly language: string; readonly place: string; readonly english: Text }

function textAsked(visit: Visit): AskedText | undefined {
  const language = languageAsked(visit)
  const place = textOf(visit.query, 'at')
  const english = ENGLISH.get(place)
  return language && english ? { language, place, english } : undefined
}

function standing(language: string, place: string): Text | undefined {
  const found = wordsFor(language)
  return found.states.get(place) === 'untranslated' || found.language !== language
    ? savedTranslation(language)[place]?.text
    : found.texts.get(place)
}

const inOneLine = (text: Text | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join(' / ')

function textBoxes({ language, place, english }: AskedText): Readonly<Record<string, string>> {
  const text = standing(language, place)
  const state = progressOf(language).states.get(place) ?? ''
  const boxes = boxesFor(english, pluralForms(language)).map((box) => [box, boxText(text, box)])
  return { ...Object.fromEntries(boxes), state }
}

function boxText(text: Text | undefined, box: string): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  return new Map<string, string>(Object.entries(text)).get(box.slice('text-'.length)) ?? ''
}

async function showText(
  visit: Visit,
  asked: AskedText,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { language, place, english } = asked
  const before = await mendedOf(visit.tx, language, place)
  return {
    kind: 'view',
    template: 'domains/words/mend-text/mend-text.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        title: `A text in ${languageName(language)}`,
        in: language,
        dirOfText: languageDirection(language),
        back: `/languages/${language}`,
        english: typeof english === 'string' ? [english] : Object.values(english),
        boxes: boxesFor(english, pluralForms(language)).map((name) => ({
          name,
          label:
            name === 'text'
              ? `In ${languageName(language)}`
              : `In ${languageName(language)}, form “${name.slice(5)}”`,
        })),
        values,
        seen: before[0]?.number ?? 0,
        choices: STATES.filter((s) => s !== 'untranslated').map((s) => ({
          value: s,
          text: STATE_NAMES[s],
          checked: values['state'] === s,
        })),
        before: before.map(lineOf),
        errors: errorsOf(problems),
      },
    },
  }
}

const lineOf = (m: MendedBefore) => ({
  text: inOneLine(m.text),
  state: STATE_NAMES[m.state],
  who: `${m.by}, ${londonDay(m.at)}`,
  note: m.note,
})
