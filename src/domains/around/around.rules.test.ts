import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { initialsOf, isAlert, isAway, peopleAround, trustState } from './around.rules.ts'

const since = new Date('2026-11-01T12:00:00Z')
const after = (days: number) => new Date(since.getTime() + days * 24 * 60 * 60 * 1000)
const nobody = { chosen: false, emptySince: since, answer: undefined }

describe('an adult they trust', () => {
  it('is asked about when nobody was chosen for that many whole days, and not a moment before', () => {
    assert.equal(trustState(nobody, 14, new Date(after(14).getTime() - 1)), 'not-yet')
    assert.equal(trustState(nobody, 14, after(14)), 'overdue')
    assert.equal(trustState(nobody, 7, after(8)), 'overdue')
  })

  it('is not asked about once somebody is chosen, or they do not want one now, however long it is', () => {
    assert.equal(trustState({ ...nobody, chosen: true }, 14, after(400)), 'chosen')
    const notNow = trustState({ ...nobody, answer: 'not_now' }, 14, after(400))
    assert.equal(notNow, 'not-wanted-now')
    assert.equal(isAlert(notNow), false)
  })

  it('is looked for at once when they ask', () => {
    assert.equal(isAlert(trustState({ ...nobody, answer: 'ask_me' }, 14, since)), true)
  })
})

describe('the people around', () => {
  const worker = {
    personId: 'w',
    personName: 'Ada Worker',
    organisationName: 'Northmere',
    part: 'social_worker',
    startedOn: '2026-01-05',
    endedOn: undefined,
  }
  const person = {
    id: 'm',
    name: 'Marta',
    whoTheyAre: 'my aunt',
    why: undefined,
    trustedAdult: true,
    staffId: undefined,
    carer: true,
    language: 'en',
    version: 3,
  }

  it('are each there once, those they trust first, whatever parts they have', () => {
    const twice = { ...worker, part: 'key_worker' }
    const found = peopleAround([worker, twice], [person], 'Somebody')
    assert.deepEqual(
      found.map((p) => [p.id, p.trusted, p.parts]),
      [
        ['m', true, []],
        ['w', false, ['social_worker', 'key_worker']],
      ],
    )
  })

  it('join a worker and the entry that says they are trusted', () => {
    const entry = { ...person, id: 'e', staffId: 'w' }
    const [only, ...rest] = peopleAround([worker], [entry], 'Somebody')
    assert.deepEqual(
      [only?.id, only?.mattersId, only?.name, only?.trusted, rest.length],
      ['w', 'e', 'Ada Worker', true, 0],
    )
    const gone = peopleAround([{ ...worker, endedOn: '2026-02-01' }], [entry], 'Somebody')
    assert.deepEqual(
      gone.map((p) => [p.id, p.name, p.parts]),
      [['w', 'Marta', []]],
    )
  })

  it('are shown by their letters, in any script', () => {
    assert.equal(initialsOf('Marta Lindqvist'), 'ML')
    assert.equal(initialsOf('ዮናስ ተክለ'), 'ዮተ')
    assert.equal(initialsOf('Kit'), 'K')
    assert.equal(initialsOf('(unknown)'), '')
  })

  it('are away from the first day they said to the last', () => {
    const reach = { awayFrom: '2026-11-02', awayUntil: '2026-11-04' }
    const away = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'].map((d) =>
      isAway(reach, d),
    )
    assert.deepEqual(away, [false, true, true, false])
    assert.equal(isAway({ awayFrom: '2026-11-02', awayUntil: undefined }, '2027-01-01'), true)
  })
})
