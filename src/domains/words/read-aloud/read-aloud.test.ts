import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { aFilm, aPhotograph, aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import {
  ada,
  ann,
  gus,
  joy,
  kit,
  meg,
  mia,
  sam,
  southmere,
  type TestPerson,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { en } from '../english/index.ts'
import { layOver } from '../words.ts'

const AT = 'say.lead'
const page = '/languages/en/text?at=say.lead'

describe('a text read aloud', () => {
  let w: World

  before(async () => {
    w = await world()
    await aChild(w, { allocatedTo: [ada, gus], account: kit })
    await aChild(w, { organisationId: southmere, allocatedTo: [sam], account: joy })
  })

  const add = async (
    person: TestPerson,
    more: Readonly<Record<string, string | Buffer>> = {},
    language = 'en',
    spoken: string = en.say.lead,
  ) =>
    postParts(w, person, `/languages/${language}/recordings?at=${AT}`, {
      spoken,
      speaker: 'An interpreter',
      agreed: 'yes',
      recording: await aRecording('webm'),
      ...more,
    })
  const newest = async () =>
    w.db
      .selectFrom('waymark.text_recording')
      .selectAll()
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
  const act = (person: TestPerson, id: string, fields: Readonly<Record<string, string>>) =>
    w.post(person, `/languages/en/recordings/${id}?at=${AT}`, fields)
  const players = async (person = kit, url = '/me/say') => {
    const res = await w.get(person, url)
    return {
      sources: [...res.payload.matchAll(/<audio[^>]*src="([^"]+)"[^>]*aria-label="([^"]+)"/g)],
      policy: String(res.headers['content-security-policy']),
    }
  }

  it('is not there where nobody recorded it, and nothing may play', async () => {
    const { sources, policy } = await players()
    assert.deepEqual(sources, [])
    assert.doesNotMatch(policy, /media-src/)
    assert.match((await w.get(ada, page)).payload, /There is no recording of this text yet/)
  })

  it('waits for a second speaker before any young person hears it', async () => {
    assert.equal((await add(ada)).statusCode, 303)
    const { id } = await newest()
    assert.equal((await players()).sources.length, 0)
    assert.equal((await w.get(kit, `/me/aloud/${id}`)).statusCode, 404)
    assert.equal((await act(ada, id, { do: 'check' })).statusCode, 422, 'not by who added it')
    assert.match((await w.get(meg, page)).payload, /Waits for a second speaker/)
    assert.equal((await act(meg, id, { do: 'check' })).statusCode, 303)
    const { sources, policy } = await players()
    assert.equal(sources.length, 1)
    assert.equal(sources[0]?.[1], `/me/aloud/${id}`)
    assert.equal(sources[0]?.[2], en.say.lead, 'the player is called by what it says')
    assert.match(policy, /media-src 'self'(;|$)/)
  })

  it('is sent from here, whole or in part, kept by nobody, with nothing the device wrote into it', async () => {
    const { id } = await newest()
    const whole = await w.get(kit, `/me/aloud/${id}`)
    assert.equal(whole.statusCode, 200)
    assert.equal(whole.headers['content-type'], 'audio/webm')
    assert.match(String(whole.headers['cache-control']), /no-store/)
    assert.doesNotMatch(whole.rawPayload.toString('latin1'), /Marsh Lane|Phone of Kit/)
    const part = await w.app.inject({
      url: `/me/aloud/${id}`,
      headers: { ...w.as(kit), range: 'bytes=0-9' },
    })
    assert.equal(part.statusCode, 206)
    assert.equal(part.rawPayload.length, 10)
    const rows = await w.db.selectFrom('waymark.organisation_file_piece').selectAll().execute()
    assert.ok(rows.length > 0)
    assert.ok(!rows.some((r) => r.sealed.includes(Buffer.from('webm'))), 'it is sealed')
  })

  it('is heard only by young people of the organisation whose it is', async () => {
    const { id } = await newest()
    assert.equal((await players(joy)).sources.length, 0)
    assert.equal((await w.get(joy, `/me/aloud/${id}`)).statusCode, 404)
    assert.equal((await w.get(mia, `/languages/en/recordings/${id}`)).statusCode, 404)
    assert.equal((await w.get(ada, `/languages/en/recordings/${id}`)).statusCode, 200)
    assert.equal((await act(mia, id, { do: 'check' })).statusCode, 404)
  })

  it('is added and checked by staff who work with young people, and nobody else', async () => {
    assert.equal((await add(ann)).statusCode, 403)
    assert.equal((await add(kit)).statusCode, 403)
    const { id } = await newest()
    assert.equal((await act(ann, id, { do: 'check' })).statusCode, 403)
    await assert.rejects(
      w.acting(kit, (tx) =>
        tx
          .insertInto('waymark.text_recording_act')
          .values({ recording_id: id, act: 'put_aside', note: 'no' })
          .execute(),
      ),
      /row-level security/,
    )
    await assert.rejects(
      w.acting(ada, (tx) =>
        tx
          .insertInto('waymark.text_recording_act')
          .values({ recording_id: id, act: 'checked' })
          .execute(),
      ),
      /somebody else checks/,
    )
  })

  it('refuses what is no recording, and what nobody agreed to, in sentences', async () => {
    const count = async () =>
      (await w.db.selectFrom('waymark.text_recording').select('id').execute()).length
    const at = await count()
    const wrong: readonly (readonly [Readonly<Record<string, string | Buffer>>, RegExp])[] = [
      [{ recording: await aPhotograph() }, /the file is not one/],
      [{ recording: await aFilm() }, /this is a film/],
      [{ recording: Buffer.from('hello') }, /the file is not one/],
      [{ recording: Buffer.alloc(0) }, /empty|Choose a recording/],
      [{ recording: '' }, /Choose a recording/],
      [{ agreed: '' }, /only when the speaker agreed/],
      [{ speaker: ' ' }, /Say who speaks/],
      [{ speaker: 'x'.repeat(201) }, /200 characters or fewer/],
      [{ spoken: 'Another text' }, /The text changed/],
    ]
    for (const [fields, sentence] of wrong) {
      const res = await add(ada, fields)
      assert.equal(res.statusCode, 422, String(sentence))
      assert.match(res.payload, sentence)
    }
    assert.equal(await count(), at)
  })

  it('is the newest that was checked; an older one stands beside', async () => {
    const first = await newest()
    await add(meg)
    const second = await newest()
    assert.notEqual(first.id, second.id)
    assert.equal((await players()).sources[0]?.[1], `/me/aloud/${first.id}`)
    await act(ada, second.id, { do: 'check' })
    assert.equal((await players()).sources[0]?.[1], `/me/aloud/${second.id}`)
    assert.equal((await act(ada, second.id, { do: 'put-aside', why: '' })).statusCode, 422)
    await act(ada, second.id, { do: 'put-aside', why: 'The speaker does not agree any more' })
    assert.equal((await players()).sources[0]?.[1], `/me/aloud/${first.id}`)
    assert.equal((await w.get(kit, `/me/aloud/${second.id}`)).statusCode, 404)
    assert.match((await w.get(ada, page)).payload, /does not agree any more/)
  })

  it('is not offered any more when the text changes', async () => {
    const welsh = { text: 'Dywedwch yma', english: en.say.lead, state: 'draft' } as const
    layOver('cy', { [AT]: welsh })
    assert.equal((await add(ada, {}, 'cy', welsh.text)).statusCode, 303)
    const { id } = await newest()
    await w.post(meg, `/languages/cy/recordings/${id}?at=${AT}`, { do: 'check' })
    assert.equal((await players(kit, '/me/say?in=cy')).sources.length, 1)
    layOver('cy', { [AT]: { ...welsh, text: 'Rhywbeth arall' } })
    try {
      assert.equal((await players(kit, '/me/say?in=cy')).sources.length, 0)
      const { payload } = await w.get(ada, `/languages/cy/text?at=${AT}`)
      assert.match(payload, /Of a text that has changed since/)
    } finally {
      layOver('cy', {})
    }
  })

  it('cannot be made of a text that a name or a number is put into', async () => {
    const { payload } = await w.get(ada, '/languages/en/text?at=answer.where')
    assert.match(payload, /This text cannot be recorded/)
  })

  it('is heard at the door by anybody, only where it is a text of the door that was checked', async () => {
    const door = async () => w.app.inject({ url: '/in?in=en' })
    const inside = await newest()
    assert.equal((await w.app.inject({ url: `/in/aloud/${inside.id}` })).statusCode, 404)
    const at = '/languages/en/recordings?at=door.lead'
    assert.match(
      (await w.get(ada, '/languages/en/text?at=door.lead')).payload,
      /anybody who opens the door hears this recording/,
    )
    const added = await postParts(w, ada, at, {
      spoken: en.door.lead,
      speaker: 'An interpreter',
      agreed: 'yes',
      recording: await aRecording('webm'),
    })
    assert.equal(added.statusCode, 303)
    const { id } = await newest()
    const heard = `/in/aloud/${id}`
    assert.doesNotMatch((await door()).payload, /<audio/)
    assert.equal((await w.app.inject({ url: heard })).statusCode, 404)
    const acts = `/languages/en/recordings/${id}?at=door.lead`
    assert.equal((await w.post(meg, acts, { do: 'check' })).statusCode, 303)
    const page = await door()
    assert.match(page.payload, new RegExp(`<audio[^>]*src="${heard}"`))
    assert.match(String(page.headers['content-security-policy']), /media-src 'self'(;|$)/)
    assert.doesNotMatch((await w.app.inject({ url: '/in?in=cy' })).payload, /<audio/)
    const part = await w.app.inject({ url: heard, headers: { range: 'bytes=0-9' } })
    assert.deepEqual([part.statusCode, part.rawPayload.length], [206, 10])
    assert.match(String(part.headers['cache-control']), /no-store/)
    await w.post(meg, acts, { do: 'put-aside', why: 'The speaker does not agree any more' })
    assert.equal((await w.app.inject({ url: heard })).statusCode, 404)
    assert.doesNotMatch((await door()).payload, /<audio/)
  })
})
