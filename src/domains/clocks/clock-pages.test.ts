import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, ivy, kit, meg, type TestPerson, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
/** What a page says, without its marks and its spaces. */
const said = (html: string): string =>
  main(html)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, '’')
    .replaceAll(/\s+/g, ' ')

const day = (name: string, text: string) => {
  const [y = '', m = '', d = ''] = text.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

describe('the pages of clocks', () => {
  let w: World
  let child: ChildId
  let url: string
  const read = async (who: TestPerson, path: string) => said((await w.get(who, path)).payload)
  const newest = async () =>
    w.db
      .selectFrom('waymark.clock')
      .select(['id', 'version', 'state', 'due_on', 'started_at'])
      .where('child_id', '=', child)
      .orderBy('changed_at', 'desc')
      .executeTakeFirstOrThrow()

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit })
    url = `/children/${child}/clocks`
    w.setClock(new Date('2026-11-25T15:00:00Z'))
  })

  it('say that nothing is owed until something is written', async () => {
    assert.match(await read(ada, url), /What services owe Kit.*Nothing is written down as owed now/)
  })

  it('take an own clock: what is owed, by whom, by which day, and keep what was typed when something is wrong', async () => {
    const empty = await w.post(ada, `${url}/add`, {})
    assert.equal(empty.statusCode, 422)
    assert.match(
      empty.payload,
      /Enter what is owed[\s\S]*Enter who owes it[\s\S]*Enter the day it is owed by/,
    )
    const past = await w.post(ada, `${url}/add`, {
      owed: 'Ring <b>',
      owedBy: 'Ada',
      ...day('dueOn', '2026-11-24'),
    })
    assert.equal(past.statusCode, 422)
    assert.match(past.payload, /It must be owed by a day after it began/)
    assert.match(past.payload, /value="Ring &lt;b&gt;"/)
    const own = {
      owed: 'Ring the solicitor',
      owedBy: 'Ada Worker',
      why: 'She promised',
      ...day('dueOn', '2026-11-27'),
    }
    assert.equal((await w.post(ada, `${url}/add`, own)).statusCode, 303)
    const page = await read(gus, url)
    assert.match(
      page,
      /Ring the solicitor Who owes it: Ada Worker Since: 25 November 2026 Owed by 27 November 2026\. She promised/,
    )
    w.setClock(new Date('2026-11-28T09:00:00Z'))
    assert.match(
      await read(ada, url),
      /Was owed by 27 November 2026\. Nobody has written that it was done\./,
    )
    w.setClock(new Date('2026-11-25T15:00:00Z'))
  })

  it('change it, and show both when somebody else was faster', async () => {
    const { id, version } = await newest()
    const change = {
      owed: 'Ring the solicitor',
      owedBy: 'Gus',
      version: String(version),
      ...day('dueOn', '2026-11-30'),
    }
    assert.equal((await w.post(ada, `${url}/${id}/change`, change)).statusCode, 303)
    const late = await w.post(gus, `${url}/${id}/change`, { ...change, owedBy: 'Typed later' })
    assert.equal(late.statusCode, 409)
    assert.match(said(late.payload), /Nothing was lost.*Owed by 30 November 2026/)
    assert.match(late.payload, /value="Typed later"/)
  })

  it('stand still with a reason, go on, and give the time back to nobody twice', async () => {
    const { id } = await newest()
    const pause = { ...day('on', '2026-11-24'), why: 'x' }
    const early = await w.post(ada, `${url}/${id}/pause`, {
      ...pause,
      version: String((await newest()).version),
    })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /The day must not be before it began/)
    const ahead = await w.post(ada, `${url}/${id}/pause`, {
      ...day('on', '2026-11-26'),
      why: 'x',
      version: '1',
    })
    assert.match(ahead.payload, /must be today or earlier/)
    const now = {
      ...day('on', '2026-11-25'),
      why: 'The office is shut',
      version: String((await newest()).version),
    }
    assert.equal((await w.post(ada, `${url}/${id}/pause`, now)).statusCode, 303)
    assert.match(
      await read(ada, `${url}/${id}`),
      /Stands still for now.*When it stood still.*The office is shut/,
    )
    assert.equal((await w.post(ada, `${url}/${id}/pause`, now)).statusCode, 409)
    const on = { ...day('on', '2026-11-25'), version: String((await newest()).version) }
    assert.equal((await w.post(ada, `${url}/${id}/resume`, on)).statusCode, 303)
    assert.equal((await newest()).due_on, '2026-11-30')
  })

  it('end with what became of it, and come back when that was an error', async () => {
    const { id } = await newest()
    const stop = async (fields: Record<string, string>) =>
      w.post(ada, `${url}/${id}/stop`, {
        ...day('on', '2026-11-25'),
        version: String((await newest()).version),
        ...fields,
      })
    assert.match((await stop({ how: 'no-longer-owed' })).payload, /Enter why it is no longer owed/)
    assert.match((await stop({})).payload, /Choose what became of it/)
    assert.equal((await stop({ how: 'done' })).statusCode, 303)
    assert.match(
      await read(ada, url),
      /Nothing is written down as owed now.*Done on 25 November 2026, within its time/,
    )
    const again = await w.post(ada, `${url}/${id}/reopen`, {
      version: String((await newest()).version),
    })
    assert.equal(again.statusCode, 303)
    assert.match(await read(ada, url), /Owed by 30 November 2026/)
    assert.equal((await stop({ how: 'no-longer-owed', why: 'Another one rang' })).statusCode, 303)
    assert.match(
      await read(ada, `${url}/${id}`),
      /No longer owed, written on 25 November 2026.*Another one rang/,
    )
  })

  it('start from a rule, say where its time is from, and are counted again when it began at another time', async () => {
    const wrong = await w.post(ada, `${url}/start`, {
      rule: 'nobody.knows',
      ...day('on', '2026-02-30'),
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Choose what is owed[\s\S]*Enter the day it began/)
    const noTime = await w.post(ada, `${url}/start`, {
      rule: 'missing.return-interview',
      ...day('on', '2026-11-24'),
    })
    assert.match(noTime.payload, /Enter the time of day, like 14:30/)
    const start = { rule: 'care.review-first', ...day('on', '2026-11-24') }
    assert.equal((await w.post(ada, `${url}/start`, start)).statusCode, 303)
    const { id, version } = await newest()
    const page = await read(ada, `${url}/${id}`)
    assert.match(
      page,
      /A first review of the care plan.*The council.*Since: 24 November 2026 Owed by 22 December 2026/,
    )
    assert.match(
      page,
      /20 working days.*Being first looked after.*England and Wales.*SI 2010\/959 reg 33\(1\).*Certain/,
    )
    const correct = {
      ...day('on', '2026-11-17'),
      why: 'The order was made a week before',
      version: String(version),
    }
    const blank = await w.post(ada, `${url}/${id}/correct`, { ...correct, why: ' ' })
    assert.match(blank.payload, /Enter why/)
    assert.equal((await w.post(ada, `${url}/${id}/correct`, correct)).statusCode, 303)
    const after = await read(ada, `${url}/${id}`)
    assert.match(after, /Since: 17 November 2026 Owed by 15 December 2026/)
    assert.match(
      after,
      /What was held before Held to have begun 24 November 2026, and to be owed by 22 December 2026.*The order was made a week before/,
    )
  })

  it('are read by whoever reaches the child, and written by workers', async () => {
    const { id } = await newest()
    for (const who of [meg, ivy, gus])
      assert.equal((await w.get(who, `${url}/${id}`)).statusCode, 200, who.name)
    assert.equal((await w.get(ben, `${url}/${id}`)).statusCode, 404)
    assert.doesNotMatch((await w.get(ivy, url)).payload, /clocks\/add/)
    assert.equal((await w.post(ivy, `${url}/add`, {})).statusCode, 403)
    const other = await aChild(w)
    assert.equal((await w.get(ada, `/children/${other}/clocks/${id}`)).statusCode, 404)
    assert.equal((await w.get(ada, `${url}/not-an-id`)).statusCode, 404)
  })

  it('show staff every rule with its source, and the bank holidays by whose they are', async () => {
    const england = await read(ada, '/clock-rules')
    assert.match(
      england,
      /England.*A decision whether there are reasonable grounds.*5 working days/,
    )
    assert.match(england, /First Responder Toolkit \(April 2026\) s5/)
    assert.match(england, /45 days.*A positive.*From 1 April 2009 to 29 January 2023 only/)
    assert.match(england, /45 days.*The referral is received.*The local panel/)
    const scotland = await read(zoe, '/clock-rules?nation=scotland')
    assert.match(scotland, /A child protection planning meeting.*28 days/)
    assert.doesNotMatch(scotland, /first review of the care plan/)
    const holidays = await read(ada, '/clock-rules/bank-holidays?nation=scotland')
    assert.match(
      holidays,
      /After 2027 they are not known yet.*15 June 2026: World Cup bank holiday/,
    )
    assert.match(await read(ada, '/clock-rules?nation=nowhere'), /England/)
    assert.equal((await w.get(kit, '/clock-rules')).statusCode, 403)
  })

  it('let an administrator add a rule with its source, and end it; never one that puts law aside', async () => {
    const rule = {
      about: 'concern.second-look',
      owed: 'A second look at a concern',
      owedBy: 'The duty manager',
      startsWith: 'The concern is recorded',
      counted: 'hours',
      length: '4',
      force: 'good_practice',
      source: 'Northmere practice note 12',
      confidence: 'certain',
      ...day('fromDay', '2026-11-01'),
    }
    const bad = await w.post(zoe, '/clock-rules/add', { ...rule, length: '4.5', source: '' })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.payload, /Enter where that is written[\s\S]*as a whole number from 1 to 1200/)
    const law = await w.post(zoe, '/clock-rules/add', { ...rule, about: 'care.review-first' })
    assert.match(law.payload, /Choose which clock it is/)
    assert.equal((await w.post(zoe, '/clock-rules/add', rule)).statusCode, 303)
    assert.match(
      (await w.post(zoe, '/clock-rules/add', rule)).payload,
      /begins on that day already/,
    )
    assert.match(
      await read(ada, '/clock-rules'),
      /4 hours , counted from: The concern is recorded \. Who owes it: [^.]*\. A rule of your organisation/,
    )
    assert.equal((await w.get(ada, '/clock-rules/add')).statusCode, 403)
    await w.post(ada, `${url}/start`, {
      rule: 'concern.second-look',
      ...day('on', '2026-11-25'),
      time: '9.15',
    })
    assert.match(
      await read(ada, url),
      /The duty manager Since: 25 November 2026 at 9:15am Was owed by 25 November 2026 at 1:15pm/,
    )
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.clock_rule where organisation_id is not null`.execute(w.db)
    const end = `/clock-rules/${rows[0]?.id}/end`
    assert.match(
      (await w.post(zoe, end, day('untilDay', '2026-10-01'))).payload,
      /must not end before it begins/,
    )
    assert.equal((await w.post(zoe, end, day('untilDay', '2026-11-30'))).statusCode, 303)
    assert.equal((await w.get(zoe, end)).statusCode, 404)
  })

  it('speak of who owes what, and never of the child as late', async () => {
    const { rows } = await sql<{ words: string }>`
      select owed || '. ' || owed_by || '. ' || starts_with || '. ' || coalesce(note, '') as words from waymark.clock_rule`.execute(
      w.db,
    )
    const blame =
      /\b(overdue|late|missed|failed|breach|non-?engag|refus(ed|es) to engage|did not attend|deadline)\b/i
    for (const { words } of rows) assert.doesNotMatch(words, blame)
    const { rows: owers } = await sql<{
      by: string
    }>`select distinct owed_by as by from waymark.clock_rule`.execute(w.db)
    for (const { by } of owers) assert.doesNotMatch(by, /^(the )?(child|young person|they|them)$/i)
    w.setClock(new Date('2027-03-01T09:00:00Z'))
    for (const path of [url, `${url}/${(await newest()).id}`, '/clock-rules']) {
      const text = await read(ada, path)
      assert.doesNotMatch(text, blame, path)
      assert.doesNotMatch(text, /Kit (owes|has not|did not|is after)/, path)
    }
    w.setClock(undefined)
  })
})
