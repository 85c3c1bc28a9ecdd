import { randomUUID } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { nationOf, startClock } from '../acts.queries.ts'
import { NATION_NAMES, type Nation } from '../bank-holidays.rules.ts'
import { childOf } from '../child-of-page.ts'
import { type ClockRule, movedByHand, ruleThatHolds } from '../clock.rules.ts'
import { rulesOf } from '../known-rules.queries.ts'
import { lengthInWords } from '../rule.view.ts'
import { momentAsks, readMoment } from './moment.form.ts'

const url = '/children/:childId/clocks/start'
const may = 'children.write'

const ask: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'clocks.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    return shown(child, await offered(visit, child), {}, [])
  },
}

/** Starts a clock of a rule by hand, where nothing else in the record has started it. */
const start: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'clocks.start', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const offer = await offered(visit, child)
    const rule = offer.rules.find((r) => r.code === textOf(visit.form, 'rule'))
    const moment = readMoment(visit.form, {
      now: visit.now,
      called: 'the day it began',
      timeNeeded: rule?.counted === 'hours',
      end: 'first',
    })
    const problems = [
      ...(rule ? [] : [{ field: 'rule', text: 'Choose what is owed' }]),
      ...('problems' in moment ? moment.problems : []),
    ]
    if (!rule || 'problems' in moment) return shown(child, offer, typedIn(visit.form), problems)
    await startClock(visit.tx, {
      childId: child.id,
      rule: rule.code,
      startedAt: moment.at,
      about: { kind: 'by-hand', id: randomUUID() },
      nation: offer.nation,
    })
    return { kind: 'redirect', to: `/children/${child.id}/clocks` }
  },
}

export const startClockPages: readonly Page[] = [ask, start]

type Offered = { readonly nation: Nation; readonly rules: readonly ClockRule[] }

/** The rules that hold today where the record is held. */
async function offered(visit: Visit, child: Child): Promise<Offered> {
  const nation = await nationOf(visit.tx, child.id, visit.now)
  const today = londonCalendarDay(visit.now)
  const all = await rulesOf(visit.tx)
  const codes = [...new Set(all.map((r) => r.code))].filter(movedByHand)
  return {
    nation,
    rules: codes.flatMap((code) => ruleThatHolds(all, code, nation, today) ?? []),
  }
}

function shown(
  child: Child,
  { nation, rules }: Offered,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const choices = Object.fromEntries(
    rules.map((r) => [
      r.code,
      `${r.owed}, counted from: ${r.startsWith} (${lengthInWords(r).replace(/\..*/, '').toLowerCase()})`,
    ]),
  )
  return askedAnswer(
    askedPage({
      title: 'Start a clock from a rule',
      child,
      back: `/children/${child.id}/clocks`,
      intro: [
        `The rules for ${NATION_NAMES[nation]}. Most clocks start by themselves when something is written in the record; this is for the others.`,
      ],
      asks: [
        ...momentAsks('When did it begin?', false),
        { kind: 'choice', name: 'rule', label: 'What is owed?', choices },
      ],
      typed,
      problems,
    }),
  )
}
