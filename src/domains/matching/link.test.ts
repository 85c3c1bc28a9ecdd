import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { block } from './blocking/blocks.ts'
import { blockingKeys } from './blocking/keys.ts'
import { BLOCKING_RULES } from './blocking/rules.ts'
import { compare, openWaterfalls } from './compare.ts'
import { planOf, scorePairs, trainModel } from './link.ts'
import { openIndex } from './look-up.ts'
import { STARTING_MODEL } from './model/model.rules.ts'
import { arenaAgain } from './kernel/kernel.ts'
import { openCrew } from './pairs/crew.ts'
import { blockTasks } from './pairs/tasks.rules.ts'
import { levelAt, type MatchRecord, SLOTS } from './record.rules.ts'
import { registerOf } from './register/register.ts'
import { generatePairs } from './generate/pairs.rules.ts'
import { peopleOf } from './evaluate/people-file.rules.ts'

const day = (text: string) => [{ earliest: text, latest: text }]
const record = (id: string, names: string, birth?: string): MatchRecord => ({
  id,
  names: names.split('|'),
  births: birth === undefined ? [] : day(birth),
})

/** The levels of two records, by the name of the comparison. */
function levels(one: MatchRecord, two: MatchRecord, others: readonly MatchRecord[] = []) {
  const register = registerOf([one], [two, ...others])
  const code = register.kernel.levels(0, 1)
  return Object.fromEntries(SLOTS.map((slot, n) => [slot, levelAt(code, n)]))
}

const names = (a: string, b: string) => levels(record('1', a), record('2', b))

