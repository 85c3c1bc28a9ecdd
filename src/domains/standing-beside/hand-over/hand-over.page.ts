import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Allocation,
  allocationsOf,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  type Typed,
} from '#domains/children/index.ts'
import { allocationOf } from '../child-of-page.ts'
import { handoversOf, keepHandover } from '../handover.queries.ts'
import { asksForGoodbye, type Handover } from '../handover.rules.ts'
import { besideLine } from '../see-beside/see-beside.view.ts'
import { HANDOVER_ASKS, handoverNow, readHandover, typedOfHandover } from './hand-over.form.ts'

const url = '/children/:childId/beside/:allocationId/hand-over'
const may = 'children.write'

export const askHandover: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.beside.hand-over.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const at = await placeOf(visit)
    return at
      ? shown({ ...at, typed: at.kept ? typedOfHandover(at.kept) : {} })
      : { kind: 'not-found' }
  },
}

/** The goodbye of whoever leaves and the hello of whoever comes, with a meeting before, or why there is none. */
export const writeHandover: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.beside.hand-over.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const at = await placeOf(visit)
    if (!at) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = readHandover(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown({ ...at, typed, problems: read.problems })
    const kept = await keepHandover(
      visit.tx,
      at.child.id,
      {
        ...read.value,
        allocationId: at.allocation.id,
        nextId: await accountNamed(visit, at.child, read.value.nextName),
      },
      versionOf(visit.form),
    )
    if (kept) return { kind: 'redirect', to: `/children/${at.child.id}/beside` }
    const now = (await handoversOf(visit.tx, at.child.id)).get(at.allocation.id)
    return shown({ ...at, kept: now, typed, changed: true })
  },
}

/** Whoever comes may stand beside the child already: then it is known which of them. */
async function accountNamed(
  { tx }: Visit,
  child: Child,
  name: string | undefined,
): Promise<string | undefined> {
  if (!name) return undefined
  const beside = await allocationsOf(tx, child.id)
  return beside.find((a) => !a.endedOn && a.personName === name)?.personId
}

type Place = {
  readonly child: Child
  readonly allocation: Allocation
  readonly kept: Handover | undefined
}

async function placeOf(visit: Visit): Promise<Place | undefined> {
  const { child, allocation } = await allocationOf(visit)
  if (!allocation || !asksForGoodbye(allocation.part)) return undefined
  return { child, allocation, kept: (await handoversOf(visit.tx, child.id)).get(allocation.id) }
}

type Shown = Place & {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  readonly changed?: boolean
}

function shown({ child, allocation, kept, typed, problems = [], changed = false }: Shown): Answer {
  const line = besideLine(allocation)
  return askedAnswer(
    askedPage({
      title: 'Goodbye and hello',
      child,
      back: `/children/${child.id}/beside`,
      intro: [
        `${line.name}, ${line.part.toLowerCase()}, ${line.when}. Whoever leaves and whoever comes meet with the young person before it ends, together where they can.`,
      ],
      asks: HANDOVER_ASKS,
      typed,
      version: kept?.version ?? 0,
      problems,
      meanwhile: changed && kept ? { by: undefined, lines: handoverNow(kept) } : undefined,
    }),
  )
}
