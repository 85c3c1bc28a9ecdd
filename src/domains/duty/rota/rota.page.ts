import { londonDayAndTime } from '#kernel/london-time.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { alwaysAnswered } from '../duty.queries.ts'
import { gapsIn } from '../duty.rules.ts'
import { wouldLeaveBy } from '../told.rules.ts'
import { readAlways, readTurn } from './rota.form.ts'
import { addTurn, endTurn, giveNumber, staffForDuty, turnsFrom } from './rota.queries.ts'

const url = '/duty/rota'
const may = 'duty.set'
const TOLD_WORDS = {
  both: 'Also told by text and e-mail',
  text: 'Also told by text',
  email: 'Also told by e-mail',
  screen: 'Told on the screen only',
} as const
const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000

/** Who is there when, the number that is always answered, and when nobody would be there. */
export const seeRota: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'duty.rota.see' },
  answer: (visit) => shown(visit, 200, []),
}

export const setRota: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'duty.rota.set' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, form } = visit
    const doing = textOf(form, 'do')
    if (doing === 'end') {
      const turns = await turnsFrom(tx, actor.organisationId, now)
      const turn = turns.find((t) => t.id === textOf(form, 'turn'))
      if (turn && (await endTurn(tx, turn.id, versionOf(form), now))) {
        return { kind: 'redirect', to: url }
      }
      const text = 'Nothing was changed: this turn changed meanwhile. Look again'
      return shown(visit, 409, [{ field: 'person', text }])
    }
    if (doing === 'always') {
      const read = readAlways(form)
      if ('problems' in read) return shown(visit, 422, read.problems)
      await giveNumber(tx, actor.organisationId, read.value, now)
      return { kind: 'redirect', to: url }
    }
    const read = readTurn(form, now)
    if ('problems' in read) return shown(visit, 422, read.problems)
    const people = await staffForDuty(tx)
    if (!people.some((p) => p.id === read.value.person)) {
      return shown(visit, 422, [{ field: 'person', text: 'Choose somebody from the list' }])
    }
    await addTurn(tx, actor.organisationId, read.value)
    return { kind: 'redirect', to: url }
  },
}

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx, actor, now } = visit
  const turns = await turnsFrom(tx, actor.organisationId, now)
  const gaps = gapsIn(turns, now, new Date(now.getTime() + TWO_WEEKS))
  const typed = typedIn(visit.form)
  const order = ['Asked first', 'Asked second', 'Asked third']
  return {
    kind: 'view',
    status,
    template: 'domains/duty/rota/rota.njk',
    model: {
      page: {
        title: 'The rota',
        turns: turns.map((t) => ({
          id: t.id,
          name: t.name,
          phone: t.phone,
          told: TOLD_WORDS[wouldLeaveBy(t, visit.sends)],
          when: `${londonDayAndTime(t.from)} to ${londonDayAndTime(t.until)}`,
          order: order[t.place - 1] ?? 'Asked later',
          version: t.version,
        })),
        gaps: gaps.map((g) => `${londonDayAndTime(g.from)} to ${londonDayAndTime(g.until)}`),
        sends: visit.sends,
        always: await alwaysAnswered(tx, actor.organisationId, now),
        people: [
          { value: '', text: 'Choose a person', selected: false },
          ...(await staffForDuty(tx)).map((p) => ({
            value: p.id,
            text: p.name,
            selected: typed['person'] === p.id,
          })),
        ],
        order: order.map((text, n) => ({
          value: String(n + 1),
          text,
          checked: (typed['place'] ?? '1') === String(n + 1),
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}
