import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SUITE } from '#domains/between-councils/index.ts'
import {
  byDictionary,
  byFrequency,
  byGraph,
  byPatterns,
  keyOf,
  populationOf,
  type Setting,
  targetOf,
} from './support/attacks.ts'

/** An attack that never works proves nothing: each is first shown to work on encodings that are weaker. */
describe('the known attacks on encodings', () => {
  const people = populationOf(250, 23)
  const bare: Setting = { folds: 0, noise: 0, decoys: 0, namesOnly: true }
  const plain: Setting = { folds: 0, noise: 0, decoys: 0 }
  const ours: Setting = { folds: SUITE.folds, noise: SUITE.noise, decoys: SUITE.decoys }

  it('by frequency work on family names alone, and name nobody in ours', () => {
    assert.ok(byFrequency(targetOf(people, bare), people, true) > 0)
    assert.equal(byFrequency(targetOf(people, ours), people), 0)
  })

  it('by patterns find tokens in encodings that are not hardened, and none in ours', () => {
    assert.ok(byPatterns(targetOf(people, bare), people, true) > 0)
    assert.equal(byPatterns(targetOf(people, ours), people), 0)
  })

  it('by the graph of likenesses name a few of ours, to whoever knows all of them, and far fewer than of plain ones', async () => {
    const weak = await byGraph(targetOf(people, plain), people, plain)
    const hardened = await byGraph(targetOf(people, ours), people, ours)
    assert.ok(weak > 0.2, `plain: ${weak}`)
    assert.ok(hardened < 0.12 && hardened < weak / 2, `ours: ${hardened}`)
  })

  it('work on ours too for whoever has the key: that is what the matcher never has', async () => {
    const key = keyOf('a run')
    assert.ok((await byDictionary(targetOf(people, ours, { key }), people, key, ours)) > 0.95)
    assert.ok((await byDictionary(targetOf(people, ours), people, key, ours)) < 0.02)
  })
})
