import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { ChildId } from '#kernel/ids.ts'
import { hiddenIn } from '#platform/files/picture.ts'
import { sealKeysAnew } from '#platform/files/store.ts'
import { aChild } from '#tests/support/builders.ts'
import { fakeClamd } from '#tests/support/clamd.ts'
import { aFilm, aPhotograph, aRecording, EICAR } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import {
  ada,
  ann,
  ben,
  gus,
  hal,
  ivy,
  joy,
  kit,
  meg,
  mia,
  sam,
  southmere,
  sys,
  type TestPerson,
  zoe,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const OWN = '/account/reach/photo'

async function assertSmallAndClean(bytes: Buffer): Promise<void> {
  const { format, width, height } = await sharp(bytes).metadata()
  assert.deepEqual([format, width, height], ['webp', 96, 96])
  assert.ok(bytes.length <= 12_288, `${bytes.length} bytes`)
  assert.deepEqual(await hiddenIn(bytes), [])
  assert.equal(bytes.includes('Marsh Lane'), false)
}

describe('a photo that a member of staff places of themself', () => {
  let w: World
  let child: ChildId
  const seen = `/me/people/${ada.id}/photo/file`
  const place = async (who: TestPerson = ada) =>
    postParts(w, who, OWN, { file: await aPhotograph() })
  const statusFor = async (who: TestPerson, url = seen) => (await w.get(who, url)).statusCode
  const rowsFor = async (who: TestPerson) => {
    const { rows } = await w.acting(who, (tx) =>
      sql<{ id: string }>`select id from waymark.staff_photo where person_id = ${ada.id}`.execute(
        tx,
      ),
    )
    return rows.length
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, gus] })
    await aChild(w, { account: joy, organisationId: southmere, knownAs: 'Joy', allocatedTo: [sam] })
  })

  it('is nowhere until they place it: initials stand there, and no address gives a picture', async () => {
    for (const url of ['/me/people']) {
      const page = main((await w.get(kit, url)).payload)
      assert.match(page, /wm-who__mark" aria-hidden="true">AW</)
      assert.doesNotMatch(page, /photo\/file/)
    }
    assert.equal(await statusFor(kit), 404)
    assert.equal(await statusFor(ada, `${OWN}/file`), 404)
  })

  it('is small, without anything hidden, never kept by a browser, and stands beside their name', async () => {
    assert.equal((await place()).statusCode, 303)
    const res = await w.get(kit, seen)
    assert.equal(res.statusCode, 200)
    assert.equal(res.headers['content-type'], 'image/webp')
    assert.equal(res.headers['cache-control'], 'no-store')
    assert.equal(res.headers['x-content-type-options'], 'nosniff')
    await assertSmallAndClean(res.rawPayload)
    for (const url of ['/me/people', `/me/people/${ada.id}`]) {
      const page = main((await w.get(kit, url)).payload)
      assert.match(page, new RegExp(`src="${seen}" alt="Photo of Ada Worker"[^>]*loading="lazy"`))
      if (url !== `/me/people/${ada.id}`) assert.match(page, /aria-hidden="true">GG</)
    }
    assert.match(main((await w.get(ada, '/account/reach')).payload), /alt="Your photo"/)
    const { rows } = await sql<{ sealed: Buffer }>`select sealed from waymark.staff_photo`.execute(
      w.db,
    )
    assert.equal(rows[0]?.sealed.includes('WEBP'), false)
  })

  it('is nobody else’s to see: not another young person’s, another organisation’s or a colleague’s', async () => {
    for (const who of [joy, ann, ben, hal, meg, ivy, zoe, gus, sam, mia]) {
      assert.notEqual(await statusFor(who), 200, who.name)
      assert.equal(await rowsFor(who), 0, who.name)
    }
    assert.equal(await statusFor(joy), 404)
    assert.deepEqual([await rowsFor(ada), await rowsFor(kit)], [1, 1])
    // Colleagues have no page with it either.
    assert.doesNotMatch(
      (await w.get(gus, `/children/${child}/people-map`)).payload,
      /<img[^>]*photo/,
    )
    const map = `/children/${child}/people-map/${ada.id}/photo`
    for (const who of [gus, meg]) assert.equal(await statusFor(who, map), 404)
  })

  it('is theirs alone to place and to take away', async () => {
    for (const who of [kit, ann, ivy, zoe]) assert.equal((await place(who)).statusCode, 403)
    const others = await w.acting(meg, (tx) =>
      sql`update waymark.staff_photo set taken_away_at = now()`.execute(tx),
    )
    assert.equal(others.numAffectedRows, 0n)
    const asAda = w.acting(gus, (tx) =>
      sql`insert into waymark.staff_photo (id, person_id, media_type, bytes, key_id, sealed_key, sealed, scan, placed_at)
        select gen_random_uuid(), ${ada.id}, 'image/webp', 1, 'k', decode(repeat('00', 60), 'hex'), decode(repeat('00', 60), 'hex'), 'clean', now()`.execute(
        tx,
      ),
    )
    await assert.rejects(asAda)
  })

  it('says of a wrong file what is wrong, and keeps the photo there was', async () => {
    const before = (await w.get(kit, seen)).rawPayload
    const wrong: readonly (readonly [Buffer | Buffer[] | string, RegExp])[] = [
      ['', /Choose a photo</],
      [Buffer.alloc(0), /nothing in that file|Choose a photo</],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /must be a JPEG, PNG or WebP/],
      [await aRecording('mp3'), /must be a JPEG, PNG or WebP/],
      [await aFilm(), /must be a JPEG, PNG or WebP/],
      [(await aPhotograph()).subarray(0, 600), /cannot be read to the end|must be a JPEG/],
      [Buffer.alloc(13 * 1024 * 1024), /smaller than 12 MB/],
      [[await aPhotograph(), await aPhotograph()], /Choose one photo/],
    ]
    for (const [file, sentence] of wrong) {
      const res = await postParts(w, ada, OWN, { file })
      assert.equal(res.statusCode, 422, String(sentence))
      assert.match(main(res.payload), sentence)
    }
    assert.deepEqual((await w.get(kit, seen)).rawPayload, before)
  })

  it('follows the installation when its keys are sealed anew', async () => {
    const keys = w.keys.files
    const later = { current: 'k2', all: new Map([...keys.all, ['k2', Buffer.alloc(32, 7)]]) }
    await assert.rejects(
      w.acting(ada, (tx) => sealKeysAnew(tx, later)),
      /only the installation/,
    )
    assert.equal(await w.acting(sys, (tx) => sealKeysAnew(tx, later)), 1)
    assert.equal(
      await w.acting(sys, (tx) => sealKeysAnew(tx, { ...later, current: keys.current })),
      1,
    )
    assert.equal(await statusFor(kit), 200)
  })

  it('is gone for a young person they no longer stand beside', async () => {
    const end = (on: string | null) =>
      sql`update waymark.allocation set ended_on = ${on}::date where person_id = ${ada.id}`.execute(
        w.db,
      )
    await end('2030-01-01')
    assert.equal(await statusFor(kit), 404)
    await end(null)
    assert.equal(await statusFor(kit), 200)
  })

  it('is gone from every page and its address at once when they take it away, and stays in the history', async () => {
    assert.equal((await w.post(ada, `${OWN}/take-away`)).statusCode, 303)
    assert.deepEqual([await statusFor(kit), await statusFor(ada, `${OWN}/file`)], [404, 404])
    for (const url of ['/me/people', `/me/people/${ada.id}`]) {
      const page = main((await w.get(kit, url)).payload)
      assert.match(page, /aria-hidden="true">AW</)
      assert.doesNotMatch(page, /photo\/file/)
    }
    const { rows } = await sql<{ away: boolean }>`
      select taken_away_at is not null as away from waymark.staff_photo where person_id = ${ada.id}`.execute(
      w.db,
    )
    assert.deepEqual(rows, [{ away: true }])
    const back = w.acting(ada, (tx) =>
      sql`update waymark.staff_photo set taken_away_at = null`.execute(tx),
    )
    await assert.rejects(back, /stays away/)
    assert.equal((await w.post(ada, `${OWN}/take-away`)).statusCode, 303)
    assert.equal((await place()).statusCode, 303)
    assert.equal(await statusFor(kit), 200)
  })
})

