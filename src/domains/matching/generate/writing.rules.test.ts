import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Chance, chanceFrom } from './chance.rules.ts'
import type { Written } from './names.rules.ts'
import { type Day, type Grammar, inventedPerson, type Person, TRADITIONS } from './people.rules.ts'
import {
  BIRTH_STATUS,
  birthStatus,
  type BirthStatus,
  OFTEN,
  type Row,
  writeAgain,
  writeFirst,
} from './writing.rules.ts'

/** Chance in which of all that may happen to a name only what is named does happen; which way a name is spelled is by lot. */
const only = (seed: number, happens: readonly number[] = [], share = 0.99): Chance => ({
  ...chanceFrom(seed),
  is: (often) => happens.includes(often),
  share: () => share,
})

const SEEDS = Array.from({ length: 80 }, (_, n) => n)
const NOTHING: Row = {
  given: '',
  family: '',
  alias: '',
  birth: '',
  sex: '',
  phone: '',
  postcode: '',
}
const tradition = (name: string): Grammar => {
  const found = TRADITIONS.find((grammar) => grammar.name === name)
  assert.ok(found)
  return found
}
const person = (grammar: Grammar, as: Partial<Person> = {}): Person => ({
  ...inventedPerson(chanceFrom(1), grammar),
  middle: undefined,
  alias: undefined,
  ...as,
})
const again = (of: Person, chance: Chance, status: BirthStatus = 'to the day', before = NOTHING) =>
  writeAgain(chance, of, status, before)
const NOT_LATIN = /[^ -\u024f]/
/** The ways that an office here may take: of a name of another script, those in Latin letters. */
const ways = ({ ownScript }: Grammar, name: Written) => [
  ...new Set(ownScript ? name.filter((way) => !NOT_LATIN.test(way)) : name),
]

describe('a name on two papers', () => {
  for (const grammar of TRADITIONS)
    it(`of ${grammar.name} is written in every way it has${grammar.ownScript ? ' from its own script' : ''}, and in no other`, () => {
      for (const given of grammar.given) {
        const one = person(grammar, { given })
        const seen = new Set(SEEDS.map((seed) => again(one, only(seed)).given))
        assert.deepEqual([...seen].toSorted(), ways(grammar, given).toSorted())
        const first = new Set(SEEDS.map((seed) => writeFirst(only(seed), one, 'to the day').given))
        assert.deepEqual(first, seen)
      }
      for (const family of grammar.family) {
        const one = person(grammar, { family: [family] })
        const seen = new Set(SEEDS.map((seed) => again(one, only(seed)).family))
        assert.deepEqual([...seen].toSorted(), ways(grammar, family).toSorted())
      }
    })

  for (const grammar of TRADITIONS.filter(({ ownScript }) => ownScript))
    it(`of ${grammar.name} stands in its own script at times, and then the whole of it`, () => {
      for (const given of grammar.given) {
        const one = person(grammar, { given })
        const family = one.family[0]?.[0]
        const first = writeFirst(only(1, [OFTEN.ownScriptFirst]), one, 'to the day')
        assert.deepEqual([first.given, first.family], [given[0], family])
        const second = again(one, only(1, [OFTEN.ownScriptAgain, OFTEN.wordsMerged]))
        assert.deepEqual(
          [second.given.replace(/ /g, ''), second.family],
          [given[0]?.replace(/ /g, ''), family],
        )
        assert.match(first.given, NOT_LATIN)
      }
    })

  it('is spelled as before by some offices, and anew by the others', () => {
    const one = person(tradition('Arabic'))
    const before = { ...NOTHING, given: 'Mohamad', family: 'Alkhatib' }
    const named = { ...one, given: ['محمد', 'Mohammed', 'Mohamad', 'Mohamed'] }
    const spelled = (happens: readonly number[]) =>
      new Set(SEEDS.map((seed) => again(named, only(seed, happens), 'to the day', before).given))
    assert.deepEqual([...spelled([OFTEN.spelledAsBefore])], ['Mohamad'])
    assert.equal(spelled([]).size, 3)
  })

  it('stands in the other column when columns are swapped', () => {
    for (const grammar of TRADITIONS)
      for (const seed of SEEDS.slice(0, 9)) {
        const one = person(grammar)
        const plain = again(one, only(seed))
        const swapped = again(one, only(seed, [OFTEN.columnsSwapped]))
        assert.deepEqual([swapped.given, swapped.family], [plain.family, plain.given])
        assert.notEqual(swapped.given, swapped.family)
      }
  })

  for (const [written, merged] of [
    ['Gul Agha', 'Gulagha'],
    ['Abd al-Rahman', 'Abdal-Rahman'],
    ['Anna-Maria', 'Annamaria'],
    ['Thị Đào', 'Thịđào'],
    ['Huw', 'Huw'],
  ] as const)
    it(`is written as one word: ${written}, ${merged}`, () => {
      const one = person(tradition('English'), { given: [written] })
      assert.equal(again(one, only(1, [OFTEN.wordsMerged])).given, merged)
      assert.equal(again(one, only(1)).given, written)
    })

  it('stands in one column, the other empty', () => {
    const one = person(tradition('Welsh'), { given: ['Huw'], family: [['Gruffydd']] })
    const row = again(one, only(1, [OFTEN.inOneColumn]))
    assert.deepEqual([row.given, row.family], ['Huw Gruffydd', ''])
  })

  it('loses Thị or Văn, or the grandfather’s name, on one paper and has it on another', () => {
    const hong = person(tradition('Vietnamese'), {
      given: ['Hồng'],
      middle: ['Thị'],
      family: [['Nguyễn']],
    })
    assert.equal(again(hong, only(1)).given, 'Hồng')
    assert.equal(again(hong, only(1, [OFTEN.middleName])).given, 'Hồng Thị')
    for (const name of ['Tigrinya', 'Amharic']) {
      const fathers = person(tradition(name), { family: [['Haile'], ['Gebre']] })
      assert.equal(again(fathers, only(1)).family, 'Haile')
      assert.equal(again(fathers, only(1, [OFTEN.secondFamilyName])).family, 'Haile Gebre')
    }
  })

  it('has a way without its article for every Arabic family name that has one', () => {
    const articles = /^(?:Al|El|Ben)[- ]/
    const named = tradition('Arabic').family.filter((ways) =>
      ways.some((way) => articles.test(way)),
    )
    assert.ok(named.length >= 9)
    for (const name of named)
      assert.ok(
        name.some(
          (way) =>
            name.includes(`Al-${way}`) || name.includes(`El ${way}`) || name.includes(`Ben ${way}`),
        ),
        name.join('/'),
      )
  })

  it('is another name that they go by: beside the first on one paper, in its place on the next', () => {
    const one = person(tradition('English'), { given: ['Callum'], alias: ['Ash'] })
    const first = writeFirst(only(1), one, 'to the day')
    assert.deepEqual([first.given, first.alias], ['Callum', 'Ash'])
    const under = again(one, only(1, [OFTEN.underAlias]))
    assert.deepEqual([under.given, under.alias], ['Ash', ''])
    assert.deepEqual([again(one, only(1)).given, again(one, only(1)).alias], ['Callum', ''])
  })

  it('has a letter left out, doubled or changed with the next, in one column; short names have none', () => {
    const one = person(tradition('English'), { given: ['Rhian'], family: [['Sam']] })
    const ofGiven = OFTEN.slipInGiven / 2
    const slips = new Set(SEEDS.map((seed) => again(one, only(seed, [], ofGiven)).given))
    const all = 'Rian Rhan Rhin Rhhian Rhiian Rhiaan Rihan Rhain Rhina'.split(' ')
    assert.deepEqual([...slips].toSorted(), all.toSorted())
    const ofFamily = OFTEN.slipInGiven + OFTEN.slipInFamily / 2
    const { given, family } = again(one, only(1, [], ofFamily))
    assert.deepEqual([given, family], ['Rhian', 'Sam'])
    const long = person(tradition('English'), { given: ['Sam'], family: [['Rhian']] })
    assert.ok(all.includes(again(long, only(1, [], ofFamily)).family))
    assert.equal(again(long, only(1, [], ofGiven)).given, 'Sam')
  })
})

