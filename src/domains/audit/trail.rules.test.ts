import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actInWords, outcomeInWords } from './trail.rules.ts'

describe('an act in words', () => {
  it('takes the words that fit it most closely', () => {
    assert.equal(actInWords('child.read'), 'opened the record')
    assert.equal(actInWords('child.names.change'), 'worked on the record')
  })

  it('is the bare act where there are no words, so that nothing is hidden', () => {
    assert.equal(actInWords('something.new'), 'something.new')
    assert.equal(outcomeInWords('done'), 'Done')
  })
})
