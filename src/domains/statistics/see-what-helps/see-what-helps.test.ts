import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ann, meg, mia, southmere } from '#tests/support/people.ts'
import { aCheckIn, type Published, publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'
import { countArea } from '../area.queries.ts'
import { getAreaFramework } from '../framework.queries.ts'
import { DIRECTIONS, INFLUENCE_LEVELS, noInfluences } from '../influences.rules.ts'
import { reportingYear } from '../reporting-year.rules.ts'

const NOW = new Date('2026-11-21T10:30:00Z')
const CODES = ['zebra', 'apple', 'mango', 'told']
const NAMES = DIRECTIONS.flatMap((d) => INFLUENCE_LEVELS.map((l) => `${d} ${l}`))

type Entry = {
  readonly at: string
  readonly voice: 'young_person' | 'practitioner'
  readonly status: 'shared' | 'withdrawn' | 'draft'
  readonly said: Readonly<Record<string, string>>
  readonly named: Readonly<Record<string, readonly string[]>>
  readonly takenOut: boolean
}

const answer = fc.constantFrom('mostly', 'fully', 'not_at_all', 'reason:skipped', 'nothing')
const entry: fc.Arbitrary<Entry> = fc.record({
  at: fc.constantFrom('2026-03-30T10:00:00Z', '2026-05-01T10:00:00Z', '2026-10-01T10:00:00Z'),
  voice: fc.constantFrom('young_person', 'young_person', 'young_person', 'practitioner'),
  status: fc.constantFrom('shared', 'shared', 'shared', 'withdrawn', 'draft'),
  said: fc.record(Object.fromEntries(CODES.map((code) => [code, answer]))),
  named: fc.record(Object.fromEntries(CODES.map((code) => [code, fc.subarray(NAMES)]))),
  takenOut: fc.boolean(),
})

/** The plain recount: each child's latest shared answer of the year, in their own voice. */
function recount(children: readonly (readonly Entry[])[], code: string) {
  const found = noInfluences()
  for (const entries of children) {
    const latest = entries
      .filter((e) => e.voice === 'young_person' && e.status === 'shared' && e.at >= '2026-04-01')
      .filter((e) => e.said[code] !== 'nothing')
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
    if (!latest || latest.said[code]?.startsWith('reason:') || latest.takenOut) continue
    for (const name of latest.named[code] ?? []) {
      for (const d of DIRECTIONS) {
        for (const l of INFLUENCE_LEVELS) if (name === `${d} ${l}`) found[d][l] += 1
      }
    }
  }
  return found
}

async function keep(w: World, framework: Published, child: string, e: Entry): Promise<void> {
  const said = Object.fromEntries(Object.entries(e.said).filter(([, a]) => a !== 'nothing'))
  await aCheckIn(w, framework, child, e.at, said, { voice: e.voice, status: e.status })
  await sql`
    insert into waymark.check_in_influence (check_in_id, child_id, outcome_id, direction, level, taken_out, private_to)
    select i.id, i.child_id, o.id, split_part(n, ' ', 1), split_part(n, ' ', 2), ${e.takenOut}, null
    from (select id, child_id, framework_version_id from waymark.check_in where child_id = ${child} order by changed_at desc limit 1) i
    join waymark.outcome o on o.framework_version_id = i.framework_version_id
    cross join lateral jsonb_array_elements_text(${JSON.stringify(e.named)}::jsonb -> o.code) n
    where ${JSON.stringify(said)}::jsonb ? o.code`.execute(w.db)
}

/** Entries of one child at different times, for which of two at one moment is later nobody can say; at most one draft. */
const ofOneChild = fc.uniqueArray(entry, {
  selector: (e) => (e.status === 'draft' ? 'draft' : e.at),
  maxLength: 3,
})

describe('what helps and what gets in the way, for an area', () => {
  let w: World
  let framework: Published
  const children = fc.sample(ofOneChild, { numRuns: 160, seed: 36 })

  before(async () => {
    w = await world()
    w.setClock(NOW)
    framework = await publishFramework(w)
    for (const entries of children) {
      const child = await aChild(w, { allocatedTo: [] })
      for (const e of entries) await keep(w, framework, child, e)
    }
    const there = await aChild(w, { organisationId: southmere, allocatedTo: [] })
    for (const e of children.flat().slice(0, 1)) await keep(w, framework, there, e)
  })

  it('counts as a plain recount does: the latest shared answer of each, in their own voice', async () => {
    const counts = await w.acting(ann, async (tx) =>
      countArea(tx, {
        year: reportingYear(2026),
        framework: await getAreaFramework(tx, framework.id),
      }),
    )
    for (const { code, influences } of counts.outcomes) {
      assert.deepEqual(influences, recount(children, code), code)
    }
    const named = counts.outcomes.flatMap((o) => Object.values(o.influences.helps))
    assert.ok(
      named.some((n) => n > 5),
      'the sample says something',
    )
  })

  it('shows nothing before a picture is made, and then only what was released', async () => {
    const none = await w.get(ann, '/area/what-helps')
    assert.match(none.payload, /Nobody has made a picture for this year yet/)
    await w.post(ann, '/area/pictures', { year: '2026', framework: framework.id })
    const { payload } = await w.get(ann, '/area/what-helps')
    const csv = (await w.get(ann, '/area/figures.csv')).payload.split('\r\n')
    let shown = 0
    for (const code of CODES) {
      const section = payload.slice(payload.indexOf(`id="outcome-${code}"`))
      for (const direction of DIRECTIONS) {
        const part = section.slice(section.indexOf(`id="${direction}-${code}"`))
        const said = [...part.matchAll(/<td[^>]*>(\[c\]|\d+ of \d+)<\/td>/g)].map((m) => m[1])
        for (const [n, level] of INFLUENCE_LEVELS.entries()) {
          const line = csv.find(
            (l) => l.includes(`,${code},`) && l.includes(`,${direction}/${level},`),
          )
          const [, count, of] =
            /,(\[c\]|\d+),(\[c\]|\d+),[^,]*,[^,]*,[^,]*,[^,]*$/.exec(line ?? '') ?? []
          assert.ok(count !== undefined, line)
          if (of === '[c]' || of === '0') continue
          assert.equal(said[n], count === '[c]' ? '[c]' : `${count} of ${of}`, `${code} ${level}`)
          if (Number(count) > 0) shown += 1
          assert.ok(count === '[c]' || count === '0' || Number(count) >= 5)
          assert.ok(count === '[c]' || count === '0' || Number(of) - Number(count) >= 5)
        }
      }
    }
    assert.ok(shown > 10, 'numbers are shown')
  })

  it('stands in the framework’s order and takes no other, for a manager as for an analyst', async () => {
    const order = (html: string) =>
      [...html.matchAll(/<h3[^>]* id="outcome-(\w+)"/g)].map((m) => m[1])
    const inOrder = ['zebra', 'apple', 'mango', 'told']
    for (const url of ['/area/what-helps', '/area/what-helps?sort=helps&order=desc']) {
      assert.deepEqual(order((await w.get(meg, url)).payload), inOrder)
    }
    const { payload } = await w.get(ann, '/area/what-helps')
    const table = payload.slice(payload.indexOf('id="helps-zebra"'))
    const levels = [...table.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th>/g)].map((m) => m[1])
    assert.deepEqual(levels.slice(0, 4), ['A person', 'A service', 'The system', 'The law'])
    assert.equal((await w.get(ann, '/area/what-helps?year=1999')).statusCode, 404)
  })

  it('is another council’s own, and nobody else’s', async () => {
    assert.match((await w.get(mia, '/area/what-helps')).payload, /Nobody has made a picture/)
  })

  it('names no level of the child, in the database either', async () => {
    await assert.rejects(
      sql`insert into waymark.check_in_influence (check_in_id, child_id, outcome_id, direction, level)
        select check_in_id, child_id, outcome_id, direction, 'child' from waymark.check_in_influence limit 1`.execute(
        w.db,
      ),
      /level_check/,
    )
    const { payload } = await w.get(ann, '/area/what-helps')
    assert.doesNotMatch(payload, />\s*(The child|The young person)\s*</)
  })

  it('is made again where nothing changed but an older picture lacks it, and not otherwise', async () => {
    const asked = async () =>
      String(
        (await w.post(ann, '/area/pictures', { year: '2026', framework: framework.id })).headers
          .location,
      )
    assert.match(await asked(), /made=unchanged/)
    // As a release of an earlier version of this program would be.
    await w.db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one)
      await sql`update waymark.statistics_release set figures = (
        select jsonb_object_agg(k, v) from jsonb_each(figures) e(k, v)
        where k not like 'records/%' and k !~ '/(helps|gets_in_the_way)/')`.execute(one)
      await sql`set session_replication_role = default`.execute(one)
    })
    const before = await w.get(ann, '/area/what-helps')
    assert.match(before.payload, /made before this was counted/)
    assert.match((await w.get(ann, '/area')).payload, /made before records were counted/)
    assert.match(await asked(), /made=made/)
    assert.match((await w.get(ann, '/area/what-helps')).payload, /Picture number 2/)
  })
})
