import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, meg, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { changesNothing, readHolidays } from './holidays-file.form.ts'
import { holidayChange } from './holidays.queries.ts'

const URL = '/clock-rules/bank-holidays/load'
const DAYS = ['01-01', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']

/** A list as gov.uk publishes it: a year of ten days, some named otherwise. */
function list(year: number, more: Readonly<Record<string, string>> = {}, days = DAYS) {
  const events = (extra: readonly string[]) =>
    [...days, ...extra].map((d) => ({
      title: more[d] ?? 'A day',
      date: `${year}-${d}`,
      notes: '',
      bunting: true,
    }))
  return JSON.stringify({
    'england-and-wales': { division: 'england-and-wales', events: events([]) },
    scotland: { division: 'scotland', events: events(['01-02']) },
    'northern-ireland': { division: 'northern-ireland', events: events(['03-17', '07-12']) },
  })
}

describe('bank holidays that are published later', () => {
  let w: World
  const stand = async (division: string, year: number) => {
    const { rows } = await sql<{ on: string; withdrawn: boolean }>`
      select on_day::text as "on", withdrawn_at is not null as withdrawn from waymark.nation_holiday
      where division = ${division} and year = ${year} order by on_day`.execute(w.db)
    return rows
  }
  before(async () => {
    w = await world()
    w.setClock(new Date('2032-11-25T10:00:00Z'))
    await w.signIn()
  })

  it('are read as gov.uk publishes them, with a sentence where it is something else', () => {
    for (const [text, sentence] of [
      ['', /Paste the content/],
      ['{"scotland": 1}', /not the list as gov\.uk publishes it/],
      ['<html>', /not the list as gov\.uk/],
      [list(2033).replace('2033-12-25', '2033-02-30'), /2033-02-30 is not a day/],
      [list(2033, {}, [...DAYS, '12-25']), /stands in it twice/],
    ] as const) {
      const read = readHolidays(text)
      assert.match('problem' in read ? read.problem : '', sentence)
    }
    const part = readHolidays(list(2033, {}, ['01-01', '12-25']))
    assert.ok('list' in part)
    assert.equal(part.list.days.length, 0, 'a year that is not whole is left out')
    assert.equal(part.list.inPart.length, 3)
  })

  it('are shown before anything is kept, and kept when an administrator says so', async () => {
    const look = await w.post(zoe, URL, { do: 'look', list: list(2033) })
    assert.equal(look.statusCode, 200)
    assert.match(look.payload, /Scotland: 2033[\s\S]*Scotland: 2 January 2033, A day/)
    assert.deepEqual(await stand('scotland', 2033), [])
    assert.equal((await w.post(zoe, URL, { do: 'keep', list: list(2033) })).statusCode, 303)
    assert.equal((await stand('scotland', 2033)).length, 9)
    assert.match(
      (await w.get(ada, '/clock-rules/bank-holidays?nation=scotland')).payload,
      /2 January 2033/,
    )
  })

  it('change nothing the second time, and withdraw a day that was moved without losing it', async () => {
    const again = await w.post(zoe, URL, { do: 'look', list: list(2033) })
    assert.match(again.payload, /every day of it is known already/)
    const moved = list(
      2033,
      {},
      DAYS.map((d) => (d === '05-01' ? '05-02' : d)),
    )
    const look = await w.post(zoe, URL, { do: 'look', list: moved })
    assert.match(look.payload, /not counted from now on[\s\S]*England and Wales: 1 May 2033/)
    await w.post(zoe, URL, { do: 'keep', list: moved })
    const days = await stand('england_and_wales', 2033)
    assert.equal(days.find((d) => d.on === '2033-05-01')?.withdrawn, true)
    assert.equal(days.find((d) => d.on === '2033-05-02')?.withdrawn, false)
    const { rows } = await sql<{ due: string }>`
      select waymark.day_counted((select id from waymark.organisation where code = 'NORTHMERE'), '2033-04-29', 2, 'working_days')::text as due`.execute(
      w.db,
    )
    assert.equal(rows[0]?.due, '2033-05-04', 'Monday the second is closed')
    const back = readHolidays(list(2033))
    assert.ok('list' in back)
    assert.equal(changesNothing(await w.acting(zoe, (tx) => holidayChange(tx, back.list))), false)
  })

  it('keep what was pasted when it is wrong, and are loaded by nobody else', async () => {
    const wrong = await w.post(zoe, URL, { do: 'keep', list: 'Typed <i>' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Typed &lt;i&gt;/)
    for (const who of [ada, meg])
      assert.equal((await w.post(who, URL, { list: list(2034) })).statusCode, 403)
    await assert.rejects(
      w.acting(meg, (tx) =>
        sql`insert into waymark.nation_holiday_year (division, year, source, confidence) values ('scotland', 2040, 'x', 'certain')`.execute(
          tx,
        ),
      ),
    )
  })
})
