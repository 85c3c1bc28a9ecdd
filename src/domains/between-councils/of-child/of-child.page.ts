import { inWords, calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { readId } from '#kernel/ids.ts'
import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { pairsOfChild } from '../pair.queries.ts'
import {
  addWish,
  type KeptWish,
  type TakenPart,
  takenPartIn,
  type Wish,
  wishesOf,
} from '../records.queries.ts'
import { tellOne } from '../told.queries.ts'
import { BAND_WORDS, pairState, PURPOSE_WORDS } from '../words.view.ts'

const url = '/children/:childId/between'

/** Where this child was among those compared, what came of it, and whether they want to be. */
export const seeBetween: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'between.child.see', childId: childIdOf },
  answer: (visit) => shown(visit, 200, []),
}

export const writeWish: Page = {
  method: 'POST',
  url,
  may: 'children.write',
  audit: { action: 'between.wish.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, form, now } = visit
    const child = await childOf(visit)
    const wish = wishIn(textOf(form, 'wish'))
    const because = textOf(form, 'because').trim()
    const [latest] = await wishesOf(tx, child.id)
    const problems = problemsIn(visit, wish, because, latest)
    if (problems.length > 0 || !wish) return shown(visit, 422, problems)
    await addWish(tx, child.id, { wish, because, day: londonCalendarDay(now) })
    return { kind: 'redirect', to: `/children/${child.id}/between` }
  },
}

/** Where a lead said "not yet", somebody beside them says later, once, that the young person may see it. */
export const tellLater: Page = {
  method: 'POST',
  url: `${url}/told/:runId`,
  may: 'children.write',
  audit: { action: 'between.tell', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const id = readId(visit.params['runId'])
    const part = (await takenPartIn(visit.tx, child.id)).find((p) => p.runId === id)
    if (!part || part.tell !== 'not_yet') return { kind: 'not-found' }
    const because = textOf(visit.form, 'safeNow').trim()
    if (because === '' || because.length > 1000)
      return shown(visit, 422, [
        {
          field: `safeNow-${part.runId}`,
          text: 'Enter why it is safe now, in 1,000 letters or fewer',
        },
      ])
    if (part.toldAt || !(await tellOne(visit.tx, part.runId, child.id, because)))
      return shown(visit, 409, [
        { field: 'when', text: 'Nothing was changed: somebody let them see it meanwhile' },
      ])
    return { kind: 'redirect', to: `/children/${child.id}/between` }
  },
}

const WISHES: Readonly<Record<Wish, string>> = {
  agreed: 'They say yes, also to learning how lives go on after leaving',
  not_agreed: 'They say no. Only when somebody is missing',
  kept_out: 'Keep them out of every comparison, for their safety (a lead decides)',
}
const WISHED: Readonly<Record<Wish, string>> = {
  agreed: 'They said yes, also to learning how lives go on',
  not_agreed: 'They said no: they are compared only when somebody is missing',
  kept_out: 'Kept out of every comparison',
}

const wishIn = (text: string): Wish | undefined =>
  text === 'agreed' || text === 'not_agreed' || text === 'kept_out' ? text : undefined

function problemsIn(
  { actor }: Visit,
  wish: Wish | undefined,
  because: string,
  latest: KeptWish | undefined,
): readonly Problem[] {
  const ofALead = wish === 'kept_out' || latest?.wish === 'kept_out'
  return [
    ...(wish ? [] : [{ field: 'wish', text: 'Choose what holds' }]),
    ...(ofALead && !leads(actor)
      ? [
          {
            field: 'wish',
            text: 'Only a manager of the whole organisation keeps somebody out, or lets them in again',
          },
        ]
      : []),
    ...(because !== '' && because.length <= 1000
      ? []
      : [{ field: 'because', text: 'Enter what they said, or why, in 1,000 letters or fewer' }]),
  ]
}

async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx, actor } = visit
  const child = await childOf(visit)
  const wishes = await wishesOf(tx, child.id)
  return {
    kind: 'view',
    status,
    template: 'domains/between-councils/of-child/of-child.njk',
    model: {
      page: {
        title: 'Known elsewhere',
        child: { id: child.id, knownAs: child.knownAs },
        mayAsk: leads(actor),
        mayWrite: mayDo(actor.role, 'children.write'),
        pairs: (await pairsOfChild(tx, child.id)).map((pair) => ({
          href: `/children/${child.id}/between/${pair.id}`,
          day: londonDay(pair.foundAt),
          band: BAND_WORDS[pair.band],
          state: pairState(pair),
        })),
        parts: (await takenPartIn(tx, child.id)).map(partOf),
        wishes: wishes.map((w) => ({
          words: WISHED[w.wish],
          because: w.because,
          by: w.by,
          day: dayInWords(w.day),
        })),
        choices: Object.entries(WISHES).map(([value, text]) => ({ value, text })),
        typed: typedIn(visit.form),
        errors: errorsOf(problems),
      },
    },
  }
}

const partOf = (part: TakenPart) => ({
  runId: part.runId,
  day: londonDay(part.at),
  partner: part.partner,
  purpose: PURPOSE_WORDS[part.purpose],
  side: part.side === 'asks' ? 'We asked' : 'They asked',
  notYet: part.tell === 'not_yet' && part.toldAt === null,
  notYetBecause: part.tellBecause,
  told: part.toldAt && {
    day: londonDay(part.toldAt),
    by: part.toldBy ?? 'Somebody',
    because: part.toldBecause,
  },
})

function dayInWords(text: string): string {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
