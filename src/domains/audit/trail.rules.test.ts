import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actInWords, outcomeInWords } from './trail.rules.ts'

describe('an act in words', () => {
  it('takes the words that fit it most closely', () => {
    assert.equal(actInWords('children.read'), 'opened the record')
    assert.equal(actInWords('area.see'), 'looked at the area’s picture')
    assert.equal(actInWords('area.make-a-picture'), 'made a new picture of the area')
  })

  it('tells looking at a part of the record from changing it', () => {
    assert.equal(actInWords('children.names.read'), 'looked at the names')
    assert.equal(actInWords('children.names.change'), 'changed the names')
  })

  it('is the bare act where there are no words, so that nothing is hidden', () => {
    assert.equal(actInWords('something.new'), 'something.new')
    assert.equal(outcomeInWords('done'), 'Done')
  })
})
