import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import { keysOfChild, searchTiers, type Search } from './child-keys.rules.ts'
import { rank, type Candidate } from './find.rules.ts'

const on = (text: string) => {
  const day = calendarDay(text)
  assert.ok(day)
  return { earliest: day, latest: day, precision: 'day' as const }
}
const child = (
  id: string,
  names: readonly string[],
  born?: string,
  number?: string,
): Candidate => ({
  id: trustedId(id),
  knownAs: names[0] ?? '',
  sayIt: undefined,
  names,
  births: born ? [on(born)] : [],
  identifiers: number ? [number] : [],
})
const search = (wanted: Partial<Search>): Search => ({
  name: undefined,
  born: undefined,
  identifier: undefined,
  ...wanted,
})
const order = (wanted: Partial<Search>, all: readonly Candidate[]) =>
  rank(search(wanted), all).map((f) => f.id)

/** Whether a child with these keys is in any tier, as the database decides it. */
const within = (wanted: Partial<Search>, c: Candidate) => {
  const keys = new Set(
    keysOfChild({ names: c.names, births: c.births, identifiers: c.identifiers }),
  )
  return searchTiers(search(wanted)).some((tier) =>
    tier.every((group) => group.some((k) => keys.has(k))),
  )
}

describe('a search', () => {
  const kit = child('kit', ['Kit', 'Nguyễn Văn Đức'], '2009-04-03', 'LA-0042')
  const duc = child('duc', ['Duc Nguyen'], '2011-09-09')
  const anna = child('anna', ['Anna'], '2009-03-04')
  const all: readonly Candidate[] = [anna, duc, kit]

  it('puts the child with that day of birth first, and keeps one whose day is disputed', () => {
    assert.deepEqual(order({ name: 'Nguyen Duc', born: on('2009-04-03') }, all), ['kit', 'duc'])
    assert.deepEqual(order({ name: 'Duc Nguyen', born: on('2011-09-09') }, all), ['duc', 'kit'])
  })

  it('says by which name a child was met', () => {
    assert.equal(rank(search({ name: 'duc nguyen van' }), [kit])[0]?.metAs, 'Nguyễn Văn Đức')
  })

  it('finds by a number however it is spaced', () => {
    assert.deepEqual(order({ identifier: 'la 0042' }, all), ['kit'])
    assert.ok(within({ identifier: 'la0042' }, kit))
  })

  it('finds by a day of birth alone, swapped or a year away last', () => {
    assert.deepEqual(order({ born: on('2009-04-03') }, all), ['kit', 'anna'])
    for (const born of ['2009-04-03', '2009-03-04', '2010-04-03'])
      assert.ok(within({ born: on(born) }, kit), born)
    assert.ok(!within({ born: on('2014-04-03') }, kit))
  })

  it('finds a wider claim by a day in it, and a day by a year', () => {
    const first = on('2008-01-01').earliest
    const last = on('2009-12-31').earliest
    const about = {
      ...kit,
      births: [{ earliest: first, latest: last, precision: 'range' as const }],
    }
    assert.ok(within({ born: on('2009-06-05') }, about))
    assert.ok(within({ born: { earliest: first, latest: last } }, kit))
  })

  it('looks for a child known by one word of the two that were typed', () => {
    assert.ok(within({ name: 'Anna Petrova' }, anna))
    assert.deepEqual(order({ name: 'Anna Petrova' }, all), ['anna'])
  })

  it('never has a tier that would let everybody in', () => {
    for (const name of ['', ' ', '—', 'a', 'đ', 'ء'])
      for (const tier of searchTiers(search({ name }))) assert.ok(tier.length > 0)
  })
})
