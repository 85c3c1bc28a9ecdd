import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { trustedId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, gus, hal, ivy, kit, meg, mia, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { visitor } from '../visitor.fixture.ts'

const wordsOn = (html: string) => {
  const cell = (label: string) =>
    new RegExp(`${label}</dt><dd[^>]*><strong>([^<]+)</strong>`).exec(html)?.[1] ?? ''
  return { userName: cell('User name'), words: cell('Three words') }
}

describe('a young person’s own way in', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const signInAs = async (userName: string, password: string) => {
    const v = visitor(w)
    await v.get('/sign-in')
    const res = await v.send('/sign-in', { userName, password })
    // How to leave comes before first use.
    const begun = await v.get('/me/leaving')
    if (begun.payload.includes('action="/me/leaving"')) await v.send('/me/leaving')
    return { v, res }
  }

  it('is made by whoever stands beside them, and is theirs', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const url = `/children/${child}/sign-in`
    assert.match((await w.get(ada, url)).payload, /They have none yet/)
    const res = await w.post(ada, url)
    assert.equal(res.statusCode, 200)
    const { userName, words } = wordsOn(res.payload)
    assert.match(words, /^[a-z]+ [a-z]+ [a-z]+$/)
    assert.doesNotMatch(userName, /sol/i)
    assert.doesNotMatch(/<title>[\s\S]*?<\/title>/.exec(res.payload)?.[0] ?? '', /Sol/)
    const { v, res: inside } = await signInAs(userName, words.toUpperCase())
    assert.equal(inside.headers.location, '/me/start')
    assert.match((await v.get('/me')).payload, /Sol/)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'child.open-sign-in')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    assert.equal(entry.actor_id, ada.id)
    assert.ok(!JSON.stringify(entry).includes(words))
  })

  it('reaches their own record and no other', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const far = await aChild(w, { knownAs: 'Far' })
    await w.post(ada, `/children/${child}/sign-in`)
    const { person_id } = await w.db
      .selectFrom('waymark.child')
      .select('person_id')
      .where('id', '=', child)
      .executeTakeFirstOrThrow()
    const seen = await w.acting({ ...kit, id: trustedId(person_id ?? '') }, (tx) =>
      tx.selectFrom('waymark.child').select('id').execute(),
    )
    assert.deepEqual(
      seen.map((r) => r.id),
      [child],
    )
    assert.ok(!seen.some((r) => r.id === far))
  })

  it('is made by a guardian of another organisation too, where the record is', async () => {
    const child = await aChild(w, { allocatedTo: [gus] })
    const res = await w.post(gus, `/children/${child}/sign-in`)
    assert.equal(res.statusCode, 200)
    const { userName } = wordsOn(res.payload)
    const row = await w.db
      .selectFrom('waymark.person')
      .selectAll()
      .where('user_name', '=', userName)
      .executeTakeFirstOrThrow()
    assert.equal(row.organisation_id, ada.organisationId)
    assert.equal(row.role, 'young_person')
  })

  it('is made by a manager of the whole organisation, or of the child’s team', async () => {
    const child = await aChild(w, { allocatedTo: [] })
    assert.equal((await w.post(meg, `/children/${child}/sign-in`)).statusCode, 200)
    const other = await aChild(w, { allocatedTo: [] })
    assert.equal((await w.post(hal, `/children/${other}/sign-in`)).statusCode, 404)
  })

  it('does not exist for anybody else', async () => {
    const child = await aChild(w, {})
    for (const path of ['', '/words']) {
      const url = `/children/${child}/sign-in${path}`
      for (const [person, status] of [
        [ben, 404],
        [mia, 404],
        [ann, 403],
        [zoe, 403],
        [ivy, 403],
        [kit, 403],
      ] as const) {
        assert.equal((await w.post(person, url)).statusCode, status, `${person.name} ${url}`)
      }
    }
  })

  it('is made once: a second press changes nothing', async () => {
    const child = await aChild(w, {})
    const url = `/children/${child}/sign-in`
    const [one, two] = await Promise.all([w.post(ada, url), w.post(ada, url)])
    assert.deepEqual(
      [one.statusCode, two.statusCode].toSorted((a, b) => a - b),
      [200, 409],
    )
    const given = one.statusCode === 200 ? one : two
    const { userName, words } = wordsOn(given.payload)
    assert.equal((await signInAs(userName, words)).res.statusCode, 303)
  })

  it('gets new words, which end the old ones and every session', async () => {
    const child = await aChild(w, {})
    const url = `/children/${child}/sign-in`
    const first = wordsOn((await w.post(ada, url)).payload)
    const { v } = await signInAs(first.userName, first.words)
    const second = wordsOn((await w.post(ada, `${url}/words`)).payload)
    assert.equal(second.userName, first.userName)
    assert.equal((await v.get('/me')).statusCode, 303)
    assert.equal((await signInAs(first.userName, first.words)).res.statusCode, 422)
    assert.equal((await signInAs(first.userName, second.words)).res.statusCode, 303)
  })

  it('with new words asks no longer for an app on a phone that is gone', async () => {
    const child = await aChild(w, {})
    const url = `/children/${child}/sign-in`
    const first = wordsOn((await w.post(ada, url)).payload)
    await w.db
      .insertInto('waymark.one_time_code')
      .columns(['person_id', 'sealed_secret', 'last_step'])
      .expression((eb) =>
        eb
          .selectFrom('waymark.child')
          .select((c) => [
            'person_id',
            c.val('sealed').as('sealed_secret'),
            c.val(0).as('last_step'),
          ])
          .where('id', '=', child),
      )
      .execute()
    const asked = await signInAs(first.userName, first.words)
    assert.equal(asked.res.headers.location, '/sign-in/second-factor')
    const second = wordsOn((await w.post(ada, `${url}/words`)).payload)
    const inside = await signInAs(second.userName, second.words)
    assert.equal(inside.res.headers.location, '/me/start')
  })

  it('greets them by the name they go by, also when they go by another', async () => {
    const child = await aChild(w, { knownAs: 'Old Name' })
    const { userName, words } = wordsOn((await w.post(ada, `/children/${child}/sign-in`)).payload)
    const { v } = await signInAs(userName, words)
    await w.acting(ada, (tx) =>
      tx
        .updateTable('waymark.child')
        .set({ known_as: 'New Name' })
        .where('id', '=', child)
        .execute(),
    )
    const { payload } = await v.get('/me')
    assert.match(payload, /New Name/)
    assert.doesNotMatch(payload, /Old Name/)
  })

  it('that was never made cannot be given new words', async () => {
    const child = await aChild(w, {})
    assert.equal((await w.post(ada, `/children/${child}/sign-in/words`)).statusCode, 404)
  })
})
