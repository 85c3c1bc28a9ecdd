import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { allocationsOf, birthsOf, mayBeAged } from '#domains/children/index.ts'
import { ofOutcome, putAwayBy } from '#domains/own-settings/index.ts'
import {
  AGES_ASKED,
  answersIn,
  asksBoth,
  chooseOutcomes,
  frameworkFor,
  frameworkVersion,
  nextAfter,
  safetyOutcomes,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import { getOwnChild, languagesOf, ownChild } from '#domains/words/index.ts'
import { begun } from '../begin-check-in/begin-check-in.page.ts'
import { beginView } from '../begin-check-in/begin-check-in.view.ts'

const url = '/me/safe'
const may = 'me.open'

/**
 * Whether the two are offered on a page of their own: the framework asks both, some claim of a birth makes them 16 to
 * 21, and they have put neither away.
 */
export function offersSafe(
  framework: UsedFramework | undefined,
  births: Awaited<ReturnType<typeof birthsOf>>,
  putAway: readonly string[],
  now: Date,
): boolean {
  if (!framework || !asksBoth(framework)) return false
  if (safetyOutcomes(framework).some((o) => putAway.includes(ofOutcome(o.code)))) return false
  const claims = births.map((b) => b.birth)
  return mayBeAged(claims, AGES_ASKED, londonCalendarDay(now))
}

/** The framework in use, when the two are offered. */
async function offered({ tx, now, ...visit }: Visit): Promise<UsedFramework | undefined> {
  const child = getOwnChild({ ...visit, tx, now })
  const framework = await frameworkFor(tx, child, now)
  const births = await birthsOf(tx, child)
  const fits = offersSafe(framework, births, await putAwayBy(tx, child), now)
  return fits ? framework : undefined
}

/** Say how safe things are: who will see it, before the two are asked. */
export const seeSaySafe: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.check-in.before', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const framework = await offered(visit)
    if (!framework) return { kind: 'redirect', to: '/me/check-in' }
    const { language, offered: languages } = await languagesOf(visit)
    const page = beginView({
      language,
      offered: languages,
      handed: false,
      allocations: await allocationsOf(visit.tx, getOwnChild(visit)),
      // What was begun is gone on with when the form is sent: the two are added to it.
      drafts: [],
      framework,
    })
    const template = 'domains/participation/begin-check-in/begin-check-in.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Begins with just the two, or goes on with what was begun and adds them to it. */
export const saySafe: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.check-in.begin', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const framework = await offered(visit)
    if (!framework) return { kind: 'redirect', to: '/me/check-in' }
    const checkIn = await begun(visit, framework)
    const under = (await frameworkVersion(visit.tx, checkIn.frameworkVersionId)) ?? framework
    const two = safetyOutcomes(under)
    const chosen = new Set([...checkIn.chosen, ...two.map((o) => o.id)])
    await chooseOutcomes(visit.tx, checkIn, [...chosen], checkIn.version)
    const answers = await answersIn(visit.tx, checkIn.id)
    const next = nextAfter('', two, new Set(answers.keys()))
    const at = `/me/check-in/${checkIn.id}`
    return { kind: 'redirect', to: next ? `${at}/about/${next}` : `${at}/choose` }
  },
}
