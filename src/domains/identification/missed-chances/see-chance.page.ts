import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { findChance, type MissedChance } from '../missed-chance.queries.ts'
import { BODIES, LEVELS, refuseEnd, TOPICS } from '../missed-chance.rules.ts'
import { partialInWords } from '../partial-day.rules.ts'

/** A missed chance, what is learnt from it, and in which training that was taught. */
export const seeChance: Page = {
  method: 'GET',
  url: '/children/:childId/missed-chances/:chance',
  may: 'concerns.read',
  audit: auditOf('missed-chances.see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const chance = await findChance(visit.tx, child.id, visit.params['chance'])
    if (!chance) return { kind: 'not-found' }
    const here = `/children/${child.id}/missed-chances/${chance.id}`
    const page = {
      title: 'A chance to see them that was missed',
      child: { id: child.id, knownAs: child.knownAs },
      here,
      ...chanceView(chance, here),
      ...actsFor(visit, chance),
    }
    return {
      kind: 'view',
      template: 'domains/identification/missed-chances/see-chance.njk',
      model: { page },
    }
  },
}

function chanceView(chance: MissedChance, here: string) {
  const body = lookUp<string>(BODIES, chance.body) ?? ''
  return {
    what: chance.what,
    when: partialInWords(chance.when),
    body: chance.bodyName ? `${body} (${chance.bodyName})` : body,
    level: lookUp<string>(LEVELS, chance.level) ?? '',
    help: chance.wouldHaveHelped,
    openedBy: chance.openedBy,
    ended: chance.endedAt && {
      by: chance.endedBy,
      day: inWords(londonCalendarDay(chance.endedAt)),
      words: chance.endedWords,
    },
    learning: chance.learning.map((l) => ({
      topic: lookUp<string>(TOPICS, l.topic) ?? '',
      words: l.words,
      owner: l.owner,
      due: inWords(l.dueOn),
      taught: l.training && l.trainedOn && `${l.training}, ${inWords(l.trainedOn)}`,
      whom: l.trainedWhom,
      href: `${here}/learning/${l.id}`,
    })),
  }
}

function actsFor({ actor }: Visit, chance: MissedChance) {
  const open = chance.endedAt === undefined
  const blocked = refuseEnd(chance.learning)
  const leads = mayDo(actor.role, 'concerns.lead')
  return {
    mayWrite: open && mayDo(actor.role, 'concerns.write'),
    mayEnd: open && leads && !blocked,
    blocked: open ? blocked : undefined,
  }
}
