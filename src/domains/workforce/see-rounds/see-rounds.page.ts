import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { listRounds } from '../round.queries.ts'
import { openActions, unanswered, withoutAction } from '../work.queries.ts'
import { owedLine } from '../see-work/owed.view.ts'

/** For whoever oversees: what cannot wait, what is being done, and the rounds. */
export const seeRounds: Page = {
  method: 'GET',
  url: '/case-audits',
  may: 'case-audits.oversee',
  audit: { action: 'case-audits.list' },
  async answer(visit): Promise<Answer> {
    const waiting = await unanswered(visit.tx)
    const findings = await withoutAction(visit.tx)
    const actions = await openActions(visit.tx)
    const rounds = await listRounds(visit.tx)
    visit.show([...waiting, ...findings, ...actions].map((w) => trustedId<'child'>(w.childId)))
    const manages = may(visit.actor.role, 'case-audits.manage')
    const page = {
      title: 'Case audits',
      maySetUp: manages,
      toWait: manages ? 'say what was done' : 'read what was seen',
      toFind: manages ? 'add an action' : 'read the finding',
      waiting: waiting.map((w) => ({
        knownAs: w.knownAs,
        href: `/children/${w.childId}/case-audits/${w.auditId}${manages ? `/act-now/${w.actNowId}` : ''}`,
        who: w.forPerson,
        by: londonDayAndTime(w.actBy),
      })),
      findings: findings.map((f) => ({
        knownAs: f.knownAs,
        words: f.words,
        href: `/children/${f.childId}/case-audits/${f.auditId}/findings/${f.findingId}`,
      })),
      actions: actions.map((a) => owedLine(a, (day) => dayInWords(day))),
      rounds: rounds.map((r) => ({
        title: r.title,
        href: `/case-audits/rounds/${r.id}`,
        detail: `${r.open ? 'Open' : 'Closed'}. Set up ${londonDay(r.setUpAt)}. ${r.ended} of ${r.drawn} records done.`,
      })),
    }
    return {
      kind: 'view',
      template: 'domains/workforce/see-rounds/see-rounds.njk',
      model: { page },
    }
  },
}

const dayInWords = (day: string): string => {
  const known = calendarDay(day)
  return known ? inWords(known) : day
}
