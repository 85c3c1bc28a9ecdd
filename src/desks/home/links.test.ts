import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ROLES } from '#platform/access/capability.ts'
import { everyLink, topLinks } from './links.ts'

describe('the links at the top', () => {
  it('are few enough to take in, and everything is one page away', () => {
    for (const role of ROLES) {
      const top = topLinks(role)
      assert.ok(top.length > 0 && top.length <= 8, `${role}: ${top.length}`)
      const all = everyLink(role).flatMap((g) => g.links.map((l) => l.href))
      const hidden = all.filter((href) => !top.some((l) => l.href === href))
      assert.equal(
        hidden.length > 0,
        top.some((l) => l.href === '/everything'),
        role,
      )
    }
  })

  it('stand in one order for everybody', () => {
    const order = everyLink('manager').flatMap((g) => g.links.map((l) => l.href))
    const theirs = topLinks('practitioner').flatMap((l) => (order.includes(l.href) ? [l.href] : []))
    assert.deepEqual(
      theirs,
      order.filter((href) => theirs.includes(href)),
    )
  })
})
