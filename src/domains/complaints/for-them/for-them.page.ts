import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readId, trustedId, type ChildId } from '#kernel/ids.ts'
import { listOf, textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { findChild } from '#domains/children/index.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import {
  ABOUT,
  ABOUT_WORDS,
  FOR_THEM_AS,
  FOR_THEM_WORDS,
  THEY_KNOW,
  THEY_KNOW_WORDS,
} from '../complaints.rules.ts'
import { makeComplaint, type NewComplaint } from '../complaints.queries.ts'
import { whoWorksWith } from '#domains/children/index.ts'

const url = '/independent/for/:child'
const may = 'complaints.write-for'
const childOf = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['child'])

/** An advocate, or somebody a young person trusts, says for them that something is not right. */
export const askForThem: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'complaints.write-for.ask' },
  answer: (visit) => shown(visit, []),
}

/**
 * Sends it. The trail names whoever wrote it and not the child: those beside a child read who looked,
 * and must not learn of it from there. So the child is not in the address as on other pages.
 */
export const writeForThem: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'complaints.write-for.send' },
  async answer(visit): Promise<Answer> {
    const child = childOf(visit)
    if (!child || !(await findChild(visit.tx, child))) return { kind: 'not-found' }
    const read = await readForThem(visit, child)
    if ('problems' in read) return shown(visit, read.problems)
    await makeComplaint(visit.tx, trustedId<'complaint'>(randomUUID()), read.value)
    return { kind: 'redirect', to: `/independent/for/${child}?just=sent` }
  },
}

const forThem = z.object({
  forName: z
    .string('Enter who says it for them')
    .trim()
    .min(1, 'Enter who says it for them')
    .max(200, 'Use 200 letters or fewer'),
  forAs: z.enum(FOR_THEM_AS, 'Choose who that is to them'),
  theyKnow: z.enum(THEY_KNOW, 'Choose whether they know of it'),
  about: z.enum(ABOUT, 'Choose what it is about'),
})

type Read = { readonly value: NewComplaint } | { readonly problems: readonly Problem[] }

async function readForThem(visit: Visit, child: ChildId): Promise<Read> {
  const read = forThem.safeParse(visit.form)
  const words = verbatimIn(visit.form, 'words')
  const wrong = words.trim() === '' || words.length > 5000
  const text = 'Write what is not right, in 5,000 letters or fewer'
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...(wrong ? [{ field: 'words', text }] : []),
  ]
  if (!read.success || wrong) return { problems }
  const named = listOf(visit.form, 'aboutPersons')
  const people = await whoWorksWith(visit.tx, child, 'ever')
  const { forName: name, forAs: as, theyKnow, about } = read.data
  return {
    value: {
      childId: child,
      about,
      because: [],
      aboutPersons: people.map((p) => p.id).filter((id) => named.includes(id)),
      aboutWho: undefined,
      keptFrom: [],
      words,
      language: 'en',
      putRight: undefined,
      forThem: { name, as, theyKnow },
      now: visit.now,
    },
  }
}

async function shown(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const id = childOf(visit)
  const child = id && (await findChild(visit.tx, id))
  if (!child) return { kind: 'not-found' }
  const typed = typedIn(visit.form)
  const choose = (values: readonly string[], words: Readonly<Record<string, string>>, at: string) =>
    values.map((value) => ({ value, text: words[value] ?? value, checked: typed[at] === value }))
  const ticked = listOf(visit.form, 'aboutPersons')
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/complaints/for-them/for-them.njk',
    model: {
      page: {
        title: 'Something is not right',
        child: { id: child.id, knownAs: child.knownAs },
        just: textOf(visit.query, 'just') === 'sent',
        abouts: choose(ABOUT, ABOUT_WORDS, 'about'),
        as: choose(FOR_THEM_AS, FOR_THEM_WORDS, 'forAs'),
        know: choose(THEY_KNOW, THEY_KNOW_WORDS, 'theyKnow'),
        people: (await whoWorksWith(visit.tx, child.id, 'ever')).map((p) => ({
          value: p.id,
          text: p.name,
          checked: ticked.includes(p.id),
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}
