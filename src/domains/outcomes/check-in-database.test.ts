import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { frameworkFor, keepFramework, loadProvisionalSet, provisionalSet } from './index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, gus, ivy, kit, meg, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

/** Averages, spreads, casts of a state to a number, and tables that give each state one. */
const AMOUNTS =
  /\b(avg|stddev\w*|variance|percentile_cont|width_bucket|corr)\s*\(|\bstate\s*::\s*(int|numeric|float|real|smallint|bigint)|\bstate\s+when[^;]*?then\s+[\d.]/i

/** Functions and views over what was said that would make an amount of it. */
async function makingAmounts(db: World['db']): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; body: string }>`
    select p.proname as name, pg_get_functiondef(p.oid) as body
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('waymark', 'gate') and p.prokind in ('f', 'p')
    union all
    select c.relname, pg_get_viewdef(c.oid)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'waymark' and c.relkind in ('v', 'm')`.execute(db)
  return rows
    .filter((r) => r.body.includes('check_in_answer') && AMOUNTS.test(r.body))
    .map((r) => r.name)
}

describe('what the database holds to be true of check-ins', () => {
  let w: World
  let live: string
  before(async () => {
    w = await world()
    live = await loadProvisionalSet(w.db)
  })

  const begins = (person: TestPerson, child: ChildId, voice: string, version = live) =>
    w.acting(person, (tx) =>
      tx
        .insertInto('waymark.check_in')
        .values({
          child_id: child,
          framework_version_id: version,
          voice,
          said_by_name: voice === 'carer' ? 'Ms Osei' : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )

  it('lets each voice write its own and nobody write the young person’s', async () => {
    const child = await aChild(w, { account: kit, allocatedTo: [ada, gus] })
    await begins(kit, child, 'young_person')
    await begins(ada, child, 'practitioner')
    await begins(gus, child, 'guardian')
    await begins(ada, child, 'carer')
    const refused: readonly (readonly [TestPerson, string])[] = [
      [ada, 'young_person'],
      [meg, 'young_person'],
      [ada, 'guardian'],
      [gus, 'practitioner'],
      [kit, 'practitioner'],
      [kit, 'carer'],
      [ivy, 'practitioner'],
    ]
    for (const [person, voice] of refused) {
      await assert.rejects(begins(person, child, voice), /row-level security/, person.name)
    }
    const other = await aChild(w)
    await assert.rejects(begins(kit, other, 'young_person'), /row-level security/)
  })

  it('shows a draft to its author alone, whoever else reaches the child', async () => {
    const child = await aChild(w, { knownAs: 'Noor' })
    const id = await aCheckIn(w, child, {
      voice: 'practitioner',
      author: ada,
      status: 'draft',
      answers: { 'safe-home': { state: 'mostly', words: 'Draft' } },
    })
    const sees = (person: TestPerson) =>
      w.acting(person, async (tx) => {
        const { rows } = await sql`
          select i.id from waymark.check_in i where i.id = ${id}
          union all select a.id from waymark.check_in_answer a where a.check_in_id = ${id}`.execute(
          tx,
        )
        return rows.length
      })
    assert.equal(await sees(ada), 2)
    for (const person of [meg, ivy, gus]) assert.equal(await sees(person), 0, person.name)
    const counted = await w.db.transaction().execute(async (tx) => {
      await sql`set local role waymark_statistics`.execute(tx)
      const { rows } =
        await sql`select from waymark.check_in_answer where check_in_id = ${id}`.execute(tx)
      return rows.length
    })
    assert.equal(counted, 0, 'and nothing counts it')
  })

  it('keeps what was shared as it was said, whoever tries', async () => {
    const child = await aChild(w, { knownAs: 'Noor' })
    const id = await aCheckIn(w, child, {
      voice: 'practitioner',
      author: ada,
      answers: { 'safe-home': { state: 'mostly', words: 'As said' } },
    })
    const edits = [
      sql`update waymark.check_in_answer set words = 'Tidied' where check_in_id = ${id}`,
      sql`update waymark.check_in set language = 'cy' where id = ${id}`,
      sql`update waymark.check_in set status = 'draft', shared_at = null where id = ${id}`,
    ]
    for (const edit of edits) {
      await assert.rejects(
        w.acting(ada, (tx) => edit.execute(tx)),
        /stays? as (it was|they were) said/,
      )
      await assert.rejects(edit.execute(w.db), /stays? as (it was|they were) said/)
    }
    await assert.rejects(
      w.acting(ada, (tx) => sql`delete from waymark.check_in_answer`.execute(tx)),
      /permission denied/,
    )
    const touched = await w.acting(meg, (tx) =>
      tx
        .updateTable('waymark.check_in')
        .set({ status: 'withdrawn' })
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    assert.equal(Number(touched.numUpdatedRows), 0, 'only its author takes it back')
  })

  it('holds a state or a reason, never both and never neither', async () => {
    const child = await aChild(w)
    const both = { 'safe-home': { state: 'mostly', reason: 'skipped' } }
    await assert.rejects(aCheckIn(w, child, { answers: both }), /a_state_or_a_reason/)
    await assert.rejects(
      aCheckIn(w, child, { answers: { 'safe-home': {} } }),
      /a_state_or_a_reason/,
    )
    await assert.rejects(
      aCheckIn(w, child, { answers: { 'safe-home': { state: '3' } } }),
      /check_in_answer_state_check/,
    )
  })

  it('has nothing numeric about what was said, and nothing that could make it so', async () => {
    const { rows: columns } = await sql<{ place: string }>`
      select c.relname || '.' || a.attname as place
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      where n.nspname = 'waymark' and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
        and (c.relname ~ '^(check_in|own_goal)') and t.typcategory = 'N' and a.attname <> 'version'`.execute(
      w.db,
    )
    assert.deepEqual(columns, [])
    assert.deepEqual(await makingAmounts(w.db), [])
  })

  it('gives a goal no term, no target date and no band, and a state no direction', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      where c.table_schema = 'waymark' and c.table_name in ('own_goal', 'own_goal_event', 'check_in', 'check_in_answer', 'outcome')
        and c.column_name ~ '(term|target|due|band|deadline|progress|baseline)'`.execute(w.db)
    assert.deepEqual(rows, [])
  })

  it('would see a function that turned states into amounts', async () => {
    await sql`create function waymark.composite() returns numeric language sql as
      $$ select avg(case a.state when 'fully' then 4 else 1 end) from waymark.check_in_answer a $$`.execute(
      w.db,
    )
    assert.deepEqual(await makingAmounts(w.db), ['composite'])
    await sql`drop function waymark.composite()`.execute(w.db)
  })

  it('names where something helps or stands in the way, and never lets it be the child', async () => {
    const child = await aChild(w)
    await assert.rejects(
      aCheckIn(w, child, {
        answers: { 'safe-home': { state: 'mostly', helps: { child: 'Tries harder' } } },
      }),
      /check_in_influence_level_check/,
    )
  })

  describe('with a set made for adults', () => {
    let adult: string
    before(async () => {
      const made = provisionalSet()
      adult = await keepFramework(
        w.db,
        {
          ...made,
          key: 'for-adults',
          population: { for: 'adult', ageFrom: 18, ageTo: null, labelledForUnder18: false },
        },
        true,
      )
    })

    it('refuses it for whoever may be under 18, and allows it for those who cannot be', async () => {
      const young = await aChild(w, { bornOn: '2010-05-01' })
      const unknown = await aChild(w)
      const grown = await aChild(w, { bornOn: '2000-05-01' })
      const disputed = await aChild(w, { bornOn: '2000-05-01' })
      await w.db
        .insertInto('waymark.date_of_birth_claim')
        .values({
          child_id: disputed,
          earliest: '2010-01-01',
          latest: '2010-12-31',
          precision: 'year',
          source: 'child_says',
          contested: true,
        })
        .execute()
      for (const child of [young, unknown, disputed]) {
        await assert.rejects(begins(ada, child, 'practitioner', adult), /made for adults/)
      }
      await begins(ada, grown, 'practitioner', adult)
    })

    it('cannot be chosen for whoever may be under 18, with the reason, nor past the page', async () => {
      const young = await aChild(w, { bornOn: '2011-11-25', knownAs: 'Fifteen' })
      const grown = await aChild(w, { bornOn: '2000-05-01' })
      const { rows } = await sql<{ id: string }>`
        select framework_id as id from waymark.framework_version where id = ${adult}`.execute(w.db)
      const framework = rows[0]?.id ?? ''
      const ask = await w.get(ada, `/children/${young}/outcome-set`)
      assert.match(
        ask.payload,
        /This set was made for adults and is not labelled for people under 18/,
      )
      const refused = await w.post(ada, `/children/${young}/outcome-set`, {
        framework,
        version: '0',
      })
      assert.equal(refused.statusCode, 422)
      assert.match(refused.payload, /There is a problem[\s\S]*This set was made for adults/)
      await assert.rejects(
        w.acting(ada, (tx) =>
          sql`insert into waymark.chosen_framework (child_id, framework_id) values (${young}, ${framework})`.execute(
            tx,
          ),
        ),
        /made for adults/,
      )
      const taken = await w.post(ada, `/children/${grown}/outcome-set`, { framework, version: '0' })
      assert.equal(taken.statusCode, 303)
      const used = await w.acting(ada, (tx) => frameworkFor(tx, grown, new Date()))
      assert.equal(used?.id, adult)
      const late = await w.post(meg, `/children/${grown}/outcome-set`, { framework, version: '0' })
      assert.equal(late.statusCode, 409)
      const nothing = await w.post(ada, `/children/${grown}/outcome-set`, { version: '1' })
      assert.match(nothing.payload, /Choose a set of outcomes/)
    })

    it('chooses the set made for children, for everybody', async () => {
      const grown = await aChild(w, { bornOn: '2000-05-01' })
      const chosen = await w.acting(ada, (tx) => frameworkFor(tx, grown, new Date('2026-11-21')))
      assert.equal(chosen?.id, live)
    })

    it('begins nothing under a version that is no longer in use, and keeps what was said under it', async () => {
      const child = await aChild(w, { bornOn: '2000-05-01' })
      await sql`update waymark.framework_version set status = 'retired', retired_at = now() where id = ${adult}`.execute(
        w.db,
      )
      await assert.rejects(begins(ada, child, 'practitioner', adult), /not in use/)
    })
  })

  it('refuses an answer about an outcome of another version', async () => {
    const child = await aChild(w)
    const begun = await begins(ada, child, 'practitioner')
    const { rows } = await sql<{ id: string }>`
      select id from waymark.outcome where framework_version_id <> ${live} limit 1`.execute(w.db)
    const [far] = rows
    assert.ok(far)
    await assert.rejects(
      w.acting(ada, (tx) =>
        tx
          .insertInto('waymark.check_in_answer')
          .values({ check_in_id: begun.id, child_id: child, outcome_id: far.id, state: 'mostly' })
          .execute(),
      ),
      /row-level security/,
    )
  })
})
