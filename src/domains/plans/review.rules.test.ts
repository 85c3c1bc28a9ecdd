import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { uptakeOf } from './review.rules.ts'

describe('offers taken up', () => {
  const needs = ['a', 'b', 'c', 'd'].map((id) => ({ id, offer: 'A choir' }))

  it('are counted as chosen only where they chose, never where they go because they have to', () => {
    const verdicts = [
      { needId: 'a', choice: 'chose_it' },
      { needId: 'b', choice: 'had_no_choice' },
      { needId: 'c', choice: 'does_not_want' },
    ]
    assert.deepEqual(uptakeOf(needs, verdicts), {
      offered: 4,
      chosen: 1,
      thinking: 0,
      notWanted: 1,
      noChoice: 1,
      notAsked: 1,
    })
  })

  it('follow their last word, and a need without an offer is none', () => {
    const verdicts = [
      { needId: 'a', choice: 'chose_it' },
      { needId: 'a', choice: 'had_no_choice' },
    ]
    const counted = uptakeOf([...needs.slice(0, 1), { id: 'e', offer: undefined }], verdicts)
    assert.deepEqual([counted.offered, counted.chosen, counted.noChoice], [1, 0, 1])
  })
})
