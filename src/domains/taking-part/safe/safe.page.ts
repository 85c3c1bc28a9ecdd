import { inWords, londonCalendarDay, typedDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { getChild } from '#domains/children/index.ts'
import { dayInWords } from '../board/board.view.ts'
import {
  askedNotToBeAsked,
  confirmSafe,
  endSafe,
  isSafeToInvite,
  safeUntil,
  standsBeside,
} from '../board.queries.ts'
import { MOST_DAYS_SAFE } from '../taking-part.rules.ts'

const url = '/children/:childId/taking-part'
const may = 'children.write'
const childIdOf = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

/** Whether asking them personally is safe now. Said by those who stand beside them, until a day. */
export const seeSafe: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'taking-part.safe.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = childIdOf(visit)
    return child ? shown(visit, child, []) : { kind: 'not-found' }
  },
}

export const saySafe: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'taking-part.safe.confirm', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = childIdOf(visit)
    if (!child) return { kind: 'not-found' }
    if (textOf(visit.form, 'do') === 'end') {
      await endSafe(visit.tx, child, visit.now)
      return { kind: 'redirect', to: `/children/${child}/taking-part` }
    }
    const day = typedDay(textOf(visit.form, 'until'))
    const problem = await problemWith(visit, child, day)
    if (!day || problem) return shown(visit, child, problem ? [problem] : [])
    await confirmSafe(visit.tx, child, day, visit.now)
    return { kind: 'redirect', to: `/children/${child}/taking-part` }
  },
}

async function problemWith(
  visit: Visit,
  child: ChildId,
  day: CalendarDay | undefined,
): Promise<Problem | undefined> {
  const field = 'until'
  const today = londonCalendarDay(visit.now)
  const last = londonCalendarDay(new Date(visit.now.getTime() + MOST_DAYS_SAFE * 86_400_000))
  if (!(await standsBeside(visit.tx, child))) {
    return { field, text: 'Only somebody who stands beside them can say this' }
  }
  if (!day) return { field, text: 'Write until which day it is safe, as 27 3 2026' }
  if (day >= today && day <= last) return undefined
  return { field, text: `Choose a day from today to ${inWords(last)}` }
}

async function shown(visit: Visit, id: ChildId, problems: readonly Problem[]): Promise<Answer> {
  const { tx, now, form } = visit
  const [standing] = await safeUntil(tx, id)
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/taking-part/safe/safe.njk',
    model: {
      page: {
        title: 'Asking them to take part',
        child: await getChild(tx, id),
        safe: await isSafeToInvite(tx, id, londonCalendarDay(now)),
        doNotAsk: await askedNotToBeAsked(tx, id),
        beside: await standsBeside(tx, id),
        standing: standing && {
          by: standing.by ?? 'Somebody',
          on: londonDay(standing.confirmedAt),
          until: dayInWords(standing.untilDay),
        },
        until: textOf(form, 'until'),
        errors: errorsOf(problems),
      },
    },
  }
}
