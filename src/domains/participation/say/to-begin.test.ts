import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { aChild } from '#tests/support/builders.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, joy, kit, sam, southmere } from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { world, type World } from '#tests/support/world.ts'
import { PAGES_TO_BEGIN_WITH } from './to-begin.ts'

/** What a phone fetches ahead, compressed: a young person's data pays for it once in a session. */
const MOST_AHEAD = 60 * 1024

describe('saying something that is not begun yet', () => {
  let w: World
  let child: string

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada] })
    await aChild(w, { knownAs: 'Joy', account: joy, organisationId: southmere, allocatedTo: [sam] })
  })

  const saidBy = (of = child) =>
    w.db
      .selectFrom('waymark.statement as s')
      .leftJoin('waymark.statement_part as p', 'p.statement_id', 's.id')
      .select(['s.id', 's.status', 'p.medium', 'p.words', 'p.cards'])
      .where('s.child_id', '=', of)
      .orderBy('s.started_at')
      .orderBy('p.made_at')
      .execute()

  it('has a small page for each step, which begins nothing', async () => {
    let bytes = 0
    for (const place of [
      '/me/somebody',
      '/me/help',
      '/me/say',
      '/me/kept',
      ...PAGES_TO_BEGIN_WITH,
    ]) {
      const { statusCode, payload } = await w.get(kit, place)
      assert.equal(statusCode, 200, place)
      bytes += brotliCompressSync(payload).length
    }
    assert.ok(bytes <= MOST_AHEAD, `${bytes} bytes`)
    assert.deepEqual(await saidBy(), [])
  })

  it('is for young people alone, and there is nothing else under that name', async () => {
    assert.notEqual((await w.get(ada, '/me/say/new')).statusCode, 200)
    assert.equal((await w.get(kit, '/me/say/newer')).statusCode, 404)
    for (const url of ['/me/say/new', '/me/say/new/send']) {
      assert.equal((await w.post(kit, url, { do: 'keep' })).statusCode, 404, url)
    }
  })

  it('begins when a part is made on it', async () => {
    const res = await postParts(w, kit, '/me/say/new/make/words', {
      part: randomUUID(),
      words: 'Made first',
    })
    assert.equal(res.statusCode, 303)
    const nothing = await postParts(w, kit, '/me/say/new/make/words', { words: ' ' })
    assert.equal(nothing.statusCode, 422)
    assert.equal((await w.get(kit, `/me/say/new/make/words?part=${randomUUID()}`)).statusCode, 200)
    const said = await saidBy()
    const [made] = said
    assert.equal(said.length, 1)
    assert.equal(made?.words, 'Made first')
    assert.equal(res.headers.location, `/me/say/${made?.id}`)
  })

  it('is begun for a part of something sent meanwhile, once, and stays unsent', async () => {
    const { id } = await saySomething(w, kit, ['Sent'])
    await w.post(kit, `/me/say/${id}/send`, { who: 'everyone_beside_me', do: 'send' })
    const late = { part: randomUUID(), words: 'Too late for it', _once: randomUUID() }
    for (let n = 0; n < 2; n += 1) {
      const res = await postParts(w, kit, `/me/say/${id}/make/words`, late)
      assert.equal(res.statusCode, 303)
      assert.notEqual(res.headers.location, `/me/say/${id}`)
    }
    const found = (await saidBy()).filter((s) => s.words === 'Too late for it')
    assert.deepEqual(
      found.map((s) => s.status),
      ['draft'],
    )
    const other = await postParts(w, joy, `/me/say/${id}/make/words`, late)
    assert.equal(other.statusCode, 404, 'somebody else’s stays out of reach')
  })

  it('keeps every card that was chosen in a form that may carry files', async () => {
    const part = randomUUID()
    const first = await w.get(kit, '/me/say/new/make/cards')
    const csrf = tokenOn(first.payload)
    const form = new FormData()
    for (const [name, value] of [
      ['_csrf', csrf],
      ['part', part],
      ['card', 'happy'],
      ['card', 'worried'],
    ] as const) {
      form.append(name, value)
    }
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    await w.app.inject({
      method: 'POST',
      url: '/me/say/new/make/cards',
      headers: { ...w.as(kit), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    const { cards } = await w.db
      .selectFrom('waymark.statement_part')
      .select('cards')
      .where('id', '=', part)
      .executeTakeFirstOrThrow()
    assert.deepEqual(cards, ['happy', 'worried'])
  })
})
