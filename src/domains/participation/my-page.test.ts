import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ann, ben, joy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('a young person’s own page', () => {
  let w: World
  let child: ChildId
  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { account: kit, knownAs: 'Kit' })
  })

  const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

  it('is theirs alone, and nobody else has one like it', async () => {
    const res = await w.get(kit, '/me')
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /Hello, Kit/)
    assert.doesNotMatch(/<title>[\s\S]*?<\/title>/.exec(res.payload)?.[0] ?? 'Kit', /Kit/)
    for (const person of [ada, meg, ann]) assert.equal((await w.get(person, '/me')).statusCode, 403)
    assert.equal((await w.get(joy, '/me')).statusCode, 404, 'an account without a record')
  })

  it('shows what they said last, in the words they said it in', async () => {
    await aCheckIn(w, child, {
      at: new Date('2026-05-02T10:00:00Z'),
      author: kit,
      answers: { 'safe-home': { state: 'mostly', words: 'Mine & quiet' } },
    })
    await aCheckIn(w, child, {
      at: new Date('2026-05-03T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      answers: { 'safe-home': { state: 'fully', words: 'The worker’s view' } },
    })
    const picture = main((await w.get(kit, '/me/picture')).payload)
    assert.match(picture, /On 2 May 2026/)
    const last = /href="(\/me\/check-in\/[0-9a-f-]{36})"/.exec(picture)?.[1] ?? ''
    const page = main((await w.get(kit, last)).payload)
    assert.match(page, /Mine &amp; quiet/)
    assert.doesNotMatch(page, /The worker’s view/)
  })

  it('says who has looked, when and what they did, those who were not let in too', async () => {
    await w.get(ada, `/children/${child}`)
    await w.get(ada, `/children/${child}/picture`)
    await w.get(ben, `/children/${child}`)
    const page = main((await w.get(kit, '/me/who-looked')).payload)
    assert.match(page, /Ada Worker[\s\S]*?Looked at how things have been over time/)
    assert.match(page, /Ben Worker[\s\S]*?Tried, and was not let in/)
    assert.match(page, /You used your own page/)
    assert.doesNotMatch(page, /children\.read|me\.open/, 'no codes')
  })

  it('has plain words for every act on a record there is', async () => {
    const { pages } = await import('../../pages.ts')
    const { lookKind } = await import('./who-looked/looks.rules.ts')
    const unnamed = pages
      .filter((p) => p.audit.childId && p.may !== 'me.open')
      .map((p) => p.audit.action)
      .filter(
        (action) => lookKind({ action, mine: false, refused: false, inAList: false }) === 'other',
      )
    assert.deepEqual([...new Set(unnamed)], [])
  })

  describe('what they want', () => {
    it('is set in their words, changes its words, stops and comes back', async () => {
      const empty = await w.post(kit, '/me/goals/new', { words: ' ' })
      assert.equal(empty.statusCode, 422)
      assert.match(empty.payload, /Write what you want/)
      await w.post(kit, '/me/goals/new', { words: 'Swim <far>', about: 'health' })
      const row = async () =>
        w.db
          .selectFrom('waymark.own_goal')
          .selectAll()
          .where('child_id', '=', child)
          .executeTakeFirstOrThrow()
      assert.equal((await row()).said_by, 'young_person')
      assert.equal((await row()).outcome_code, 'health')
      const at = `/me/goals/${(await row()).id}`
      const step = async (fields: Record<string, string>) =>
        w.post(kit, at, { version: String((await row()).version), ...fields })
      assert.equal((await step({})).statusCode, 422)
      assert.equal((await step({ change: 'changed', newWords: 'Swim <far>' })).statusCode, 422)
      assert.equal((await step({ change: 'changed', newWords: 'Swim a mile' })).statusCode, 303)
      assert.equal((await step({ change: 'paused', say: 'Too cold' })).statusCode, 303)
      assert.equal((await step({ change: 'returned' })).statusCode, 303)
      const page = main((await w.get(kit, '/me/goals')).payload)
      assert.match(page, /Swim a mile/)
      assert.match(page, /Too cold/)
      assert.match(page, /Came back/)
      const stale = await w.post(kit, at, { version: '1', change: 'paused', say: 'Kept words' })
      assert.equal(stale.statusCode, 422)
      assert.match(stale.payload, /changed while you were writing[\s\S]*Kept words/)
      const worker = main((await w.get(ada, `/children/${child}`)).payload)
      assert.match(worker, /Swim a mile/)
    })

    it('is nobody else’s to change from here', async () => {
      const other = await aChild(w, {
        account: joy,
        knownAs: 'Joy',
        organisationId: joy.organisationId,
      })
      await w.post(joy, '/me/goals/new', { words: 'Paint' })
      const { id } = await w.db
        .selectFrom('waymark.own_goal')
        .select('id')
        .where('child_id', '=', other)
        .executeTakeFirstOrThrow()
      assert.equal((await w.get(kit, `/me/goals/${id}`)).statusCode, 404)
      assert.equal(
        (await w.post(kit, `/me/goals/${id}`, { version: '1', change: 'paused' })).statusCode,
        404,
      )
    })
  })

  describe('what they want people to know', () => {
    const url = '/me/own-words/want_known'

    it('is written by them, and those beside them read it', async () => {
      assert.equal((await w.post(kit, url, { version: '0', words: '' })).statusCode, 422)
      assert.equal(
        (await w.post(kit, url, { version: '0', words: 'Ask me\nfirst' })).statusCode,
        303,
      )
      const row = await w.db
        .selectFrom('waymark.about_me')
        .select(['words', 'said_by', 'changed_by'])
        .where('child_id', '=', child)
        .executeTakeFirstOrThrow()
      assert.deepEqual(row, { words: 'Ask me\nfirst', said_by: 'child', changed_by: kit.id })
      assert.match(main((await w.get(ada, `/children/${child}`)).payload), /Ask me\s+first/)
      assert.equal((await w.get(kit, '/me/own-words/anything')).statusCode, 404)
    })

    it('shows both texts when it changed meanwhile, and overwrites neither', async () => {
      const clash = await w.post(kit, url, { version: '0', words: 'From another place' })
      assert.equal(clash.statusCode, 409)
      assert.match(clash.payload, /Ask me\s+first/)
      assert.match(clash.payload, /From another place/)
      const version = /name="version" value="(\d+)"/.exec(clash.payload)?.[1] ?? ''
      assert.equal((await w.post(kit, url, { version, words: 'Both of them' })).statusCode, 303)
      assert.match(main((await w.get(kit, '/me/own-words')).payload), /Both of them/)
    })
  })

  describe('what words mean to them', () => {
    const page = '/me/meanings/new'

    it('is read first by whoever writes about that word', async () => {
      const empty = await w.post(kit, page, { version: '0', word: ' ', meaning: ' ' })
      assert.equal(empty.statusCode, 422)
      assert.match(empty.payload, /Write the word[\s\S]*Write what it means to you/)
      const home = { version: '0', word: 'Home', meaning: 'Where my <sister> is' }
      assert.equal((await w.post(kit, page, home)).statusCode, 303)
      const about = await w.get(ada, `/children/${child}/views/write?about=safe-home`)
      assert.match(about.payload, /Where my &lt;sister&gt; is/)
    })

    it('changes with them, earlier meanings kept, and never twice for one word', async () => {
      const twice = await w.post(kit, page, { version: '0', word: 'home', meaning: 'Another' })
      assert.equal(twice.statusCode, 409)
      assert.match(twice.payload, /Where my &lt;sister&gt; is[\s\S]*Another/)
      const row = async () =>
        w.db
          .selectFrom('waymark.own_meaning')
          .selectAll()
          .where('child_id', '=', child)
          .executeTakeFirstOrThrow()
      const at = `/me/meanings/${(await row()).id}`
      assert.equal((await w.post(kit, at, { version: '1', meaning: 'Here, now' })).statusCode, 303)
      const stale = await w.post(kit, at, { version: '1', meaning: 'Too late' })
      assert.equal(stale.statusCode, 409)
      assert.match(stale.payload, /Here, now[\s\S]*Too late/)
      assert.equal((await w.post(kit, at, { meaning: 'No version' })).statusCode, 409)
      assert.equal((await row()).meaning, 'Here, now')
      const earlier = await w.acting(kit, (tx) =>
        tx
          .selectFrom('waymark.row_history')
          .select('version')
          .where('table_name', '=', 'own_meaning')
          .where('child_id', '=', child)
          .execute(),
      )
      assert.equal(earlier.length, 1)
      assert.equal((await w.get(kit, '/me/meanings/nothing')).statusCode, 404)
    })
  })
})
