import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, gus, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const section = (payload: string) => {
  const from = payload.indexOf('id="steady"')
  return payload.slice(from, payload.indexOf('</section>', from))
}

/** The counts, by what they are called. */
const counts = (payload: string) =>
  Object.fromEntries(
    [...section(payload).matchAll(/__key">([^<]+)<\/dt><dd[^>]*>([^<]+)</g)].map((m) => [
      m[1],
      m[2],
    ]),
  )

describe('what stayed and what moved, beside peace in their own words', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    await loadProvisionalSet(w.db)
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada] })
  })

  it('says that nothing is written down, which is not nought', async () => {
    const empty = await aChild(w, { knownAs: 'Noor' })
    await w.db
      .updateTable('waymark.allocation')
      .set({ part: 'other' })
      .where('child_id', '=', empty)
      .execute()
    const { payload } = await w.get(ada, `/children/${empty}/picture`)
    assert.deepEqual(
      new Set(Object.values(counts(payload))),
      new Set(['Nothing is written down about this']),
    )
    assert.match(section(payload), /Noor has not said/)
  })

  it('counts moves from what happened, in the last twelve months, and shows them all in order', async () => {
    await sql`
      insert into waymark.care_episode (child_id, organisation_id, began_on, ended_on, began_because, placement, said_in)
      select ${child}, c.organisation_id, e.began_on::date, e.ended_on::date, e.because, 'U4', 2026 from waymark.child c,
        (values ('2024-02-01', '2025-06-01', 'S'), ('2025-06-01', '2026-02-01', 'P'), ('2026-02-01', null, 'P')) e (began_on, ended_on, because)
      where c.id = ${child}`.execute(w.db)
    for (const [name, from, to] of [
      ['Hill School', '2024-03-01', '2026-01-31'],
      ['Harbour College', '2026-03-03', undefined],
    ] as const) {
      await w.db
        .insertInto('waymark.place_of_learning')
        .values({ child_id: child, kind: 'school', name, began_on: from, ended_on: to ?? null })
        .execute()
    }
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-05-01' })
      .where('child_id', '=', child)
      .execute()
    await w.db
      .insertInto('waymark.allocation')
      .values([
        { child_id: child, person_id: gus.id, part: 'key_worker', started_on: '2026-05-02' },
        { child_id: child, person_id: ada.id, part: 'social_worker', started_on: '2026-05-02' },
      ])
      .execute()
    const { payload } = await w.get(ada, `/children/${child}/picture`)
    assert.deepEqual(counts(payload), {
      'Moves to another home': '1',
      'Moves to another place of learning': '1',
      'Changes of worker': '1',
      'Days between places of learning, holidays too': '30',
    })
    const lines = [...section(payload).matchAll(/<li>([^:]+): <strong>([^<]+)</g)].map((m) => [
      m[1],
      m[2],
    ])
    assert.deepEqual(lines, [
      ['1 June 2025', 'Moved to another home'],
      ['1 February 2026', 'Moved to another home'],
      ['3 March 2026', 'Began to learn somewhere else'],
      ['2 May 2026', 'A new worker'],
    ])
    assert.doesNotMatch(section(payload), /score|in total|better|worse|improv|stable\b/i)
  })

  it('shows peace and stability from the young person’s own voice only', async () => {
    await aCheckIn(w, child, {
      at: new Date('2026-03-10T10:00:00Z'),
      answers: {
        peace: { state: 'a_little', words: 'At night' },
        stability: { state: 'changes_a_lot' },
      },
    })
    // Past the rules, as an older version might have let in.
    await aCheckIn(w, child, {
      at: new Date('2026-04-10T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      answers: { peace: { state: 'fully', words: 'Seems calm' } },
    })
    for (const { payload } of [
      await w.get(ada, `/children/${child}/picture`),
      await w.get(kit, '/me/picture'),
    ]) {
      const said = section(payload)
      assert.match(said, /10 March 2026: A little[\s\S]*At night/)
      assert.match(said, /10 March 2026: It changes a lot/)
      assert.doesNotMatch(said, /Seems calm|Fully/)
    }
  })

  it('is on the young person’s own picture in their words', async () => {
    const { payload } = await w.get(kit, '/me/picture')
    assert.equal(counts(payload)['Moves to another home'], '1')
    assert.match(
      section(payload),
      /from 25 November 2025 to 25 November 2026. No number is the right one/,
    )
    assert.doesNotMatch(section(payload), /[{}]/)
    assert.match(section(payload), /href="\/me\/learning"/)
    assert.match(section((await w.get(kit, '/me/picture?in=ar')).payload), /ما بقي وما تغير/)
  })

  it('is held by the database too: no other voice can say what only they can', async () => {
    const answer = (voice: 'practitioner' | 'young_person', code: string) =>
      w.acting(voice === 'practitioner' ? ada : kit, (tx) =>
        sql`with begun as (
          insert into waymark.check_in (child_id, framework_version_id, voice)
          select ${child}, v.id, ${voice} from waymark.framework_version v where v.status = 'live' returning id, framework_version_id)
          select 1 from begun`
          .execute(tx)
          .then(() =>
            sql`insert into waymark.check_in_answer (check_in_id, child_id, outcome_id, state)
              select i.id, i.child_id, o.id, 'fully' from waymark.check_in i
              join waymark.outcome o on o.framework_version_id = i.framework_version_id
              where i.child_id = ${child} and i.status = 'draft' and i.voice = ${voice} and o.code = ${code}`.execute(
              tx,
            ),
          ),
      )
    for (const code of ['peace', 'stability']) {
      await assert.rejects(answer('practitioner', code), /row-level security/)
    }
    assert.equal(Number((await answer('young_person', 'peace')).numAffectedRows), 1)
    assert.equal(Number((await answer('practitioner', 'learning')).numAffectedRows), 1)
  })

  it('has no column in which anybody could type how many moves there were', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      where c.table_schema = 'waymark' and c.column_name ~ '(moves|days_out|stability|steady)'`.execute(
      w.db,
    )
    assert.deepEqual(rows, [])
  })
})
