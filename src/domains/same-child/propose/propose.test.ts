import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type ChildId, trustedId } from '#kernel/ids.ts'
import { refreshKeys } from '#domains/children/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, ivy, kit, meg, mia, southmere } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

describe('proposing that another record is about the same child', () => {
  let w: World
  let here: ChildId
  let there: ChildId
  let hidden: ChildId
  const url = () => `/children/${here}/same-child/propose`
  const known = async (knownAs: string, more: NonNullable<Parameters<typeof aChild>[1]> = {}) => {
    const child = await aChild(w, { knownAs, ...more })
    await w.acting(more.organisationId === southmere ? mia : meg, (tx) => refreshKeys(tx, child))
    return child
  }
  const proposes = (who: typeof ada, fields: Fields = {}) =>
    w.post(who, url(), {
      do: 'propose',
      name: 'Tiwre',
      other: there,
      reason: 'They say that they were called so in Rome',
      ...fields,
    })
  const pairs = async () =>
    (
      await sql<{ id: string; standing: string; found_by: string; weight: number }>`
        select id, standing, found_by, weight from waymark.same_child_pair`.execute(w.db)
    ).rows
  const trail = async (action: string) =>
    (
      await sql<{ child_id: string }>`
        select child_id from waymark.audit_entry where action = ${action} and outcome = 'done' order by id`.execute(
        w.db,
      )
    ).rows.map((row) => row.child_id)

  before(async () => {
    w = await world()
    here = await known('Selxm Gebre', { bornOn: '2009-01-01' })
    there = await known('Tiwre Mexhit', { bornOn: '2006-07-23', allocatedTo: [ada, ben] })
    hidden = await known('Tiwre Hixden', { allocatedTo: ben })
  })

  it('is reached from the child’s page, and looks up only what the person can open', async () => {
    const from = (await w.get(ada, `/children/${here}/same-child`)).payload
    assert.match(from, new RegExp(`href="${url()}"`))
    assert.equal((await w.get(ada, url())).statusCode, 200)
    const found = await w.post(ada, url(), { do: 'look', name: 'Tiwre' })
    assert.equal(found.statusCode, 200)
    assert.match(found.payload, new RegExp(`value="${there}"`))
    assert.doesNotMatch(found.payload, new RegExp(hidden))
    assert.doesNotMatch(found.payload, new RegExp(`value="${here}"`))
    const none = await w.post(ada, url(), { do: 'look', name: 'Qqxqq' })
    assert.match(none.payload, /No other record that you can open fits this/)
    assert.match(none.payload, /value="Qqxqq"/)
  })

  it('says what is wrong, keeps what was typed and proposes nothing', async () => {
    const tries: readonly (readonly [Fields, RegExp])[] = [
      [{ do: 'look', name: ' ' }, /Enter a name or a number of the other record/],
      [{ do: 'look', name: '…' }, /Enter a name with at least one letter/],
      [{ do: 'look', name: 'x'.repeat(201) }, /200 characters or fewer/],
      [{ other: '' }, /Choose which record it is/],
      [{ other: 'nobody' }, /Choose which record it is/],
      [{ reason: ' ' }, /Enter your reasons/],
      [{ reason: 'x'.repeat(2001) }, /2,000 characters or fewer/],
      [{ other: here }, /This is the same record/],
      [{ other: hidden }, /Choose a record of this organisation that you can open/],
      [{ other: randomUUID() }, /Choose a record of this organisation that you can open/],
    ]
    for (const [fields, sentence] of tries) {
      const res = await proposes(ada, fields)
      assert.equal(res.statusCode, 422, JSON.stringify(fields).slice(0, 80))
      assert.match(res.payload, sentence)
    }
    assert.match((await proposes(ada, { other: '' })).payload, /called so in Rome/)
    assert.deepEqual(await pairs(), [])
  })

  it('is not there for who cannot open the record, reads only, or is a young person', async () => {
    assert.equal((await w.get(hal, url())).statusCode, 404)
    assert.equal((await proposes(hal)).statusCode, 404)
    assert.equal((await proposes(ben)).statusCode, 404)
    for (const person of [ivy, kit]) assert.equal((await proposes(person)).statusCode, 403)
    assert.equal((await proposes(mia)).statusCode, 404)
    const elsewhere = await known('Tiwre Elxwhere', { organisationId: southmere })
    const past = (who: typeof ada, two: string, by = 'person') =>
      w.acting(who, (tx) =>
        sql`insert into waymark.same_child_pair (one_id, two_id, weight, steps, found_by, found_at, weighed_at)
          values (least(${here}::uuid, ${two}::uuid), greatest(${here}::uuid, ${two}::uuid), 1, '{}', ${by}, now(), now())`.execute(
          tx,
        ),
      )
    for (const [who, two, by] of [
      [ada, hidden],
      [meg, elsewhere],
      [ada, there, 'run'],
      [ivy, there],
    ] as const)
      await assert.rejects(past(who, two, by), /row-level security/)
  })

  it('stands as proposed by one person, in the trail of both records, until a second person answers', async () => {
    const res = await proposes(ada)
    assert.equal(res.statusCode, 303, res.payload.slice(0, 2000))
    const [pair, ...more] = await pairs()
    assert.deepEqual([pair?.standing, pair?.found_by, more.length], ['proposed', 'person', 0])
    assert.equal(res.headers.location, `/children/${here}/same-child/${pair?.id}`)
    assert.deepEqual(new Set((await trail('same-child.propose')).slice(-2)), new Set([here, there]))
    const page = (await w.get(meg, res.headers.location ?? '')).payload
    assert.match(page, /by a person, who proposed it/)
    assert.match(page, /They say that they were called so in Rome/)
    assert.match(page, /Answer, as the second person/)
    // Proposed once more, by whoever: what was said is read first, and nothing is said twice.
    assert.equal((await proposes(meg)).headers.location, res.headers.location)
    assert.equal((await pairs()).length, 1)
    const version = await versionAt(meg, `${res.headers.location}/answer`)
    const answered = await w.post(meg, `${res.headers.location}/answer`, {
      answer: 'agreed',
      reason: 'The photos are of one face',
      version,
    })
    assert.equal(answered.statusCode, 303)
    assert.equal((await pairs())[0]?.standing, 'same')
  })

  it('is taken back by one person, and can be proposed again from the other record', async () => {
    const [pair] = await pairs()
    const back = `/children/${here}/same-child/${pair?.id}/take-back`
    const taken = await w.post(ada, back, {
      reason: 'A brother',
      version: await versionAt(ada, back),
    })
    assert.equal(taken.statusCode, 303)
    assert.equal((await pairs())[0]?.standing, 'open')
    const again = await w.post(ada, `/children/${there}/same-child/propose`, {
      do: 'propose',
      name: 'Selxm',
      other: here,
      reason: 'The school knows both names',
    })
    assert.equal(again.statusCode, 303)
    assert.deepEqual(
      (await pairs()).map((one) => [one.id, one.standing]),
      [[trustedId(pair?.id ?? ''), 'proposed']],
    )
  })

  async function versionAt(who: typeof ada, at: string): Promise<string> {
    return /name="version" value="(\d+)"/.exec((await w.get(who, at)).payload)?.[1] ?? ''
  }
})
