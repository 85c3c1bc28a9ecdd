import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fieldKeys, type MatchRecord, tokenIndices } from '#domains/matching/index.ts'
import { openEncoder, SUITE } from './encoder.rules.ts'
import { PARTS, tokensOf } from './tokens.rules.ts'

const NAMES = ['Mohammed Siosaia Vainikolo']
const born = (day: string): MatchRecord => ({
  id: day,
  names: NAMES,
  births: [{ earliest: day, latest: day }],
})
const [disputed, other] = [born('2009-04-12'), born('2007-11-30')]
const OF_NAMES = ['spelling', 'sound', 'family'] as const

const runKey = new Uint8Array(32).fill(7)
const keys = fieldKeys(runKey, PARTS.length, {
  info: new TextEncoder().encode(`waymark between councils: ${SUITE.name}`),
})
/** The places that a name sets, from the key of the run, the part and the token, and from nothing else. */
const placesOfName = () =>
  PARTS.flatMap(({ name, bits }, part) =>
    OF_NAMES.some((one) => one === name)
      ? [...tokensOf({ id: '', names: NAMES })[name]].flatMap((token) => [
          ...tokenIndices(
            new TextEncoder().encode(token),
            keys[part] ?? new Uint8Array(64),
            bits,
            SUITE.bits,
          ),
        ])
      : [],
  )
const isSet = (field: Uint8Array, place: number) =>
  ((field[place >> 3] ?? 0) & (128 >> (place & 7))) !== 0

describe('the name of a child whose date of birth is disputed', () => {
  it('is the same tokens with either date, and with none', () => {
    const nameless = tokensOf({ id: '', names: NAMES })
    for (const part of OF_NAMES) {
      assert.ok(nameless[part].size > 0, part)
      assert.deepEqual(tokensOf(disputed)[part], nameless[part])
      assert.deepEqual(tokensOf(other)[part], nameless[part])
    }
    for (const part of ['day', 'dayOfYear', 'year'] as const)
      assert.equal(tokensOf(disputed)[part].intersection(tokensOf(other)[part]).size, 0, part)
  })

  it('sets the same places under one key with either date: nothing is salted with it', () => {
    const encoder = openEncoder(runKey, { folds: 0, noise: 0 })
    const fields = [disputed, other].map((record) => encoder.encode(record))
    const places = placesOfName()
    assert.ok(places.length > 100)
    for (const field of fields) {
      assert.ok(field)
      assert.deepEqual(
        places.filter((place) => !isSet(field, place)),
        [],
      )
    }
    assert.notDeepEqual(fields[0], fields[1])
    // Under the key of another run they are other places.
    const elsewhere = openEncoder(new Uint8Array(32).fill(8), { folds: 0, noise: 0 }).encode(other)
    assert.ok(elsewhere && places.some((place) => !isSet(elsewhere, place)))
  })
})
