import { londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, askedAnswer, askedPage, type Child } from '#domains/children/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { changeReferral, referralsOf } from '../../protection.queries.ts'
import { clocksOnSending, packGiven } from '../clocks-of-referral.ts'
import { isOver, moveReferral, type Referral, viewOf } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { shownReferral } from '../see-referral/see-referral.page.ts'

const may = 'children.write'
const one = `${URL}/:referral`
type Form = Readonly<Record<string, unknown>>
type Typed = Readonly<Record<string, string>>

const SENT_ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'reference',
    label: 'The reference that the Home Office gave',
    hint: 'It stands on the last page of its form and in the email it sends',
  },
  { kind: 'day', name: 'sentOn', label: 'The day it was sent' },
  {
    kind: 'tick',
    name: 'byPanel',
    label: 'Does a local panel decide?',
    hint: 'In the sites of the pilot, for somebody under 18 by more than 100 days. Other clocks run then',
    choices: { yes: 'Yes, a panel of council, police and health' },
  },
]

/** It has been sent on the Home Office's form: its reference and its day come in. */
export const askSent: Page = {
  method: 'GET',
  url: `${one}/sent`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    return shownSent(found.child, found.referral, {}, [])
  },
}

export const writeSent: Page = {
  method: 'POST',
  url: `${one}/sent`,
  may,
  audit: audit('sent'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    const read = readSent(visit.form, referral, londonCalendarDay(visit.now))
    if ('problems' in read) return shownSent(child, referral, typedIn(visit.form), read.problems)
    const moved = await moveReferral(
      visit.tx,
      { id: referral.id, version: versionOf(visit.form) },
      {
        state: 'sent',
        sent_by: visit.actor.id,
        sent_on: read.sentOn,
        sent_reference: read.reference,
        by_panel: read.byPanel,
      },
    )
    if (!moved) return shownReferral(visit, found, { changed: true })
    await clocksOnSending(visit.tx, { ...referral, byPanel: read.byPanel }, read.sentOn)
    const view = await viewOf(visit.tx, referral.id)
    await packGiven(visit.tx, { ...referral, sentOn: read.sentOn }, view?.packGivenOn)
    await tellLinked(visit.tx, referral, read)
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

/** Of the three referrals side by side, this one is sent too, where nobody has written so yet. */
async function tellLinked(tx: Tx, referral: Referral, sent: Sent): Promise<void> {
  const linked = (await referralsOf(tx, referral.childId)).find((r) => r.kind === 'nrm')
  if (linked?.state !== 'preparing' || sent.sentOn < linked.preparedOn) return
  const { sentOn, reference } = sent
  await changeReferral(tx, linked.id, linked.version, {
    ...linked,
    state: 'sent',
    sentOn,
    reference,
  })
}

type Sent = { readonly sentOn: CalendarDay; readonly reference: string; readonly byPanel: boolean }
type ReadSent = Sent | { readonly problems: readonly Problem[] }

function readSent(form: Form, referral: Referral, today: CalendarDay): ReadSent {
  const reference = textOf(form, 'reference').trim()
  const sentOn = dayFrom(form, 'sentOn')
  const problems = [
    ...(referral.state === 'ready'
      ? []
      : [
          {
            field: 'reference',
            text: 'A referral is sent when a colleague has read it and found it ready',
          },
        ]),
    ...referenceProblem(reference),
    ...sentOnProblem(sentOn, londonCalendarDay(referral.begunAt), today),
  ]
  if (problems.length > 0 || !sentOn || sentOn === 'wrong') return { problems }
  return { sentOn, reference, byPanel: textOf(form, 'byPanel') === 'yes' }
}

function referenceProblem(reference: string): readonly Problem[] {
  if (reference === '') return [{ field: 'reference', text: 'Enter the reference' }]
  return reference.length > 100
    ? [{ field: 'reference', text: 'The reference must be 100 characters or fewer' }]
    : []
}

function sentOnProblem(
  day: CalendarDay | undefined | 'wrong',
  begun: CalendarDay,
  today: CalendarDay,
): readonly Problem[] {
  const field = 'sentOn'
  if (day === undefined || day === 'wrong') {
    return [{ field, text: 'Enter the day it was sent, like 27 3 2026' }]
  }
  if (day > today) return [{ field, text: 'The day it was sent must be today or earlier' }]
  return day < begun
    ? [{ field, text: 'It cannot have been sent before it was begun. Check the day' }]
    : []
}

const shownSent = (
  child: Child,
  referral: Referral,
  typed: Typed,
  problems: readonly Problem[],
): Answer =>
  askedAnswer(
    askedPage({
      title: 'It has been sent',
      child,
      back: addressOf(child, referral),
      intro: [
        'Once this is saved, what was sent stays as it is, and decisions can be written down.',
      ],
      asks: SENT_ASKS,
      typed,
      version: referral.version,
      problems,
    }),
  )

const NOT_SENT: readonly Ask[] = [
  {
    kind: 'words',
    name: 'why',
    label: 'Why is it not sent?',
    hint: 'For example: another organisation has referred them. What was written stays to be read',
  },
]

/** It ends without being sent, with why. Another can be begun at any time. */
export const askNotSent: Page = {
  method: 'GET',
  url: `${one}/not-sent`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    return found ? shownNotSent(found.child, found.referral, {}, []) : { kind: 'not-found' }
  },
}

export const writeNotSent: Page = {
  method: 'POST',
  url: `${one}/not-sent`,
  may,
  audit: audit('not-sent'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    const why = textOf(visit.form, 'why').trim()
    const refused = refuseNotSent(referral, why)
    if (refused) {
      return shownNotSent(child, referral, { why }, [{ field: 'why', text: refused }])
    }
    const at = { id: referral.id, version: versionOf(visit.form) }
    const moved = await moveReferral(visit.tx, at, { state: 'not_sent', not_sent_why: why })
    if (!moved) return shownReferral(visit, found, { changed: true })
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

function refuseNotSent(referral: Referral, why: string): string | undefined {
  if (isOver(referral)) return 'This referral has been sent, or has ended'
  if (why === '') return 'Enter why it is not sent'
  return why.length > 2000 ? 'Why it is not sent must be 2,000 characters or fewer' : undefined
}

const shownNotSent = (
  child: Child,
  referral: Referral,
  typed: Typed,
  problems: readonly Problem[],
): Answer =>
  askedAnswer(
    askedPage({
      title: 'End it without sending it',
      help: ['protection-first'],
      child,
      back: addressOf(child, referral),
      intro: ['Nothing else ends with it: whatever protects them goes on.'],
      asks: NOT_SENT,
      typed,
      version: referral.version,
      problems,
      submit: 'End it',
    }),
  )
