import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { aChild } from '#tests/support/builders.ts'
import { aFilm, aPhotograph, aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, gus, ivy, joy, kit, meg, southmere } from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { world, type World } from '#tests/support/world.ts'

describe('saying something', () => {
  let w: World
  let child: string

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
  })

  const begin = async () => {
    const id = randomUUID()
    await w.post(kit, '/me/say', { statement: id, way: 'photo' })
    return id
  }
  const count = async (table: string, where = 'true') => {
    const { rows } = await sql
      .raw<{ n: string }>(`select count(*) as n from waymark.${table} where ${where}`)
      .execute(w.db)
    return Number(rows[0]?.n)
  }

  it('says first who can see it, and what an adult must do', async () => {
    const { payload } = await w.get(kit, '/me/say')
    const order = [
      'only you can see it',
      'You choose who gets it',
      'A manager can see that you sent something',
      'must tell somebody who can help',
      'a manager can open it',
      'take it back later',
      'How do you want to say it',
    ]
    const places = order.map((text) => payload.indexOf(text))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.ok(places[0] !== -1)
    for (const way of ['voice', 'drawing', 'photo', 'words', 'cards']) {
      assert.match(payload, new RegExp(`value="${way}"[^>]*>\\s*<img class="wm-symbol"`))
    }
  })

  it('keeps every way of saying it, and gives each back as it was given', async () => {
    const { id, parts } = await saySomething(w, kit, [
      '  ኣነ  እፈርሕ።\nline two ',
      { cards: ['worried', 'home'] },
      { voice: await aRecording('webm') },
      { drawing: await aPhotograph('png') },
      { photo: await aPhotograph('jpeg') },
    ])
    const { payload, headers } = await w.get(kit, `/me/say/${id}`)
    assert.match(payload, /ኣነ {2}እፈርሕ።\nline two /)
    assert.match(payload, /worried-face\.svg[\s\S]*Worried/)
    assert.match(payload, /<audio [^>]*src="[^"]*\/file"/)
    assert.match(String(headers['content-security-policy']), /media-src 'self'(;|$)/)
    const types = []
    for (const part of parts.slice(2)) {
      const res = await w.get(kit, `/me/say/${id}/part/${part}/file`)
      assert.equal(res.statusCode, 200)
      assert.equal(res.headers['x-content-type-options'], 'nosniff')
      assert.equal(res.headers['cache-control'], 'no-store')
      assert.equal(res.headers['content-disposition'], 'inline')
      assert.equal(res.rawPayload.includes('Marsh Lane'), false)
      types.push(res.headers['content-type'])
    }
    assert.deepEqual(types, ['audio/webm', 'image/png', 'image/jpeg'])
  })

  it('gives a player the part of a recording that it asks for', async () => {
    const wav = await aRecording('wav', { seconds: 40 })
    const { id, parts } = await saySomething(w, kit, [{ voice: wav }])
    const url = `/me/say/${id}/part/${parts[0]}/file`
    const whole = await w.get(kit, url)
    assert.equal(whole.headers['accept-ranges'], 'bytes')
    const ask = (range: string) => w.app.inject({ url, headers: { ...w.as(kit), range } })
    const middle = await ask('bytes=262100-262200')
    assert.equal(middle.statusCode, 206)
    const total = whole.rawPayload.length
    assert.equal(middle.headers['content-range'], `bytes 262100-262200/${total}`)
    assert.deepEqual(middle.rawPayload, whole.rawPayload.subarray(262_100, 262_201))
    assert.equal((await ask(`bytes=${total}-`)).statusCode, 416)
  })

  it('stores nothing that can be read without the keys', async () => {
    const picture = await sharp({
      create: { width: 64, height: 64, channels: 3, background: '#2266aa' },
    })
      .png()
      .toBuffer()
    const { parts } = await saySomething(w, kit, [{ drawing: picture }])
    const { rows } = await sql<{ sealed: Buffer; sealed_key: Buffer }>`
      select p.sealed, f.sealed_key from waymark.stored_file_piece p join waymark.stored_file f on f.id = p.file_id
       where p.file_id = ${parts[0]}`.execute(w.db)
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.sealed.includes('\u0089PNG\r\n', 0, 'latin1'), false)
    assert.equal(rows[0]?.sealed.includes('IHDR'), false)
  })

  it('says what is wrong with a file in plain words, and keeps nothing of it', async () => {
    const id = await begin()
    const bomb = await sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer()
    const wrong: readonly (readonly [string, Buffer | readonly Buffer[], RegExp])[] = [
      ['photo', Buffer.alloc(0), /There is nothing in that file/],
      ['photo', Buffer.from('words'), /not a picture we can keep/],
      [
        'photo',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        /not a picture we can keep/,
      ],
      ['photo', bomb, /too large to open/],
      ['photo', (await aPhotograph()).subarray(0, 900), /cannot be read to the end|not a picture/],
      ['photo', Buffer.alloc(13 * 1024 * 1024, 1), /The most is 12 MB/],
      ['photo', Array.from({ length: 10 }, () => Buffer.from('a')), /one file at a time/],
      ['voice', await aPhotograph(), /not a recording we can keep/],
      ['voice', await aFilm(), /That is a film/],
      ['voice', await aRecording('webm', { seconds: 3600 }), /longer than 20 minutes/],
    ]
    const before = [await count('stored_file'), await count('statement_part')]
    for (const [medium, file, sentence] of wrong) {
      const part = randomUUID()
      const res = await postParts(w, kit, `/me/say/${id}/make/${medium}`, { part, file })
      assert.equal(res.statusCode, 422, String(sentence))
      assert.match(res.payload, sentence)
      assert.match(res.payload, new RegExp(`name="part" value="${part}"`))
    }
    const none = await postParts(w, kit, `/me/say/${id}/make/photo`, { part: randomUUID() })
    assert.match(none.payload, /Choose a file, or make one here/)
    assert.deepEqual([await count('stored_file'), await count('statement_part')], before)
  })

  it('keeps what was typed when it cannot be kept, and both texts when it changed meanwhile', async () => {
    const long = 'w'.repeat(20_001)
    const id = await begin()
    const at = `/me/say/${id}/make/words`
    const tooLong = await w.post(kit, at, { part: randomUUID(), version: '0', words: long })
    assert.equal(tooLong.statusCode, 422)
    assert.ok(tooLong.payload.includes(long))
    const part = randomUUID()
    await w.post(kit, at, { part, version: '0', words: 'First' })
    await w.post(kit, at, { part, version: '1', words: 'On my phone' })
    const late = await w.post(kit, at, { part, version: '1', words: 'On the bus' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /On my phone[\s\S]*On the bus/)
    assert.match(late.payload, /name="version" value="2"/)
    const kept = await w.post(kit, at, { part, version: '2', words: 'On the bus' })
    assert.equal(kept.statusCode, 303)
    assert.match((await w.get(kit, `/me/say/${id}`)).payload, /On the bus/)
  })

  it('keeps a thing and its parts once, however often they are sent', async () => {
    const id = randomUUID()
    const part = randomUUID()
    const photo = await aPhotograph()
    for (let n = 0; n < 2; n += 1) {
      await w.post(kit, '/me/say', { statement: id, way: 'photo' })
      const res = await postParts(w, kit, `/me/say/${id}/make/photo`, { part, file: photo })
      assert.equal(res.statusCode, 303)
    }
    const twice = randomUUID()
    const both = await Promise.all(
      [1, 2].map(() => postParts(w, kit, `/me/say/${id}/make/photo`, { part: twice, file: photo })),
    )
    assert.deepEqual(
      both.map((r) => r.statusCode),
      [303, 303],
    )
    assert.equal(await count('statement', `id = '${id}'`), 1)
    assert.equal(await count('statement_part', `statement_id = '${id}'`), 2)
    assert.equal(await count('stored_file_piece', `file_id = '${twice}'`), 1)
    for (let n = 0; n < 2; n += 1) {
      await w.post(kit, `/me/say/${id}/send`, { who: 'everyone_beside_me', do: 'send' })
    }
    assert.equal(await count('receipt', `subject_id = '${id}'`), 1)
  })

  it('can be paused, come back to, taken apart, kept and thrown away', async () => {
    const { id, parts } = await saySomething(w, kit, ['One', 'Two'])
    await w.post(kit, `/me/say/${id}`, { takeOut: parts[0] ?? '' })
    const { payload } = await w.get(kit, `/me/say/${id}`)
    assert.doesNotMatch(payload, /One<\/blockquote>/)
    assert.match(payload, /Two<\/blockquote>/)
    const kept = await w.post(kit, `/me/say/${id}`, { do: 'keep' })
    assert.equal(kept.headers.location, '/me/said')
    assert.match(
      (await w.get(kit, '/me/said')).payload,
      new RegExp(`Not sent[\\s\\S]*/me/say/${id}`),
    )
    assert.match((await w.get(kit, '/me/say')).payload, new RegExp(`/me/say/${id}`))
    await w.post(kit, `/me/say/${id}`, { do: 'throw-away' })
    assert.equal((await w.get(kit, `/me/say/${id}`)).statusCode, 404)
  })

  it('is nobody else’s: not another young person’s, and an id of theirs is no way in', async () => {
    const { id } = await saySomething(w, kit, ['Mine'])
    await aChild(w, { account: joy, organisationId: southmere, allocatedTo: [] })
    assert.equal((await w.get(joy, `/me/say/${id}`)).statusCode, 404)
    const res = await w.post(joy, '/me/say', { statement: id, way: 'words' })
    assert.equal(res.headers.location, '/me/say')
    assert.equal(await count('statement', `id = '${id}' and child_id = '${child}'`), 1)
  })

  it('asks who gets it, and does not guess', async () => {
    const { id } = await saySomething(w, kit, ['Hello'])
    const at = `/me/say/${id}/send`
    assert.match((await w.post(kit, at, { do: 'send' })).payload, /Choose who gets it/)
    const nobody = await w.post(kit, at, { who: 'chosen', do: 'send' })
    assert.equal(nobody.statusCode, 422)
    assert.match(nobody.payload, /Choose at least one person/)
    const stranger = await w.post(kit, at, { who: 'chosen', person: [meg.id, ivy.id], do: 'send' })
    assert.equal(stranger.statusCode, 422, 'nobody who does not stand beside them')
    assert.equal((await w.post(kit, at, { who: 'trusted', do: 'send' })).statusCode, 422)
    const sent = await w.post(kit, at, { person: [gus.id], with: 'interpreter', do: 'send' })
    assert.equal(sent.headers.location, `/me/say/${id}?just=sent`)
    const { payload } = await w.get(kit, `/me/say/${id}`)
    assert.match(payload, /Gus Guardian[\s\S]*has not opened it yet/)
    assert.doesNotMatch(payload, /Ada Worker/)
    assert.match(payload, /With you: An interpreter/)
    const { rows } = await sql<Record<string, string>>`
      select company, company_relationship, interpreter_mode, audience from waymark.statement where id = ${id}`.execute(
      w.db,
    )
    assert.deepEqual(rows, [
      {
        company: 'with_someone',
        company_relationship: 'interpreter',
        interpreter_mode: 'in_person',
        audience: 'chosen',
      },
    ])
  })

  it('offers only the person they trust when they named one who stands beside them', async () => {
    const { id } = await saySomething(w, kit, ['For one'])
    assert.doesNotMatch((await w.get(kit, `/me/say/${id}/send`)).payload, /Only the person I trust/)
    await w.db
      .insertInto('waymark.person_who_matters')
      .values({
        child_id: child,
        name: 'Gus Guardian',
        who_they_are: 'Guardian',
        trusted_adult: true,
      })
      .execute()
    assert.match(
      (await w.get(kit, `/me/say/${id}/send`)).payload,
      /Only the person I trust<br><bdi>Gus/,
    )
    await w.post(kit, `/me/say/${id}/send`, { who: 'trusted', do: 'send' })
    assert.equal((await w.get(gus, `/children/${child}/said/${id}`)).statusCode, 200)
    assert.equal((await w.get(ada, `/children/${child}/said/${id}`)).statusCode, 404)
  })

  it('opens the microphone on the one page that records, and the camera on none', async () => {
    const id = await begin()
    const voice = await w.get(kit, `/me/say/${id}/make/voice`)
    assert.match(String(voice.headers['permissions-policy']), /camera=\(\).*microphone=\(self\)/)
    assert.match(String(voice.headers['content-security-policy']), /media-src 'self' blob:/)
    for (const url of ['/me', '/me/say', `/me/say/${id}`, `/me/say/${id}/make/photo`]) {
      const { headers } = await w.get(kit, url)
      assert.match(String(headers['permissions-policy']), /camera=\(\).*microphone=\(\)/)
      assert.doesNotMatch(String(headers['content-security-policy']), /blob:/)
    }
  })
})
