import { randomUUID } from 'node:crypto'
import { trustedId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { changeOpportunity, type Opportunity, putUp } from '../board.queries.ts'
import { leadsHere } from '../leads.queries.ts'
import { FIELDS, KINDS, MOST } from '../taking-part.rules.ts'
import { ledHere } from './led-here.ts'
import { PARTS, readOpportunity, typedOf } from './opportunity.form.ts'
import { KIND_WORDS } from './board.view.ts'

const may = 'taking-part.read'
const audit = { action: 'taking-part.write' }

/** Something new for young people to take part in. Only for those who lead. */
export const askOpportunity: Page = {
  method: 'GET',
  url: '/taking-part/new',
  may,
  audit,
  answer: async (visit) =>
    (await leadsHere(visit.tx)) ? shown(visit, undefined, {}, []) : { kind: 'not-found' },
}

export const putUpOpportunity: Page = {
  method: 'POST',
  url: '/taking-part/new',
  may,
  audit,
  async answer(visit): Promise<Answer> {
    if (!(await leadsHere(visit.tx))) return { kind: 'not-found' }
    const read = readOpportunity(visit.form)
    if ('problems' in read) return shown(visit, undefined, typedIn(visit.form), read.problems)
    const id = trustedId<'opportunity'>(randomUUID())
    await putUp(visit.tx, id, visit.actor.organisationId, read.value)
    return { kind: 'redirect', to: `/taking-part/${id}` }
  },
}

export const askChange: Page = {
  method: 'GET',
  url: '/taking-part/:opportunity/change',
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const found = await ledHere(visit)
    return found ? shown(visit, found, typedOf(found), []) : { kind: 'not-found' }
  },
}

export const changeOne: Page = {
  method: 'POST',
  url: '/taking-part/:opportunity/change',
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const found = await ledHere(visit)
    if (!found) return { kind: 'not-found' }
    const read = readOpportunity(visit.form)
    if ('problems' in read) return shown(visit, found, typedIn(visit.form), read.problems)
    const calledOff = textOf(visit.form, 'calledOff') === 'yes'
    const to = { ...read.value, calledOff }
    if (await changeOpportunity(visit.tx, found.id, versionOf(visit.form), to)) {
      return { kind: 'redirect', to: `/taking-part/${found.id}` }
    }
    const typed = { ...typedIn(visit.form), version: String(found.version) }
    const text = 'Somebody else changed this meanwhile. What it says now stands under each box'
    return shown(visit, found, typed, [{ field: 'title', text }], typedOf(found))
  },
}

function shown(
  visit: Visit,
  found: Opportunity | undefined,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  now: Readonly<Record<string, string>> = {},
): Answer {
  return {
    kind: 'view',
    status: Object.keys(now).length > 0 ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/taking-part/board/put-up.njk',
    model: {
      page: {
        title: found ? 'Change what is on the board' : 'Put something on the board',
        back: found ? `/taking-part/${found.id}` : '/taking-part',
        here: visit.path,
        changing: found !== undefined,
        typed,
        kinds: KINDS.map((value) => ({
          value,
          text: KIND_WORDS[value],
          checked: typed['kind'] === value,
        })),
        fields: FIELDS.map((field) => ({
          ...PARTS[field],
          field,
          value: typed[field],
          long: MOST[field] > 300,
          now: now[field] === typed[field] ? undefined : now[field],
        })),
        errors: errorsOf(problems),
      },
    },
  }
}
