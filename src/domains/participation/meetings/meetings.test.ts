import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit, sam } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

describe('getting ready for a meeting', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada] })
  })

  const planned = async () => {
    const res = await w.post(ada, `/children/${child}/meetings`, { called: 'Review', led: 'me' })
    const id = /meetings\/([0-9a-f-]+)$/.exec(String(res.headers.location))?.[1]
    assert.ok(id)
    return { id, staff: `/children/${child}/meetings/${id}`, own: `/me/meetings/${id}` }
  }
  const line = (own: string, fields: Fields) =>
    w.post(kit, own, { kind: 'want_said', whoSays: 'me', ...fields })
  const lineOf = async (id: string, words: string) =>
    w.db
      .selectFrom('waymark.meeting_line')
      .selectAll()
      .where('meeting_id', '=', id)
      .where('words', '=', words)
      .executeTakeFirstOrThrow()

  it('shows staff what stands, and never a draft, in the database either', async () => {
    const { id, staff, own } = await planned()
    await line(own, { do: 'draft', words: 'Not ready to say this' })
    await line(own, { do: 'stands', words: 'I want to stay' })
    const { payload } = await w.get(ada, staff)
    assert.match(payload, /I want to stay/)
    assert.doesNotMatch(payload, /Not ready/)
    const rows = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.meeting_line').select('words').where('meeting_id', '=', id).execute(),
    )
    assert.deepEqual(rows, [{ words: 'I want to stay' }])
  })

  it('lets staff suggest a line, and only the young person say that it stands', async () => {
    const { id, staff, own } = await planned()
    await w.post(ada, staff, { do: 'suggest', kind: 'not_there', words: 'The old tutor' })
    const offered = await lineOf(id, 'The old tutor')
    assert.equal(offered.state, 'offered')
    assert.match((await w.get(kit, own)).payload, /Ada Worker suggests this/)
    const changed = await w.acting(ada, (tx) =>
      tx
        .updateTable('waymark.meeting_line')
        .set({ state: 'stands' })
        .where('id', '=', offered.id)
        .executeTakeFirst(),
    )
    assert.equal(changed.numUpdatedRows, 0n)
    const row = { line: offered.id, version: String(offered.version) }
    assert.equal((await w.post(kit, own, { do: 'line-stands', ...row })).statusCode, 303)
    assert.equal((await lineOf(id, 'The old tutor')).state, 'stands')
    assert.equal((await w.post(kit, own, { do: 'line-not-this', ...row })).statusCode, 422)
  })

  it('asks afterwards whether they talked about it, and what they did not is owed an answer', async () => {
    const { id, own } = await planned()
    await line(own, { do: 'stands', words: 'I want the higher maths' })
    const page = await w.get(kit, own)
    const version =
      /name="version" value="(\d+)">\s*<button type="submit" name="do" value="held"/.exec(
        page.payload,
      )?.[1]
    await w.post(kit, own, { do: 'held', version: version ?? '1' })
    const stands = await lineOf(id, 'I want the higher maths')
    await w.post(kit, own, { do: 'after', line: stands.id, talked: 'no', talkedWords: 'No time' })
    await w.post(kit, own, { do: 'after', line: stands.id, talked: 'yes' })
    const receipts = await w.db
      .selectFrom('waymark.receipt')
      .selectAll()
      .where('subject', '=', 'meeting')
      .execute()
    assert.equal(receipts.length, 1)
    assert.equal(receipts[0]?.answerer_id, ada.id)
    const { payload } = await w.get(ada, `/children/${child}/answers/${receipts[0]?.id}`)
    assert.match(payload, /I want the higher maths/)
    assert.match(payload, /No time/)
    assert.match((await w.get(kit, `/me/how-we-were/meeting/${id}`)).payload, /About the meeting/)
  })

  it('keeps what was typed when something is missing', async () => {
    const { own } = await planned()
    const res = await w.post(kit, own, { do: 'stands', words: 'Half a line' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Half a line/)
  })

  it('does not exist for somebody who does not reach the child', async () => {
    const { staff } = await planned()
    assert.equal((await w.get(sam, staff)).statusCode, 404)
  })
})
