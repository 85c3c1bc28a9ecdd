import { londonDay } from '#kernel/london-time.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  changeMark,
  type Child,
  childIdOf,
  findChild,
  findEvent,
  type Meanwhile,
  markEvent,
  marksOf,
  type ToldEvent,
  type EventMark,
} from '#domains/children/index.ts'
import { sourceOf } from '../sources.ts'

const url = '/children/:childId/chronology/:source/:event'
const may = 'children.write'
const MOST = 500
const STANDS = { yes: 'It matters', off: 'Take the mark off' } as const

type Found = {
  readonly child: Child
  readonly event: ToldEvent
  readonly what: string
  readonly mark: EventMark | undefined
}

/** The event an address names, for a reader who reads it where it stands. */
async function eventHere(visit: Visit): Promise<Found | undefined> {
  const id = childIdOf(visit)
  const source = sourceOf(visit.params['source'] ?? '')
  const event = readId<'event'>(visit.params['event'])
  if (!id || !source || !event) return undefined
  if (source.may !== undefined && !mayDo(visit.actor.role, source.may)) return undefined
  const child = await findChild(visit.tx, id)
  const told = child && (await findEvent(visit.tx, id, source, event))
  if (!told) return undefined
  const marks = await marksOf(visit.tx, id, [told])
  return {
    child,
    event: told,
    what: `${londonDay(told.at)}. ${source.tells(told)}`,
    mark: marks.find((m) => m.source === source.code),
  }
}

/** Why an event matters; or that it no longer does. */
export const askMark: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'chronology.mark.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await eventHere(visit)
    if (!found) return { kind: 'not-found' }
    return asking(found, { stands: 'yes', why: found.mark?.why ?? '' }, [])
  },
}

export const saveMark: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'chronology.mark.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await eventHere(visit)
    if (!found) return { kind: 'not-found' }
    const why = textOf(visit.form, 'why').replaceAll('\r\n', '\n').trim()
    const off = found.mark !== undefined && textOf(visit.form, 'stands') === 'off'
    const problems = off ? [] : problemsIn(why)
    if (problems.length > 0) return asking(found, typedIn(visit.form), problems)
    if (await kept(visit, found, off ? 'taken-off' : { why })) {
      return { kind: 'redirect', to: `/children/${found.child.id}/chronology` }
    }
    return asMeanwhile(visit, found)
  },
}

/** Somebody was faster: what the mark says now, beside what was being written. */
async function asMeanwhile(visit: Visit, found: Found): Promise<Answer> {
  const now = (await eventHere(visit)) ?? found
  const lines = [{ label: 'Why it matters:', text: now.mark?.why ?? 'The mark was taken off' }]
  return asking(now, typedIn(visit.form), [], { by: now.mark?.by, lines })
}

function problemsIn(why: string): readonly Problem[] {
  if (!why) return [{ field: 'why', text: 'Enter why it matters' }]
  return why.length > MOST
    ? [{ field: 'why', text: `What you write here must be ${MOST} characters or fewer` }]
    : []
}

/** False when somebody was faster. */
async function kept(
  { tx, form }: Visit,
  { child, event, mark }: Found,
  set: { readonly why: string } | 'taken-off',
): Promise<boolean> {
  const version = versionOf(form)
  if (mark) return changeMark(tx, { id: mark.id, version }, set)
  if (version !== 0 || set === 'taken-off') return false
  const { source, id } = event
  return markEvent(tx, { child: child.id, source, event: id, voice: 'staff', why: set.why })
}

function asking(
  { child, event, what, mark }: Found,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Answer {
  const stands: Ask = {
    kind: 'choice',
    name: 'stands',
    label: 'Does it still matter?',
    choices: STANDS,
  }
  const why: Ask = {
    kind: 'words',
    name: 'why',
    label: 'Why does it matter?',
    hint: 'For somebody who reads this record for the first time. It is shown beside the event, to those who can open the event',
  }
  return askedAnswer(
    askedPage({
      title: 'What matters',
      child,
      back: `/children/${child.id}/chronology`,
      intro: [what, ...(event.words === undefined ? [] : [`“${event.words}”`])],
      asks: mark ? [why, stands] : [why],
      typed,
      version: mark?.version ?? 0,
      problems,
      meanwhile,
    }),
  )
}
