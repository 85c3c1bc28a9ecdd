import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { isLanguageTag, languageName } from '#kernel/languages.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  daysOf,
  languagesOf,
} from '#domains/children/index.ts'
import { packGiven } from '../clocks-of-referral.ts'
import { isOver, type Referral, saveView, type View, viewOf } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { readView } from './say-view.form.ts'
import { SAID, TOLD } from './view.rules.ts'

const url = `${URL}/:referral/their-view`
const may = 'children.write'

const asksFor = (languages: Readonly<Record<string, string>>): readonly Ask[] => [
  {
    kind: 'choice',
    name: 'told',
    label: 'Were they told about the referral, in a way that fits their age?',
    choices: TOLD,
  },
  { kind: 'day', name: 'toldOn', label: 'On which day? (leave empty if not yet)' },
  {
    kind: 'words',
    name: 'toldHow',
    label: 'What were they told, how, and with which interpreter? (optional)',
  },
  {
    kind: 'day',
    name: 'packGivenOn',
    label:
      'On which day were they given the information pack for their age? (leave empty if not yet)',
    hint: 'There is one for children up to 11 and one from 11 on. It is owed as soon as a referral is made',
  },
  { kind: 'words', name: 'notToldWhy', label: 'If not yet: why, and who will tell them when?' },
  {
    kind: 'choice',
    name: 'said',
    label: 'What do they say of it?',
    hint: 'Under 18, or perhaps under 18, the referral does not hang on this. It is kept, and it is heard',
    choices: SAID,
  },
  {
    kind: 'words',
    name: 'words',
    label: 'In their own words (optional)',
    hint: 'Word for word, as they said it',
  },
  {
    kind: 'choice',
    name: 'wordsLanguage',
    label: 'In which language are these words?',
    choices: languages,
  },
]

export const askView: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const view = await viewOf(visit.tx, found.referral.id)
    return shown(visit, found, view ? typedOf(view) : { wordsLanguage: 'en' }, {
      version: view?.version ?? 0,
    })
  },
}

export const writeView: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const version = versionOf(visit.form)
    const read = readView(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(visit, found, typed, { version, problems: read.problems })
    const { referral } = found
    if (
      referral.state === 'not_sent' ||
      !(await saveView(visit.tx, referral, read.view, version))
    ) {
      const now = await viewOf(visit.tx, referral.id)
      return shown(visit, found, typed, { version: now?.version ?? 0, meanwhile: now })
    }
    await packGiven(visit.tx, referral, read.view.packGivenOn)
    return { kind: 'redirect', to: addressOf(found.child, referral) }
  },
}

const typedOf = (v: View): Readonly<Record<string, string>> => ({
  told: v.told,
  toldHow: v.toldHow ?? '',
  notToldWhy: v.notToldWhy ?? '',
  said: v.wants ?? v.wantsReason ?? '',
  words: v.words ?? '',
  wordsLanguage: v.wordsLanguage,
  ...daysOf('toldOn', v.toldOn),
  ...daysOf('packGivenOn', v.packGivenOn),
})

type More = {
  readonly version: number
  readonly problems?: readonly Problem[]
  readonly meanwhile?: View | undefined
}

async function shown(
  visit: Visit,
  { child, referral }: { readonly child: Child; readonly referral: Referral },
  typed: Readonly<Record<string, string>>,
  more: More,
): Promise<Answer> {
  const spoken = (await languagesOf(visit.tx, child.id)).map((l) => l.language)
  const tags = [...new Set(['en', ...spoken, typed['wordsLanguage'] ?? 'en'])].filter(isLanguageTag)
  const page = askedPage({
    title: 'What they were told, and say',
    help: ['nrm-consent'],
    child,
    back: addressOf(child, referral),
    intro: isOver(referral)
      ? ['The referral was sent. What they were told since is written here.']
      : ['Their consent is not needed under 18. That they know, and what they say, is.'],
    asks: asksFor(Object.fromEntries(tags.map((t) => [t, languageName(t)]))),
    typed,
    version: more.version,
    problems: more.problems ?? [],
    meanwhile: more.meanwhile && {
      by: more.meanwhile.changedBy,
      lines: [
        { label: 'Told:', text: TOLD[more.meanwhile.told] },
        { label: 'In their own words:', text: more.meanwhile.words ?? '' },
      ],
    },
  })
  return askedAnswer(page)
}
