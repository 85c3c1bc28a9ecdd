import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  hal,
  harbourTeam,
  ivy,
  meg,
  northmere,
  southmere,
  sys,
} from '#tests/support/people.ts'
import { worked } from '#tests/support/processor-time.ts'
import { world, type World } from '#tests/support/world.ts'
import { review, type Reviewing } from './review.ts'

const GIVEN = [
  'Amanuel',
  'Selam',
  'Dritan',
  'Elira',
  'Minh',
  'Linh',
  'Karwan',
  'Shilan',
  'Ioana',
  'Mihai',
]
const FAMILY = [
  'Tesfay',
  'Gebre',
  'Hoxha',
  'Krasniqi',
  'Tran',
  'Pham',
  'Aziz',
  'Rashid',
  'Popescu',
  'Ionescu',
]

describe('comparing a whole register', () => {
  let w: World
  const acts = { id: sys.id, organisationId: northmere }
  const run = (ask: boolean, more: Partial<Reviewing> = {}) =>
    review(
      {
        db: w.web,
        acts,
        stopped: new AbortController().signal,
        now: () => new Date(),
        workers: 0,
        ...more,
      },
      ask,
    )
  const add = async (names: readonly string[], born: string) => {
    const id = await aChild(w, { knownAs: names[0] ?? '', bornOn: born })
    for (const name of names)
      await w.db
        .insertInto('waymark.child_name')
        .values({ child_id: id, name, kind: 'other' })
        .execute()
    return id
  }
  const pairs = async () =>
    w.db
      .selectFrom('waymark.same_child_pair')
      .select(['one_id', 'two_id', 'model_id', 'weight'])
      .execute()
  const newest = async () =>
    w.db
      .selectFrom('waymark.matching_run')
      .selectAll()
      .orderBy('asked_at', 'desc')
      .executeTakeFirstOrThrow()
  const twins: string[][] = []

  before(async () => {
    w = await world()
    for (const [n, given] of GIVEN.entries())
      for (const [m, family] of FAMILY.entries())
        await add(
          [`${given} ${family}`],
          `20${String(4 + ((n + m) % 9)).padStart(2, '0')}-0${1 + (m % 9)}-${10 + n}`,
        )
    for (const [one, two, born, other] of [
      ['ተስፋዬ ገብረመስቀል', 'Tesfaye Gebremeskel', '2008-05-17', '2007-05-17'],
      ['Nguyễn Thị Hồng Đào', 'Hong Dao Nguyen', '2009-03-12', '2009-12-03'],
      ['ڕێبین عەزیز', 'Rebin Aziz', '2007-02-03', '2007-02-03'],
    ] as const)
      twins.push([await add([one], born), await add([two], other)].toSorted())
  })

  it('compares a whole register, keeps what it learnt with a number and a day, and finds each pair once', async () => {
    const reviewed = await run(true)
    assert.equal(reviewed.state, 'done')
    assert.equal(reviewed.records, 106)
    const found = await pairs()
    for (const [one, two] of twins)
      assert.ok(
        found.some((p) => p.one_id === one && p.two_id === two),
        `${one} ${two}`,
      )
    const model = await w.db
      .selectFrom('waymark.matching_model')
      .selectAll()
      .executeTakeFirstOrThrow()
    assert.deepEqual([model.number, model.records], [1, 106])
    assert.ok(found.every((p) => p.model_id === model.id))
    const again = await run(true)
    assert.deepEqual([again.state, again.found], ['done', 0])
    assert.equal((await pairs()).length, found.length)
    const models = await w.db
      .selectFrom('waymark.matching_model')
      .select('number')
      .orderBy('number')
      .execute()
    assert.deepEqual(
      models.map((m) => m.number),
      [1, 2],
    )
    assert.match((await w.get(meg, '/same-child/runs')).payload, /version 2, on/)
  })

  it('is stopped and goes on where it was', async () => {
    const stopping = new AbortController()
    const reviewed = await run(true, {
      stopped: stopping.signal,
      piecesAtOnce: 1,
      say: (sentence) => {
        if (/Learning/.test(sentence)) stopping.abort()
      },
    })
    assert.equal(reviewed.state, 'stopped')
    const stopped = await newest()
    assert.equal(stopped.state, 'stopped')
    const models = async () =>
      (await w.db.selectFrom('waymark.matching_model').select('id').execute()).length
    const before = await models()
    // Somebody presses Stop in the browser while it compares: what it learnt stays, and the next goes on with it.
    const second = await run(true, {
      say: (sentence) => {
        if (/Learning/.test(sentence))
          void sql`update waymark.matching_run set digest = digest where id = ${stopped.id}`.execute(
            w.db,
          )
      },
    })
    assert.equal(second.state, 'done')
    assert.equal((await newest()).id, stopped.id)
    assert.equal(await models(), before + 1)
  })

  it('keeps what it learnt when it is stopped while comparing', async () => {
    // Somebody presses Stop at the very moment at which it has written down what it learnt.
    await sql`
      create function waymark.stop_when_learnt() returns trigger language plpgsql as
      $$ begin new.state := 'stopping'; return new; end $$`.execute(w.db)
    await sql`
      create trigger stop_when_learnt before update on waymark.matching_run for each row
      when (new.model_id is distinct from old.model_id) execute function waymark.stop_when_learnt()`.execute(
      w.db,
    )
    const first = await run(true)
    await sql`drop function waymark.stop_when_learnt cascade`.execute(w.db)
    assert.equal(first.state, 'stopped')
    const models = async () =>
      (await w.db.selectFrom('waymark.matching_model').select('id').execute()).length
    const before = await models()
    const row = await newest()
    assert.ok(row.model_id)
    const second = await run(true)
    assert.equal(second.state, 'done')
    assert.equal((await newest()).id, row.id)
    assert.equal(await models(), before)
  })

  it('is begun, stopped and gone on with by a manager of the whole organisation, and by nobody else', async () => {
    const runs = '/same-child/runs'
    for (const person of [ada, ivy]) assert.equal((await w.get(person, runs)).statusCode, 403)
    assert.equal((await w.get(hal, runs)).statusCode, 403)
    assert.equal((await w.post(hal, `${runs}/start`)).statusCode, 403)
    await assert.rejects(
      w.acting(hal, (tx) =>
        sql`insert into waymark.matching_run (asked_at) values (now())`.execute(tx),
      ),
    )
    assert.equal((await w.post(meg, `${runs}/start`)).statusCode, 303)
    const twice = await w.post(meg, `${runs}/start`)
    assert.equal(twice.statusCode, 409)
    assert.match(twice.payload, /under way already/)
    const { id } = await newest()
    assert.equal((await w.post(meg, `${runs}/${id}/stop`)).statusCode, 303)
    assert.equal((await newest()).state, 'stopped')
    assert.equal((await w.post(meg, `${runs}/${id}/stop`)).statusCode, 409)
    assert.match((await w.get(meg, runs)).payload, /Go on with it/)
    assert.equal((await w.post(meg, `${runs}/${id}/go-on`)).statusCode, 303)
    assert.equal((await w.post(meg, `${runs}/${randomUUID()}/go-on`)).statusCode, 409)
    assert.equal((await run(false)).state, 'done')
    assert.equal((await newest()).state, 'done')
    assert.equal((await run(false)).state, 'nothing to do')
  })

  it('stops at a word from the browser while it is at work', async () => {
    await w.post(meg, '/same-child/runs/start')
    const { id } = await newest()
    // What it learns cannot be written down before the press has arrived.
    const holding = await w.db.startTransaction().execute()
    await sql`lock table waymark.matching_model in exclusive mode`.execute(holding)
    const pressed: Promise<number>[] = []
    const press = async () => {
      const { statusCode } = await w.post(meg, `/same-child/runs/${id}/stop`)
      await holding.commit().execute()
      return statusCode
    }
    const reviewed = await run(false, {
      say: (sentence) => {
        if (/Learning/.test(sentence)) pressed.push(press())
      },
      piecesAtOnce: 1,
    })
    assert.deepEqual(await Promise.all(pressed), [303])
    assert.equal(reviewed.state, 'stopped')
    assert.equal((await newest()).state, 'stopped')
  })

  it('takes up what somebody left, and not what somebody is still at', async () => {
    await w.post(meg, '/same-child/runs/start')
    const { id } = await newest()
    const since = (minutes: number) =>
      sql`update waymark.matching_run set state = 'running', seen_at = now() - ${`${minutes} minutes`}::interval where id = ${id}`.execute(
        w.db,
      )
    await since(1)
    assert.equal((await run(false)).state, 'nothing to do')
    await since(5)
    assert.equal((await run(false)).state, 'done')
  })

  it('ends in a moment with thousands of identical records, and with a record of sixty names', async () => {
    const many = 3000
    await sql`
      with made as (
        insert into waymark.child (organisation_id, team_id, known_as, invented, opened_by)
        select ${northmere}, ${harbourTeam}, 'Mohamed Ali', true, ${ada.id} from generate_series(1, ${many}::integer) returning id)
      insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source)
      select id, '2009-01-01', '2009-01-01', 'day', 'assigned' from made`.execute(w.db)
    const names = Array.from(
      { length: 60 },
      (_, n) => `Anna${n} Bela${n} Cleo${n} Dora${n} Edda${n}`,
    )
    await add(names, '2009-01-01')
    const began = worked()
    const reviewed = await run(true)
    assert.equal(reviewed.state, 'done')
    assert.ok(worked() - began < 60_000)
    assert.ok((await pairs()).length < many * 6)
  })

  it('compares nobody of another organisation', async () => {
    const elsewhere = await aChild(w, {
      knownAs: 'Rebin Aziz',
      bornOn: '2007-02-03',
      organisationId: southmere,
    })
    await run(true)
    assert.ok((await pairs()).every((p) => p.one_id !== elsewhere && p.two_id !== elsewhere))
  })
})
