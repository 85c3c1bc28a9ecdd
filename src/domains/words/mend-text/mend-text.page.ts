import { languageDirection, languageName } from '#kernel/languages.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { readMended as readWhatWasMended } from '../own-page.ts'
import { STATE_NAMES, warningOf } from '../offer-languages/offer-languages.view.ts'
import { neverSaidIn } from '../never-said.rules.ts'
import { inOneLine, languageAsked, standing, textAsked } from '../text-asked.ts'
import { addMended, mendedOf } from '../words.queries.ts'
import { ENGLISH, pluralForms, progressOf } from '../words.ts'
import { STATES, type TextState } from '../words.rules.ts'
import { readMended } from './mend-text.form.ts'
import { showText } from './show-text.ts'

const may = 'words.mend'

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
    return asked ? showText(visit, asked) : { kind: 'not-found' }
  },
}

export const mendText: Page = {
  method: 'POST',
  url: '/languages/:language/text',
  may,
  audit: { action: 'languages.mend' },
  async answer(visit): Promise<Answer> {
    const asked = textAsked(visit)
    if (!asked || asked.language === 'en') return { kind: 'not-found' }
    const given = readMended(
      visit.form,
      asked.english,
      pluralForms(asked.language),
      neverSaidIn(asked.language),
    )
    if ('problems' in given) return showText(visit, asked, given.problems, typedIn(visit.form))
    const standingNow = (await mendedOf(visit.tx, asked.language, asked.place))[0]?.number ?? 0
    if (textOf(visit.form, 'seen') !== String(standingNow)) {
      const text =
        'Somebody else changed this text while you were writing. Theirs is below; yours is in the box. Save again to use yours'
      return showText(visit, asked, [{ field: 'state', text }], typedIn(visit.form))
    }
    visit.note({ language: asked.language, place: asked.place, state: given.read.state })
    await addMended(visit.tx, { ...asked, ...given.read })
    await readWhatWasMended(visit.tx)
    return { kind: 'redirect', to: `/languages/${asked.language}` }
  },
}
