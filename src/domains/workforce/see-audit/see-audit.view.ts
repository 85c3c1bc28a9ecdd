import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import type { AtAudit } from '../audit-of-page.ts'
import { ENDED_WORDS, FEEDBACK_WORDS, NO_REFLECTION_WORDS, reads } from '../audit.rules.ts'
import type { ActNow, Feedback, Reflection } from '../beside.queries.ts'
import type { Facts } from '../facts.queries.ts'
import type { Finding } from '../finding.queries.ts'
import type { Agreed, Reading } from '../reading.queries.ts'
import { factLines } from './facts.view.ts'
import { itemViews, overallViews } from './reading.view.ts'

export type Seen = {
  readonly facts: Facts
  readonly reflection: Reflection | undefined
  readonly readings: readonly Reading[]
  readonly agreed: ReadonlyMap<string, Agreed>
  readonly feedback: readonly Feedback[]
  readonly actNow: readonly ActNow[]
  readonly findings: readonly Finding[]
  readonly me: string
  readonly mayManage: boolean
}

/** Everything about the audit of one record that this reader may see now. */
export function seeAuditView(at: AtAudit, seen: Seen) {
  const { audit, round, part, here, child } = at
  const mine = seen.readings.find((r) => r.auditorId === seen.me)
  return {
    title: 'The audit of one record',
    child,
    here,
    round: { title: round.title, question: round.question },
    retired: round.framework.status === 'retired',
    ended: audit.endedBecause && ENDED_WORDS[audit.endedBecause],
    people: peopleOf(at),
    facts: factLines(seen.facts),
    reflection: reflectionView(at, seen.reflection),
    overall: overallViews(seen.readings),
    items: itemViews(round.items, seen.readings, seen.agreed),
    waits: waitsFor(at, seen),
    feedback: seen.feedback.map(feedbackView),
    actNow: seen.actNow.map((n) => actNowView(n, here, seen.mayManage)),
    findings: seen.findings.map((f) => findingView(at, f)),
    may: audit.endedAt ? {} : { ...whatReadersMay(at, mine), ...whatOthersMay(part, seen) },
    first: round.items.find((i) => !mine?.answers.has(i.key))?.key ?? round.items[0]?.key,
  }
}

/** What a reader of an open audit may do next. */
function whatReadersMay({ audit, part }: AtAudit, mine: Reading | undefined) {
  if (!reads(part)) return {}
  const shared = mine?.sharedAt !== undefined
  return {
    read: audit.reflected && !shared,
    share: mine !== undefined && !shared,
    agree: shared,
    add: true,
    end: part === 'auditor',
  }
}

function whatOthersMay(part: AtAudit['part'], seen: Seen) {
  const reflect = part === 'practitioner' && seen.reflection?.sharedAt === undefined
  return seen.mayManage ? { reflect, add: true, manage: true, end: true } : { reflect }
}

function findingView({ round, here }: AtAudit, f: Finding) {
  const actions = f.actions.length === 1 ? 'one action' : `${f.actions.length} actions`
  return {
    title: round.items.find((i) => i.key === f.itemKey)?.title ?? 'What was asked',
    words: f.words,
    href: `${here}/findings/${f.id}`,
    standing: f.open ? `Open, with ${actions}` : 'Closed',
  }
}

function peopleOf({ audit }: AtAudit): readonly string[] {
  return [
    audit.practitioner
      ? `${audit.practitioner} reflects on their own work.`
      : 'Nobody is asked for a reflection.',
    audit.auditor ? `${audit.auditor} reads the record.` : 'Nobody reads the record yet.',
    ...(audit.second ? [`${audit.second} reads it too, without seeing the first reading.`] : []),
  ]
}

function reflectionView({ audit, part }: AtAudit, reflection: Reflection | undefined) {
  if (reflection && (reflection.sharedAt || part === 'practitioner')) {
    return {
      by: reflection.author ?? 'The practitioner',
      when: reflection.sharedAt
        ? londonDay(reflection.sharedAt)
        : 'not shared yet: only you see it',
      parts: [
        { label: 'What went well', text: reflection.wentWell },
        { label: 'What I would do differently', text: reflection.differently },
        { label: 'What the record does not show', text: reflection.notInRecord },
      ].filter((p) => p.text !== undefined),
    }
  }
  return { absent: audit.noReflection ? `${NO_REFLECTION_WORDS[audit.noReflection]}.` : undefined }
}

/** Why a reader does not see a reading yet, in one sentence. */
function waitsFor({ audit, part }: AtAudit, seen: Seen): string | undefined {
  if (audit.endedAt) return undefined
  if (reads(part)) {
    if (!audit.reflected)
      return 'The practitioner’s own reflection comes first. You can read the record meanwhile.'
    const mine = seen.readings.find((r) => r.auditorId === seen.me)
    return audit.second && !mine?.sharedAt
      ? 'The other reader’s answers are shown when you have shared yours.'
      : undefined
  }
  if (part === 'practitioner' && !audit.reflected) {
    return 'Your own reflection comes first. What an auditor wrote is shown after you have shared it.'
  }
  return seen.readings.length === 0 ? 'No reading has been shared yet.' : undefined
}

function feedbackView(f: Feedback) {
  const day = calendarDay(f.day)
  return {
    whose: f.whose === 'child' ? 'The child' : 'Their carer',
    result: FEEDBACK_WORDS[f.result],
    words: f.words,
    language: f.language,
    day: day ? inWords(day) : f.day,
  }
}

function actNowView(n: ActNow, here: string, mayManage: boolean) {
  const who = n.forPerson ?? 'A manager'
  return {
    saw: n.saw,
    raised: `Raised by ${n.raisedBy ?? 'an auditor'}, ${londonDayAndTime(n.raisedAt)}.`,
    who: n.forPersonLeft
      ? `${who} has left. Another manager has to act by ${londonDayAndTime(n.actBy)}.`
      : `${who} acts by ${londonDayAndTime(n.actBy)}.`,
    answer: n.answer,
    answered: n.answeredAt
      ? `${n.answeredBy ?? 'Somebody'}, ${londonDayAndTime(n.answeredAt)}`
      : undefined,
    href: mayManage && !n.answeredAt ? `${here}/act-now/${n.id}` : undefined,
  }
}
