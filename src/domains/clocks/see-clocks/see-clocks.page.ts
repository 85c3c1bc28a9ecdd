import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { askingsOf } from '../ask-again/asked-again.queries.ts'
import { ASK_AGAIN } from '../ask-again/asked-again.rules.ts'
import { askingLine } from '../ask-again/asked-again.view.ts'
import { movedByHand } from '../clock.rules.ts'
import { childOf, clockOfPage } from '../child-of-page.ts'
import { clocksOf, clocksThatEnded } from '../clocks.queries.ts'
import { correctionsOfClock, pausesOfClock } from '../history.queries.ts'
import { ruleById } from '../known-rules.queries.ts'
import { ruleLine } from '../rule.view.ts'
import { clockLine } from './clock.view.ts'
import { correctionLine, pauseLine } from './history.view.ts'

const url = '/children/:childId/clocks'

/** What is owed to a child: by whom, since when, by when, and what has been done. */
export const seeClocks: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'clocks.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const page = {
      title: 'What is owed to them',
      child: { id: child.id, knownAs: child.knownAs },
      running: (await clocksOf(visit.tx, child.id)).map((c) => clockLine(c, visit.now)),
      ended: (await clocksThatEnded(visit.tx, child.id)).map((c) => clockLine(c, visit.now)),
      mayWrite: may(visit.actor.role, 'children.write'),
    }
    return { kind: 'view', template: 'domains/clocks/see-clocks/see-clocks.njk', model: { page } }
  },
}

/** One clock in full: where its rule is from, when it stood still, and what was held before. */
export const seeClock: Page = {
  method: 'GET',
  url: `${url}/:clock`,
  may: 'children.read',
  audit: { action: 'clocks.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clock = await clockOfPage(visit, child)
    if (!clock) return { kind: 'not-found' }
    const rule = clock.ruleId ? await ruleById(visit.tx, clock.ruleId) : undefined
    const askings = await askingsOf(visit.tx, child.id)
    const page = {
      title: 'Something that is owed',
      child: { id: child.id, knownAs: child.knownAs },
      clock: { ...clockLine(clock, visit.now), version: clock.version },
      stoppedWhy: clock.stoppedWhy,
      rule: rule && ruleLine(rule),
      pauses: (await pausesOfClock(visit.tx, clock.id)).map((p) => pauseLine(p, clock)),
      corrections: (await correctionsOfClock(visit.tx, clock.id)).map((c) =>
        correctionLine(c, clock),
      ),
      mayWrite: may(visit.actor.role, 'children.write') && movedByHand(clock.rule),
      byHand: movedByHand(clock.rule),
      askings: askings.filter((a) => a.clockId === clock.id).map(askingLine),
      mayAsk: may(visit.actor.role, 'children.write') && clock.rule !== ASK_AGAIN,
      /** For the clock of asking itself: what is asked for. */
      askedFor: clock.rule === ASK_AGAIN ? clock.about?.id : undefined,
    }
    return { kind: 'view', template: 'domains/clocks/see-clocks/see-clock.njk', model: { page } }
  },
}
