import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { birthsOf, type Child, childIdOf } from '#domains/children/index.ts'
import {
  AGE_OUTCOMES,
  DOUBTED_BY,
  INTERPRETER,
  isOpen,
  monthsOld,
  SUPPORT,
  TREATED,
  treatedAs,
} from '../age.rules.ts'
import { childOf } from '../child-of-page.ts'
import { entryPages, type Gather } from '../entries/entry-pages.ts'
import { followDoubts } from '../follow-clocks.ts'
import { type AgeDoubt, ageDoubtsOf } from '../parts.queries.ts'
import { AGE_DOUBT } from './keep-age-doubt.form.ts'

/** What was done when somebody doubted how old they are. The page is there for every child, and its title says nothing of any. */
export const seeDoubts: Page = {
  method: 'GET',
  url: '/children/:childId/systems/when-doubted',
  may: 'children.read',
  audit: { action: 'systems.age.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const { treated } = await ageFor(visit, child)
    const doubts = await ageDoubtsOf(visit.tx, child.id)
    const page = {
      title: 'When age is doubted',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: may(visit.actor.role, 'children.write'),
      treated: treated.asChild ? TREATED[treated.because] : undefined,
      doubts: doubts.map(doubtLine),
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-age-doubt/doubts.njk',
      model: { page },
    }
  },
}

/** How a child is treated today, and which ages in months they may have. */
export async function ageFor(visit: Visit, child: Child) {
  const today = londonCalendarDay(visit.now)
  const births = (await birthsOf(visit.tx, child.id)).map((b) => b.birth)
  const doubts = await ageDoubtsOf(visit.tx, child.id)
  return {
    births,
    treated: treatedAs(births, doubts, today),
    months: monthsOld(births, doubts, today),
  }
}

function doubtLine(d: AgeDoubt) {
  return {
    ...d,
    by: DOUBTED_BY[d.doubtedBy],
    on: inWords(d.doubtedOn),
    supports: [
      `An adult of their own choice: ${SUPPORT[d.adult].toLowerCase()}`,
      `An interpreter: ${INTERPRETER[d.interpreter].toLowerCase()}`,
      `A guardian: ${SUPPORT[d.guardian].toLowerCase()}`,
      `Legal help: ${SUPPORT[d.legalHelp].toLowerCase()}`,
      `Could answer before a decision: ${SUPPORT[d.heard].toLowerCase()}`,
    ],
    came: AGE_OUTCOMES[d.outcome],
    decidedOn: d.outcomeOn && inWords(d.outcomeOn),
  }
}

const gatherOpen: Gather = async (visit, child) => {
  const open = (await ageDoubtsOf(visit.tx, child.id)).find((d) => isOpen(d.outcome))
  return { choices: {}, facts: open ? { open: open.id } : {} }
}

export const doubtPages: readonly Page[] = entryPages(AGE_DOUBT, gatherOpen, (visit, child) =>
  followDoubts(visit.tx, child.id),
)
