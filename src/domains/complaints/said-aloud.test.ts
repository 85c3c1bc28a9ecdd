import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { aFilm, aPhotograph, aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, ben, hal, ivy, joy, kit, meg, sam, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('something is not right, said without writing', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben] })
    await w.post(meg, '/independent/people', { person: hal.id })
  })

  const send = async (way: string, file: Buffer) =>
    postParts(w, kit, '/me/not-right/new', { about: 'person', way, aboutPersons: ada.id, file })
  const idOf = (res: Awaited<ReturnType<typeof send>>) =>
    /not-right\/([0-9a-f-]+)\?/.exec(String(res.headers.location))?.[1] ?? ''

  it('has a way for each, all equal, with the same form', async () => {
    const page = (await w.get(kit, '/me/not-right/new')).payload
    for (const way of ['voice', 'drawing', 'photo']) {
      assert.ok(page.includes(`/me/not-right/new?way=${way}`), way)
      const asked = await w.get(kit, `/me/not-right/new?way=${way}`)
      assert.match(asked.payload, /type="file"/)
    }
    const voice = await w.get(kit, '/me/not-right/new?way=voice')
    assert.match(String(voice.headers['permissions-policy']), /microphone=\(self\)/)
  })

  it('is kept as a recording with no words at all, and opened by them and by whoever is independent', async () => {
    const recording = await aRecording('mp3')
    const id = idOf(await send('voice', recording))
    assert.ok(id)
    const own = await w.get(kit, `/me/not-right/${id}/file`)
    assert.equal(own.statusCode, 200)
    assert.match((await w.get(kit, `/me/not-right/${id}`)).payload, /<audio/)
    const reviewed = await w.get(hal, `/independent/complaints/${id}/file`)
    assert.equal(reviewed.statusCode, 200)
    assert.deepEqual(reviewed.rawPayload, own.rawPayload)
    assert.match((await w.get(hal, `/independent/complaints/${id}`)).payload, /A voice note/)
    // What was written beside the sound is gone: it was made anew.
    assert.ok(!own.rawPayload.equals(recording))
    for (const person of [ada, ben, meg, ivy, sam]) {
      assert.notEqual(
        (await w.get(person, `/independent/complaints/${id}/file`)).statusCode,
        200,
        person.name,
      )
    }
    assert.equal((await w.get(joy, `/me/not-right/${id}/file`)).statusCode, 404)
  })

  it('is not in the database for anybody it is about or beside them, however they ask', async () => {
    const id = idOf(await send('drawing', await aPhotograph('png')))
    const { file_id: file } = await w.db
      .selectFrom('waymark.complaint')
      .select('file_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    for (const person of [ada, ben, meg, hal, ivy, sam]) {
      const rows = await w.acting(person, async (tx) => [
        ...(await sql`select from waymark.stored_file where id = ${file}`.execute(tx)).rows,
        ...(await sql`select from waymark.stored_file_piece where file_id = ${file}`.execute(tx))
          .rows,
        ...(person === hal
          ? []
          : (await sql`select from waymark.complaint_file(${id})`.execute(tx)).rows),
        ...(person === hal
          ? []
          : (await sql`select from waymark.complaint_pieces(${id}, 0, 9)`.execute(tx)).rows),
      ])
      assert.equal(rows.length, 0, person.name)
    }
  })

  it('says what cannot be kept, and keeps nothing of it', async () => {
    const before = await w.db.selectFrom('waymark.stored_file').select('id').execute()
    const film = await send('voice', await aFilm())
    assert.equal(film.statusCode, 422)
    assert.match(film.payload, /That is a film/)
    const text = await send('photo', Buffer.from('hello'))
    assert.match(text.payload, /not a picture we can keep/)
    const nothing = await w.post(kit, '/me/not-right/new', { about: 'person', way: 'voice' })
    assert.equal(nothing.statusCode, 422)
    assert.equal(
      (await w.db.selectFrom('waymark.stored_file').select('id').execute()).length,
      before.length,
    )
    assert.ok(child)
  })

  it('is kept where something else in the form is wrong, for them alone, and sent without choosing it again', async () => {
    const files = async () =>
      (await w.db.selectFrom('waymark.stored_file').select('id').execute()).length
    const before = await files()
    const recording = await aRecording('mp3')
    const first = await postParts(w, kit, '/me/not-right/new', { way: 'voice', file: recording })
    assert.equal(first.statusCode, 422)
    const kept = /name="kept" value="([0-9a-f-]{36})"/.exec(first.payload)?.[1] ?? ''
    assert.ok(first.payload.includes(`src="/me/not-right/kept/${kept}"`))
    assert.equal((await w.get(kit, `/me/not-right/kept/${kept}`)).statusCode, 200)
    for (const person of [ada, ben, meg, hal, joy]) {
      assert.notEqual((await w.get(person, `/me/not-right/kept/${kept}`)).statusCode, 200)
    }

    // Wrong once more, and another that cannot be kept: the first stays.
    const film = { way: 'voice', kept, file: await aFilm() }
    const second = await postParts(w, kit, '/me/not-right/new', film)
    assert.equal(second.statusCode, 422)
    assert.ok(second.payload.includes(`value="${kept}"`))

    const sent = await postParts(w, kit, '/me/not-right/new', {
      about: 'person',
      way: 'voice',
      kept,
    })
    const id = idOf(sent)
    assert.ok(id)
    const heard = await w.get(kit, `/me/not-right/${id}/file`)
    assert.equal(heard.statusCode, 200)
    assert.equal(await files(), before + 1)

    // What was sent is no longer something that a form holds, and cannot be sent in a second one.
    assert.equal((await w.get(kit, `/me/not-right/kept/${kept}`)).statusCode, 404)
    const again = await postParts(w, kit, '/me/not-right/new', {
      about: 'rules',
      way: 'voice',
      kept,
    })
    assert.equal(again.statusCode, 422)
  })

  it('takes no file of somebody else, of another kind, or of something already said', async () => {
    const drawing = await postParts(w, kit, '/me/not-right/new', {
      way: 'drawing',
      file: await aPhotograph('png'),
    })
    const kept = /name="kept" value="([0-9a-f-]{36})"/.exec(drawing.payload)?.[1] ?? ''
    assert.ok(kept)
    const other = { about: 'person', kept }
    assert.equal(
      (await postParts(w, kit, '/me/not-right/new', { ...other, way: 'voice' })).statusCode,
      422,
    )
    assert.equal((await postParts(w, kit, '/me/not-right/new', other)).statusCode, 422)
    await aChild(w, { account: joy, allocatedTo: [], organisationId: southmere })
    const stolen = await postParts(w, joy, '/me/not-right/new', { ...other, way: 'drawing' })
    assert.equal(stolen.statusCode, 422)
    for (const wrong of ['x', '', '\0', '0'.repeat(9000)]) {
      const sent = await postParts(w, kit, '/me/not-right/new', {
        about: 'person',
        way: 'drawing',
        kept: wrong,
      })
      assert.equal(sent.statusCode, 422)
    }
  })
})
