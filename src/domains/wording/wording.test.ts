import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { pages } from '../../pages.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, kit, meg, mia, zoe, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { BOXES } from './boxes.rules.ts'

const HELD = { reason: 'not_now', day: '3', month: '3', year: '2026' }

describe('advice on wording, after saving', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada], account: kit })
  })

  const rows = () =>
    w.db.selectFrom('waymark.wording_advice').selectAll().orderBy('advised_at').execute()
  const notHeld = (why: string, person: TestPerson = ada, more: Record<string, string> = {}) =>
    w.post(person, `/children/${child}/check-in/not-held`, {
      ...HELD,
      why,
      ...more,
    })

  it('saves first, and then says what is worth another look, why, and what to say instead', async () => {
    const res = await notHeld('The room was loud. He absconded from the meeting.')
    assert.equal(res.statusCode, 303, res.payload)
    const at = String(res.headers.location)
    assert.match(at, /[?&]wording=[0-9a-f-]{36}$/)
    const kept = await w.db.selectFrom('waymark.check_in_not_held').selectAll().execute()
    assert.equal(kept.length, 1)
    const { payload } = await w.get(ada, at)
    assert.match(payload, /It is saved\. One wording is worth another look/)
    assert.match(payload, /absconded/)
    assert.match(payload, /was missing; was away; ran away/)
    assert.match(payload, /North Lanarkshire/)
    assert.match(payload, /Keep it, because/)
    assert.match(payload, /stays so in the record/)
  })

  it('says nothing about words that need no second look', async () => {
    const res = await notHeld('He was tired, and the room was loud.')
    assert.doesNotMatch(String(res.headers.location), /wording=/)
    const quoted = await notHeld('She said “I put myself at risk”.')
    assert.doesNotMatch(String(quoted.headers.location), /wording=/)
  })

  it('shows it to nobody but the writer', async () => {
    const at = String((await notHeld('He is streetwise.')).headers.location)
    assert.match((await w.get(ada, at)).payload, /worth another look/)
    assert.doesNotMatch((await w.get(meg, at)).payload, /worth another look/)
    const seen = await w.acting(meg, (tx) =>
      tx.selectFrom('waymark.wording_advice').selectAll().execute(),
    )
    assert.deepEqual(seen, [])
  })

  it('keeps the writer’s reason, once, and asks for words with another reason', async () => {
    const at = String((await notHeld('He is a gang member.')).headers.location)
    const batch = new URL(at, 'http://x').searchParams.get('wording') ?? ''
    const row = (await rows()).find((one) => one.batch === batch)
    assert.ok(row)
    const to = `/children/${child}/wording/${batch}`
    const wrong = await w.post(ada, to, { [`keep-${row.id}`]: 'other', back: `/children/${child}` })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Write the reason in your words/)
    const long = await w.post(ada, to, {
      [`keep-${row.id}`]: 'other',
      [`words-${row.id}`]: 'x'.repeat(501),
    })
    assert.equal(long.statusCode, 422)
    assert.match(long.payload, /x{501}/)
    const good = await w.post(ada, to, {
      [`keep-${row.id}`]: 'quoting',
      back: `/children/${child}`,
    })
    assert.equal(good.headers.location, `/children/${child}`)
    const kept = (await rows()).find((one) => one.id === row.id)
    assert.deepEqual([kept?.state, kept?.reason], ['kept', 'quoting'])
    assert.doesNotMatch((await w.get(ada, at)).payload, /worth another look/)
  })

  it('is out of reach for everybody else, and leads nowhere outside', async () => {
    const at = String((await notHeld('He is streetwise.')).headers.location)
    const batch = new URL(at, 'http://x').searchParams.get('wording') ?? ''
    const row = (await rows()).find((one) => one.batch === batch)
    const to = `/children/${child}/wording/${batch}`
    assert.equal((await w.post(ben, to, { [`keep-${row?.id}`]: 'quoting' })).statusCode, 404)
    await w.post(meg, to, { [`keep-${row?.id}`]: 'quoting' })
    assert.equal((await rows()).find((one) => one.id === row?.id)?.state, 'open')
    const res = await w.post(ada, to, { back: '//evil.example' })
    assert.equal(res.headers.location, '/wording/mine')
    const odd = await w.post(ada, `/children/${child}/wording/none`, { back: '/x' })
    assert.equal(odd.statusCode, 303)
  })

  it('takes along what was kept beside the box while writing', async () => {
    const res = await notHeld('He is streetwise.', ada, { _kept: 'why streetwise their_word' })
    assert.doesNotMatch(String(res.headers.location), /wording=/)
    const row = (await rows()).at(-1)
    assert.deepEqual([row?.state, row?.reason], ['kept', 'their_word'])
  })

  it('shows all that is open to the writer on one page, and writes down whose record it shows', async () => {
    await notHeld('She is defiant.')
    const { payload } = await w.get(ada, '/wording/mine')
    assert.match(payload, /defiant/)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .select('shown')
      .where('action', '=', 'wording.mine')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    assert.deepEqual(entry?.shown, [child])
  })

  it('sees that a text was changed in its own place, and does not ask again what was kept there', async () => {
    const keep = (reason: string, to: string, version: string) =>
      w.post(ada, to, { version, view: 'unknown', reason, source: 'Ada saw it' })
    const person = await w.db
      .insertInto('waymark.person_who_matters')
      .values({ child_id: child, name: 'Sol', who_they_are: 'A friend' })
      .returning('id')
      .executeTakeFirst()
    const to = `/children/${child}/people-map/${person?.id}/view`
    const first = await keep('He is streetwise.', to, '0')
    assert.equal(first.statusCode, 303, first.payload)
    const at = String(first.headers.location)
    assert.match((await w.get(ada, at)).payload, new RegExp(`href="${to}#reason"`))
    await keep('He has had to look after three children.', to, '1')
    const batch = new URL(at, 'http://x').searchParams.get('wording') ?? ''
    assert.equal((await rows()).find((one) => one.batch === batch)?.state, 'changed')
  })

  it('never looks at the young person’s own words', async () => {
    const before = (await rows()).length
    await w.post(ada, `/children/${child}/about-me/add`, {
      topic: 'want_known',
      words: 'I am streetwise and I abscond',
      said_by: 'young_person',
      language: '',
      said_by_name: '',
    })
    assert.equal((await rows()).length, before)
  })

  it('counts without anybody, and shows few as few', async () => {
    const looks = await w.db.selectFrom('waymark.wording_look').selectAll().execute()
    assert.ok(looks.length >= 6)
    assert.deepEqual(Object.keys(looks[0] ?? {}).toSorted(), [
      'found',
      'id',
      'on_day',
      'organisation_id',
    ])
    const { payload } = await w.get(meg, '/wording/counts')
    assert.match(payload, /Texts looked at when they were saved/)
    assert.match(payload, /fewer than 5/)
    assert.doesNotMatch(payload, /\bAda\b/)
    const other = await w.get(mia, '/wording/counts')
    assert.match(other.payload, /No wording of the list was found yet/)
    assert.equal((await w.get(ada, '/wording/counts')).statusCode, 403)
    assert.equal((await w.get(ivy, '/wording/counts')).statusCode, 200)
  })
})

