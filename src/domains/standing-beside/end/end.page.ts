import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { type Allocation, type Child, childIdOf, endAllocation } from '#domains/children/index.ts'
import { readEndForm } from '../beside.form.ts'
import { allocationOf } from '../child-of-page.ts'
import { handoversOf } from '../handover.queries.ts'
import { asksForGoodbye, type Handover, refuseEnd, REFUSALS } from '../handover.rules.ts'
import { besideLine } from '../see-beside/see-beside.view.ts'

const url = '/children/:childId/beside/:allocationId/end'
const may = 'children.allocate'

export const askEnd: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.beside.ask-end', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { child, allocation } = await allocationOf(visit)
    if (!allocation || allocation.endedOn) return { kind: 'not-found' }
    const handover = (await handoversOf(visit.tx, child.id)).get(allocation.id)
    return shown({ child, allocation, handover })
  },
}

/** Ends it, after the goodbye: the database refuses it without one. */
export const endIt: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.beside.end', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { child, allocation } = await allocationOf(visit)
    if (!allocation) return { kind: 'not-found' }
    const handover = (await handoversOf(visit.tx, child.id)).get(allocation.id)
    const at = { child, allocation, handover, typed: typedIn(visit.form) }
    const read = readEndForm(visit.form, allocation.startedOn, londonCalendarDay(visit.now))
    if ('problems' in read) return shown({ ...at, problems: read.problems })
    const refusal = refuseEnd(allocation.part, handover)
    if (refusal && !allocation.endedOn) {
      return shown({ ...at, problems: [{ field: 'goodbye', text: REFUSALS[refusal] }] })
    }
    const version = versionOf(visit.form)
    const ended = await endAllocation(
      visit.tx,
      { child: child.id, id: allocation.id, version },
      read.value,
    )
    if (!ended) return shown({ ...at, changed: true })
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

type Shown = {
  readonly child: Child
  readonly allocation: Allocation
  readonly handover: Handover | undefined
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
  /** Somebody changed it while this was being written. */
  readonly changed?: boolean
}

function shown({ child, allocation, handover, typed, problems = [], changed }: Shown): Answer {
  const page = {
    title: 'End an allocation',
    child: { id: child.id, knownAs: child.knownAs },
    errors: errorsOf(problems),
    values: typed ?? {},
    line: besideLine(allocation),
    version: allocation.version,
    changed: changed ?? false,
    asksForGoodbye: asksForGoodbye(allocation.part),
    ready: refuseEnd(allocation.part, handover) === undefined,
    handOver: `/children/${child.id}/beside/${allocation.id}/hand-over`,
  }
  return {
    kind: 'view',
    template: 'domains/standing-beside/end/end.njk',
    status: changed ? 409 : problems.length > 0 ? 422 : 200,
    model: { page },
  }
}
