import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { differenceOf } from './framework-difference.rules.ts'
import type { Framework } from './framework.rules.ts'
import { provisionalSet } from './provisional-set.ts'

const set = provisionalSet()

const without = (code: string): Framework => ({
  ...set,
  outcomes: set.outcomes.filter((o) => o.code !== code),
})

describe('the difference between two versions', () => {
  it('is nothing when nothing differs', () => {
    assert.deepEqual(differenceOf(set, { ...set, version: '2.0' }), {
      settings: [],
      added: [],
      removed: [],
      changed: [],
      same: set.outcomes.length,
    })
  })

  it('names what was added and what is gone', () => {
    assert.deepEqual(differenceOf(without('peace'), set).added, ['peace'])
    assert.deepEqual(differenceOf(set, without('peace')).removed, ['peace'])
  })

  it('says what changed in an outcome, down to the language and the indicator', () => {
    const after: Framework = {
      ...set,
      outcomes: set.outcomes.map((o) =>
        o.code === 'peace'
          ? {
              ...o,
              level: 'experience',
              childOnly: false,
              wording: { ...o.wording, cy: { title: { text: 'Heddwch', state: 'reviewed' } } },
              indicators: [],
            }
          : o,
      ),
    }
    const { changed, same } = differenceOf(set, after)
    assert.equal(same, set.outcomes.length - 1)
    assert.deepEqual(changed, [
      {
        code: 'peace',
        what: [
          'title in Welsh',
          'explanation in Welsh',
          'level',
          'who may answer',
          'indicator peace-1 is gone',
        ],
      },
    ])
  })

  it('notices a string that has only come further, its words the same', () => {
    const reviewed: Framework = {
      ...set,
      outcomes: set.outcomes.map((o) => {
        const title = o.wording['cy']?.title
        return o.code === 'hope' && title
          ? {
              ...o,
              wording: {
                ...o.wording,
                cy: { ...o.wording['cy'], title: { ...title, state: 'reviewed' } },
              },
            }
          : o
      }),
    }
    assert.deepEqual(differenceOf(set, reviewed).changed, [
      { code: 'hope', what: ['title in Welsh'] },
    ])
  })

  it('names settings that changed, from what to what', () => {
    assert.deepEqual(differenceOf(set, { ...set, nation: 'wales', provisional: false }).settings, [
      { what: 'Nation', from: 'uk', to: 'wales' },
      { what: 'Provisional', from: 'yes', to: 'no' },
    ])
  })
})
