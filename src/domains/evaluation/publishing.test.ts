import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ann, hal, meg } from '#tests/support/people.ts'
import { publish, SPRING, whole, write } from '#tests/support/assessments.ts'
import { world, type World } from '#tests/support/world.ts'

describe('publishing an assessment', () => {
  let w: World

  before(async () => {
    w = await world()
    w.setClock(SPRING)
  })

  const anybody = (url: string) => w.app.inject({ url })

  it('is signed off by a manager who did not write it, and is then there for anybody', async () => {
    const { id, at } = await whole(w)
    assert.equal((await anybody(`/rights-assessments/${id}`)).statusCode, 404)
    assert.equal((await w.post(ann, `${at}/ask-for-sign-off`)).statusCode, 303)
    const res = await publish(w, meg, at)
    assert.equal(res.statusCode, 303, res.payload.slice(-3000))
    const { payload, statusCode } = await anybody(`/rights-assessments/${id}`)
    assert.equal(statusCode, 200)
    assert.match(payload, /Homes further away/)
    assert.match(payload, /Forty miles is {2}another life\./)
    assert.match(payload, /We hear you, and will look again in a year/)
    assert.match(payload, /Fewer than 5/)
    assert.doesNotMatch(payload, /Ann Analyst|Meg Manager/)
    assert.match((await anybody('/rights-assessments')).payload, /Homes further away/)
    const twin = (await anybody(`/rights-assessments/${id}/for-children`)).payload
    assert.match(twin, /You could live further away/)
  })
})
