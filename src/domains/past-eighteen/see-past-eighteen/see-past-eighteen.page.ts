import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, childIdOf } from '#domains/children/index.ts'
import { clockLine, clocksOf } from '#domains/clocks/index.ts'
import { childOf, plansOf } from '#domains/plans/index.ts'
import {
  ageFor,
  dueToChild,
  entitlementsIn,
  isNation,
  nationOf,
  processesOf,
} from '#domains/processes/index.ts'
import { adultsOf, helpThatEnds, turningOf } from '../eighteen.queries.ts'
import { consentsOf, followUpOf, pointsOf } from '../follow-up.queries.ts'
import { askedOf, signsOf, watchOf } from '../watch.queries.ts'
import { adultsView, endsView, entitledView, planView } from './eighteen.view.ts'
import { followUpView, watchView } from './later.view.ts'

const OWED = new Set(['care.needs-assessment', 'care.pathway-plan', 'leaving.pathway-review'])

/** A young person's way past eighteen, from sixteen to twenty-five, and whatever they wish afterwards. */
export const seePastEighteen: Page = {
  method: 'GET',
  url: '/children/:childId/past-eighteen',
  may: 'children.read',
  audit: { action: 'past-eighteen.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, now, actor } = visit
    const child = await childOf(visit)
    const today = londonCalendarDay(now)
    const turning = await turningOf(tx, child.id)
    const plans = await plansOf(tx, child.id)
    const watch = await watchOf(tx, child.id)
    const page = {
      title: 'Past eighteen',
      child: { id: child.id, knownAs: child.knownAs },
      here: `/children/${child.id}/past-eighteen`,
      mayWrite: mayDo(actor.role, 'children.write'),
      owed: (await clocksOf(tx, child.id))
        .filter((c) => OWED.has(c.rule ?? ''))
        .map((c) => ({ ...clockLine(c, now), href: `/children/${child.id}/clocks/${c.id}` })),
      ...planView(
        turning,
        plans.filter((p) => p.kind === 'pathway' && p.state !== 'ended'),
        child,
      ),
      adults: adultsView(await adultsOf(tx, child.id)),
      ends: endsView(await helpThatEnds(tx, child.id)),
      ...(await entitled(visit, child)),
      waiting: (await processesOf(tx, child.id))
        .filter((p) => p.state === 'waiting' || p.state === 'going_on')
        .map((p) => ({ text: p.whatItIs, decides: p.decides, since: p.waitingSince })),
      watch: watchView({
        watch,
        signs: await signsOf(tx, child.id),
        asked: await askedOf(tx, child.id),
      }),
      later: followUpView({
        followUp: await followUpOf(tx, child.id),
        consents: await consentsOf(tx, child.id),
        points: await pointsOf(tx, child.id),
        today,
      }),
    }
    const template = 'domains/past-eighteen/see-past-eighteen/see-past-eighteen.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** What is owed from sixteen on, by the nation whose law the organisation works under, with what came of each. */
async function entitled(visit: Visit, child: Child) {
  const today = londonCalendarDay(visit.now)
  const found = await nationOf(visit.tx, child.organisationId, today)
  const nation = isNation(found) ? found : 'england'
  const { births, months } = await ageFor(visit, child)
  return entitledView({
    all: await entitlementsIn(visit.tx, nation, today),
    kept: await dueToChild(visit.tx, child.id, nation),
    births,
    months,
    today,
  })
}
