import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { aFilm, aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, gus, ivy, joy, kit, meg, southmere } from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { world, type World } from '#tests/support/world.ts'

describe('an answer that can be heard', () => {
  let w: World
  let child: ChildId
  let at: string
  let receipt: string

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, gus] })
    await aChild(w, { account: joy, organisationId: southmere, allocatedTo: [] })
    const { id } = await saySomething(w, kit, ['There is no lock'], [ada])
    const row = await w.db
      .selectFrom('waymark.receipt')
      .select('id')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    receipt = row.id
    at = `/children/${child}/answers/${receipt}`
    await w.post(ada, at, { do: 'considered', weight: 'decided_it', words: 'It is your room.' })
    await w.post(ada, at, { do: 'decided', decision: 'yes', decidedBy: 'Ada', words: 'A lock.' })
  })

  const reply = async (file: Buffer) =>
    postParts(w, ada, at, { do: 'replied', words: 'The lock comes on Friday.', file })

  it('needs words beside it, and says what cannot be kept without losing them', async () => {
    const film = await reply(await aFilm())
    assert.equal(film.statusCode, 422)
    assert.match(film.payload, /That is a film/)
    assert.match(film.payload, /The lock comes on Friday\./)
    const silent = await postParts(w, ada, at, {
      do: 'replied',
      words: '',
      file: await aRecording('webm'),
    })
    assert.equal(silent.statusCode, 422)
    const files = await w.db.selectFrom('waymark.stored_file').select('id').execute()
    assert.equal(files.length, 0)
  })

  it('is made anew, kept beside the words, and played by the young person', async () => {
    const recording = await aRecording('mp3')
    assert.equal((await reply(recording)).statusCode, 303)
    const page = (await w.get(kit, `/me/sent/${receipt}`)).payload
    assert.match(page, /The lock comes on Friday\./)
    const [, heard = ''] = /<audio[^>]*src="([^"]+)"/.exec(page) ?? []
    assert.match(heard, new RegExp(`^/me/sent/${receipt}/heard/`))
    const sound = await w.get(kit, heard)
    assert.equal(sound.statusCode, 200)
    assert.match(String(sound.headers['content-type']), /^audio\//)
    assert.ok(!sound.rawPayload.equals(recording))
    const staff = (await w.get(ada, at)).payload
    const [, own = ''] = /<audio[^>]*src="(\/children[^"]+)"/.exec(staff) ?? []
    assert.equal((await w.get(ada, own)).statusCode, 200)
  })

  it('is heard by nobody who may not read the answer, in the database either', async () => {
    const { file_id: file } = await w.db
      .selectFrom('waymark.ledger_step')
      .select('file_id')
      .where('file_id', 'is not', null)
      .executeTakeFirstOrThrow()
    // The young person chose Ada: nobody else beside them, and no manager, hears it.
    for (const person of [gus, meg, ivy, joy]) {
      const { rows } = await w.acting(person, (tx) =>
        sql`select from waymark.stored_file where id = ${file}`.execute(tx),
      )
      assert.equal(rows.length, 0, person.name)
      assert.notEqual((await w.get(person, `${at}/heard/${file}`)).statusCode, 200, person.name)
    }
    assert.equal((await w.get(joy, `/me/sent/${receipt}/heard/${file}`)).statusCode, 404)
    // A recording of the young person's is no answer of anybody's.
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`insert into waymark.ledger_step (receipt_id, child_id, kind, at, words, file_id)
          values (${receipt}, ${child}, 'came_of_it', now(), 'x', ${file})`.execute(tx),
      ),
      /one_step_for_a_file/,
    )
  })
})
