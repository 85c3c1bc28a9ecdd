import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { asActor } from '#platform/db/unit-of-work.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, ivy, joy, kit, meg, southmere } from '#tests/support/people.ts'
import { someWorries } from '#tests/support/worries.ts'
import { world, type World } from '#tests/support/world.ts'
import { NOT_TOLD } from './not-told.ts'
import { EVENTS } from './sources.ts'

const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describe('what happened, by day', () => {
  let w: World
  let child: ChildId
  let at: string

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, ben] })
    await aChild(w, { knownAs: 'Joy', organisationId: southmere, account: joy, allocatedTo: [] })
    at = `/children/${child}/chronology`
    await sql`update waymark.allocation set started_on = '2025-01-05'`.execute(w.db)
    await sql`insert into waymark.about_me (child_id, topic, words, language, said_by, said_on)
      values (${child}, 'wishes', 'Dua të këndoj =1+1', 'sq', 'child', '2025-03-02')`.execute(w.db)
    await sql`insert into waymark.place_of_learning (child_id, name, kind, began_on, said_by)
      values (${child}, 'Hill College', 'college', '2025-09-07', 'child')`.execute(w.db)
    await sql`insert into waymark.appointment (child_id, kind, state, with_whom, place, why, interpreter, starts_at, ends_at)
      values (${child}, 'visit', 'held', 'Ada', 'At home', 'To talk', 'not_needed', '2025-10-05T14:00Z', '2025-10-05T15:00Z')`.execute(
      w.db,
    )
    await someWorries(w, child, ada, meg)
    const sent = await sql<{
      id: string
    }>`insert into waymark.statement (child_id, author_id, status, audience, sent_at)
      values (${child}, ${kit.id}, 'sent', 'chosen', '2025-11-01T09:00Z') returning id`.execute(
      w.db,
    )
    await sql`insert into waymark.statement_recipient (child_id, statement_id, person_id)
      values (${child}, ${sent.rows[0]?.id}, ${ada.id})`.execute(w.db)
  })

  const eventId = async (table: string) => {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.table(`waymark.${table}`)} where child_id = ${child} limit 1`.execute(
      w.db,
    )
    return rows[0]?.id ?? ''
  }
  const markAt = async (source: string, table: string) => `${at}/${source}/${await eventId(table)}`

  it('is told by every table of a child, or says why a table tells nothing', async () => {
    const { rows } = await sql<{ name: string }>`select distinct c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
      where n.nspname = 'waymark' and c.relkind in ('r', 'p') and not c.relispartition`.execute(
      w.db,
    )
    const tables = rows.map((r) => r.name).toSorted()
    const telling = new Set(EVENTS.map((e) => e.table))
    assert.deepEqual(
      tables.filter((t) => !telling.has(t) && !Object.hasOwn(NOT_TOLD, t)),
      [],
      'give events in the domain’s chronology.rules.ts, or a reason in not-told.ts',
    )
    const named = Object.keys(NOT_TOLD)
    assert.deepEqual(
      named.filter((t) => telling.has(t) || !tables.includes(t)),
      [],
    )
  })

  it('finds each event for a mark in the table that tells it', async () => {
    const { rows } = await sql<{ code: string; table: string }>`
      select code, table_name as "table" from waymark.event_source order by 1`.execute(w.db)
    const told = EVENTS.map(({ code, table }) => ({ code, table }))
    assert.deepEqual(
      rows,
      told.toSorted((a, b) => a.code.localeCompare(b.code)),
    )
    assert.equal(new Set(EVENTS.map((e) => e.code)).size, EVENTS.length)
  })

  it('builds itself from every domain, the latest first, with their words as given', async () => {
    const { payload, statusCode } = await w.get(ada, at)
    assert.equal(statusCode, 200)
    const order = [
      'Sent something to those they chose',
      'A visit, Ada. It happened',
      'Began at Hill College (college or sixth form)',
      'What I hope for',
      'Ada Worker began as key worker',
    ].map((text) => payload.indexOf(text))
    assert.ok(
      order.every((p) => p > 0),
      JSON.stringify(order),
    )
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.match(payload, /lang="sq">Dua të këndoj =1\+1</)
    assert.match(payload, /<h2[^>]*>October 2025</)
    assert.match((await w.get(ada, `/children/${child}`)).payload, /\/chronology"/)
  })

  it('leads from each line to a page that opens for the same reader', async () => {
    for (const who of [ada, ivy, meg]) {
      const html = mainOf((await w.get(who, at)).payload)
      const links = [...html.matchAll(/<a class="govuk-link" href="([^"]+)" dir="auto"/g)]
      assert.ok(links.length > 5)
      for (const [, href = ''] of links) {
        assert.equal((await w.get(who, href)).statusCode, 200, `${who.name} ${href}`)
      }
    }
  })

  it('says to nobody what they could not open at its source', async () => {
    assert.doesNotMatch((await w.get(ben, at)).payload, /Sent something to those/)
    assert.doesNotMatch((await w.get(ivy, at)).payload, /Sent something to those/)
    assert.match((await w.get(ivy, at)).payload, /Something worried Ada Worker/)
    assert.equal((await w.get(gus, at)).statusCode, 404)
    assert.equal((await w.get(kit, at)).statusCode, 403)
  })

  it('is narrowed by kind and by days, and keeps a day that cannot be read', async () => {
    const life = (await w.get(ada, `${at}?kind=life`)).payload
    assert.match(life, /Hill College/)
    assert.doesNotMatch(mainOf(life), /What I hope for|began as key worker/)
    const march = (await w.get(ada, `${at}?from=1+3+2025&until=2+3+2025`)).payload
    assert.match(march, /What I hope for/)
    assert.doesNotMatch(mainOf(march), /Hill College|began as/)
    const odd = await w.get(ada, `${at}?from=31+2+2025&until=x%00`)
    assert.equal(odd.statusCode, 422)
    assert.match(odd.payload, /Enter a real date, like 27 3 2026[\s\S]*value="31 2 2025"/)
    const back = await w.get(ada, `${at}?from=2+3+2025&until=1+3+2025`)
    assert.match(back.payload, /not before the first/)
    for (const before of ['x', '99999999999999_x', `${'9'.repeat(13)}_${child}`, '-1_']) {
      assert.equal((await w.get(ada, `${at}?before=${before}`)).statusCode, 200)
    }
  })

  it('goes on from page to page and tells each event once', async () => {
    const long = await aChild(w, { knownAs: 'Lul' })
    await sql`insert into waymark.place_of_learning (child_id, name, kind, began_on, said_by)
      select ${long}, 'Wish number ' || n || '.', 'college', date '2025-01-01' + n / 3, 'child' from generate_series(1, 95) n`.execute(
      w.db,
    )
    const seen: string[] = []
    let next: string | undefined = `/children/${long}/chronology?kind=life`
    for (let pages = 0; next && pages < 9; pages += 1) {
      const { payload } = await w.get(ada, next)
      seen.push(
        ...[...payload.matchAll(/auto">Began at Wish number (\d+)\./g)].map(([, n = '']) => n),
      )
      next = /href="([^"]+before=[^"]+)">Earlier</.exec(payload)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(seen.length, 95)
    assert.equal(new Set(seen).size, 95)
  })

  it('is marked with why it matters, by one at a time, and the mark comes off again', async () => {
    const mark = await markAt('learning_began', 'place_of_learning')
    assert.match(
      (await w.post(ada, mark, { why: ' ', version: '0' })).payload,
      /Enter why it matters/,
    )
    const long = await w.post(ada, mark, { why: 'y'.repeat(501), version: '0' })
    assert.match(long.payload, /500 characters or fewer[\s\S]*yyyy/)
    assert.equal(
      (await w.post(ada, mark, { why: 'Their own choice', version: '0' })).statusCode,
      303,
    )
    assert.match(
      (await w.get(meg, `${at}?marked=yes`)).payload,
      /Hill College[\s\S]*Their own choice/,
    )
    assert.doesNotMatch(mainOf((await w.get(meg, `${at}?marked=yes`)).payload), /What I hope for/)
    const late = await w.post(ben, mark, { why: 'He began alone', version: '0' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Their own choice[\s\S]*He began alone/)
    assert.equal((await w.post(ben, mark, { stands: 'off', version: '1' })).statusCode, 303)
    assert.doesNotMatch((await w.get(meg, at)).payload, /Their own choice/)
    assert.equal((await w.post(ivy, mark, { why: 'x', version: '0' })).statusCode, 403)
    for (const odd of [
      `${at}/nothing/${child}`,
      `${at}/learning_began/${child}`,
      `${at}/constructor/x`,
    ]) {
      assert.equal((await w.get(ada, odd)).statusCode, 404)
    }
  })

  it('opens a mark to nobody who cannot open its event, nor what it said before', async () => {
    const mark = await markAt('sent', 'statement')
    assert.equal((await w.get(ben, mark)).statusCode, 404)
    await w.post(ada, mark, { why: 'For her only', version: '0' })
    await w.post(ada, mark, { why: 'For her alone', stands: 'yes', version: '1' })
    const read = async (who: typeof ada) => {
      const { rows } = await asActor(w.db, who.id, async (tx) =>
        sql`select m.why from waymark.chronology_mark m where m.source = 'sent'
          union all select h.was->>'why' from waymark.row_history h where h.table_name = 'chronology_mark' and h.was->>'source' = 'sent'`.execute(
          tx,
        ),
      )
      return rows.length
    }
    assert.deepEqual([await read(ada), await read(meg), await read(kit)], [2, 0, 0])
    await assert.rejects(
      w.acting(meg, (tx) =>
        tx
          .insertInto('waymark.chronology_mark')
          .values({
            child_id: child,
            source: 'sent',
            event_id: mark.split('/').at(-1) ?? '',
            voice: 'staff',
            why: 'x',
          })
          .execute(),
      ),
      /row-level security/,
    )
  })

  it('is taken away as a table that runs no formula, and on paper', async () => {
    const csv = await w.get(ada, `${at}.csv?kind=says`)
    assert.match(String(csv.headers['content-type']), /text\/csv/)
    assert.match(csv.payload, /2025-03-02,2 March 2025,What they say and want,/)
    assert.match(csv.payload, /Dua të këndoj =1\+1,sq/)
    assert.doesNotMatch(csv.payload, /Hill College/)
    const pdf = await w.get(ada, `${at}.pdf`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.ok(pdf.rawPayload.subarray(0, 5).toString() === '%PDF-')
    assert.equal((await w.get(gus, `${at}.csv`)).statusCode, 404)
    assert.match((await w.get(kit, '/me/who-looked')).payload, /copy|copied/i)
  })

  it('is theirs on their own page in plain words, without what is not for there', async () => {
    const { payload } = await w.get(kit, '/me/by-day')
    assert.match(payload, /You wrote about yourself[\s\S]*Dua të këndoj/)
    assert.match(payload, /You met Ada/)
    assert.match(payload, /Ada Worker began to work with you/)
    assert.doesNotMatch(mainOf(payload), /worried|concern|referral|missing|safe place/i)
    assert.match((await w.get(kit, '/me/record')).payload, /href="\/me\/by-day"/)
    assert.doesNotMatch((await w.get(joy, '/me/by-day')).payload, /You met Ada/)
    const pdf = await w.get(kit, '/me/by-day.pdf')
    assert.equal(pdf.headers['content-type'], 'application/pdf')
  })

  it('keeps what matters to them for them alone', async () => {
    const event = `learning_began/${await eventId('place_of_learning')}`
    assert.equal((await w.post(kit, '/me/by-day', { event })).statusCode, 303)
    assert.equal((await w.post(kit, '/me/by-day', { event })).statusCode, 303)
    const marked = (await w.get(kit, '/me/by-day?marked=yes')).payload
    assert.match(marked, /You began at Hill College[\s\S]*This matters to you/)
    assert.doesNotMatch(mainOf(marked), /You met Ada/)
    assert.doesNotMatch(mainOf((await w.get(ada, `${at}?marked=yes`)).payload), /Hill College/)
    const read = await asActor(w.db, meg.id, (tx) =>
      tx
        .selectFrom('waymark.chronology_mark')
        .select('id')
        .where('voice', '=', 'young_person')
        .execute(),
    )
    assert.deepEqual(read, [])
    const from = '/me/by-day?marked=yes'
    const off = await w.post(kit, '/me/by-day', { event, do: 'unmark', version: '1', from })
    assert.equal(off.headers.location, from)
    assert.match((await w.get(kit, from)).payload, /You have not marked anything yet/)
    assert.equal((await w.post(kit, '/me/by-day', { event: 'concern/x' })).statusCode, 404)
    assert.equal((await w.post(joy, '/me/by-day', { event })).statusCode, 404)
  })
})
