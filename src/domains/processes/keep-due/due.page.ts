import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { TREATED } from '../age.rules.ts'
import { childOf } from '../child-of-page.ts'
import { DUE_STATES, type Entitlement, isNation, type Nation, NATIONS } from '../due.rules.ts'
import { ageFor } from '../keep-age-doubt/see-doubts.page.ts'
import { type DueToChild, dueToChild, entitlementsIn, keepDue, nationOf } from './due.queries.ts'
import { DUE_ASKS, readDue, typedDue } from './keep-due.form.ts'
import { dueView } from './due.view.ts'

const url = '/children/:childId/systems/due'
const may = 'children.write'
const audit = (act: string) => ({ action: `systems.due.${act}`, childId: childIdOf })

/** What is owed to a child now, what comes later, and what came of each. No decision about trafficking changes it. */
export const seeDue: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const today = londonCalendarDay(visit.now)
    const nation = await nationFor(visit)
    const { births, treated, months } = await ageFor(visit, child)
    const page = {
      title: 'Entitlements',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: mayDo(visit.actor.role, may),
      nation,
      nations: Object.entries(NATIONS).map(([code, called]) => ({
        code,
        called,
        here: code === nation,
      })),
      treated: treated.asChild ? TREATED[treated.because] : undefined,
      ...dueView({
        all: await entitlementsIn(visit.tx, nation, today),
        kept: await dueToChild(visit.tx, child.id, nation),
        births,
        months,
        today,
      }),
    }
    return { kind: 'view', template: 'domains/processes/keep-due/due.njk', model: { page } }
  },
}

/** The nation in the address, or the one whose law the organisation works under. */
async function nationFor(visit: Visit): Promise<Nation> {
  const asked = textOf(visit.query, 'nation')
  if (isNation(asked)) return asked
  const today = londonCalendarDay(visit.now)
  const own = await nationOf(visit.tx, visit.actor.organisationId, today)
  return isNation(own) ? own : 'england'
}

export const askDue: Page = {
  method: 'GET',
  url: `${url}/:nation/:code`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const found = await entitlementOf(visit)
    if (!found) return { kind: 'not-found' }
    const kept = (await dueToChild(visit.tx, child.id, found.nation)).get(found.one.code)
    return shown(child, found, kept ? typedDue(kept) : {}, kept, [])
  },
}

export const writeDue: Page = {
  method: 'POST',
  url: `${url}/:nation/:code`,
  may,
  audit: audit('write'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const found = await entitlementOf(visit)
    if (!found) return { kind: 'not-found' }
    const { nation, one } = found
    const kept = async () => (await dueToChild(visit.tx, child.id, nation)).get(one.code)
    const typed = typedIn(visit.form)
    const read = readDue(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(child, found, typed, await kept(), read.problems)
    const due = { ...read.value, code: one.code, nation, version: versionOf(visit.form) }
    if (await keepDue(visit.tx, child.id, due)) {
      return { kind: 'redirect', to: backTo(child, nation) }
    }
    return shown(child, found, typed, await kept(), [], true)
  },
}

const backTo = (child: Child, nation: Nation): string =>
  `/children/${child.id}/systems/due?nation=${nation}`

type Found = { readonly nation: Nation; readonly one: Entitlement }

async function entitlementOf(visit: Visit): Promise<Found | undefined> {
  const nation = visit.params['nation'] ?? ''
  if (!isNation(nation)) return undefined
  const all = await entitlementsIn(visit.tx, nation, londonCalendarDay(visit.now))
  const one = all.find((e) => e.code === visit.params['code'])
  return one && { nation, one }
}

function shown(
  child: Child,
  { nation, one }: Found,
  typed: Readonly<Record<string, string>>,
  kept: DueToChild | undefined,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const day = kept && calendarDay(kept.onDay)
  const page = askedPage({
    title: one.called,
    help: ['past-eighteen'],
    child,
    back: backTo(child, nation),
    intro: [one.about, `Owed by: ${one.owedBy}. Source: ${one.source}.`],
    asks: DUE_ASKS,
    typed,
    version: kept?.version ?? 0,
    problems,
    meanwhile:
      changed && kept
        ? {
            by: undefined,
            lines: [
              { label: 'What came of it:', text: DUE_STATES[kept.state] },
              { label: 'Since:', text: day ? inWords(day) : '' },
            ],
          }
        : undefined,
  })
  return askedAnswer(page)
}
