import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, meg, sam, southmere, sys, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { makeStayPictures } from './make-stays.ts'

const URL = '/area/staying'
const NOW = new Date('2026-11-21T10:30:00Z')

const said = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('for how long people stay beside children, shown', () => {
  let w: World

  type Spell = readonly [who: TestPerson, part: string, from: string, until?: string]
  async function children(n: number, spells: readonly Spell[], organisationId?: typeof southmere) {
    for (let i = 0; i < n; i += 1) {
      const child = await aChild(w, {
        allocatedTo: [],
        ...(organisationId ? { organisationId } : {}),
      })
      for (const [who, part, from, until] of spells) {
        await sql`insert into waymark.allocation (child_id, person_id, part, started_on, ended_on)
          values (${child}, ${who.id}, ${part}, ${from}, ${until ?? null})`.execute(w.db)
      }
    }
  }
  const read = async (who = ann) => said((await w.get(who, URL)).payload)
  const make = async () => String((await w.post(ann, URL)).headers.location)

  before(async () => {
    w = await world()
    w.setClock(NOW)
    // Nobody new: a year and longer with one, who goes on without a day between.
    await children(12, [
      [ada, 'key_worker', '2024-01-01', '2026-02-28'],
      [ada, 'personal_adviser', '2026-03-01'],
    ])
    // Once: another took over.
    await children(11, [
      [ada, 'social_worker', '2025-01-01', '2026-09-30'],
      [ben, 'social_worker', '2026-10-01'],
    ])
    // Few: twice, and nobody there now.
    await children(3, [
      [ada, 'guardian', '2025-01-01', '2026-01-31'],
      [ben, 'guardian', '2026-02-01', '2026-03-31'],
      [ada, 'guardian', '2026-05-01', '2026-06-30'],
    ])
    await children(30, [[sam, 'key_worker', '2024-01-01']], southmere)
  })

  it('says so before any picture is made', async () => {
    assert.match(await read(), /Nobody has made this picture yet/)
    assert.equal((await w.get(ann, `${URL}/file`)).statusCode, 404)
  })

  it('counts from the days people came and went, for the reader’s own organisation', async () => {
    const { rows } = await w.acting(ann, (tx) =>
      sql<{ figure: string; children: string }>`
        select figure, children from waymark.stays_counted('2026-11-21') order by figure`.execute(
        tx,
      ),
    )
    assert.deepEqual(
      rows.map((r) => [r.figure, Number(r.children)]),
      [
        ['new/none', 12],
        ['new/once', 11],
        ['new/twice', 3],
        ['same/nobody', 3],
        ['same/under-3', 11],
        ['same/year', 12],
      ],
    )
  })

  it('hides few children, and what would give the few away, in the page and in the file', async () => {
    assert.match(await make(), /made=first/)
    const page = await read()
    assert.match(page, /Twice \[c\]/)
    assert.match(page, /Nobody stands there now \[c\]/)
    const file = (await w.get(ann, `${URL}/file`)).payload
    assert.match(file, /^figure,children,up_to,picture\r\n/)
    assert.match(file, /new\/twice,\[c\],2026-11-21,1\r\n/)
    assert.doesNotMatch(file, /,3,2026/)
    assert.doesNotMatch(file, /[0-9a-f]{16}|Ada|Ben/, 'no pseudonym, no name')
  })

  it('stands until enough children have something new', async () => {
    assert.match(await make(), /made=unchanged/)
    w.setClock(new Date('2026-11-25T10:30:00Z'))
    await children(4, [[ada, 'key_worker', '2026-11-23']])
    assert.match(await make(), /made=too-few-changed/)
    await children(8, [[ada, 'key_worker', '2026-11-24']])
    assert.match(await make(), /made=made/)
    assert.match(await read(), /Picture number 2/)
  })

  it('is for analysts and managers, and made at night', async () => {
    assert.match(await read(meg), /For how long people stay/)
    assert.equal((await w.get(ada, URL)).statusCode, 403)
    await assert.rejects(
      w.acting(ada, (tx) => sql`select * from waymark.stays_counted('2026-11-21')`.execute(tx)),
    )
    const made = await w.acting(sys, (tx) => makeStayPictures(tx, new Date('2026-11-25T10:30:00Z')))
    assert.deepEqual(
      made.map((m) => m.outcome),
      ['unchanged'],
    )
  })
})
