import { inWords } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { DIVISION_NAMES } from '../bank-holidays.rules.ts'
import {
  changesNothing,
  type HolidayChange,
  type HolidayList,
  type ListedDay,
  readHolidays,
} from './holidays-file.form.ts'
import { holidayChange, loadHolidays } from './holidays.queries.ts'

const url = '/clock-rules/bank-holidays/load'
const may = 'clock-rules.add'

/** Bank holidays that are published later: the list is pasted, looked at, and then kept. */
const ask: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'clock-rules.ask' },
  answer: () => Promise.resolve(shown({ text: '' })),
}

const load: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'clock-rules.holidays' },
  async answer(visit): Promise<Answer> {
    const text = textOf(visit.form, 'list')
    const read = readHolidays(text)
    if ('problem' in read) return shown({ text, problem: read.problem })
    if (textOf(visit.form, 'do') === 'keep') return keep(visit, read.list)
    return shown({ text, list: read.list, change: await holidayChange(visit.tx, read.list) })
  },
}

async function keep(visit: Visit, list: HolidayList): Promise<Answer> {
  const { add, withdraw, years } = await loadHolidays(visit.tx, list, visit.now)
  visit.note({
    days: String(add.length),
    withdrawn: String(withdraw.length),
    years: String(years.length),
  })
  return { kind: 'redirect', to: '/clock-rules/bank-holidays' }
}

export const loadHolidayPages: readonly Page[] = [ask, load]

type Given = {
  readonly text: string
  readonly problem?: string
  readonly list?: HolidayList
  readonly change?: HolidayChange
}

function shown({ text, problem, list, change }: Given): Answer {
  return {
    kind: 'view',
    status: problem === undefined ? 200 : 422,
    template: 'domains/clocks/load-holidays/load-holidays.njk',
    model: {
      page: {
        title: 'Load bank holidays',
        text,
        problem,
        change: change && {
          nothing: changesNothing(change),
          years: change.years.map((y) => `${DIVISION_NAMES[y.division]}: ${y.year}`),
          add: change.add.map(dayLine),
          withdraw: change.withdraw.map(dayLine),
          inPart: (list?.inPart ?? []).map((y) => `${DIVISION_NAMES[y.division]}: ${y.year}`),
        },
      },
    },
  }
}

const dayLine = (d: ListedDay): string =>
  `${DIVISION_NAMES[d.division]}: ${inWords(d.on)}, ${d.called}`
