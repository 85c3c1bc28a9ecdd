import { randomUUID } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import { listOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { ledHere } from '../board/led-here.ts'
import { answersTo, type Opportunity } from '../board.queries.ts'
import { recordGroup } from '../groups.queries.ts'
import { readHeld } from './group.form.ts'

const url = '/taking-part/:opportunity/record'
const may = 'taking-part.read'
const audit = { action: 'taking-part.group' }

export const askRecord: Page = {
  method: 'GET',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const found = await ledHere(visit)
    return found ? shown(visit, found, []) : { kind: 'not-found' }
  },
}

/** A session that was held, and who took part: among those who said that they are interested. */
export const recordOne: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const found = await ledHere(visit)
    if (!found) return { kind: 'not-found' }
    const read = readHeld(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(visit, found, read.problems)
    const ticked = listOf(visit.form, 'member')
    const members = (await interestedIn(visit, found))
      .map((a) => a.childId)
      .filter((id) => ticked.includes(id))
    const id = trustedId<'group-session'>(randomUUID())
    const organisation = visit.actor.organisationId
    await recordGroup(visit.tx, {
      ...read.value,
      id,
      organisation,
      opportunityId: found.id,
      members,
    })
    visit.show(members)
    return { kind: 'redirect', to: `/taking-part/groups/${id}` }
  },
}

const interestedIn = async (visit: Visit, { id }: Opportunity) =>
  (await answersTo(visit.tx, id)).filter((a) => a.answer === 'interested')

async function shown(
  visit: Visit,
  found: Opportunity,
  problems: readonly Problem[],
): Promise<Answer> {
  const interested = await interestedIn(visit, found)
  const ticked = listOf(visit.form, 'member')
  visit.show(interested.map((a) => a.childId))
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/taking-part/groups/record.njk',
    model: {
      page: {
        title: 'Record a session',
        back: `/taking-part/${found.id}`,
        of: found.title,
        members: interested.map((a) => ({
          value: a.childId,
          text: a.name,
          checked: ticked.includes(a.childId),
        })),
        typed: typedIn(visit.form),
        errors: errorsOf(problems),
      },
    },
  }
}
