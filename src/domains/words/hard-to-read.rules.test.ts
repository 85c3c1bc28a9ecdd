import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hardToRead } from './hard-to-read.rules.ts'

describe('an answer to a young person', () => {
  it('says what may be hard to read, and is quiet about plain words', () => {
    assert.deepEqual(hardToRead('You can have a lock. It comes on Friday.'), [])
    assert.match(hardToRead('Your placement is safe.').join(), /“placement”: perhaps “home”/)
    assert.match(hardToRead(`${'word '.repeat(21)}.`).join(), /A long sentence/)
    assert.deepEqual(hardToRead('I was displacement-free'), [])
  })
})
