import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { describe, it } from 'node:test'
import {
  asPassphrase,
  asRecoveryCode,
  neutralUserName,
  oneTimePassword,
  recoveryCodes,
  threeWords,
} from './made-secrets.rules.ts'
import { PASSPHRASE_WORDS } from './passphrase-words.ts'

const pick = (below: number) => randomInt(below)

describe('secrets that we make', () => {
  it('gives three different plain words', () => {
    for (let n = 0; n < 200; n++) {
      const words = threeWords(pick).split(' ')
      assert.equal(new Set(words).size, 3)
      assert.ok(words.every((w) => PASSPHRASE_WORDS.includes(w)))
    }
  })

  it('has words enough, each once, each easy to type', () => {
    assert.ok(PASSPHRASE_WORDS.length >= 512)
    assert.equal(new Set(PASSPHRASE_WORDS).size, PASSPHRASE_WORDS.length)
    assert.deepEqual(
      PASSPHRASE_WORDS.filter((w) => !/^[a-z]{3,9}$/.test(w)),
      [],
    )
  })

  it('takes the three words however they are typed, and leaves other passwords alone', () => {
    assert.equal(asPassphrase('  River LAMP-kite '), 'river lamp kite')
    assert.equal(asPassphrase('River Lamp Xylophonist'), 'River Lamp Xylophonist')
    assert.equal(asPassphrase(' a Password with spaces '), ' a Password with spaces ')
  })

  it('gives user names that say nothing and that may be used', () => {
    assert.match(neutralUserName(pick), /^[a-z]{3,9}-[a-z]{3,9}-\d\d$/)
  })

  it('gives passwords without signs that are mistaken for one another', () => {
    assert.match(oneTimePassword(pick), /^([a-hjkmnp-z1-9]{4}-){3}[a-hjkmnp-z1-9]{4}$/)
  })

  it('gives ten recovery codes, all different, and reads them however they are typed', () => {
    const codes = recoveryCodes(pick)
    assert.equal(new Set(codes).size, 10)
    for (const code of codes) {
      assert.equal(asRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `), code)
    }
    assert.equal(asRecoveryCode('abcd-efgh'), undefined)
    assert.equal(asRecoveryCode('abcd-efgh-abcd-efg0'), undefined)
  })
})
