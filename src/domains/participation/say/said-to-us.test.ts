import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { aPhotograph, aRecording } from '#tests/support/media.ts'
import {
  ada,
  ann,
  ben,
  gus,
  hal,
  ivy,
  kit,
  meg,
  mia,
  sys,
  zoe,
  type TestPerson,
} from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { world, type World } from '#tests/support/world.ts'
import { pages } from '../../../pages.ts'
import { USES } from './said.rules.ts'

describe('what a young person says, for others', () => {
  let w: World
  let child: ChildId
  const said = (id: string) => `/children/${child}/said/${id}`

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
  })

  const TABLES = [
    'statement',
    'statement_part',
    'stored_file',
    'stored_file_piece',
    'statement_recipient',
  ]
  const others: readonly TestPerson[] = [ada, gus, meg, hal, ben, ivy, ann, zoe, mia, sys]

  /** What the database shows somebody of one thing said, past every page. */
  const seen = async (person: TestPerson, id: string): Promise<readonly string[]> => {
    const where: Readonly<Record<string, string>> = {
      statement: `id = '${id}'`,
      statement_part: `statement_id = '${id}'`,
      stored_file: `id in (select file_id from held)`,
      stored_file_piece: `file_id in (select file_id from held)`,
      statement_recipient: `statement_id = '${id}'`,
    }
    const { rows: held } = await sql<{ file_id: string }>`
      select file_id from waymark.statement_part where statement_id = ${id} and file_id is not null`.execute(
      w.db,
    )
    const files = held.map((h) => `('${h.file_id}'::uuid)`).join(', ') || `(null::uuid)`
    const found: string[] = []
    for (const table of TABLES) {
      const { rows } = await w.acting(person, (tx) =>
        sql
          .raw(
            `with held (file_id) as (values ${files}) select from waymark.${table} where ${where[table]}`,
          )
          .execute(tx),
      )
      if (rows.length > 0) found.push(table)
    }
    return found
  }

  it('is nobody’s while it is a draft, nor when it is thrown away: the database refuses', async () => {
    const { id, parts } = await saySomething(w, kit, [
      'Secret words',
      { photo: await aPhotograph() },
    ])
    for (const person of others.filter((p) => p !== sys)) {
      assert.deepEqual(await seen(person, id), [], person.name)
    }
    // The command line may seal the keys of files anew; what is in them it cannot open.
    assert.deepEqual(await seen(sys, id), ['stored_file'])
    await w.post(kit, `/me/say/${id}/make/words`, {
      part: parts[0] ?? '',
      version: '1',
      words: 'Other',
    })
    await w.post(kit, `/me/say/${id}`, { do: 'throw-away' })
    for (const person of [ada, meg, ivy, ben]) {
      assert.deepEqual(await seen(person, id), [], person.name)
      const { rows } = await w.acting(person, (tx) =>
        sql`select was from waymark.row_history where table_name like 'statement%'`.execute(tx),
      )
      assert.deepEqual(rows, [], `${person.name} reads earlier versions`)
    }
  })

  it('is only for those it was sent to, a manager’s and an auditor’s reach included', async () => {
    const { id, parts } = await saySomething(w, kit, [{ voice: await aRecording('webm') }], [gus])
    assert.deepEqual(await seen(gus, id), TABLES)
    for (const person of [ada, ivy, ben, ann, zoe, hal, mia]) {
      assert.deepEqual(await seen(person, id), [], person.name)
    }
    assert.deepEqual(await seen(meg, id), ['statement', 'statement_recipient'], 'that, not what')
    for (const person of [ada, meg, ivy]) {
      for (const url of [
        said(id),
        `${said(id)}/part/${parts[0]}/file`,
        `${said(id)}/part/${parts[0]}/beside`,
      ]) {
        assert.notEqual((await w.get(person, url)).statusCode, 200, `${person.name} ${url}`)
      }
    }
    const list = (await w.get(meg, `/children/${child}/said`)).payload
    assert.match(list, /Sent to others[\s\S]*Gus Guardian/)
    assert.doesNotMatch(list, /voice note/)
    assert.doesNotMatch((await w.get(ada, `/children/${child}/said`)).payload, new RegExp(id))
  })

  it('is for everyone beside them when they say so, and then for whoever comes later', async () => {
    const { id } = await saySomething(w, kit, ['For all of you'], 'everyone_beside_me')
    assert.deepEqual(await seen(meg, id), ['statement'])
    assert.match((await w.get(ada, said(id))).payload, /For all of you/)
    assert.equal((await w.get(ben, said(id))).statusCode, 404)
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: ben.id, part: 'advocate', started_on: '2026-01-05' })
      .execute()
    assert.match((await w.get(ben, said(id))).payload, /For all of you/)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-06-01' })
      .where('person_id', '=', ben.id)
      .execute()
    assert.equal((await w.get(ben, said(id))).statusCode, 404)
  })

  it('tells the young person who opened it, and a worker on the child’s page that it is there', async () => {
    const { id } = await saySomething(w, kit, ['Read me'], [ada])
    const overview = await w.get(ada, `/children/${child}`)
    assert.match(
      overview.payload,
      new RegExp(
        `${id}[\\s\\S]{0,80}In writing[\\s\\S]{0,80}To you only. You have not opened it yet`,
      ),
    )
    assert.doesNotMatch(overview.payload, /Read me/)
    assert.match(
      (await w.get(kit, `/me/say/${id}`)).payload,
      /Ada Worker[\s\S]{0,60}has not opened it yet/,
    )
    await w.get(ada, said(id))
    await w.get(ada, said(id))
    assert.match((await w.get(kit, `/me/say/${id}`)).payload, /Ada Worker[\s\S]{0,60}opened it on/)
    assert.match((await w.get(kit, '/me/who-looked')).payload, /Opened something you sent/)
  })

  it('is taken back from one person, and from everybody, at once', async () => {
    const { id, parts } = await saySomething(w, kit, [{ photo: await aPhotograph() }], [ada, gus])
    const file = `${said(id)}/part/${parts[0]}/file`
    assert.equal((await w.get(ada, file)).statusCode, 200)
    await w.post(kit, `/me/say/${id}/take-back`, { from: ada.id })
    assert.equal((await w.get(ada, file)).statusCode, 404)
    assert.equal((await w.get(gus, file)).statusCode, 200)
    await w.post(kit, `/me/say/${id}/take-back`, { because: 'not_right' })
    assert.equal((await w.get(gus, file)).statusCode, 404)
    assert.deepEqual(await seen(gus, id), ['statement', 'statement_recipient'])
    assert.match((await w.get(gus, `/children/${child}/said`)).payload, /took this back/)
    const own = await w.get(kit, `/me/say/${id}`)
    assert.match(own.payload, /You took this back on/)
    assert.match(own.payload, /<img class="wm-said__picture"/)
  })

  it('stays as it was said, whoever tries', async () => {
    const { id } = await saySomething(w, kit, ['As I said it'], [ada])
    const run = (person: TestPerson, text: string) =>
      w.acting(person, (tx) => sql.raw(text).execute(tx))
    await assert.rejects(
      run(kit, `update waymark.statement_part set words = 'x' where statement_id = '${id}'`),
      /stays as it was said/,
    )
    await assert.rejects(
      run(kit, `update waymark.statement set status = 'draft', sent_at = null where id = '${id}'`),
      /stays as it was said/,
    )
    await assert.rejects(
      run(
        kit,
        `insert into waymark.statement_recipient (statement_id, child_id, person_id) values ('${id}', '${child}', '${gus.id}')`,
      ),
      /row-level security/,
    )
    for (const text of [
      `update waymark.statement_part set words = 'x' where statement_id = '${id}'`,
      `update waymark.statement set status = 'withdrawn', withdrawn_at = now(), withdrawn_reason = 'not_said' where id = '${id}'`,
      `update waymark.consent_use set withdrawn_at = now()`,
    ]) {
      const { numAffectedRows = 0n } = await run(ada, text)
      assert.equal(numAffectedRows, 0n, text)
    }
    await assert.rejects(
      run(ada, `insert into waymark.statement (child_id) values ('${child}')`),
      /row-level security/,
    )
  })

  it('has what others write beside it, marked by whom, and the young person’s answer to that', async () => {
    const { id, parts } = await saySomething(w, kit, [{ voice: await aRecording('mp4') }], [ada])
    const at = `${said(id)}/part/${parts[0]}/beside`
    assert.match((await w.post(ada, at, { kind: 'translation' })).payload, /Enter the words/)
    const machine = {
      kind: 'translation',
      language: 'en',
      words: 'I am fine',
      madeBy: 'machine',
      who: 'OfflineMT 2',
    }
    await w.post(ada, at, machine)
    await w.post(ada, at, machine)
    await w.post(ada, at, {
      kind: 'written_down',
      language: 'ti',
      words: 'ደሓን እየ',
      madeBy: 'person',
      who: 'Selam, interpreter',
    })
    const { payload } = await w.get(ada, said(id))
    assert.equal(payload.match(/I am fine/g)?.length, 1)
    assert.match(payload, /In English by a machine \(OfflineMT 2\). Put here by Ada Worker/)
    assert.match(payload, /A machine made this. It may be wrong/)
    assert.match(payload, /lang="ti"[^>]*>ደሓን እየ/)
    assert.match(payload, /<audio/, 'the recording stays')
    const own = (await w.get(kit, `/me/say/${id}`)).payload
    const beside = /beside\/([0-9a-f-]{36})/.exec(own)?.[1] ?? ''
    await w.post(kit, `/me/say/${id}/beside/${beside}`, { words: 'I said tired' })
    await w.post(kit, `/me/say/${id}/beside/${beside}`, { words: 'I said tired' })
    const after = (await w.get(ada, said(id))).payload
    assert.match(after, /that is not what I said[\s\S]*I said tired/)
    assert.equal(after.match(/I said tired/g)?.length, 1)
    assert.match(after, /I am fine/, 'both stand')
    assert.equal((await w.get(gus, at)).statusCode, 404)
  })

  it('is opened to others only with a reason that the young person reads', async () => {
    const { id } = await saySomething(w, kit, ['He comes tonight'], [gus])
    const at = `${said(id)}/pass-on`
    assert.equal((await w.get(ada, at)).statusCode, 404, 'not by somebody it was not for')
    assert.match(
      (await w.post(meg, at, { reason: 'somebody_may_be_hurt', why: 'short' })).payload,
      /words the young person will read/,
    )
    const early = await w.post(meg, at, {
      reason: 'nobody_left_to_read',
      why: 'Gus is not here today',
    })
    assert.match(early.payload, /still stands beside them/)
    const why = 'Gus is away and Kit may get hurt tonight'
    const opened = await w.post(meg, at, { reason: 'somebody_may_be_hurt', why })
    assert.equal(opened.headers.location, said(id))
    assert.match((await w.get(meg, said(id))).payload, /He comes tonight/)
    const own = (await w.get(kit, `/me/say/${id}`)).payload
    assert.match(own, /Meg Manager opened it to Meg Manager[\s\S]*Gus is away and Kit may get hurt/)
    assert.equal((await w.get(ada, said(id))).statusCode, 404)
    await w.post(gus, at, {
      to: ada.id,
      reason: 'somebody_may_be_hurt',
      why: 'Ada is with Kit tonight',
    })
    assert.match((await w.get(ada, said(id))).payload, /He comes tonight/)
  })

  it('tells a manager when everybody who got it has left', async () => {
    const lone = await aChild(w, { knownAs: 'Lone', allocatedTo: [ada] })
    assert.match((await w.get(meg, `/children/${lone}`)).payload, /said to you/)
    const { id } = await saySomething(w, kit, ['Waiting'], [gus])
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-06-01' })
      .where('child_id', '=', child)
      .where('person_id', '=', gus.id)
      .execute()
    assert.match((await w.get(meg, `/children/${child}`)).payload, /waits with nobody/)
    assert.match(
      (await w.get(meg, `/children/${child}/said`)).payload,
      /Nobody who got it stands beside/,
    )
    const why = 'Gus has left; I ask Kit whom they want'
    await w.post(meg, `${said(id)}/pass-on`, { reason: 'nobody_left_to_read', why })
    assert.match((await w.get(meg, said(id))).payload, /Waiting/)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: null })
      .where('child_id', '=', child)
      .where('person_id', '=', gus.id)
      .execute()
  })

  it('is used for nothing unless they say so, and is gone from every place when they stop', async () => {
    const { id, parts } = await saySomething(
      w,
      kit,
      ['Quote me', { drawing: await aPhotograph('png') }],
      [gus],
    )
    const part = parts[0] ?? ''
    const uses = `/me/say/${id}/part/${part}/uses`
    const placeOf = (use: string) => `/children/${child}/said/used/${use}`
    const shownTo = async (person: TestPerson) => {
      const shown: string[] = []
      for (const use of USES) {
        if ((await w.get(person, placeOf(use))).payload.includes('Quote me')) shown.push(use)
      }
      return shown
    }
    assert.deepEqual(await shownTo(gus), [], 'not even for those it was sent to')
    for (const [n, use] of USES.entries()) {
      await w.post(kit, uses, { give: use, ...(n === 1 ? { named: use } : {}) })
      await w.post(kit, uses, { give: use })
      assert.deepEqual(await shownTo(ada), USES.slice(0, n + 1), `${use} and no other`)
    }
    assert.match((await w.get(ada, placeOf('report'))).payload, /with the name they go by/)
    assert.match((await w.get(ada, placeOf('gallery'))).payload, /without their name/)
    assert.doesNotMatch(
      (await w.get(ada, placeOf('report'))).payload,
      /wm-said__picture/,
      'each part by itself',
    )
    assert.equal((await w.get(ben, placeOf('report'))).statusCode, 404)
    for (const [n, use] of USES.entries()) {
      await w.post(kit, uses, { stop: use })
      assert.deepEqual(await shownTo(ada), USES.slice(n + 1))
      assert.deepEqual(await shownTo(gus), USES.slice(n + 1))
    }
    assert.deepEqual(await seen(ada, id), [])
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from waymark.consent_use where subject_id = ${part} and withdrawn_at is not null`.execute(
      w.db,
    )
    assert.equal(Number(rows[0]?.n), USES.length, 'that they had said yes is kept')
    await w.post(kit, uses, { give: 'report' })
    assert.deepEqual(await shownTo(ada), ['report'])
    await w.post(kit, `/me/say/${id}/take-back`, {})
    assert.deepEqual(await shownTo(ada), [], 'taking it back ends every use')
  })

  it('is read for a use in one place only, which asks whether it may be', async () => {
    const places = pages.filter((p) => /\/used\b/.test(p.url)).map((p) => `${p.method} ${p.url}`)
    assert.deepEqual(places, ['GET /children/:childId/said/used/:use'])
    // Whatever in the database reads what was said asks who may, or reads no more than that it is there.
    // A complaint's own recording is no statement: complaint_file says which independent people hear it.
    const { rows } = await sql<{ name: string }>`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'waymark' and p.prosecdef and p.prosrc ~ 'statement_part|stored_file_piece'
         and p.prosrc !~ 'part_is_open|consent_use|complaint_file' order by 1`.execute(w.db)
    assert.deepEqual(rows, [])
    const { rows: views } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'waymark' and c.relkind in ('v', 'm') and pg_get_viewdef(c.oid) ~ 'statement_part'`.execute(
      w.db,
    )
    assert.deepEqual(views, [])
  })
})
