import { type NewPicture, POLICY, type Publishable, withheld } from '../disclosure.rules.ts'
import type { Figures } from '../picture.rules.ts'
import type { RegisterRelease } from '../register.queries.ts'
import {
  type Background,
  backgroundFigure,
  BACKGROUNDS,
  formFigure,
  MET,
  REGISTER_REASONS,
  REGISTER_STATES,
  registerFigure,
  SUSPECTED,
  TIMES,
} from '../register.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import { differencesOf } from './differences.view.ts'
import { outOf, shareWords, type Table } from '../see-the-area/share.view.ts'

const STATE_WORDS: Readonly<Record<(typeof REGISTER_STATES)[number], string>> = {
  referred: 'Referred to the National Referral Mechanism',
  not_referred: 'Not referred, with a reason',
  pending: 'Not decided yet',
}
const REASON_WORDS: Readonly<Record<(typeof REGISTER_REASONS)[number], string>> = {
  already_referred: 'Referred before',
  something_else_explains: 'Something else explains what was seen',
  not_enough_known: 'Not enough known yet; still looking',
  would_put_them_at_risk_now: 'A referral would have put them at risk',
  adult_does_not_want_it: '18 or over, and did not want it',
  other: 'Another reason',
}
const BACKGROUND_WORDS: Readonly<Record<Background, string>> = {
  asian: 'Asian',
  black: 'Black',
  mixed: 'Mixed',
  white: 'White',
  other: 'Another background',
  did_not_say: 'Nobody said, or asked',
}
const MET_WORDS: Readonly<Record<(typeof MET)[number], string>> = {
  safeguarding: 'First met as a child to be kept safe',
  criminal: 'First met with criminal law',
  otherwise: 'First met another way',
  not_yet: 'Nobody wrote how',
}
const TIME_WORDS: Readonly<Record<(typeof TIMES)[number], string>> = {
  within_7: 'Suspected within 7 days of what was noticed first',
  within_28: 'Within 8 to 28 days',
  over_28: 'After more than 28 days',
  not_yet: 'Nobody has written that they suspect it',
}
const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `Fewer than ${POLICY.fewestChanged} children have something new since this picture was made. A new one now would show what is known of those few, so this one stands until there are more.`,
}

type Shown = {
  readonly organisation: string
  readonly years: readonly ReportingYear[]
  readonly year: ReportingYear
  readonly release: RegisterRelease | undefined
  readonly forms: readonly { readonly code: string; readonly called: string }[]
  readonly made: unknown
}

/** The register as released, in fixed orders: nothing is ranked. Published figures only. */
export function seeTheRegisterView(shown: Shown) {
  const { organisation, years, year, release } = shown
  return {
    title: 'Worries, and what was decided',
    organisation,
    year: year.name,
    begins: String(year.begins),
    others: years
      .filter(({ begins }) => begins !== year.begins)
      .map(({ begins, name }) => ({ href: `?year=${begins}`, text: name })),
    told: Object.entries(TOLD).find(([outcome]) => outcome === shown.made)?.[1],
    smallestShown: POLICY.smallestShown,
    picture: release && { number: release.number, madeAt: release.madeAt },
    differences: release ? differencesOf(release.figures, BACKGROUND_WORDS) : [],
    percentFrom: POLICY.percentFrom,
    tables: release ? tablesOf(release.figures, shown.forms) : [],
    never: release ? neverRecorded(release.figures, shown.forms) : [],
  }
}

function tablesOf(figures: Figures, forms: Shown['forms']): readonly (Table & { title: string })[] {
  const at = (name: string): Publishable => figures.get(name) ?? withheld()
  const all = at(SUSPECTED)
  const row = (words: string, count: Publishable, of: Publishable) => [
    words,
    outOf(count, of),
    ...shareWords(count, of),
  ]
  const head = ['', 'How many', 'Share', '95% interval']
  const notReferred = at(registerFigure('not_referred'))
  return [
    {
      title: 'Where it has come to',
      head,
      rows: REGISTER_STATES.map((s) => row(STATE_WORDS[s], at(registerFigure(s)), all)),
    },
    {
      title: 'Why children were not referred',
      head,
      rows: REGISTER_REASONS.map((r) =>
        row(REASON_WORDS[r], at(registerFigure(`reason/${r}`)), notReferred),
      ),
    },
    {
      title: 'Forms, each by itself: a child can have met several',
      head,
      rows: forms.map((f) => row(f.called, at(formFigure(f.code)), all)),
    },
    ...(['met', 'time'] as const).map((what) => backgroundTable(at, what, head, row)),
  ]
}

function backgroundTable(
  at: (name: string) => Publishable,
  what: 'met' | 'time',
  head: readonly string[],
  row: (words: string, count: Publishable, of: Publishable) => readonly string[],
) {
  const codes = what === 'met' ? Object.entries(MET_WORDS) : Object.entries(TIME_WORDS)
  return {
    title:
      what === 'met'
        ? 'How they were met first, by background'
        : 'How long until somebody suspected it, by background',
    head,
    rows: BACKGROUNDS.flatMap((group) =>
      codes.map(([code, words]) =>
        row(
          `${BACKGROUND_WORDS[group]}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
          at(backgroundFigure(group, `${what}/${code}`)),
          at(backgroundFigure(group)),
        ),
      ),
    ),
  }
}

/** Forms that nobody here has recorded for this year, as far as may be told. Hidden ones are not among them. */
const neverRecorded = (figures: Figures, forms: Shown['forms']): readonly string[] =>
  forms.filter((f) => figures.get(formFigure(f.code))?.value === 0).map((f) => f.called)