describe('a photo that a young person places on somebody of theirs', () => {
  let w: World
  let child: ChildId
  let noor: string

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, gus] })
    await aChild(w, { account: joy, organisationId: southmere, knownAs: 'Joy', allocatedTo: [sam] })
    await w.post(kit, '/me/people/add', { name: 'Noor', who: 'my sister' })
    const row = await w.db
      .selectFrom('waymark.person_who_matters')
      .select('id')
      .executeTakeFirstOrThrow()
    noor = row.id
  })

  const url = () => `/me/people/${noor}/photo`
  const map = () => `/children/${child}/people-map/${noor}/photo`
  const place = async (who: TestPerson = kit, at = url()) =>
    postParts(w, who, at, { file: await aPhotograph() })
  const status = async (who: TestPerson, at: string) => (await w.get(who, at)).statusCode
  const share = async (reader: 'me' | 'beside', version: number) =>
    w.post(kit, `/me/people/${noor}`, { view: 'helps', words: '', reader, version: `${version}` })

  it('is placed without JavaScript, small and clean, on their own people only', async () => {
    assert.match(main((await w.get(kit, `/me/people/${noor}`)).payload), new RegExp(url()))
    assert.match(main((await w.get(kit, url())).payload), /enctype="multipart\/form-data"/)
    assert.equal((await place()).statusCode, 303)
    await assertSmallAndClean((await w.get(kit, `${url()}/file`)).rawPayload)
    for (const page of ['/me/people', `/me/people/${noor}`, url()]) {
      assert.match(main((await w.get(kit, page)).payload), /<img[^>]*alt="Photo of Noor"/)
    }
    assert.equal((await place(kit, `/me/people/${ada.id}/photo`)).statusCode, 404)
    assert.equal((await place(joy)).statusCode, 404)
    assert.equal((await w.post(joy, `${url()}/take-away`)).statusCode, 404)
    assert.equal(await status(joy, `${url()}/file`), 404)
  })

  it('says of a wrong file what is wrong', async () => {
    const file = await aRecording('mp3')
    const res = await postParts(w, kit, url(), { file })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /That is not a picture we can keep/)
    const none = await postParts(w, kit, url(), { file: '' })
    assert.equal(none.statusCode, 422)
    assert.equal(await status(kit, `${url()}/file`), 200)
  })

  it('is theirs alone until they let their view of that person be read, and again when they do not', async () => {
    assert.equal(await status(ada, map()), 404)
    await share('beside', 0)
    assert.equal(await status(ada, map()), 200)
    assert.match((await w.get(ada, `/children/${child}/people-map`)).payload, /alt="Photo of Noor/)
    for (const who of [ann, ben, sam, mia, joy]) assert.notEqual(await status(who, map()), 200)
    await share('me', 1)
    assert.equal(await status(ada, map()), 404)
    assert.doesNotMatch((await w.get(ada, `/children/${child}/people-map`)).payload, /Photo of/)
    assert.equal(await status(kit, `${url()}/file`), 200)
  })

  it('is gone at once when they take it away, for them and for whoever saw it', async () => {
    await share('beside', 2)
    assert.equal(await status(ada, map()), 200)
    assert.equal((await w.post(kit, `${url()}/take-away`)).statusCode, 303)
    assert.deepEqual([await status(ada, map()), await status(kit, `${url()}/file`)], [404, 404])
    assert.match(main((await w.get(kit, '/me/people')).payload), /aria-hidden="true">N</)
    const kept = await w.db
      .selectFrom('waymark.photo_of_somebody')
      .select('taken_away_at')
      .execute()
    assert.equal(kept.length, 1)
  })

  it('goes with the person when they take them off their people', async () => {
    await place()
    assert.equal(await status(ada, map()), 200)
    await w.post(kit, `/me/people/${noor}/take-off`)
    assert.deepEqual([await status(ada, map()), await status(kit, `${url()}/file`)], [404, 404])
  })
})

describe('a photo, where a scanner is set up,', () => {
  it('is refused when something is found, and waits for its scan before others see it', async () => {
    const daemon = await fakeClamd()
    const w = await world({ scanner: daemon.address })
    await aChild(w, { account: kit, allocatedTo: [ada] })
    const harmful = Buffer.concat([await aPhotograph(), Buffer.from(EICAR)])
    const refused = await postParts(w, ada, OWN, { file: harmful })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /may harm devices, so it was not kept/)
    await daemon.close()
    await postParts(w, ada, OWN, { file: await aPhotograph() })
    const seen = `/me/people/${ada.id}/photo/file`
    assert.equal((await w.get(kit, seen)).statusCode, 404)
    assert.doesNotMatch((await w.get(kit, '/me/people')).payload, /photo\/file/)
    const again = await fakeClamd({ port: daemon.address.port })
    assert.equal((await w.get(ada, `${OWN}/file`)).statusCode, 200)
    assert.equal((await w.get(kit, seen)).statusCode, 200)
    await again.close()
  })
})
