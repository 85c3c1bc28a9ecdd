import type { Problem } from '#platform/http/form-problem.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import {
  type Acted,
  correctHeld,
  type Held,
  holdClockById,
  pauseHeld,
  reopenHeld,
  resumeHeld,
  stopHeld,
} from '../acts.queries.ts'
import { childOf, clockOfPage } from '../child-of-page.ts'
import { type Clock, movedByHand } from '../clock.rules.ts'
import { clockLine } from '../see-clocks/clock.view.ts'
import {
  ACT_INTROS,
  ACT_TITLES,
  actAsks,
  type ActName,
  ACTS,
  actTyped,
  type ReadAct,
  readAct,
} from './act.form.ts'

const url = '/children/:childId/clocks/:clock'
const may = 'children.write'

const carry: Readonly<Record<ActName, (visit: Visit, held: Held, act: ReadAct) => Promise<Acted>>> =
  {
    stop: ({ tx }, held, { at, how, why }) =>
      stopHeld(tx, held, { at, how, ...(why !== undefined && { reason: why }) }),
    pause: ({ tx }, held, { at, why }) => pauseHeld(tx, held, at, why ?? ''),
    resume: ({ tx }, held, { at }) => resumeHeld(tx, held, at),
    correct: ({ tx }, held, { at, why }) => correctHeld(tx, held, at, why ?? ''),
  }

const REFUSED: Readonly<Record<Exclude<Acted, 'done'>, string>> = {
  'not-running': 'It does not stand so any more: go back to see how it stands',
  'before-it-began': 'The day must not be before it began',
  'after-it-ended': 'It must begin before it ended',
}

const pagesOf = (act: ActName): readonly Page[] => [
  {
    method: 'GET',
    url: `${url}/${act}`,
    may,
    audit: { action: 'clocks.ask', childId: childIdOf },
    async answer(visit): Promise<Answer> {
      const child = await childOf(visit)
      const clock = await clockOfPage(visit, child)
      if (!clock || !movedByHand(clock.rule)) return { kind: 'not-found' }
      return shown({ act, child, clock, visit }, actTyped(act, clock), [])
    },
  },
  {
    method: 'POST',
    url: `${url}/${act}`,
    may,
    audit: { action: `clocks.${act}`, childId: childIdOf },
    async answer(visit): Promise<Answer> {
      const child = await childOf(visit)
      const clock = await clockOfPage(visit, child)
      if (!clock || !movedByHand(clock.rule)) return { kind: 'not-found' }
      const asked = { act, child, clock, visit }
      const typed = typedIn(visit.form)
      const read = readAct(act, clock, visit.form, visit.now)
      if ('problems' in read) return shown(asked, typed, read.problems)
      const held = await holdClockById(visit.tx, child.id, clock.id)
      if (!held) return { kind: 'not-found' }
      if (held.version !== versionOf(visit.form)) {
        const changed = (await clockOfPage(visit, child)) ?? clock
        return shown({ ...asked, clock: changed }, typed, [], true)
      }
      const acted = await carry[act](visit, held, read.value)
      if (acted !== 'done') return shown(asked, typed, [{ field: 'on', text: REFUSED[acted] }])
      return { kind: 'redirect', to: `/children/${child.id}/clocks/${clock.id}` }
    },
  },
]

/** It was stopped in error: one press, and it is owed again. */
const reopen: Page = {
  method: 'POST',
  url: `${url}/reopen`,
  may,
  audit: { action: 'clocks.reopen', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clock = await clockOfPage(visit, child)
    const mine = clock && movedByHand(clock.rule)
    const held = mine && (await holdClockById(visit.tx, child.id, clock.id))
    if (!held) return { kind: 'not-found' }
    // Pressed on an old page: nothing is done, and the page shows how it stands.
    if (held.version === versionOf(visit.form)) await reopenHeld(visit.tx, held)
    return { kind: 'redirect', to: `/children/${child.id}/clocks/${held.id}` }
  },
}

export const actPages: readonly Page[] = [...ACTS.flatMap(pagesOf), reopen]

type AskedOf = {
  readonly act: ActName
  readonly child: Child
  readonly clock: Clock
  readonly visit: Visit
}

function shown(
  { act, child, clock, visit }: AskedOf,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const line = clockLine(clock, visit.now)
  return askedAnswer(
    askedPage({
      title: ACT_TITLES[act],
      child,
      back: `/children/${child.id}/clocks/${clock.id}`,
      intro: [`${line.owed}, owed by: ${line.owedBy}. ${line.stands}`, ...ACT_INTROS[act]],
      asks: actAsks(act, clock),
      typed,
      version: clock.version,
      problems,
      meanwhile: changed
        ? {
            by: undefined,
            lines: [
              { label: 'Since:', text: line.since },
              { label: 'Now:', text: line.stands },
            ],
          }
        : undefined,
    }),
  )
}
