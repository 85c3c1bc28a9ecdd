import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { auditsOf, type DrawnAudit } from '../audit.queries.ts'
import { ENDED_WORDS } from '../audit.rules.ts'
import { NOT_FOUND } from '../audit-of-page.ts'
import { closeRound, findRound, type Round } from '../round.queries.ts'

const url = '/case-audits/rounds/:roundId'

export const roundOfPage = async (visit: Visit): Promise<Round | undefined> => {
  const id = readId<'case-audit-round'>(visit.params['roundId'])
  return id && findRound(visit.tx, id)
}

/** One round: what it asks, and the records drawn, for those who reach each child. */
export const seeRound: Page = {
  method: 'GET',
  url,
  may: 'case-audits.oversee',
  audit: { action: 'case-audits.see' },
  answer: async (visit) => shown(visit, undefined),
}

export const close: Page = {
  method: 'POST',
  url: `${url}/close`,
  may: 'case-audits.manage',
  audit: { action: 'case-audits.close' },
  async answer(visit): Promise<Answer> {
    const round = await roundOfPage(visit)
    if (!round) return NOT_FOUND
    if (!round.open) return shown(visit, 'This round is closed already.')
    const version = Number(textOf(visit.form, 'version'))
    if (version !== round.version) {
      return shown(
        visit,
        'This round changed while you were looking at it. Look again, then close it.',
      )
    }
    if (await closeRound(visit.tx, round)) {
      return { kind: 'redirect', to: `/case-audits/rounds/${round.id}` }
    }
    return shown(
      visit,
      'An audit in this round has not ended. End each of them first, with the reason.',
    )
  },
}

async function shown(visit: Visit, problem: string | undefined): Promise<Answer> {
  const round = await roundOfPage(visit)
  if (!round) return NOT_FOUND
  const audits = await auditsOf(visit.tx, round.id)
  visit.show(audits.map((a) => a.childId))
  const page = {
    title: 'A round of case audit',
    round: roundView(round),
    problem,
    audits: audits.map(lineOf),
    hidden: round.sampleSize - audits.length,
    mayManage: may(visit.actor.role, 'case-audits.manage'),
    mayClose: round.open && audits.every((a) => a.endedAt),
  }
  return {
    kind: 'view',
    status: problem ? 422 : 200,
    template: 'domains/workforce/see-round/see-round.njk',
    model: { page },
  }
}

const dayInWords = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

export function roundView(round: Round) {
  return {
    id: round.id,
    title: round.title,
    question: round.question,
    open: round.open,
    version: round.version,
    framework: `${round.framework.name}, version ${round.framework.version}`,
    retired: round.framework.status === 'retired',
    items: round.items.map((i) => i.title),
    scope: round.teamName ?? 'The whole organisation',
    days: `${dayInWords(round.openFrom)} to ${dayInWords(round.openTo)}`,
    drawn: `${round.sampleSize} of ${round.eligibleCount} records that fitted, ${round.stratified ? 'from each team in proportion' : 'from all alike'}`,
    setUp: `${round.setUpBy ?? 'Somebody whose account is not here'}, ${londonDay(round.setUpAt)}`,
  }
}

function lineOf(audit: DrawnAudit) {
  const ended = audit.endedBecause && `Ended. ${ENDED_WORDS[audit.endedBecause]}.`
  const begun = [
    audit.reflected ? 'Reflection is in.' : 'Reflection is awaited.',
    ...(audit.auditor ? [audit.read ? 'Reading is shared.' : 'Reading is not shared yet.'] : []),
  ]
  return {
    knownAs: audit.knownAs,
    href: `/children/${audit.childId}/case-audits/${audit.id}`,
    who: audit.auditor
      ? `Read by ${audit.auditor}${audit.second ? ` and ${audit.second}` : ''}`
      : 'Nobody reads it yet',
    standing: ended ?? begun.join(' '),
  }
}
