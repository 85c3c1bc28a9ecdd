import { languageDirection, languageName } from '#kernel/languages.ts'
import { londonDay } from '#kernel/london-time.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import { STATE_NAMES } from '../offer-languages/offer-languages.view.ts'
import { recordingsOf } from '../read-aloud/recordings.queries.ts'
import { recordingLines } from '../read-aloud/recordings.view.ts'
import { inOneLine, isOfDoor, spokenText, standing, type AskedText } from '../text-asked.ts'
import { type MendedBefore, mendedOf } from '../words.queries.ts'
import { pluralForms, progressOf } from '../words.ts'
import { STATES, type Text } from '../words.rules.ts'
import { boxesFor } from './mend-text.form.ts'

/** One text beside its English, with what was written, checked and recorded of it here. */
export async function showText(
  visit: Visit,
  asked: AskedText,
  problems: readonly Problem[] = [],
  typed: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { language, place, english } = asked
  const before = await mendedOf(visit.tx, language, place)
  const recordings = await recordingsOf(visit.tx, language, place)
  const values = { ...textBoxes(asked), ...typed }
  const text = spokenText(asked)
  return {
    kind: 'view',
    template: 'domains/words/mend-text/mend-text.njk',
    status: problems.length > 0 ? 422 : 200,
    ...(recordings.length > 0 ? { media: 'plays' as const } : {}),
    model: {
      page: {
        title: `A text in ${languageName(language)}`,
        in: language,
        dirOfText: languageDirection(language),
        back: `/languages/${language}`,
        english: typeof english === 'string' ? [english] : Object.values(english),
        // English is the source: it is recorded here, and written where the product is made.
        boxes: language === 'en' ? [] : boxesOf(asked),
        values,
        seen: before[0]?.number ?? 0,
        choices: STATES.filter((s) => s !== 'untranslated').map((s) => ({
          value: s,
          text: STATE_NAMES[s],
          checked: values['state'] === s,
        })),
        before: before.map(lineOf),
        mend: `/languages/${language}/text?at=${encodeURIComponent(place)}`,
        spoken: text,
        ofDoor: isOfDoor(place),
        record: `/languages/${language}/recordings?at=${encodeURIComponent(place)}`,
        query: `?at=${encodeURIComponent(place)}`,
        recordings: recordingLines(recordings, { language, text, me: visit.actor.id }),
        errors: errorsOf(problems),
      },
    },
  }
}

const boxesOf = ({ language, english }: AskedText) =>
  boxesFor(english, pluralForms(language)).map((name) => ({
    name,
    label:
      name === 'text'
        ? `In ${languageName(language)}`
        : `In ${languageName(language)}, form “${name.slice(5)}”`,
  }))

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

const lineOf = (m: MendedBefore) => ({
  text: inOneLine(m.text),
  state: STATE_NAMES[m.state],
  who: `${m.by}, ${londonDay(m.at)}`,
  note: m.note,
})
