import assert from 'node:assert/strict'
import { LANGUAGES } from '#domains/words/index.ts'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, ann, ivy, kit, meg, sys, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import type { Framework } from './framework.rules.ts'
import {
  findKeptFramework,
  findVersionNamed,
  frameworkVersion,
  keepFramework,
  liveFramework,
  liveFrameworks,
  loadProvisionalSet,
  loadProvisionalSetThrough,
  publishDraft,
  retireVersions,
} from './framework.queries.ts'
import { outcomeLabels } from './framework-labels.rules.ts'
import { provisionalSet } from './provisional-set.ts'
import { seedTransaction } from '#platform/db/seeding.ts'
import { withClient } from '#platform/db/postgres.ts'

let keys = 0

/** A framework of the test's own. */
function aFramework(given: Partial<Framework> = {}): Framework {
  keys += 1
  return { ...provisionalSet(), key: `test-${keys}`, name: `Test ${keys}`, ...given }
}

describe('frameworks in the database', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('hold the provisional set once, however often it is loaded, and from whichever client', async () => {
    const first = await loadProvisionalSet(w.db)
    const again = await w.acting(sys, (tx) => loadProvisionalSet(tx))
    await withClient(w.adminUrl, (client) =>
      seedTransaction(client, () => loadProvisionalSetThrough(client)),
    )
    assert.equal(again, first)
    const found = await w.acting(ada, (tx) => frameworkVersion(tx, first))
    assert.equal(found?.name, 'Provisional outcome set (source-derived)')
    assert.equal(found.outcomes.length, provisionalSet().outcomes.length)
    assert.ok(found.outcomes.every((o) => /^[0-9a-f-]{36}$/.test(o.id)))
  })

  it('are read by everybody signed in, and give every outcome a label in the language asked for', async () => {
    const id = await loadProvisionalSet(w.db)
    for (const person of [ada, meg, ann, zoe, ivy, kit]) {
      const found = await w.acting(person, (tx) => frameworkVersion(tx, id))
      assert.ok(found, person.name)
      const welsh = outcomeLabels(found, 'cy').get('peace')
      assert.equal(welsh?.title, 'Rwy’n teimlo heddwch')
      assert.equal(welsh.fallback, undefined)
      const somali = outcomeLabels(found, 'so').get('peace')
      assert.equal(somali?.title, 'I feel at peace')
      assert.equal(somali.fallback, 'Not yet in Somali. These words are in English.')
    }
  })

  it('keep their parts in agreement with the document', async () => {
    const id = await keepFramework(w.db, aFramework(), true)
    const { rows } = await sql<Record<string, string>>`
      select (select count(*) from waymark.outcome where framework_version_id = ${id}) as outcomes,
        (select count(*) from waymark.indicator where framework_version_id = ${id}) as indicators,
        (select count(*) from waymark.framework_principle where framework_version_id = ${id}) as principles,
        (select count(*) from waymark.outcome_principle where framework_version_id = ${id}) as memberships,
        (select count(*) from waymark.outcome_wording x join waymark.outcome o on o.id = x.outcome_id
          where o.framework_version_id = ${id}) as words`.execute(w.db)
    const set = provisionalSet()
    assert.deepEqual(rows[0], {
      outcomes: String(set.outcomes.length),
      indicators: String(set.outcomes.flatMap((o) => o.indicators).length),
      principles: '4',
      memberships: String(set.outcomes.flatMap((o) => o.principles).length),
      words: String(set.outcomes.length * LANGUAGES.length),
    })
  })

  it('are written by administrators and by nobody else', async () => {
    for (const person of [ada, meg, ann, ivy, kit]) {
      await assert.rejects(
        w.acting(person, (tx) => keepFramework(tx, aFramework(), false)),
        /row-level security/,
        person.name,
      )
    }
    const framework = aFramework()
    const id = await w.acting(zoe, (tx) => keepFramework(tx, framework, false))
    await w.acting(meg, (tx) => retireVersions(tx, [id]))
    const seen = await w.acting(zoe, (tx) => findKeptFramework(tx, id))
    assert.equal(seen?.status, 'draft')
  })

  it('show a draft to administrators and auditors, and to nobody else', async () => {
    const id = await w.acting(zoe, (tx) => keepFramework(tx, aFramework(), false))
    for (const person of [zoe, ivy]) {
      assert.ok(await w.acting(person, (tx) => findKeptFramework(tx, id)), person.name)
    }
    for (const person of [ada, meg, ann, kit]) {
      assert.equal(
        await w.acting(person, (tx) => findKeptFramework(tx, id)),
        undefined,
        person.name,
      )
    }
  })

  it('never change once published, whoever asks', async () => {
    const framework = aFramework()
    const id = await w.acting(zoe, (tx) => keepFramework(tx, framework, true))
    const changed = { ...framework, name: 'Another name' }
    const stays = /stays as it is/
    await assert.rejects(
      w.acting(zoe, (tx) => keepFramework(tx, changed, true)),
      stays,
    )
    for (const attempt of [
      sql`update waymark.framework_version set definition = '{}' where id = ${id}`,
      sql`update waymark.framework_version set status = 'draft', published_at = null where id = ${id}`,
      sql`update waymark.outcome set code = 'x' where framework_version_id = ${id}`,
      sql`update waymark.outcome_wording set title = 'x'`,
      sql`delete from waymark.indicator where framework_version_id = ${id}`,
      sql`truncate waymark.outcome_principle`,
    ]) {
      await assert.rejects(attempt.execute(w.db), stays)
    }
    await assert.rejects(
      sql`delete from waymark.framework_version where id = ${id}`.execute(w.db),
      /never removed/,
    )
    await assert.rejects(
      w.acting(zoe, (tx) =>
        sql`insert into waymark.outcome (framework_version_id, code, position, level, polarity, defined_by)
          values (${id}, 'x', 99, 'outcome', 'positive', 'x')`.execute(tx),
      ),
      /permission denied/,
    )
  })

  it('retire no version silently, and stay readable when retired', async () => {
    const framework = aFramework()
    const first = await keepFramework(w.db, framework, true)
    const second = await keepFramework(w.db, { ...framework, version: '2.0' }, true)
    const live = await w.acting(ada, (tx) => liveFrameworks(tx))
    assert.deepEqual(
      live
        .filter((f) => f.key === framework.key)
        .map((f) => f.version)
        .toSorted(),
      ['1.1', '2.0'],
    )
    assert.equal(await w.acting(zoe, (tx) => retireVersions(tx, [first])), 1)
    const old = await w.acting(ada, (tx) => frameworkVersion(tx, first))
    assert.equal(old?.status, 'retired')
    const now = await w.acting(ada, (tx) => frameworkVersion(tx, second))
    assert.deepEqual(
      old.outcomes.map((o) => o.code),
      now?.outcomes.map((o) => o.code),
    )
    assert.notDeepEqual(
      old.outcomes.map((o) => o.id),
      now?.outcomes.map((o) => o.id),
    )
  })

  it('publish a draft only as it was looked at', async () => {
    const framework = aFramework()
    const id = await w.acting(zoe, (tx) => keepFramework(tx, framework, false))
    const seen = await w.acting(zoe, (tx) => findKeptFramework(tx, id))
    await w.acting(zoe, (tx) =>
      keepFramework(tx, { ...framework, name: 'Changed meanwhile' }, false),
    )
    assert.equal(await w.acting(zoe, (tx) => publishDraft(tx, id, seen?.seal ?? '')), false)
    const now = await w.acting(zoe, (tx) => findVersionNamed(tx, framework.key, framework.version))
    assert.equal(now?.name, 'Changed meanwhile')
    assert.equal(await w.acting(zoe, (tx) => publishDraft(tx, id, now.seal)), true)
  })

  it('choose for check-ins a set made for children, an owner’s own before a provisional one', async () => {
    await loadProvisionalSet(w.db)
    const adult = { for: 'adult', ageFrom: 18, ageTo: null, labelledForUnder18: false } as const
    await keepFramework(w.db, aFramework({ population: adult, provisional: false }), true)
    const first = await w.acting(ada, (tx) => liveFramework(tx))
    assert.equal(first?.population.for, 'child')
    assert.equal(first.provisional, true)
    const own = aFramework({ provisional: false })
    await keepFramework(w.db, own, true)
    assert.equal((await w.acting(ada, (tx) => liveFramework(tx)))?.key, own.key)
  })
})
