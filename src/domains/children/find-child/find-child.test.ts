import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, meg, sam } from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'
import { refreshKeys } from '../child.queries.ts'

describe('finding a child', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  const known = async (knownAs: string, wanted: Parameters<typeof aChild>[1] = {}) => {
    const child = await aChild(w, { ...wanted, knownAs })
    await w.acting(meg, (tx) => refreshKeys(tx, child))
    return child
  }
  const find = (person: typeof ada, fields: Fields) => w.post(person, '/children/find', fields)

  it('works by name in another script, by number and by date of birth', async () => {
    const child = await known('محمد حسن', { bornOn: '2009-04-03' })
    await w.post(ada, `/children/${child}/numbers/add`, { kind: 'other', value: 'NM/77-1' })
    for (const fields of [
      { name: 'Hassan Mohammed' },
      { identifier: 'nm771' },
      { day: '3', month: '4', year: '2009' },
      { day: '3', month: 'April', year: '2010' },
      { year: '2009' },
      { year: '2008', yearTo: '2010' },
      { month: '4', year: '2009' },
      { name: 'mohamad', day: '1', month: '1', year: '2001' },
    ]) {
      const { payload, statusCode } = await find(ada, fields)
      assert.equal(statusCode, 200)
      assert.match(payload, new RegExp(`href="/children/${child}"`), JSON.stringify(fields))
    }
  })

  it('says why each was found', async () => {
    await known('Oleksandr', { bornOn: '2010-01-01' })
    const { payload } = await find(ada, { name: 'Олександер', year: '2010' })
    assert.match(payload, /Another form of the name|Sounds like it|Same name/)
    assert.match(payload, /date of birth fits/)
    assert.match(payload, /born 1 January 2010/)
  })

  it('says what was searched when nobody is found, and what to try', async () => {
    const { payload, statusCode } = await find(ada, { name: 'Zzyzx <b>' })
    assert.equal(statusCode, 200)
    assert.match(payload, /No record that you can open fits this/)
    assert.match(payload, /the name “Zzyzx &lt;b&gt;”/)
    assert.match(payload, /You could try/)
    assert.match(payload, /href="\/children\/new"/)
  })

  it('never passes an error off as an empty result', async () => {
    for (const [fields, sentence] of [
      [{}, /Enter a name, a number or a date of birth/],
      [{ name: '---' }, /Enter a name with at least one letter/],
      [{ name: 'A', day: '31', month: '2', year: '2009' }, /real date/],
      [{ name: 'x'.repeat(201) }, /must be 200 characters or fewer/],
      [{ year: '09' }, /four numbers/],
    ] as const) {
      const { payload, statusCode } = await find(ada, fields)
      assert.equal(statusCode, 422)
      assert.match(payload, sentence)
      assert.doesNotMatch(payload, /No record that you can open/)
    }
    assert.match((await find(ada, { name: 'Kept', year: '09' })).payload, /value="Kept"/)
  })

  it('shows nobody out of reach, and gives no count of them', async () => {
    const child = await known('Blessing Okafor')
    for (const person of [ben, sam]) {
      const { payload } = await find(person, { name: 'Blessing Okafor' })
      assert.doesNotMatch(payload, new RegExp(child))
      assert.match(payload, /No record that you can open fits this/)
    }
    assert.equal((await find(ann, { name: 'Blessing' })).statusCode, 403)
  })

  it('keeps what was typed out of the address, the log and the audit, and writes down who was shown', async () => {
    const child = await known('Quillon')
    await find(ada, { name: 'Quillon' })
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'children.find')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.deepEqual(entry.shown, [child])
    assert.doesNotMatch(JSON.stringify(entry), /Quillon/)
    assert.doesNotMatch(JSON.stringify(w.logged), /Quillon/)
  })
})
