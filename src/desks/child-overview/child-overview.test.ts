import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, gus, ivy, meg, mia, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('a child’s page', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('opens with the child and ends with what papers say, closed', async () => {
    const child = await aChild(w, { knownAs: 'Kit', bornOn: '1999-05-06' })
    const at = `/children/${child}`
    await w.post(ada, `${at}/about-me/add`, {
      topic: 'strengths',
      words: 'I fix bikes',
      said_by: 'child',
    })
    await w.post(ada, `${at}/about-me/add`, {
      topic: 'want_known',
      words: 'Ask me first',
      said_by: 'child',
    })
    await w.post(ada, `${at}/languages/add`, {
      language: 'Tigrinya',
      uses: ['speaks', 'for_feelings'],
    })
    await w.post(ada, `${at}/people/add`, {
      name: 'Sister Rahel',
      who_they_are: 'my sister',
      chosen_by: 'child',
    })
    // As the young person chooses it, on their own pages.
    await w.db.updateTable('waymark.person_who_matters').set({ trusted_adult: true }).execute()
    await w.post(ada, `${at}/meanings/add`, { word: 'home', meaning: 'Where I cook' })
    const { payload, statusCode } = await w.get(ada, at)
    assert.equal(statusCode, 200)
    const order = [
      '<h1',
      'Tigrinya',
      'Sister Rahel',
      'Ada Worker',
      'Ask me first',
      'I fix bikes',
      'Where I cook',
      'What you can do',
      'What papers and other systems say',
      '6 May 1999',
    ]
    const places = order.map((text) => payload.indexOf(text, payload.indexOf('<main')))
    assert.ok(
      places.every((p) => p >= 0),
      JSON.stringify(places),
    )
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.match(payload, /<details class="govuk-details">/)
    assert.doesNotMatch(/<title>[\s\S]*?<\/title>/.exec(payload)?.[0] ?? '', /Kit/)
  })

  it('says which kind of nothing it is, and leads to asking', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const { payload } = await w.get(ada, `/children/${child}`)
    assert.match(payload, /Nobody has asked yet what they want you to know/)
    assert.match(payload, /They have not named an adult they trust/)
    assert.match(payload, /about-me\/add\?topic=wishes/)
    assert.match(
      (await w.get(ada, `/children/${child}/about-me/add?topic=wishes`)).payload,
      /value="wishes" checked/,
    )
  })

  it('never passes a stand-in off as a name', async () => {
    const child = await aChild(w, { knownAs: 'Child 566910' })
    await w.db
      .updateTable('waymark.child')
      .set({ name_known: false })
      .where('id', '=', child)
      .execute()
    assert.match(
      (await w.get(ada, `/children/${child}`)).payload,
      /This is not their name[\s\S]*go-by/,
    )
    const known = await aChild(w, { knownAs: 'Kit' })
    assert.doesNotMatch((await w.get(ada, `/children/${known}`)).payload, /This is not their name/)
  })

  it('offers a reader nothing to change', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    const { payload } = await w.get(ivy, `/children/${child}`)
    const main = payload.slice(payload.indexOf('<main'), payload.indexOf('</main>'))
    assert.doesNotMatch(main, /\/add|go-by|\/sign-in/)
  })

  it('does not exist for those out of reach, and is closed to those who reach no child', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    for (const person of [ben, gus, mia])
      assert.equal((await w.get(person, `/children/${child}`)).statusCode, 404)
    for (const person of [ann, zoe])
      assert.equal((await w.get(person, `/children/${child}`)).statusCode, 403)
    for (const odd of ['nobody', '00000000-0000-4000-8000-00000000ffff', `${child}'--`]) {
      assert.equal((await w.get(meg, `/children/${encodeURIComponent(odd)}`)).statusCode, 404)
    }
  })

  it('is written in the audit each time it is opened', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    await w.get(ada, `/children/${child}`)
    await w.get(ben, `/children/${child}`)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['actor_id', 'outcome'])
      .where('child_id', '=', child)
      .where('action', '=', 'children.read')
      .orderBy('id')
      .execute()
    assert.deepEqual(acts, [
      { actor_id: ada.id, outcome: 'done' },
      { actor_id: ben.id, outcome: 'not-found' },
    ])
  })
})
