import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { alignment, jaro, jaroWinkler, levenshtein } from './text-likeness.ts'
import { daitchMokotoff } from './sounds/daitch-mokotoff.rules.ts'

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8'))

type Pair = readonly [string, string, number, number, number, number]

describe('the likeness of two texts', () => {
  const pairs = fixture('likeness.json') as readonly Pair[]

  it('is what rapidfuzz says, to the last bit', () => {
    const differing = pairs.filter(
      ([a, b, j, jw, edits, swaps]) =>
        jaro(a, b) !== j ||
        jaroWinkler(a, b) !== jw ||
        levenshtein(a, b) !== edits ||
        alignment(a, b) !== swaps,
    )
    assert.ok(pairs.length > 2_500)
    assert.deepEqual(differing, [])
  })

  it('is the same whichever text comes first', () => {
    const lopsided = pairs.filter(([a, b]) => jaroWinkler(a, b) !== jaroWinkler(b, a))
    assert.deepEqual(lopsided, [])
  })

  it('counts letters, not the bytes they are kept in', () => {
    assert.equal(jaroWinkler('محمد', 'محمود').toFixed(4), '0.9533')
    assert.equal(jaroWinkler('nguyen', 'nguyễn').toFixed(4), '0.9333')
  })
})

describe('Daitch–Mokotoff', () => {
  it('gives every name the codes that PostgreSQL gives it', () => {
    const codes = fixture('daitch-mokotoff.json') as Readonly<Record<string, string>>
    const differing = Object.entries(codes).filter(
      ([word, expected]) => daitchMokotoff(word).join(' ') !== expected,
    )
    assert.ok(Object.keys(codes).length > 140)
    assert.deepEqual(differing, [])
  })

  it('has no code for what has no letters', () => {
    assert.deepEqual(daitchMokotoff('123 -'), [])
  })
})
