import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { type KeptPair, pairOf } from '../pair.queries.ts'
import { partnersOf } from '../partner.queries.ts'
import { partyOf, sidesOf } from '../party.ts'
import { replyDueOn } from '../reply.queries.ts'
import { type Run, runOf } from '../run.queries.ts'
import { answerHere } from '../steps.ts'
import { BAND_WORDS, pairState, PURPOSE_WORDS } from '../words.view.ts'

const url = '/children/:childId/between/:pairId'

/** A child here is like somebody there: the band, who said yes, and once both did, whom to ring. */
export const seePair: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'between.pair.see', childId: childIdOf },
  answer: (visit) => shown(visit, 200, []),
}

export const answerThePair: Page = {
  method: 'POST',
  url,
  may: 'between.lead',
  audit: { action: 'between.pair.answer', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, form } = visit
    const found = await find(visit)
    if (!found) return { kind: 'not-found' }
    if (!leads(actor)) return { kind: 'refused' }
    const { pair, run } = found
    const given = textOf(form, 'answer')
    const because = textOf(form, 'because').trim()
    const problems = problemsIn(given, because)
    if (problems.length > 0) return shown(visit, 422, problems)
    const sides = await sidesOf(tx, run)
    if (!sides || run.state !== 'compared')
      return shown(visit, 409, [{ field: 'answer', text: 'This question has ended. Ask anew' }])
    const decided = await answerHere(
      partyOf(tx, visit.keyed, actor, now),
      sides,
      run,
      { ...pair, version: versionOf(form) },
      { answer: given === 'yes' ? 'yes' : 'no', because, by: actor.id },
    )
    if (!decided)
      return shown(visit, 409, [
        { field: 'answer', text: 'Nothing was changed: somebody answered this meanwhile' },
      ])
    visit.note({ answer: given })
    return { kind: 'redirect', to: `/children/${pair.childId}/between/${pair.id}` }
  },
}

function problemsIn(given: string, because: string): readonly Problem[] {
  return [
    ...(given === 'yes' || given === 'no' ? [] : [{ field: 'answer', text: 'Choose yes or no' }]),
    ...(because !== '' && because.length <= 1000
      ? []
      : [{ field: 'because', text: 'Enter why, in 1,000 letters or fewer' }]),
  ]
}

type Found = { readonly child: Child; readonly pair: KeptPair; readonly run: Run }

async function find(visit: Visit): Promise<Found | undefined> {
  const [child, id] = [childIdOf(visit), readId(visit.params['pairId'])]
  const pair = child && id && (await pairOf(visit.tx, child, id))
  const run = pair && (await runOf(visit.tx, pair.runId))
  return pair && run && { child: await getChild(visit.tx, pair.childId), pair, run }
}

const answeredBy = ({ ownAt, ownBy, ownBecause }: KeptPair) =>
  ownAt && {
    by: ownBy ?? 'Somebody',
    when: londonDayAndTime(ownAt),
    because: ownBecause,
  }

/** When and how it comes to an end, for whichever side the reader is on. */
async function waitingWords(
  { tx, actor }: Visit,
  { pair, run }: Found,
): Promise<string | undefined> {
  if (run.state !== 'compared' || pair.revealedAt) return undefined
  if (pair.ownAnswer === 'yes') return pair.nobodyAt ? LATER_STILL : WE_WAIT
  const due = leads(actor) ? await replyDueOn(tx, run.id, pair.token) : undefined
  if (!due) return undefined
  return pair.ownAnswer === 'no'
    ? `Their lead said yes. On ${londonDay(due)}, a day of chance, they read that there is nobody to ring. They cannot tell your no from no answer, or from nobody.`
    : `Their lead has said yes. Without an answer here they read on ${londonDay(due)} that there is nobody to ring. A yes after that day still reaches them.`
}

const WE_WAIT =
  'The other council’s yes may come on any day. If none comes, you read here that there is nobody to ring, two to four weeks after your yes reached them.'
const LATER_STILL =
  'This comes by itself, on a day of chance, whichever of these it was. Nothing more is to do. If their lead says yes after all, you read here whom to ring.'

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const found = await find(visit)
  if (!found) return { kind: 'not-found' }
  const { child, pair, run } = found
  const lead = leads(visit.actor)
  const partner = (await partnersOf(visit.tx)).find((p) => p.id === run.partnerId)
  return {
    kind: 'view',
    status,
    template: 'domains/between-councils/see-pair/see-pair.njk',
    model: {
      page: {
        title: 'Somebody alike in another council',
        child: { id: child.id, knownAs: child.knownAs },
        here: `/children/${child.id}/between/${pair.id}`,
        other: partner?.card.name ?? 'another council',
        band: BAND_WORDS[pair.band],
        state: pairState(pair),
        waiting: await waitingWords(visit, found),
        purpose: PURPOSE_WORDS[run.purpose],
        found: londonDay(pair.foundAt),
        run: lead ? `/between/runs/${run.id}` : undefined,
        answered: answeredBy(pair),
        ring: pair.revealedAt && { name: pair.theirName, phone: pair.theirPhone },
        mayAnswer: lead && pair.ownAnswer === null && run.state === 'compared',
        version: pair.version,
        typed: typedIn(visit.form),
        errors: errorsOf(problems),
      },
    },
  }
}
