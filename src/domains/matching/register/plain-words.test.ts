import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openPlainWords } from './plain-words.ts'
import { registerOf } from './register.ts'

describe('plain words of names', () => {
  it('are known where every word of a name is, and only then', () => {
    const plain = openPlainWords()
    for (const [n, word] of ['Amina', 'Warsame', 'Élan', "O'Neil"].entries())
      plain.keep(word, n + 7)
    const numbersOf = (name: string) => plain.numbersOf(name)?.join(' ')
    assert.equal(numbersOf('Warsame Amina Amina'), '8 7 7')
    for (const unknown of ['', 'Amina  Warsame', ' Amina', 'amina', 'Amina Élan', "Amina O'Neil"])
      assert.equal(numbersOf(unknown), undefined, unknown)
    assert.equal(numbersOf(Array.from({ length: 8 }, () => 'Amina').join(' '))?.length, 15)
    assert.equal(numbersOf(Array.from({ length: 9 }, () => 'Amina').join(' ')), undefined)
  })

  it('make the same register as names that are taken apart', () => {
    const names = ['Ali de la Cruz', 'Cruz Ali', 'Abd Rahman', 'Rahman Abd', 'Nur Din', 'Ali Cruz']
    const records = [...names, ...names].map((name, n) => ({ id: `${n}`, names: [name] }))
    const { lists, size } = registerOf(records)
    const wordsOf = (record: number) =>
      [...lists.words.subarray(lists.nameEnds[record], lists.nameEnds[record + 1])].join(' ')
    for (let n = 0; n < names.length; n++) {
      const [alone] = [registerOf([{ id: 'x', names: [names[n] ?? ''] }])]
      assert.equal(wordsOf(n), wordsOf(n + names.length))
      assert.equal(wordsOf(n).split(' ').length, alone.lists.words.length)
    }
    assert.equal(size, names.length * 2)
  })
})
