import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { systemEvents } from '#domains/processes/index.ts'
import { trustedId } from '#kernel/ids.ts'
import { ensureKeys } from '#platform/config/keys.ts'
import { aChild } from '#tests/support/builders.ts'
import { importing } from '#tests/support/import-command.ts'
import { ada, ivy, meg, mia, northmere, southmere, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const root = path.resolve(import.meta.dirname, '../..')
const fixtures = path.join(root, 'src/domains/exchange/ssda903/fixtures')
const in2024 = path.join(fixtures, '2024')
const in2025 = path.join(fixtures, '2025')

describe('./waymark import ssda903', () => {
  let w: World
  let folder: string
  let run: ReturnType<typeof importing>['run']
  let counted: ReturnType<typeof importing>['counted']

  before(async () => {
    w = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-import-'))
    ensureKeys(folder)
    ;({ run, counted } = importing(w, folder))
  })
  after(async () => rm(folder, { recursive: true }))

  const numberOfRows = async (table: string) => {
    const { rows } = await sql<{
      n: string
    }>`select count(*) as n from ${sql.table(table)}`.execute(w.db)
    return Number(rows[0]?.n)
  }
  const childWith = async (number: string) => {
    const { rows } = await sql<{ id: string }>`
      select child_id as id from waymark.child_identifier where kind = 'la_child_id' and value = ${number}`.execute(
      w.db,
    )
    return trustedId<'child'>(rows[0]?.id ?? assert.fail(`no record for ${number}`))
  }

  it('previews by default and leaves nothing behind', async () => {
    const counts = await counted(in2024, '--organisation', 'northmere')
    assert.deepEqual(counts, {
      children: 12,
      opened: 12,
      matched: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
    })
    for (const table of ['child', 'import_run', 'import_row', 'import_child', 'care_episode']) {
      assert.equal(await numberOfRows(`waymark.${table}`), 0, table)
    }
    const { out } = await run('ssda903', in2024, '--organisation', 'NORTHMERE')
    assert.match(out, /Records to open +12/)
    assert.match(out, /Nothing was changed/)
  })

  it('takes the whole return in with --commit, and again changes nothing', async () => {
    const first = await counted(in2024, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual([first.opened, first.refused], [12, 0])
    assert.deepEqual(
      {
        child: await numberOfRows('waymark.child'),
        care_episode: await numberOfRows('waymark.care_episode'),
        care_review: await numberOfRows('waymark.care_review'),
        missing_period: await numberOfRows('waymark.missing_period'),
        worker_episode: await numberOfRows('waymark.worker_episode'),
        import_row: await numberOfRows('waymark.import_row'),
      },
      {
        child: 12,
        care_episode: 16,
        care_review: 11,
        missing_period: 4,
        worker_episode: 4,
        import_row: 0,
      },
    )
    const again = await counted(in2024, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual(again, {
      children: 12,
      opened: 0,
      matched: 12,
      changed: 0,
      unchanged: 12,
      refused: 0,
    })
    assert.equal(await numberOfRows('waymark.row_history'), 0)
    const xml = await counted(path.join(fixtures, 'return-2024.xml'), '--organisation', 'NORTHMERE')
    assert.deepEqual([xml.opened, xml.changed, xml.unchanged], [0, 0, 12])
  })

  it('opens a record under a stand-in, since a return has no names, and makes it findable', async () => {
    const id = await childWith('WM1001')
    const child = await w.acting(meg, (tx) =>
      tx.selectFrom('waymark.child').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    assert.deepEqual([child.known_as, child.name_known], ['Child WM1001', false])
    const { rows } = await w.acting(meg, (tx) =>
      sql`select * from waymark.find_children('[[["i:A100000000001"]]]'::jsonb, 5)`.execute(tx),
    )
    assert.equal(rows.length, 1)
  })

  it('writes down who did it and which records it opened, in the same transaction', async () => {
    const { rows } = await sql<{ actor_id: string; shown: string[]; detail: { opened: number } }>`
      select actor_id, shown, detail from waymark.audit_entry
      where action = 'return.import' order by id limit 1`.execute(w.db)
    assert.deepEqual(
      [rows[0]?.actor_id, rows[0]?.shown.length, rows[0]?.detail.opened],
      [sys.id, 12, 12],
    )
  })

  it('updates with next year’s return, and shows a disagreement as a claim beside the other', async () => {
    const counts = await counted(in2025, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual([counts.children, counts.opened, counts.matched], [12, 1, 11])
    assert.ok(counts.changed > 0)
    const claims = await w.acting(meg, async (tx) =>
      tx
        .selectFrom('waymark.date_of_birth_claim')
        .select(['earliest', 'contested'])
        .where('child_id', '=', await childWith('WM1006'))
        .orderBy('earliest')
        .execute(),
    )
    assert.deepEqual(claims, [
      { earliest: '2010-03-17', contested: true },
      { earliest: '2010-05-17', contested: false },
    ])
    const events = await w.acting(meg, async (tx) => systemEvents(tx, await childWith('WM1001')))
    assert.deepEqual(
      events.filter((e) => e.kind === 'move' || e.kind === 'new-worker').map((e) => e.on),
      ['2023-06-12', '2024-01-04', '2024-07-18', '2025-02-01'],
    )
    const again = await counted(in2025, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual([again.opened, again.changed, again.unchanged], [0, 0, 12])
  })

  it('keeps what a row said before', async () => {
    const id = await childWith('WM1001')
    const { rows } = await sql<{ was: { ended_on: string | null } }>`
      select was from waymark.row_history where table_name = 'care_episode' and child_id = ${id}`.execute(
      w.db,
    )
    assert.deepEqual(
      rows.map((r) => r.was.ended_on),
      [null],
    )
  })

  it('keeps apart where a child lives and who came unaccompanied', async () => {
    const id = await childWith('WM1005')
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: id, person_id: ada.id, part: 'social_worker' })
      .execute()
    const files = async (person: typeof ada) => {
      const { rows } = await w.acting(person, (tx) =>
        sql<{ file: string }>`
          select distinct file from waymark.return_row where child_id = ${id} order by 1`.execute(
          tx,
        ),
      )
      return rows.map((r) => r.file)
    }
    assert.deepEqual(await files(meg), ['episode_place', 'header', 'oc2', 'prev_perm', 'uasc'])
    assert.deepEqual(await files(ada), ['header', 'oc2', 'prev_perm'])
    assert.deepEqual(await files(mia), [])
    assert.ok((await files(ivy)).includes('uasc'))
  })

  it('is another council’s own affair', async () => {
    const counts = await counted(in2024, '--organisation', 'SOUTHMERE')
    assert.deepEqual([counts.opened, counts.matched], [12, 0])
  })

  it('gives the refused rows back with reasons, and uses the others', async () => {
    const mixed = path.join(folder, 'mixed')
    await cp(in2025, mixed, { recursive: true })
    const header = await readFile(path.join(mixed, 'header.csv'), 'utf8')
    await writeFile(path.join(mixed, 'header.csv'), header.replace('02/07/2011', '02/13/2011'))
    const rejected = path.join(folder, 'rejected.csv')
    const plan = path.join(folder, 'plan.csv')
    const files = ['--rejected', rejected, '--plan', plan]
    const counts = await counted(mixed, '--organisation', 'NORTHMERE', ...files)
    // The header row, and the episode, review, worker, missing period and previous permanence of that child.
    assert.equal(counts.refused, 6)
    assert.deepEqual([counts.children, counts.unchanged], [12, 11])
    assert.equal((await readFile(plan, 'utf8')).trim().split('\r\n').length, 12)
    const file = await readFile(rejected, 'utf8')
    assert.equal(file.trim().split('\r\n').length, 7)
    assert.match(
      file,
      /"header.csv","13","WM1013","DOB","Row 13 of header.csv: DOB is “02\/13\/2011”/,
    )
  })

  it('meets a child again under a new number by the pupil number, unless the birth speaks against it', async () => {
    const renumbered = path.join(folder, 'renumbered')
    await cp(in2025, renumbered, { recursive: true })
    for (const name of await readdir(renumbered)) {
      const text = await readFile(path.join(renumbered, name), 'utf8')
      // WM1002 has the same birth as before; WM1003 now has another.
      const changed = text
        .replaceAll('WM1002', 'WM2002')
        .replaceAll('WM1003', 'WM2003')
        .replaceAll(/^(WM2003,.*)30\/11\/2009/gm, '$130/11/2010')
      await writeFile(path.join(renumbered, name), changed)
    }
    const counts = await counted(renumbered, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual([counts.opened, counts.changed, counts.unchanged], [1, 1, 10])
    const numbers = async (number: string) =>
      w.db
        .selectFrom('waymark.child_identifier')
        .select(['kind', 'value'])
        .where('child_id', '=', await childWith(number))
        .where('organisation_id', '=', northmere)
        .orderBy('value')
        .execute()
    assert.deepEqual(await numbers('WM1002'), [
      { kind: 'upn', value: 'A100000000002' },
      { kind: 'la_child_id', value: 'WM1002' },
      { kind: 'other', value: 'WM2002' },
    ])
    assert.deepEqual(await numbers('WM2003'), [{ kind: 'la_child_id', value: 'WM2003' }])
    const again = await counted(renumbered, '--organisation', 'NORTHMERE', '--commit')
    assert.deepEqual([again.opened, again.changed, again.unchanged], [0, 0, 12])
  })

  it('stops, with nothing changed, at a number that a record out of reach holds', async () => {
    const elsewhere = await aChild(w, { organisationId: southmere })
    const held = {
      child_id: elsewhere,
      organisation_id: northmere,
      kind: 'la_child_id',
      value: 'WM9000',
    }
    await w.db.insertInto('waymark.child_identifier').values(held).execute()
    const one = path.join(folder, 'one')
    await mkdir(one)
    await writeFile(
      path.join(one, 'header.csv'),
      'CHILD,SEX,DOB,ETHNIC,UPN\nWM8999,M,01/01/2012,WBRI,UN1\nWM9000,M,01/01/2012,WBRI,UN1\n',
    )
    const children = await numberOfRows('waymark.child')
    const { code, err } = await run(
      'ssda903',
      one,
      '--organisation',
      'NORTHMERE',
      '--year',
      '2025',
      '--commit',
    )
    assert.equal(code, 1)
    assert.match(err, /belongs to a record this organisation cannot see/)
    assert.equal(await numberOfRows('waymark.child'), children)
  })

  it('says one sentence for a return that cannot be read, with exit code 1', async () => {
    const nothing = await run(
      'ssda903',
      path.join(folder, 'nowhere'),
      '--organisation',
      'NORTHMERE',
      '--json',
    )
    assert.equal(nothing.code, 1)
    assert.match(nothing.err, /There is no file or folder called nowhere/)
    assert.deepEqual(Object.keys(JSON.parse(nothing.out)), ['problem', 'committed'])
    const stranger = await run('ssda903', in2024, '--organisation', 'NOWHERE')
    assert.equal(stranger.code, 1)
    assert.match(
      stranger.err,
      /no organisation with the code NOWHERE. Here are: NORTHMERE, SOUTHMERE/,
    )
  })

  it('says how to call it when it is called otherwise', async () => {
    await assert.rejects(run('ssda903', in2024), /Say whose return it is/)
    await assert.rejects(run('census', in2024, '--organisation', 'X'), /Say what to import/)
    await assert.rejects(
      run('ssda903', in2024, '--organisation', 'X', '--year', '18'),
      /--year takes/,
    )
  })

  it('leaves no trace when it is killed half way through writing', async () => {
    const held = await numberOfRows('waymark.child')
    const blocker = await w.db.startTransaction().execute()
    let killed = false
    try {
      // Reviews are written after records and episodes: the import stops there and waits.
      await sql`lock table waymark.care_review in exclusive mode`.execute(blocker)
      const child = spawn(
        process.execPath,
        ['src/main.ts', 'import', 'ssda903', in2024, '--organisation', 'SOUTHMERE', '--commit'],
        {
          cwd: root,
          env: { DATABASE_URL: w.webUrl, WAYMARK_DATA: folder },
          stdio: 'ignore',
        },
      )
      const gone = once(child, 'exit')
      // However long a busy machine takes to start it: it ends by itself only if it never meets the lock.
      while (!killed && child.exitCode === null) {
        const { rows } = await sql`
          select from pg_locks where not granted and relation = 'waymark.care_review'::regclass`.execute(
          w.db,
        )
        if (rows.length > 0) killed = child.kill('SIGKILL')
        else await wait(50)
      }
      await gone
    } finally {
      await blocker.rollback().execute()
    }
    assert.equal(killed, true)
    const stillWriting = async () => {
      const { rows } = await sql`
        select from pg_stat_activity where usename = 'waymark_web' and datname = current_database()
          and state <> 'idle' and query like '%care_review%'`.execute(w.db)
      return rows.length > 0
    }
    while (await stillWriting()) await wait(50)
    assert.equal(await numberOfRows('waymark.child'), held)
    const later = await counted(in2024, '--organisation', 'SOUTHMERE', '--commit')
    assert.equal(later.opened, 12)
  })
})
