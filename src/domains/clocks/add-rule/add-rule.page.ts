import { randomUUID } from 'node:crypto'
import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, askedAnswer, askedPage } from '#domains/children/index.ts'
import { type Nation, NATION_NAMES } from '../bank-holidays.rules.ts'
import { type ClockRule, ruleThatHolds } from '../clock.rules.ts'
import { ruleById, rulesOf } from '../known-rules.queries.ts'
import { addRule, endRule, ownNation } from '../rules.queries.ts'
import { type MaySet, readRule, ruleAsks } from './add-rule.form.ts'

const url = '/clock-rules'
const may = 'clock-rules.add'
const COUNTED_AGAIN = 'Clocks that run already are counted again the night after.'

const ask: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: { action: 'clock-rules.ask' },
  answer: async (visit) => shown(await whatMayBeSet(visit), {}, []),
}

const add: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: { action: 'clock-rules.add' },
  async answer(visit): Promise<Answer> {
    const set = await whatMayBeSet(visit)
    const read = readRule(visit.form, set.maySet, set.nation, randomUUID().slice(0, 8))
    if ('problems' in read) return shown(set, typedIn(visit.form), read.problems)
    if (await addRule(visit.tx, read.value)) {
      return { kind: 'redirect', to: `${url}?nation=${set.nation}` }
    }
    const text = 'A rule of this kind begins on that day already'
    return shown(set, typedIn(visit.form), [{ field: 'fromDay', text }])
  },
}

type Settable = { readonly nation: Nation; readonly maySet: MaySet }

async function whatMayBeSet(visit: Visit): Promise<Settable> {
  const today = londonCalendarDay(visit.now)
  const nation = await ownNation(visit.tx, today)
  return { nation, maySet: maySetIn(await rulesOf(visit.tx), nation, today) }
}

/** The codes that are not set by law or a body in that nation, each with what is owed. */
function maySetIn(rules: readonly ClockRule[], nation: Nation, today: CalendarDay): MaySet {
  const first = new Map(rules.toReversed().map((r) => [r.code, r]))
  return Object.fromEntries(
    [...first.values()].toReversed().flatMap((rule) => {
      const holds = ruleThatHolds(rules, rule.code, nation, today)
      const open = !holds || holds.local || holds.force === 'good_practice'
      return open ? [[rule.code, `${rule.owed}, counted from: ${rule.startsWith}`]] : []
    }),
  )
}

function shown(
  { nation, maySet }: Settable,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  return askedAnswer(
    askedPage({
      title: 'Add a rule of your organisation',
      back: url,
      intro: [
        `It holds for ${NATION_NAMES[nation]}, for the children of your organisation. It is never changed: a rule that changes is a new one from another day. ${COUNTED_AGAIN}`,
      ],
      asks: ruleAsks(maySet),
      typed,
      problems,
    }),
  )
}

const END: readonly Ask[] = [
  { kind: 'day', name: 'untilDay', label: 'Until which day does it hold?', hint: 'Like 27 3 2026' },
]

/** A rule of the reader's own organisation that has not been ended. */
async function openRule(visit: Visit): Promise<ClockRule | undefined> {
  const id = readId<'clock_rule'>(visit.params['rule'])
  const rule = id && (await ruleById(visit.tx, id))
  return rule && rule.local && rule.untilDay === undefined ? rule : undefined
}

const askEnd: Page = {
  method: 'GET',
  url: `${url}/:rule/end`,
  may,
  audit: { action: 'clock-rules.ask' },
  async answer(visit): Promise<Answer> {
    const rule = await openRule(visit)
    return rule ? endShown(rule, {}, []) : { kind: 'not-found' }
  },
}

const end: Page = {
  method: 'POST',
  url: `${url}/:rule/end`,
  may,
  audit: { action: 'clock-rules.end' },
  async answer(visit): Promise<Answer> {
    const rule = await openRule(visit)
    if (!rule) return { kind: 'not-found' }
    const day = dayFrom(visit.form, 'untilDay')
    const wrong = (text: string) =>
      endShown(rule, typedIn(visit.form), [{ field: 'untilDay', text }])
    if (day === undefined || day === 'wrong') return wrong('Enter the day, like 27 3 2026')
    if (!(await endRule(visit.tx, rule.id, day))) {
      return wrong('It must not end before it begins')
    }
    return { kind: 'redirect', to: `${url}?nation=${rule.nation}` }
  },
}

function endShown(
  rule: ClockRule,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  return askedAnswer(
    askedPage({
      title: 'End this rule',
      back: url,
      intro: [
        `${rule.owed}. What begins after that day is no longer counted by it. ${COUNTED_AGAIN}`,
      ],
      asks: END,
      typed,
      problems,
    }),
  )
}

export const addRulePages: readonly Page[] = [ask, add, askEnd, end]