describe('names', () => {
  for (const [a, b] of [
    ['Nguyễn Thị Hồng Đào', 'Hong Dao Nguyen'],
    ['عبد الرحمن محمد', 'Mohammed Abdulrahman'],
    ['Abd al-Rahman Yusuf', 'Youssef Abdelrahman'],
    ['Habib Ullah Noori', 'Nouri Habibullah'],
    ['ተስፋዬ ገብረ', 'Tesfay Ghebre'],
    ['Gebre Meskel Haile', 'Haile Ghebremeskel'],
    ['Xhevahire Hoxha', 'Dzevahire Hodza'],
    ['ڕێبین عەزیز', 'Rebin Aziz'],
    ['Ștefan Țurcanu', 'Turcanu Stefan'],
    ['Rhys Llywelyn', 'Reece Llewelyn'],
    ['Huw ap Rhys', 'Hugh Prys'],
    ['Ifan Huws', 'Evan Hughes'],
    ['Bill Fychan', 'William Vaughan'],
    ['Hîwa Ezîz', 'Azeez Heewa'],
    ['Xidir Ferec', 'Khidir Faraj'],
    ['Rojîn Saleh', 'ڕۆژین سالح'],
    ['Maryam Alkhatib', 'Mariam El Khatib'],
    ['Ahmed Gaber', 'Ahmad Jabir'],
    ['Gul Agha Noori', 'Nouri Gulagha'],
  ] as const)
    it(`knows ${a} and ${b} as one`, () => {
      const found = names(a, b)
      assert.ok(
        (found['name'] ?? 0) >= 3 && (found['second-name'] ?? 0) >= 3,
        JSON.stringify(found),
      )
    })

  it('sees that words are in another order, and how many there are', () => {
    assert.deepEqual(
      [
        names('Ali Hassan', 'Hassan Ali')['name-order'],
        names('Ali Hassan', 'Ali Hassan')['name-order'],
      ],
      [0, 1],
    )
    assert.deepEqual(
      [names('Ali', 'Ali Hassan')['name-count'], names('Ali', 'Ali')['name-count']],
      [1, 2],
    )
  })

  for (const [a, b] of [
    ['Ellen Carter', 'Allan Carter'],
    ['Jordan Hill', 'Gordon Hill'],
    ['Eve Morris', 'Ava Morris'],
    ['Gul Agha Khan', 'Gul Agha Karimi'],
  ] as const)
    it(`does not take ${a} and ${b} for one name`, () => {
      const found = names(a, b)
      assert.ok((found['second-name'] ?? 0) < 4, JSON.stringify(found))
    })

  it('takes a name in another script to be as common as the name', () => {
    const habibullah = ['Habibullah', 'Habib Ullah', 'Habeebullah', 'Habibullah']
    const many = habibullah.map((name, n) => record(`o${n}`, `${name} Zaman`))
    const register = registerOf(
      [record('1', 'حبیب الله زمان')],
      [record('2', 'حبیب الله زمان'), ...many],
    )
    const { rarity } = openWaterfalls(register, STARTING_MODEL)(0, 1).steps[0] ?? {}
    const alone = registerOf(
      [record('1', 'حبیب الله زمان')],
      [record('2', 'حبیب الله زمان'), ...many.map(({ id }) => record(id, 'Tom Carter'))],
    )
    const rare = openWaterfalls(alone, STARTING_MODEL)(0, 1).steps[0]?.rarity ?? 0
    assert.ok((rarity ?? 0) < rare - 0.5, `${rarity} and ${rare}`)
  })

  it('weighs the same in a memory that others were weighed in before', () => {
    const again = arenaAgain()
    const weigh = (a: string, b: string, arena?: ReturnType<typeof again>) =>
      openWaterfalls(
        registerOf([record('1', a, '2008-03-01')], [record('2', b)], { arena }),
        STARTING_MODEL,
      )(0, 1)
    const pairs = [
      ['Habib Ullah Noori', 'Nouri Habibullah'],
      ['Minh Tran', 'Linh Tran'],
      ['Yonas Haile', 'ዮናስ ሃይለ'],
    ] as const
    for (const [a, b] of [...pairs, ...pairs]) assert.deepEqual(weigh(a, b, again()), weigh(a, b))
  })

  it('does not take Minh for Linh, and says nothing where a name is missing', () => {
    assert.ok((names('Minh', 'Linh')['name'] ?? 0) < 3)
    assert.equal(names('', 'Linh')['name'], 15)
  })

  it('takes the best of several names, and asks more of it for having had a choice', () => {
    const one = record('1', 'Yonas Haile')
    const alias = record('2', 'Tom Carter|Yonas Haile')
    const kept = { records: 10_000, countOf: () => 20 }
    const [only, chosen] = [
      compare(one, record('2', 'Yonas Haile'), STARTING_MODEL, kept),
      compare(one, alias, STARTING_MODEL, kept),
    ]
    assert.equal(chosen.steps[0]?.level, 5)
    assert.ok(Math.abs(only.weight - chosen.weight - 1) < 0.001)
  })
})

describe('dates of birth', () => {
  const birth = (a: string, b: string) => levels(record('1', 'A', a), record('2', 'A', b))['birth']

  it('have a level for each thing that happens to them', () => {
    assert.deepEqual(
      [
        birth('2007-05-04', '2007-05-04'),
        birth('2007-01-01', '2007-01-01'),
        birth('2007-05-04', '2007-04-05'),
        birth('2007-05-04', '2009-05-04'),
        birth('2007-05-04', '2007-05-14'),
        birth('2007-01-01', '2007-05-14'),
        birth('2007-05-04', '2007-11-04'),
        birth('2007-05-04', '2008-09-22'),
        birth('2007-05-04', '1999-09-22'),
      ],
      [10, 9, 8, 7, 6, 5, 3, 2, 0],
    )
  })

  it('may be spans, and the best of several claims counts', () => {
    const span = {
      id: '1',
      names: ['A'],
      births: [{ earliest: '2006-01-01', latest: '2008-12-31' }],
    }
    assert.equal(levels(span, record('2', 'A', '2007-05-04'))['birth'], 4)
    const claims = { id: '1', names: ['A'], births: [...day('1999-01-02'), ...day('2007-05-04')] }
    assert.equal(levels(claims, record('2', 'A', '2007-05-04'))['birth'], 10)
    assert.equal(levels(record('1', 'A'), record('2', 'A', '2007-05-04'))['birth'], 15)
  })
})

