import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { CARDS, cardsAmong, refuseSend, SYMBOL_OF, trustedAmong } from './said.rules.ts'

describe('a thing said', () => {
  const ready = { status: 'draft', parts: 1, audience: 'everyone_beside_me', chosen: 0 } as const

  it('is sent once, with something in it, to somebody', () => {
    assert.equal(refuseSend(ready), undefined)
    assert.equal(refuseSend({ ...ready, status: 'sent' }), 'already-sent')
    assert.equal(refuseSend({ ...ready, parts: 0 }), 'nothing-said')
    assert.equal(refuseSend({ ...ready, audience: undefined }), 'choose-who')
    assert.equal(refuseSend({ ...ready, audience: 'chosen' }), 'choose-somebody')
    assert.equal(refuseSend({ ...ready, audience: 'trusted' }), 'no-trusted')
    assert.equal(refuseSend({ ...ready, audience: 'chosen', chosen: 1 }), undefined)
  })

  it('goes to a trusted person only when the young person named them and they stand beside them', () => {
    const beside = [
      { personId: '1', name: 'Ada Worker' },
      { personId: '2', name: 'Ben Worker' },
    ]
    const named = [
      { name: ' ada worker', trustedAdult: true },
      { name: 'Ben Worker', trustedAdult: false },
      { name: 'Marta', trustedAdult: true },
    ]
    const byAccount = [{ name: 'Miss B', trustedAdult: true, staffId: '2' }]
    assert.deepEqual(
      trustedAmong(beside, byAccount).map((b) => b.personId),
      ['2'],
    )
    assert.deepEqual(
      trustedAmong(beside, named).map((b) => b.personId),
      ['1'],
    )
  })

  it('in cards has each card once, in their order, and no card that is none', () => {
    assert.deepEqual(cardsAmong(['yes', 'home', 'yes', '<i>', '__proto__']), ['home', 'yes'])
    assert.equal(new Set(CARDS).size, CARDS.length)
  })

  it('has a symbol for every card', () => {
    const folder = path.join(import.meta.dirname, '../../../platform/views/assets/symbols')
    const without = CARDS.filter((card) => !existsSync(path.join(folder, `${SYMBOL_OF[card]}.svg`)))
    assert.deepEqual(without, [])
  })
})
