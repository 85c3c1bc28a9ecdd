import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { worked } from '#tests/support/processor-time.ts'
import { readName, soughtWords, storedKeys } from './name-keys.rules.ts'
import { bestLikeness, likeness } from './name-likeness.rules.ts'
import { DIFFERENT, MISSED_ELSEWHERE, SAME_NAME } from './name-pairs.fixture.ts'

const SCRIPTS = [
  /^[a-zđşçłșńö]{2,9}$/u,
  /^[аеиоурстнмклв]{2,9}$/u,
  /^[ابتحدرسعفقكلمنهوي]{2,9}$/u,
  /^[ሀለመሰረተነከ]{2,6}$/u,
]
const oneWord = fc.oneof(...SCRIPTS.map((letters) => fc.stringMatching(letters)))
const words = fc.array(oneWord, { minLength: 1, maxLength: 4 })

const score = (name: string) => compare('Mohammed', name)?.score ?? 0
const compare = (a: string, b: string) => likeness(readName(a), readName(b))

describe('finding a name however it is written', () => {
  it('finds both ways every pair that the measured peer missed', () => {
    const missed = MISSED_ELSEWHERE.filter(([a, b]) => !compare(a, b) || !compare(b, a))
    assert.deepEqual(missed, [])
    assert.ok(MISSED_ELSEWHERE.length >= 20)
  })

  it('finds both ways every pair of the probe, across nine traditions and six scripts', () => {
    const missed = SAME_NAME.filter(([a, b]) => !compare(a, b) || !compare(b, a))
    assert.deepEqual(missed, [])
    assert.ok(SAME_NAME.length + MISSED_ELSEWHERE.length >= 52)
  })

  it('does not take one name for another', () => {
    const taken = DIFFERENT.filter(([a, b]) => compare(a, b) || compare(b, a))
    assert.deepEqual(taken, [])
    assert.ok(DIFFERENT.length >= 40)
  })

  it('puts the same spelling above the same sound, and both above a slip of the hand', () => {
    assert.equal(score('MOHAMMED'), 1)
    assert.ok(score('MOHAMMED') > score('محمد'))
    assert.ok(score('محمد') > score('Muhammad'))
    assert.ok(score('Muhammad') > score('Mohamned'))
  })

  it('knows a child by the best of their names, and by one word of two', () => {
    assert.equal(bestLikeness(readName('Duc'), ['Kit', 'Nguyễn Văn Đức'])?.how, 'same')
    const whole = bestLikeness(readName('Amira Hassan'), ['Amira Hassan'])?.score ?? 0
    const part = bestLikeness(readName('Amira Hassan'), ['Amira'])?.score ?? 0
    assert.ok(part > 0 && part < whole)
    assert.equal(bestLikeness(readName('Amira Hassan'), ['Amira Ali']), undefined)
  })
})

describe('keys of a name', () => {
  it('do not change with case, spaces or commas', () => {
    fc.assert(
      fc.property(words, (name) => {
        const plain = storedKeys([name.join(' ')])
        assert.deepEqual(storedKeys([`  ${name.join(',   ').toUpperCase().toLowerCase()} `]), plain)
      }),
    )
  })

  it('are met by the same words in any order', () => {
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (name, random) => {
        const shuffled = name
          .map((word) => ({ word, place: random.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ word }) => word)
        assert.equal(compare(shuffled.join(' '), name.join(' '))?.score, 1)
      }),
    )
  })

  it('hold at least one sought key for every word of the same name', () => {
    fc.assert(
      fc.property(words, (name) => {
        const stored = new Set(storedKeys([name.join(' ')]))
        for (const word of soughtWords(name.join(' ')))
          assert.ok([...word.exact, ...word.near, ...word.far].some((key) => stored.has(key)))
      }),
    )
  })

  it('come from anything a person may type, in little time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const started = worked()
        storedKeys([text])
        compare(text, text.slice(1))
        assert.ok(worked() - started < 1000)
      }),
    )
    assert.deepEqual(storedKeys(['', '  ', '!?-']), [])
  })

  it('stay few: a name of three words has fewer than sixty', () => {
    assert.ok(storedKeys(['Nguyễn Thị Hồng Đào']).length < 60)
    assert.ok(storedKeys(['Mohammed Abdulrahman Hassan']).length < 60)
  })
})
