import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { ChildId } from '#kernel/ids.ts'
import { hiddenIn } from '#platform/files/picture.ts'
import { aChild } from '#tests/support/builders.ts'
import { aPhotograph, aRecording } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import {
  ada,
  ben,
  gus,
  hal,
  ivy,
  kit,
  meg,
  mia,
  sam,
  type TestPerson,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { reported } from '../missing.fixture.ts'

const NOW = new Date('2026-11-21T10:30:00Z')
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

describe('part one of the form, with a photo, and moving with the child', () => {
  let w: World
  let child: ChildId
  let at: string
  const fields = { 'taken-day': '1', 'taken-month': '11', 'taken-year': '2026', agreed: 'yes' }
  const place = async (who: TestPerson, more: object = {}) =>
    postParts(w, who, `${at}/ready/photo`, { file: await aPhotograph(), ...fields, ...more })
  const file = async (who: TestPerson) => w.get(who, `${at}/ready/photo/file`)
  const page = async (who: TestPerson) => main((await w.get(who, at)).payload)
  const rows = async (who: TestPerson) =>
    (
      await w.acting(who, (tx) =>
        sql`select id from waymark.missing_photo where child_id = ${child}
          union all select f.id from waymark.stored_file f where f.child_id = ${child} and f.made_by <> waymark.actor_id()`.execute(
          tx,
        ),
      )
    ).rows.length

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben] })
    at = `/children/${child}/missing`
  })

  it('is kept without where it was taken, large enough to know somebody by, and stands with part one', async () => {
    assert.equal((await file(ada)).statusCode, 404)
    assert.equal((await place(ada)).statusCode, 303)
    const given = await file(ben)
    assert.equal(given.statusCode, 200)
    assert.deepEqual(await hiddenIn(given.rawPayload), [])
    const longest = async (of: Buffer) => {
      const { width, height } = await sharp(of).metadata()
      return Math.max(width, height)
    }
    assert.equal(await longest(given.rawPayload), await longest(await aPhotograph()))
    assert.match(
      await page(ben),
      /<img[^>]*alt="Photo of them, 1 November 2026"[\s\S]*They know of it and agree/,
    )
    assert.match(main((await w.get(ada, `${at}/ready/photo`)).payload), /Take the photo away/)
  })

  it('is on the page of a search that goes on, for those beside them', async () => {
    const search = await reported(w, ada, child)
    for (const who of [ada, ben, meg]) {
      assert.match(main((await w.get(who, search)).payload), /Photo of them/, who.name)
    }
    assert.doesNotMatch(main((await w.get(ivy, search)).payload), /Photo of them/)
  })

  it('is for those beside them now and their managers, and for nobody else by any way', async () => {
    for (const who of [ada, ben, meg]) assert.equal((await file(who)).statusCode, 200, who.name)
    for (const who of [hal, gus]) assert.equal((await file(who)).statusCode, 404, who.name)
    assert.equal((await file(ivy)).statusCode, 403)
    assert.doesNotMatch(await page(ivy), /Photo of them/)
    await w.signIn(kit)
    for (const who of [ivy, hal, gus, kit]) assert.equal(await rows(who), 0, who.name)
    assert.equal(await rows(ben), 2)
  })

  it('has a sentence for each thing that is wrong, keeps what was typed, and leaves the photo there was', async () => {
    const before = (await file(ada)).rawPayload
    const wrong: readonly (readonly [object, RegExp])[] = [
      [{ file: '' }, /Choose a photo</],
      [{ file: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }, /must be a JPEG, PNG/],
      [{ file: await aRecording('mp3') }, /must be a JPEG, PNG/],
      [{ file: Buffer.alloc(13 * 1024 * 1024) }, /smaller than 12 MB/],
      [{ file: [await aPhotograph(), await aPhotograph()] }, /Choose one photo/],
      [{ 'taken-month': '13' }, /Enter the day of the photo/],
      [{ 'taken-day': '', 'taken-month': '', 'taken-year': '' }, /Enter the day of the photo/],
      [{ 'taken-year': '2027' }, /must be today or earlier/],
      [{ agreed: 'no' }, /Choose whether they know of it/],
    ]
    for (const [more, sentence] of wrong) {
      const res = await place(ada, more)
      assert.equal(res.statusCode, 422, String(sentence))
      assert.match(main(res.payload), sentence)
      if (!('taken-day' in more)) assert.match(res.payload, /name="taken-day"[^>]*value="1"/)
    }
    assert.deepEqual((await file(ada)).rawPayload, before)
  })

  it('is one at a time, and taken away it is served to nobody', async () => {
    assert.equal((await place(ben, { agreed: 'not_asked' })).statusCode, 303)
    assert.match(await page(ada), /They have not been asked yet/)
    const { rows: standing } =
      await sql`select id from waymark.missing_photo where taken_away_at is null`.execute(w.db)
    assert.equal(standing.length, 1)
    assert.equal((await w.post(ada, `${at}/ready/photo/take-away`, {})).statusCode, 303)
    for (const who of [ada, ben, meg]) assert.equal((await file(who)).statusCode, 404)
    assert.doesNotMatch(await page(ada), /Photo of them/)
    await assert.rejects(
      sql`update waymark.missing_photo set taken_away_at = null where child_id = ${child}`.execute(
        w.db,
      ),
      /stays away/,
    )
  })

  it('is said to be old when it is', async () => {
    await place(ada, { 'taken-month': '3', 'taken-year': '2025' })
    assert.match(await page(ada), /more than six months old/)
  })

  it('moves with the child to whoever stands beside them next, of another organisation too, and away from who did', async () => {
    const ready = {
      looks: 'A scar on one hand',
      withChild: 'together',
      withCarer: 'yes',
      version: '0',
    }
    assert.equal((await w.post(ada, `${at}/ready`, ready)).statusCode, 303)
    assert.doesNotMatch(await page(ada), /Somebody new|six months ago|They moved/)
    await sql`update waymark.allocation set ended_on = '2026-11-21' where child_id = ${child}`.execute(
      w.db,
    )
    w.setClock(new Date('2026-11-24T10:30:00Z'))
    await sql`insert into waymark.allocation (child_id, person_id, part, started_on) values (${child}, ${sam.id}, 'key_worker', '2026-11-23')`.execute(
      w.db,
    )
    for (const who of [ada, ben]) {
      assert.equal((await w.get(who, at)).statusCode, 404)
      assert.equal((await file(who)).statusCode, 404)
      assert.equal(await rows(who), 0)
    }
    assert.match(await page(sam), /A scar on one hand/)
    assert.match(await page(sam), /Somebody new stands beside them since 23 November 2026/)
    assert.equal((await file(sam)).statusCode, 200)
    assert.equal((await file(mia)).statusCode, 404, 'not everybody of that organisation')
  })

  it('is to be looked at again when they moved, or when it is old', async () => {
    const moved = await aChild(w, { allocatedTo: ada })
    const here = `/children/${moved}/missing`
    w.setClock(new Date('2026-11-24T10:30:00Z'))
    await w.post(ada, `${here}/ready`, {
      looks: 'Tall',
      withChild: 'together',
      withCarer: 'yes',
      version: '0',
    })
    assert.doesNotMatch((await w.get(ada, here)).payload, /ook at it again with them\./)
    w.setClock(new Date('2027-05-25T10:30:00Z'))
    assert.match((await w.get(ada, here)).payload, /looked at last more than six months ago/)
    await sql`insert into waymark.care_episode (child_id, organisation_id, began_on, said_in)
      select id, organisation_id, '2027-05-01', 2027 from waymark.child where id = ${moved}`.execute(
      w.db,
    )
    assert.match((await w.get(ada, here)).payload, /They moved on 1 May 2027/)
  })

  it('is asked for on the board of whoever stands beside somebody without it', async () => {
    const without = await aChild(w, { allocatedTo: ada, knownAs: 'Rowan' })
    const board = main((await w.get(ada, '/missing')).payload)
    assert.match(board, new RegExp(`Rowan[\\s\\S]*/children/${without}/missing/ready`))
    assert.doesNotMatch(main((await w.get(meg, '/missing')).payload), /Part one is not ready/)
  })

  it('keeps the same readers for what it said before', async () => {
    const one = await aChild(w, { allocatedTo: ada })
    const here = `/children/${one}/missing`
    const ready = { looks: 'Before', withChild: 'together', withCarer: 'yes' }
    await w.post(ada, `${here}/ready`, { ...ready, version: '0' })
    await w.post(ada, `${here}/ready`, { ...ready, looks: 'After', version: '1' })
    await reported(w, ada, one)
    const search = String((await w.get(ada, here)).payload.match(/missing\/[0-9a-f-]{36}/)?.[0])
    await w.post(ada, `/children/${one}/${search}/found`, {
      'at-day': '25',
      'at-month': '5',
      'at-year': '2027',
      atTime: '9:00',
      where: 'At home',
    })
    await w.signIn(kit)
    const history = async (who: TestPerson, of = one) =>
      (
        await w.acting(who, (tx) =>
          sql<{
            table_name: string
          }>`select distinct table_name from waymark.row_history where child_id = ${of} and table_name like 'missing%' order by 1`.execute(
            tx,
          ),
        )
      ).rows.map((r) => r.table_name)
    assert.deepEqual(await history(ada), ['missing_episode', 'missing_ready'])
    assert.deepEqual(await history(ivy), ['missing_episode'])
    assert.deepEqual(await history(sam, child), ['missing_photo'])
    assert.deepEqual(await history(kit, child), [])
  })
})