describe('the list of a service', () => {
  let w: World
  let child: ChildId
  const OWN = {
    label: 'naughty',
    say: 'say what happened',
    why: 'It is a label.',
    because: 'Young people asked',
    ways: 'naughty\n~muck about',
    unless: 'naughty corner',
    inUse: 'yes',
    version: '0',
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada], account: kit })
  })

  const advised = async (why: string) => {
    const res = await w.post(ada, `/children/${child}/check-in/not-held`, {
      ...HELD,
      why,
    })
    assert.equal(res.statusCode, 303, res.payload)
    return /wording=/.test(String(res.headers.location))
  }

  it('is read by all staff, and changed by managers and administrators only', async () => {
    for (const who of [ada, meg, zoe, ivy]) {
      const { payload } = await w.get(who, '/wording')
      assert.match(payload, /puts themselves at risk/)
      assert.equal(payload.includes('/wording/phrases/new'), who === meg || who === zoe)
    }
    assert.equal((await w.get(kit, '/wording')).statusCode, 403)
    assert.equal((await w.post(ada, '/wording/phrases/new', OWN)).statusCode, 403)
  })

  it('takes a phrase of the service’s own, and its exceptions', async () => {
    assert.equal(await advised('He was mucking about.'), false)
    assert.equal((await w.post(zoe, '/wording/phrases/new', OWN)).headers.location, '/wording')
    assert.equal(await advised('He was mucking about.'), true)
    assert.equal(await advised('There is no naughty corner here.'), false)
    assert.match((await w.get(ada, `/children/${child}`)).payload, /data-own="[^"]*naughty/)
  })

  it('turns a phrase off with a reason, and keeps every version', async () => {
    assert.equal(await advised('She is defiant.'), true)
    const page = (await w.get(meg, '/wording/phrases/defiant')).payload
    assert.match(page, /name="version" value="0"/)
    const off = {
      label: 'defiant',
      say: 'strong-willed',
      why: 'It is a label.',
      because: 'A group of young people uses it with pride',
      ways: '',
      unless: '',
      inUse: 'no',
      version: '0',
    }
    assert.equal((await w.post(meg, '/wording/phrases/defiant', off)).headers.location, '/wording')
    assert.equal(await advised('She is defiant.'), false)
    assert.match((await w.get(ada, '/wording')).payload, /Turned off by your service/)
    const again = await w.post(zoe, '/wording/phrases/defiant', { ...off, inUse: 'yes' })
    assert.equal(again.statusCode, 409)
    assert.match(again.payload, /Nothing was lost/)
    assert.match(again.payload, /name="version" value="1"/)
    await w.post(zoe, '/wording/phrases/defiant', { ...off, inUse: 'yes', version: '1' })
    assert.equal(await advised('She is defiant.'), true)
    assert.match(
      (await w.get(meg, '/wording/phrases/defiant')).payload,
      /Version 2[\s\S]*Version 1[\s\S]*with pride/,
    )
    assert.match((await w.get(mia, '/wording')).payload, /strong-willed; confident/)
  })

  it('refuses ways that would be found everywhere, and says so, with what was typed', async () => {
    for (const ways of [
      '..',
      '.. word',
      'a',
      '(he|she) runs',
      'one two three four five six seven eight nine ten eleven twelve thirteen',
    ]) {
      const res = await w.post(meg, '/wording/phrases/new', { ...OWN, label: 'another', ways })
      assert.equal(res.statusCode, 422, ways)
      assert.match(res.payload, /There is a problem/)
    }
    const none = await w.post(meg, '/wording/phrases/new', { ...OWN, label: '', ways: '' })
    assert.match(none.payload, /Enter how the list shows it/)
    assert.match(none.payload, /Young people asked/)
    const twice = await w.post(meg, '/wording/phrases/new', OWN)
    assert.match(twice.payload, /has a phrase like this already/)
    assert.equal((await w.get(meg, '/wording/phrases/nothing')).statusCode, 404)
  })
})

describe('whose words each box holds', () => {
  const posts = new Set(pages.filter((page) => page.method === 'POST').map((page) => page.url))

  it('is said of forms that there are, once each', () => {
    assert.deepEqual(
      BOXES.map(({ at }) => at).filter((at) => !posts.has(at)),
      [],
    )
    assert.equal(new Set(BOXES.map(({ at }) => at)).size, BOXES.length)
  })

  it('never says of one box that it holds both', () => {
    for (const { ours, theirs } of BOXES) assert.ok(ours.every((name) => !theirs?.includes(name)))
  })

  it('leads to a form where a text can be changed in its own place', () => {
    const gets = new Set(pages.filter((page) => page.method === 'GET').map((page) => page.url))
    const nowhere = BOXES.filter(
      ({ at, change, ours }) => change === 'here' && ours.length > 0 && !gets.has(at),
    )
    assert.deepEqual(
      nowhere.map(({ at }) => at),
      [],
    )
  })

  it('leaves young people’s own pages alone', () => {
    assert.ok(BOXES.every(({ at }) => !at.startsWith('/me')))
  })
})
