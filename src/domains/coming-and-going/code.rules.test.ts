import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { describe, it } from 'node:test'
import { codeEnds, codeInGroups, makeCode, plainFigures, readCode } from './code.rules.ts'
import { readPin, refusePin } from './pin.rules.ts'

const pick = (below: number) => randomInt(below)

describe('a code to come in with', () => {
  it('is twelve figures, read again however it is typed, pasted or said', () => {
    for (let n = 0; n < 100; n++) {
      const code = makeCode(pick)
      assert.match(code, /^\d{12}$/)
      const shown = codeInGroups(code)
      for (const typed of [
        shown,
        ` ${shown} `,
        shown.replaceAll(' ', '-'),
        code,
        shown.replaceAll(' ', ', '),
      ]) {
        assert.equal(readCode(typed), code)
      }
    }
  })

  it('is read in the figures of every script a young person may type', () => {
    assert.equal(readCode('٤٨٢ ٩١٥ ٣٣٠ ٢٧١'), '482915330271')
    assert.equal(readCode('۴۸۲ ۹۱۵ ۳۳۰ ۲۷۱'), '482915330271')
    assert.equal(readCode('４８２９１５３３０２７１'), '482915330271')
    assert.equal(plainFigures('०१२३४५६७८९'), '0123456789')
  })

  it('is nothing else', () => {
    for (const typed of ['', '48291533027', '4829153302711', 'river lamp kite', '48291533027x']) {
      assert.equal(readCode(typed), undefined)
    }
  })

  it('ends after twenty minutes', () => {
    assert.equal(
      codeEnds(new Date('2026-11-25T12:00:00Z')).toISOString(),
      '2026-11-25T12:20:00.000Z',
    )
  })
})

describe('a PIN', () => {
  it('is six figures of any script, pasted with spaces too', () => {
    assert.equal(readPin('40 91 73'), '409173')
    assert.equal(readPin('٤٠٩١٧٣'), '409173')
    assert.equal(readPin('40917'), undefined)
    assert.equal(readPin('4091733'), undefined)
  })

  it('is not what somebody tries first', () => {
    for (const easy of ['123456', '654321', '000000', '121212', '123123', '112233', '159753']) {
      assert.equal(refusePin(easy), 'easy', easy)
    }
    assert.equal(refusePin('409173'), undefined)
    assert.equal(refusePin(undefined), 'not-six')
  })
})
