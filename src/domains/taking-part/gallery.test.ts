import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { aPhotograph, aRecording } from '#tests/support/media.ts'
import { ada, ann, ben, ivy, joy, kit, meg, sam, southmere, zoe } from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const WORDS = 'My song about the bus'

describe('showing what one made', () => {
  let w: World
  let photo: string
  let sound: string
  let text: string
  let statement: string

  before(async () => {
    w = await world()
    await aChild(w, { account: kit, allocatedTo: [ada], knownAs: 'Kit of the test' })
    await aChild(w, { organisationId: southmere, allocatedTo: [sam], account: joy })
    const parts = [WORDS, { photo: await aPhotograph() }, { voice: await aRecording('wav') }]
    const said = await saySomething(w, kit, parts, [ada])
    statement = said.id
    ;[text = '', photo = '', sound = ''] = said.parts
  })

  const show = (part: string, place: string, fields: Fields = {}) =>
    w.post(kit, '/me/taking-part/mine', { part, place, do: 'show', ...fields })
  const stop = (part: string, place: string) => show(part, place, { do: 'stop' })

  /** Every list there is, by who looks at it. */
  const lists = async () => ({
    'young here': (await w.get(kit, '/me/taking-part/gallery')).payload,
    'staff here': (await w.get(ben, '/gallery')).payload,
    'young elsewhere': (await w.get(joy, '/me/taking-part/gallery')).payload,
    'staff elsewhere': (await w.get(sam, '/gallery')).payload,
    public: (await w.app.inject({ url: '/shown' })).payload,
  })
  const seenIn = async (what: string) =>
    Object.entries(await lists()).flatMap(([name, html]) => (html.includes(what) ? [name] : []))
  const idOf = async (part: string, place: string) =>
    (
      await w.db
        .selectFrom('waymark.gallery_work')
        .select('id')
        .where('part_id', '=', part)
        .where('place', '=', place)
        .orderBy('shown_at', 'desc')
        .executeTakeFirstOrThrow()
    ).id
  /** Every address a file can be asked for at, and who gets it. */
  const opens = async (work: string) => {
    const asked = {
      'young here': w.get(kit, `/me/taking-part/gallery/${work}/file`),
      'staff here': w.get(ben, `/gallery/${work}/file`),
      'young elsewhere': w.get(joy, `/me/taking-part/gallery/${work}/file`),
      'staff elsewhere': w.get(sam, `/gallery/${work}/file`),
      public: w.app.inject({ url: `/shown/${work}/file` }),
    }
    const found: string[] = []
    for (const [name, res] of Object.entries(asked)) {
      if ((await res).statusCode === 200) found.push(name)
      else assert.equal((await res).statusCode, 404, name)
    }
    return found
  }

  it('shows nothing that nobody said yes to', async () => {
    assert.deepEqual(await seenIn(WORDS), [])
    assert.match((await w.get(kit, '/me/taking-part/mine')).payload, /My song about the bus/)
  })

  it('shows each thing in the place that was said yes to and in no other, under that name or none', async () => {
    await show(text, 'inside', { name: 'Star' })
    assert.deepEqual(await seenIn(WORDS), ['young here', 'staff here'])
    assert.deepEqual(await seenIn('By <bdi>Star'), [])
    assert.deepEqual(await seenIn('By Star'), ['young here', 'staff here'])
    await show(text, 'published')
    assert.deepEqual(await seenIn(WORDS), ['young here', 'staff here', 'public'])
    assert.deepEqual(await seenIn('By Star'), ['young here', 'staff here'], 'no name in public')
    for (const html of Object.values(await lists())) assert.doesNotMatch(html, /Kit of the test/)
    await stop(text, 'inside')
    assert.deepEqual(await seenIn(WORDS), ['public'], 'each place by itself')
    await stop(text, 'published')
    assert.deepEqual(await seenIn(WORDS), [])
  })

  it('opens a picture and a recording where they are shown, whole and in part, and nowhere else', async () => {
    for (const part of [photo, sound]) {
      await show(part, 'inside')
      await show(part, 'published')
      const [inside, published] = [await idOf(part, 'inside'), await idOf(part, 'published')]
      assert.deepEqual(await opens(inside), ['young here', 'staff here'])
      assert.deepEqual(await opens(published), ['public'])
      const own = await w.get(kit, `/me/say/${statement}/part/${part}/file`)
      const given = await w.app.inject({ url: `/shown/${published}/file` })
      assert.deepEqual(given.rawPayload, own.rawPayload)
      const some = await w.app.inject({
        url: `/shown/${published}/file`,
        headers: { range: 'bytes=2-9' },
      })
      assert.equal(some.statusCode, 206)
      assert.deepEqual(some.rawPayload, own.rawPayload.subarray(2, 10))
      await stop(part, 'published')
      assert.deepEqual(await opens(published), [])
      assert.deepEqual(await opens(inside), ['young here', 'staff here'])
      await stop(part, 'inside')
    }
  })

  it('is gone at once from every list and every address, by every way of taking it back, and never comes back by itself', async () => {
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      'from the gallery': async () => {
        await stop(photo, 'inside')
        await stop(photo, 'published')
      },
      'the use': () => w.post(kit, `/me/say/${statement}/part/${photo}/uses`, { stop: 'gallery' }),
      'the whole thing': () => w.post(kit, `/me/say/${statement}/take-back`, {}),
    }
    for (const [way, takeBack] of Object.entries(ways)) {
      await show(photo, 'inside', { name: 'Moon' })
      await show(photo, 'published', { name: 'Moon' })
      const works = [await idOf(photo, 'inside'), await idOf(photo, 'published')]
      assert.deepEqual(await seenIn('By Moon'), ['young here', 'staff here', 'public'], way)
      await takeBack()
      assert.deepEqual(await seenIn('By Moon'), [], way)
      for (const work of works) assert.deepEqual(await opens(work), [], way)
      await w.post(kit, `/me/say/${statement}/part/${photo}/uses`, { give: 'gallery' })
      assert.deepEqual(await seenIn('By Moon'), [], `${way}: a later yes brings nothing back`)
    }
  })

  it('lets nothing else out: every combination of what stands in the way gives nothing, and only all of it gives it', async () => {
    const { id, parts } = await saySomething(w, kit, ['Out or not'], [ada])
    const part = parts[0] ?? ''
    await show(part, 'published')
    const work = await idOf(part, 'published')
    const consent = sql`(select consent_id from waymark.gallery_work where id = ${work})`
    // Each undone past every trigger: as if the rest of the product had failed.
    const breaks = [
      sql`update waymark.gallery_work set withdrawn_at = now() where id = ${work}`,
      sql`update waymark.gallery_work set place = 'inside' where id = ${work}`,
      sql`update waymark.consent_use set withdrawn_at = now() where id = ${consent}`,
      sql`update waymark.consent_use set use = 'report' where id = ${consent}`,
      sql`update waymark.statement_part set taken_out = true where id = ${part}`,
      sql`update waymark.statement set status = 'withdrawn', withdrawn_at = now(), withdrawn_reason = 'not_said' where id = ${id}`,
    ]
    for (let mask = 0; mask < 2 ** breaks.length; mask += 1) {
      const broken = breaks.filter((_, n) => Math.floor(mask / 2 ** n) % 2 === 1)
      const got = await w.db
        .transaction()
        .execute(async (tx) => {
          await sql`set local session_replication_role = replica`.execute(tx)
          for (const one of broken) await one.execute(tx)
          await sql`set local role waymark_door`.execute(tx)
          const { rows } =
            await sql`select from waymark.works_shown('published') w where w.id = ${work}`.execute(
              tx,
            )
          throw new Undone(rows.length)
        })
        .catch((error: unknown) => {
          if (error instanceof Undone) return error.rows
          throw error
        })
      assert.equal(got, broken.length === 0 ? 1 : 0, `mask ${mask}`)
    }
  })

  it('is nobody else’s to show, stop, or read the rows of', async () => {
    const { parts } = await saySomething(w, kit, ['Mine alone to show'], [ada])
    text = parts[0] ?? ''
    await show(text, 'inside')
    for (const person of [ada, ben, meg, ann, ivy, zoe, sam, joy]) {
      const { rows } = await w.acting(person, (tx) =>
        sql`select from waymark.gallery_work`.execute(tx),
      )
      assert.equal(rows.length, 0, person.name)
    }
    for (const person of [ann, ivy, zoe]) {
      assert.equal((await w.get(person, '/gallery')).statusCode, 403, person.name)
      const { rows } = await w.acting(person, (tx) =>
        sql`select from waymark.works_shown('inside')`.execute(tx),
      )
      assert.equal(rows.length, 0, person.name)
    }
    const res = await w.post(joy, '/me/taking-part/mine', { part: text, place: 'published' })
    assert.equal(res.statusCode, 404)
    assert.equal((await show(text, 'everywhere')).statusCode, 404)
    const long = await show(text, 'published', { name: 'x'.repeat(81) })
    assert.equal(long.statusCode, 422)
  })
})

class Undone extends Error {
  readonly rows: number
  constructor(rows: number) {
    super('undone')
    this.rows = rows
  }
}
