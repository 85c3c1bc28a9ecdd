import { childOf, languageAsk, type Sheet, sheet, speaking, type Speaking } from '../sheet.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { VALUED_KINDS } from '../review.rules.ts'
import { addValued, endValued, valuedBy } from '../valued.queries.ts'

const URL = '/children/:childId/valued'
const may = 'children.write'

/** What they like to do, whom and where they want to be with, and what they want to learn. */
export const seeValued: Page = {
  method: 'GET',
  url: URL,
  may: 'children.read',
  audit: { action: 'valued.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const all = await valuedBy(visit.tx, child.id)
    const page = {
      title: 'What they value',
      child: { id: child.id, knownAs: child.knownAs },
      here: `/children/${child.id}/valued`,
      kinds: Object.entries(VALUED_KINDS).map(([code, called]) => ({
        called,
        lines: all.filter((v) => v.kind === code),
      })),
      mayWrite: mayDo(visit.actor.role, may),
    }
    return { kind: 'view', template: 'domains/plans/needs/valued.njk', model: { page } }
  },
}

const adding: Sheet<Speaking> = {
  url: `${URL}/add`,
  act: 'valued',
  may,
  find: (visit: Visit) => speaking(visit),
  title: () => 'Something they value',
  back: ({ child }) => `/children/${child.id}/valued`,
  intro: () => [
    'They can write it themselves on their own page. What is written stays as they said it.',
  ],
  asks: (found) => [
    { kind: 'choice', name: 'kind', label: 'What is it?', choices: VALUED_KINDS },
    { kind: 'words', name: 'words', label: 'In their own words' },
    languageAsk(found),
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, { child }, read) {
    const valued = {
      kind: read.choice('kind', VALUED_KINDS, 'Choose what it is'),
      words: read.needed('words', 'Enter what they say', 1000),
      language: read.language('language'),
      saidBy: 'child_with_someone',
    }
    if (read.problems.length > 0) return 'asked-again'
    await addValued(visit.tx, child.id, valued)
    return { to: `/children/${child.id}/valued` }
  },
}

export const addValuedPages = sheet(adding)

/** Taken off with them. It is kept, and what happened by day still tells it. */
export const takeOffValued: Page = {
  method: 'POST',
  url: `${URL}/off`,
  may,
  audit: { action: 'valued.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const id = readId<'valued'>(textOf(visit.form, 'valued'))
    if (!id) return { kind: 'not-found' }
    await endValued(visit.tx, child.id, id)
    return { kind: 'redirect', to: `/children/${child.id}/valued` }
  },
}
