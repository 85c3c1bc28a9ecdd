import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openTexts } from './texts.ts'

describe('texts by number', () => {
  it('are each kept once in each space, whatever their letters', () => {
    const texts = openTexts()
    const all = ['', 'a', 'aa', 'Ḥasan', '𞤀𞤣𞤤𞤢𞤥', 'x'.repeat(20_000), '\ud800', '中文']
    const numbers = [0, 1].flatMap((space) => all.map((text) => texts.numberOf(space, text)))
    assert.deepEqual(numbers, [...numbers.keys()])
    assert.deepEqual(
      numbers.map((n) => [texts.spaceOf(n), texts.textOf(n)]),
      [0, 1].flatMap((space) => all.map((text) => [space, text])),
    )
    assert.equal(texts.numberOf(1, 'aa'), 10)
    assert.equal(texts.found(2, 'aa'), -1)
  })

  it('are found as a part of a longer text', () => {
    const texts = openTexts()
    const number = texts.numberOf(0, 'Amina Warsame', 6)
    assert.equal(texts.textOf(number), 'Warsame')
    assert.equal(texts.found(0, 'Hodan Warsame Ali', 6, 13), number)
    assert.equal(texts.found(0, 'Hodan Warsame Ali', 6, 12), -1)
  })

  it('are many, and the newest are forgotten again', () => {
    const texts = openTexts()
    const many = Array.from({ length: 5_000 }, (_, n) => `word ${n}`)
    for (const text of many) texts.numberOf(0, text)
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 400; n++) assert.equal(texts.numberOf(0, `new ${round} ${n}`), 5_000 + n)
      texts.cut(5_000)
      assert.equal(texts.size(), 5_000)
      assert.equal(texts.found(0, `new ${round} 7`), -1)
    }
    assert.ok(many.every((text, n) => texts.found(0, text) === n && texts.textOf(n) === text))
  })
})