describe('a date of birth on two papers', () => {
  const HALF = 0.5
  const born = (day: Day) => person(tradition('Kurdish'), { born: day })
  const summer = born({ year: 2009, month: 7, day: 4 })
  const late = born({ year: 2009, month: 7, day: 24 })
  for (const [status, of, first, second, happens] of [
    ['to the day', summer, '2009-07-04', '2009-07-04', []],
    ['1 January', summer, '2009-01-01', '2009-07-04', []],
    ['1 January', summer, '2009-01-01', '2009-01-01', [HALF]],
    ['day and month swapped', summer, '2009-07-04', '2009-04-07', []],
    ['day and month swapped', late, '2009-07-24', '2009-07-24', []],
    ['one digit', summer, '2009-07-04', '2009-07-14', []],
    ['one digit', late, '2009-07-24', '2009-07-14', []],
    ['year only', summer, '2009-07-04', '2009', []],
    ['none', summer, '2009-07-04', '', []],
    ['none', summer, '', '', [HALF]],
  ] as const)
    it(`with ${status}: ${first || 'nothing'}, then ${second || 'nothing'}`, () => {
      assert.equal(writeFirst(only(1, happens), of, status).birth, first)
      assert.equal(again(of, only(1, happens), status).birth, second)
    })

  it('with an assessment of their age: other years by two less to three more, the day kept', () => {
    assert.equal(writeFirst(only(1), summer, 'age-assessed').birth, '2009-07-04')
    const seen = new Set(SEEDS.map((seed) => again(summer, only(seed), 'age-assessed').birth))
    const years = [2007, 2008, 2010, 2011, 2012]
    assert.deepEqual(
      [...seen].toSorted(),
      years.map((year) => `${year}-07-04`),
    )
  })

  it('has each of these as often as it says', () => {
    const chance = chanceFrom(11)
    const counts = new Map<string, number>()
    for (let n = 0; n < 10_000; n++) {
      const status = birthStatus(chance)
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    for (const [status, share] of BIRTH_STATUS)
      assert.ok(Math.abs((counts.get(status) ?? 0) / 10_000 - share) < 0.015, status)
  })
})
