import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Ask, askedAnswer, askedPage, type Child } from '#domains/children/index.ts'
import {
  addDecision,
  decisionsOf,
  type KeptDecision,
  setDecisionAside,
} from '../decisions.queries.ts'
import {
  BEFORE_ITS_REFERRAL,
  DECIDED_BY,
  KINDS,
  OUTCOMES,
  refuseDecision,
} from '../decisions.rules.ts'
import { holdReferral, type Referral } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { clocksOnDecision, clocksOnSettingAside } from '../clocks-of-referral.ts'
import { tellLinkedOfDecisions } from '../linked-state.ts'
import { readDecision } from './record-decision.form.ts'

const may = 'children.write'
const url = `${URL}/:referral/decisions`
type Found = { readonly child: Child; readonly referral: Referral }

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'kind', label: 'What was decided?', choices: KINDS },
  { kind: 'choice', name: 'outcome', label: 'How?', choices: OUTCOMES },
  {
    kind: 'tick',
    name: 'again',
    label: 'Was it made again?',
    hint: 'After somebody asked for a negative decision to be looked at again',
    choices: { yes: 'Yes, it takes the place of a negative one' },
  },
  { kind: 'day', name: 'decidedOn', label: 'The day of the decision' },
  {
    kind: 'day',
    name: 'heardOn',
    label: 'The day we heard of it',
    hint: 'Time to ask for it to be looked at again may run from here',
  },
  { kind: 'choice', name: 'decidedBy', label: 'Who decided?', choices: DECIDED_BY },
  { kind: 'words', name: 'reasons', label: 'The reasons, as they were given (optional)' },
  {
    kind: 'day',
    name: 'childToldOn',
    label: 'The day the young person was told (leave empty if not yet)',
  },
]

/** A decision comes back: never before its referral, each after the one it rests on. */
export const askDecision: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    return found ? shown(found, {}, []) : { kind: 'not-found' }
  },
}

export const writeDecision: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('decision'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    await holdReferral(visit.tx, referral.id)
    const today = londonCalendarDay(visit.now)
    const read = readDecision(visit.form, today)
    if ('problems' in read || referral.state !== 'sent') {
      const problems = 'problems' in read ? read.problems : []
      return shown(found, typedIn(visit.form), [...notSentYet(referral), ...problems])
    }
    const earlier = await decisionsOf(visit.tx, referral.id)
    const refused = refuseDecision(referral, earlier, read.value, today)
    if (refused) return shown(found, typedIn(visit.form), [refused])
    const id = await addDecision(visit.tx, referral, read.value, visit.now)
    await clocksOnDecision(visit.tx, referral, { ...read.value, id })
    await tellLinkedOfDecisions(visit.tx, referral, visit.now)
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

const notSentYet = ({ state }: Referral): readonly Problem[] =>
  state === 'sent' ? [] : [{ field: 'kind', text: BEFORE_ITS_REFERRAL }]

function shown(
  { child, referral }: Found,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const sent = referral.state === 'sent'
  return askedAnswer(
    askedPage({
      title: 'Write down a decision',
      help: [
        'reasonable-grounds',
        'recovery-period',
        'conclusive-grounds',
        'reconsideration',
        'devolved-pilot',
      ],
      child,
      back: addressOf(child, referral),
      intro: sent
        ? [
            'A decision changes none of what is offered here. A negative one can be looked at again.',
          ]
        : [
            'This referral has not been sent, so there can be no decision on it yet. First write its reference down.',
          ],
      asks: ASKS,
      typed,
      problems,
    }),
  )
}

const WHY: readonly Ask[] = [
  {
    kind: 'words',
    name: 'why',
    label: 'What was the mistake?',
    hint: 'The decision stays to be read, and no longer counts',
  },
]

export const askAside: Page = {
  method: 'GET',
  url: `${url}/:decision/set-aside`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    const one = found && (await decisionOfPage(visit, found.referral))
    return one ? shownAside(found, {}, []) : { kind: 'not-found' }
  },
}

export const setAside: Page = {
  method: 'POST',
  url: `${url}/:decision/set-aside`,
  may,
  audit: audit('set-aside'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    const one = found && (await decisionOfPage(visit, found.referral))
    if (!one) return { kind: 'not-found' }
    const why = textOf(visit.form, 'why').trim()
    const text =
      why === ''
        ? 'Enter what the mistake was'
        : why.length > 1000
          ? 'What the mistake was must be 1,000 characters or fewer'
          : undefined
    if (text) return shownAside(found, { why }, [{ field: 'why', text }])
    const at = { referral: found.referral.id, id: one.id }
    if (await setDecisionAside(visit.tx, at, why, visit.now)) {
      await clocksOnSettingAside(visit.tx, found.referral, one, visit.now)
      await tellLinkedOfDecisions(visit.tx, found.referral, visit.now)
    }
    return { kind: 'redirect', to: addressOf(found.child, found.referral) }
  },
}

const decisionOfPage = async (
  visit: Visit,
  referral: Referral,
): Promise<KeptDecision | undefined> =>
  (await decisionsOf(visit.tx, referral.id)).find((d) => d.id === visit.params['decision'])

const shownAside = (
  { child, referral }: Found,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer =>
  askedAnswer(
    askedPage({
      title: 'A decision written by mistake',
      child,
      back: addressOf(child, referral),
      asks: WHY,
      typed,
      problems,
      submit: 'Set it aside',
    }),
  )
