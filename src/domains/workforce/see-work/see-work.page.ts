import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { listRounds } from '../round.queries.ts'
import { owedBy, toRead, toReflect, type ToRead, type Work } from '../work.queries.ts'
import { owedLine } from './owed.view.ts'

/** What somebody has to do: records to audit, reflections to write, actions they owe; and what rounds taught. */
export const seeWork: Page = {
  method: 'GET',
  url: '/case-audits/mine',
  may: 'case-audits.take-part',
  audit: { action: 'case-audits.mine' },
  async answer(visit): Promise<Answer> {
    const read = await toRead(visit.tx, visit.actor)
    const reflect = await toReflect(visit.tx, visit.actor)
    const owed = await owedBy(visit.tx, visit.actor)
    const rounds = await listRounds(visit.tx)
    visit.show([...read, ...reflect, ...owed].map((w) => trustedId<'child'>(w.childId)))
    const line = (w: Work, more: string) => ({
      knownAs: w.knownAs,
      href: `/children/${w.childId}/case-audits/${w.auditId}`,
      detail: `${w.round}.${more}`,
    })
    const page = {
      title: 'Your audits',
      read: read.map((w) => line(w, standing(w))),
      reflect: reflect.map((w) => ({
        ...line(w, ''),
        href: `/children/${w.childId}/case-audits/${w.auditId}/reflection`,
      })),
      owed: owed.map((o) => owedLine(o, dayInWords)),
      rounds: rounds.map((r) => ({ title: r.title, href: `/case-audits/rounds/${r.id}/learning` })),
    }
    return { kind: 'view', template: 'domains/workforce/see-work/see-work.njk', model: { page } }
  },
}

function standing(w: ToRead): string {
  if (w.shared) return ' You have shared your reading.'
  return w.reflected ? '' : ' Waits for the practitioner’s own reflection, which comes first.'
}

const dayInWords = (day: string): string => {
  const known = calendarDay(day)
  return known ? inWords(known) : day
}
