import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changesOf, type Version } from './history.rules.ts'

const version = (n: number, values: Readonly<Record<string, unknown>>): Version => ({
  table: 'child_name',
  rowId: 'r1',
  version: n,
  changedBy: `person ${n}`,
  changedAt: new Date(2026, 0, n),
  values: { id: 'r1', version: n, ...values },
})

describe('the history of a record', () => {
  it('says who changed what, from what to what, newest first', () => {
    const changes = changesOf([
      version(2, { name: 'Gëzim', note: null, ended_at: null }),
      version(1, { name: 'Gezim', note: null, ended_at: null }),
      version(3, { name: 'Gëzim', note: null, ended_at: '2026-01-03' }),
    ])
    assert.deepEqual(
      changes.map((c) => [c.kind, c.by]),
      [
        ['ended', 'person 3'],
        ['changed', 'person 2'],
        ['added', 'person 1'],
      ],
    )
    assert.deepEqual(changes[1]?.fields, [{ column: 'name', before: 'Gezim', after: 'Gëzim' }])
    assert.deepEqual(changes[2]?.fields, [{ column: 'name', before: null, after: 'Gezim' }])
  })

  it('says when something taken off the record stands again', () => {
    const changes = changesOf([
      version(1, { name: 'A', ended_at: '2026-01-01' }),
      version(2, { name: 'A', ended_at: null }),
    ])
    assert.equal(changes[0]?.kind, 'restored')
  })
})
