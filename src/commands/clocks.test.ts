import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import {
  openRecount,
  pauseClock,
  recountNext,
  resumeClock,
  startClock,
} from '#domains/clocks/index.ts'
import type { ChildId } from '#kernel/ids.ts'
import { ensureKeys } from '#platform/config/keys.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ivy, meg, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { clocksCommand } from './clocks.ts'

const counted = z.object({ clocks: z.number(), changed: z.number(), finished: z.boolean() })

describe('./waymark clocks recompute', () => {
  let w: World
  let folder: string
  let child: ChildId
  const about = Array.from({ length: 5 }, () => ({ kind: 'review', id: randomUUID() }))
  const [first = { kind: '', id: '' }] = about

  before(async () => {
    w = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-clocks-'))
    ensureKeys(folder)
    child = await aChild(w)
    for (const one of about) {
      await w.acting(ada, (tx) =>
        startClock(tx, {
          childId: child,
          rule: 'care.review-first',
          about: one,
          startedAt: new Date('2026-06-01T09:00:00Z'),
        }),
      )
    }
    const which = { rule: 'care.review-first', about: first }
    await w.acting(ada, (tx) =>
      pauseClock(tx, { ...which, at: new Date('2026-06-08T09:00:00Z'), reason: 'x' }),
    )
    await w.acting(ada, (tx) => resumeClock(tx, { ...which, at: new Date('2026-06-10T09:00:00Z') }))
  })
  after(async () => rm(folder, { recursive: true }))

  const settings = () => ({
    port: 0,
    host: '127.0.0.1',
    data: folder,
    databaseUrl: w.webUrl,
    databaseAdminUrl: undefined,
    origin: undefined,
    proxies: 0,
  })

  async function run(args: readonly string[], stopped = new AbortController().signal) {
    const [out, err]: [string[], string[]] = [[], []]
    const code = await clocksCommand.run(
      ['recompute', '--organisation', 'northmere', '--json', ...args],
      {
        settings: settings(),
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        input: new PassThrough(),
        stopped,
      },
    )
    return {
      code,
      said: err.join('\n'),
      result: out[0] ? counted.parse(JSON.parse(out[0])) : undefined,
    }
  }

  const days = async () => {
    const rows = await w.db
      .selectFrom('waymark.clock')
      .select(['about_id', 'due_on'])
      .where('child_id', '=', child)
      .execute()
    return about.map((a) => rows.find((r) => r.about_id === a.id)?.due_on)
  }
  const newHoliday = () =>
    sql`insert into waymark.nation_holiday (division, on_day, called) values ('england_and_wales', '2026-06-12', 'Announced late')`.execute(
      w.db,
    )

  it('changes nothing while no rule and no bank holiday changed', async () => {
    assert.deepEqual(await days(), [
      '2026-07-01',
      '2026-06-29',
      '2026-06-29',
      '2026-06-29',
      '2026-06-29',
    ])
    const { code, result } = await run([])
    assert.equal(code, 0)
    assert.deepEqual(result, { clocks: 5, changed: 0, finished: true })
  })

  it('can be stopped, keeps what was done, and goes on from there', async () => {
    await newHoliday()
    const now = new Date()
    const half = await w.acting(sys, async (tx) => {
      const recount = await openRecount(tx, { now, again: false })
      return recountNext(tx, recount, { now, most: 2 })
    })
    assert.equal(half?.seen, 2)
    assert.equal(half.changed, 2)
    assert.equal((await days()).filter((d) => d === '2026-06-30' || d === '2026-07-02').length, 2)
    const stopped = await run([], AbortSignal.abort())
    assert.equal(stopped.code, 1)
    assert.deepEqual(stopped.result, { clocks: 2, changed: 2, finished: false })
    const whole = await run([])
    assert.equal(whole.code, 0)
    assert.match(whole.said, /5 of 5 clocks counted/)
    assert.deepEqual(whole.result, { clocks: 5, changed: 5, finished: true })
    assert.deepEqual(await days(), [
      '2026-07-02',
      '2026-06-30',
      '2026-06-30',
      '2026-06-30',
      '2026-06-30',
    ])
  })

  it('keeps what stood before, and takes up a rule that changed', async () => {
    await sql`update waymark.clock_rule set until_day = '2026-05-31' where code = 'care.review-first'`.execute(
      w.db,
    )
    await sql`insert into waymark.clock_rule (code, nation, owed, owed_by, starts_with, counted, length, holidays, force, from_day, source, confidence)
      select code, nation, owed, owed_by, starts_with, counted, 10, holidays, force, '2026-06-01', 'New regulations', 'certain'
      from waymark.clock_rule where code = 'care.review-first'`.execute(w.db)
    assert.deepEqual((await run(['--again'])).result, { clocks: 5, changed: 5, finished: true })
    assert.deepEqual(await days(), [
      '2026-06-18',
      '2026-06-16',
      '2026-06-16',
      '2026-06-16',
      '2026-06-16',
    ])
    const { rows } = await sql<{ was: string }>`
      select h.was ->> 'due_on' as was from waymark.row_history h join waymark.clock k on k.id = h.row_id
      where h.table_name = 'clock' and k.about_id = ${about[1]?.id} order by h.version`.execute(
      w.db,
    )
    assert.deepEqual(
      rows.map((r) => r.was),
      ['2026-06-29', '2026-06-30'],
    )
  })

  it('loads bank holidays as they are published: said first, kept with --commit, and counted again', async () => {
    const events = (days: readonly string[]) => ({
      events: days.map((date) => ({ title: 'A day', date: `2031-${date}` })),
    })
    const days = ['01-01', '04-11', '04-14', '05-05', '05-26', '08-25', '12-25', '12-26']
    const file = path.join(folder, 'bank-holidays.json')
    await writeFile(
      file,
      JSON.stringify({
        'england-and-wales': events(days),
        scotland: events([...days, '01-02']),
        'northern-ireland': events([...days, '03-17', '07-14']),
      }),
    )
    const lines: string[] = []
    const load = (args: readonly string[]) =>
      clocksCommand.run(['holidays', ...args], {
        settings: settings(),
        out: (text) => lines.push(text),
        err: (text) => lines.push(text),
        input: new PassThrough(),
        stopped: new AbortController().signal,
      })
    assert.equal(await load([file]), 0)
    assert.match(
      lines.join('\n'),
      /\+ scotland 2031-01-02 A day[\s\S]*Nothing was changed: add --commit/,
    )
    const known = async () => {
      const { rows } = await sql`select from waymark.nation_holiday where year = 2031`.execute(w.db)
      return rows.length
    }
    assert.equal(await known(), 0)
    lines.length = 0
    assert.equal(await load([file, '--commit', '--json']), 0)
    assert.deepEqual(JSON.parse(lines[0] ?? ''), { years: 3, added: 27, withdrawn: 0 })
    assert.match(lines.at(-1) ?? '', /"finished":true/)
    assert.equal(await known(), 27)
    assert.equal(await load([path.join(folder, 'nothing.json')]), 1)
    assert.match(lines.join('\n'), /cannot be read/)
    await assert.rejects(load([]), /knows two words/)
  })

  it('is done by nobody but the system of the organisation itself', async () => {
    for (const who of [ada, meg, ivy]) {
      await assert.rejects(
        w.acting(who, (tx) => openRecount(tx, { now: new Date(), again: false })),
        who.name,
      )
    }
    const { code, said } = await run(['--organisation', 'nowhere'])
    assert.equal(code, 1)
    assert.match(said, /There is no organisation with the code NOWHERE\. Here are: .*NORTHMERE/)
  })
})
