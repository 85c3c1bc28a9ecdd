import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import * as fc from '#tests/support/examples.ts'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
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
  northmere,
  people,
  sam,
  southmere,
  zoe,
  harbourTeam,
  hillTeam,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { refreshKeys } from './child.queries.ts'
import { keysOfChild, searchTiers } from './child-keys.rules.ts'
import { findChildren } from './find.queries.ts'

const nothing = { name: undefined, born: undefined, identifier: undefined }

describe('finding a child in the database', () => {
  let w: World
  const named = async (knownAs: string, wanted: Parameters<typeof aChild>[1] = {}) => {
    const id = await aChild(w, { ...wanted, knownAs })
    await keep(id, [knownAs])
    return id
  }
  const keep = (id: ChildId, names: readonly string[]) =>
    w.db
      .insertInto('waymark.child_key')
      .values({ child_id: id, keys: [...keysOfChild({ names, births: [], identifiers: [] })] })
      .execute()
  const find = async (person: typeof ada, name: string) =>
    w
      .acting(person, (tx) => findChildren(tx, { ...nothing, name }))
      .then(({ found }) => found.map((f) => f.id))

  before(async () => {
    w = await world()
  })

  it('finds in any script, and only within reach', async () => {
    const duc = await named('Nguyễn Văn Đức', { allocatedTo: [ada, gus] })
    for (const person of [ada, gus, meg, ivy]) {
      assert.deepEqual(await find(person, 'duc nguyen'), [duc], person.name)
    }
    for (const person of [ben, hal, sam, mia, ann, zoe, kit]) {
      assert.deepEqual(await find(person, 'duc nguyen'), [], person.name)
    }
  })

  it('finds by whatever the record says after a change', async () => {
    const id = await aChild(w, { knownAs: 'Filmon' })
    await w.acting(ada, (tx) => refreshKeys(tx, id))
    assert.deepEqual(await find(ada, 'ፊልሞን'), [id])
    await w.acting(ada, async (tx) => {
      await tx
        .updateTable('waymark.child')
        .set({ known_as: 'Zerihun' })
        .where('id', '=', id)
        .execute()
      await refreshKeys(tx, id)
    })
    assert.deepEqual(await find(ada, 'Filmon'), [])
    assert.deepEqual(await find(ada, 'zerihun'), [id])
  })

  it('shows the closest fifty of very many, and says that there are more', async () => {
    for (let n = 0; n < 130; n++) await named('Mohammed', { allocatedTo: [] })
    const hassan = await named('Mohammed Hassan', { allocatedTo: [] })
    const { found, more } = await w.acting(meg, (tx) =>
      findChildren(tx, { ...nothing, name: 'Mohammed' }),
    )
    assert.equal(found.length, 50)
    assert.equal(more, true)
    assert.equal((await find(meg, 'Hassan Mohamed'))[0], hassan)
  })

  it('reveals nothing in any world that the policy on children hides', async () => {
    const NAMES = ['Anh', 'Mohammed', 'محمد', 'Mehmet', 'Olena', 'Олена', 'Grace Kelly']
    const everyone = people.filter((p) => p.role !== 'system')
    const child = fc.record({
      name: fc.nat(NAMES.length - 1),
      place: fc.constantFrom('harbour', 'hill', 'none', 'south'),
      to: fc.subarray([ada, ben, gus, sam, meg, hal]),
    })
    const property = fc.asyncProperty(
      fc.array(child, { minLength: 1, maxLength: 6 }),
      fc.nat(NAMES.length - 1),
      async (children, sought) => {
        const made: { readonly id: ChildId; readonly name: string | undefined }[] = []
        for (const c of children) {
          const id = await named(NAMES[c.name] ?? '', {
            organisationId: c.place === 'south' ? southmere : northmere,
            teamId: c.place === 'harbour' ? harbourTeam : c.place === 'hill' ? hillTeam : undefined,
            allocatedTo: c.to,
          })
          made.push({ id, name: NAMES[c.name] })
        }
        const asked = JSON.stringify(searchTiers({ ...nothing, name: NAMES[sought] }))
        for (const person of everyone) {
          const seen = await w.acting(person, (tx) =>
            tx.selectFrom('waymark.child').select('id').execute(),
          )
          const allowed = new Set(seen.map((row) => row.id))
          const { rows } = await w.acting(person, (tx) =>
            sql<{ child_id: string }>`
              select child_id from waymark.find_children(${asked}::jsonb, 1000)`.execute(tx),
          )
          const shown = new Set(rows.map((row) => row.child_id))
          for (const id of shown) assert.ok(allowed.has(id), `${person.name} was shown too much`)
          for (const { id, name } of made)
            if (name === NAMES[sought]) assert.equal(shown.has(id), allowed.has(id), person.name)
        }
        await w.db
          .deleteFrom('waymark.child_key')
          .where(
            'child_id',
            'in',
            made.map((m) => m.id),
          )
          .execute()
      },
    )
    await fc.assert(property, { numRuns: 15 })
  })

  it('has no way round: the keys of a child out of reach cannot be read or written', async () => {
    const id = await named('Besnik', { allocatedTo: ada })
    for (const person of [ben, sam, ann, zoe]) {
      const rows = await w.acting(person, (tx) =>
        tx.selectFrom('waymark.child_key').selectAll().where('child_id', '=', id).execute(),
      )
      assert.deepEqual(rows, [], person.name)
    }
    const changed = await w.acting(ivy, (tx) =>
      tx
        .updateTable('waymark.child_key')
        .set({ keys: [] })
        .where('child_id', '=', id)
        .returning('child_id')
        .execute(),
    )
    assert.deepEqual(changed, [])
  })
})