describe('linking', () => {
  const made = generatePairs({ pairs: 300, seed: 4 })
  const people = (text: string) => [...peopleOf(text, 'The file')].map((p) => p.record)
  const [left, right] = [people(made.left), people(made.right)]

  it('compares each pair once, whichever rules bring it together', async () => {
    const register = registerOf(left, right)
    const blocks = block(register, BLOCKING_RULES)
    const crew = openCrew(register, blocks, 0)
    const found = await crew.score(blockTasks(blocks.rules), -1_000)
    const pairs = Array.from(found.one, (one, n) => `${one} ${found.two[n]}`)
    assert.equal(new Set(pairs).size, pairs.length)
    const expected = new Set<string>()
    for (const rule of BLOCKING_RULES) {
      const keys = Array.from(
        { length: register.size },
        (_, n) => new Set(rule.keysOf(register, n)),
      )
      for (let a = 0; a < register.split; a++)
        for (let b = register.split; b < register.size; b++)
          if (!keys[a]?.isDisjointFrom(keys[b] ?? new Set())) expected.add(`${a} ${b}`)
    }
    assert.deepEqual(pairs.toSorted(), [...expected].toSorted())
    await crew.close()
  })

  it('finds the same with workers as on one thread, and as much through blocks as without', async () => {
    const linked = async (workers: number, rules?: typeof BLOCKING_RULES) => {
      const register = registerOf(left, right)
      const plan = planOf(register, rules)
      const crew = openCrew(register, plan.blocks, workers)
      const { model } = await trainModel(register, plan, crew)
      const found = await scorePairs(plan, crew, model, 0)
      await crew.close()
      return Array.from(found.one, (one, n) => `${one} ${found.two[n]}`).toSorted()
    }
    const alone = await linked(0)
    assert.deepEqual(await linked(2), alone)
    const truth = new Set(made.truth.trim().split(/\r?\n/))
    const rightly = (pairs: readonly string[]) =>
      pairs.filter((pair) => {
        const [one, two] = pair.split(' ').map(Number)
        return truth.has(`${left[one ?? -1]?.id},${right[(two ?? 0) - left.length]?.id}`)
      }).length
    const [blocked, every] = [rightly(await linked(0, BLOCKING_RULES)), rightly(alone)]
    assert.ok(every > 280 && blocked > every * 0.97 && blocked <= every, `${blocked} of ${every}`)
  })

  it('answers a question as it would link, and forgets it', () => {
    const register = registerOf(left, undefined, { spare: true })
    const index = openIndex(register, STARTING_MODEL)
    const before = [register.dictionary.size(), register.dictionary.classes()]
    const truth = made.truth
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
    const places = new Map(right.map((r) => [r.id, r]))
    const first = truth.filter(([l, r]) => {
      const asked = places.get(r ?? '')
      return asked && index.query(asked, 3, -30).some((a) => a.id === l)
    })
    assert.ok(first.length > truth.length * 0.9, `${first.length} of ${truth.length}`)
    assert.deepEqual([register.dictionary.size(), register.dictionary.classes()], before)
    const stranger = record('x', 'Zzyzx Qwrtpl|ዝዝ', '1990-02-03')
    assert.deepEqual(index.query(stranger, 5, 0), [])
  })

  it('gives keys for a table that pairs of one child share', () => {
    const keys = new Map([...left, ...right].map((r) => [r.id, new Set(blockingKeys(r))]))
    const truth = made.truth.trim().split(/\r?\n/).slice(1)
    const meeting = truth.filter((line) => {
      const [l = '', r = ''] = line.split(',')
      return !keys.get(l)?.isDisjointFrom(keys.get(r) ?? new Set())
    })
    assert.ok(meeting.length > truth.length * 0.95, `${meeting.length} of ${truth.length}`)
  })
})
