import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import {
  DIRECTIONS as KNOWN_DIRECTIONS,
  LEVELS_OF_INFLUENCE,
  REASON_WORDS,
  STATES as KNOWN_STATES,
} from '#domains/outcomes/index.ts'
import { publish } from './disclosure.rules.ts'
import {
  DIRECTIONS,
  INFLUENCE_LEVELS,
  type InfluenceCounts,
  influenceFigure,
  noInfluences,
} from './influences.rules.ts'
import {
  type AreaCounts,
  figure,
  noughts,
  NOT_OFFERED,
  OFFERED_NOT_SHARED,
  type OutcomeCounts,
  PARTS,
  type People,
  publishArea as publishCounts,
  REASONS,
  SHARED,
  STATES,
} from './picture.rules.ts'
import { attack, type CountTable, isProtected, type Sum } from './protection.rules.ts'
import { strengthFigure, type StrengthCounts, WHOSE_WORDS } from './strengths.rules.ts'

const SMALLEST = 5

type Given = Omit<Partial<OutcomeCounts>, 'states' | 'reasons'> & {
  readonly states?: Partial<OutcomeCounts['states']>
  readonly reasons?: Partial<OutcomeCounts['reasons']>
}

const reasons = noughts(REASONS)

function outcome(code: string, given: Given): OutcomeCounts {
  const states = { not_at_all: 0, a_little: 0, mostly: 0, fully: 0, changes_a_lot: 0 }
  return {
    code,
    principles: ['article-12'],
    level: 'outcome',
    notChosen: 0,
    again: 0,
    influences: noInfluences(),
    ...given,
    states: { ...states, ...given.states },
    reasons: { ...reasons, ...given.reasons },
  }
}

/** A picture in which no record holds words, unless the test is about them. */
const publishArea = (counts: Omit<AreaCounts, 'strengths'> & Partial<AreaCounts>) => {
  const records = Object.values(counts.people).reduce((sum, n) => sum + n, 0)
  const none = { own: 0, others: 0, none: records }
  return publishCounts({ strengths: { strengths: none, got_through: none }, ...counts })
}

const nobody: People = noughts([...NOT_OFFERED, ...OFFERED_NOT_SHARED, ...SHARED])
const people = {
  ...nobody,
  nothing_recorded: 12,
  lost_contact: 6,
  withdrawn: 5,
  once: 30,
  again: 20,
}

/**
 * Everything an attacker can know of a whole picture at once: all its sums, and what one figure
 * says about another, written as one table. The names that are never published carry the rest.
 */
function everything(counts: AreaCounts): CountTable {
  const all = new Map<string, number>()
  const sums: Sum[] = []
  const sum = (total: string, parts: readonly (readonly [string, number])[]) => {
    for (const [name, n] of parts) all.set(name, n)
    all.set(
      total,
      parts.reduce((s, [, n]) => s + n, 0),
    )
    sums.push({ total, parts: parts.map(([name]) => name) })
  }
  const { once, again, ...rest } = counts.people
  sum('people/shared', [
    ['people/once', once],
    ['people/again', again],
  ])
  const offered = OFFERED_NOT_SHARED.map((step) => [`people/${step}`, rest[step]] as const)
  sum('people/offered', [...offered, ['people/shared', once + again]])
  const notOffered = NOT_OFFERED.map((step) => [`people/${step}`, rest[step]] as const)
  sum('people/eligible', [...notOffered, ['people/offered', all.get('people/offered') ?? 0]])
  for (const o of counts.outcomes) {
    const name = (part: string) => `outcome/${o.code}/${part}`
    const states = Object.entries(o.states).map(([s, n]) => [name(`state/${s}`), n] as const)
    sum(name('answered'), states)
    sum(
      name('gaveReason'),
      Object.entries(o.reasons).map(([r, n]) => [name(`reason/${r}`), n] as const),
    )
    const answered = all.get(name('answered')) ?? 0
    sum('people/shared', [
      [name('answered'), answered],
      [name('gaveReason'), all.get(name('gaveReason')) ?? 0],
      [name('notChosen'), o.notChosen],
    ])
    sum(name('answered'), [
      [name('once'), answered - o.again],
      [name('again'), o.again],
    ])
    sum('people/again', [
      [name('again'), o.again],
      [name('again/never-published'), again - o.again],
    ])
    for (const direction of DIRECTIONS) {
      for (const level of INFLUENCE_LEVELS) {
        const named = influenceFigure(o.code, direction, level)
        const n = o.influences[direction][level]
        sum(name('answered'), [
          [named, n],
          [`${named}/rest`, answered - n],
        ])
      }
    }
  }
  for (const [topic, whose] of Object.entries(counts.strengths)) {
    sum(
      'people/eligible',
      Object.entries(whose).map(([w, n]) => [`records/${topic}/${w}`, n] as const),
    )
  }
  for (const part of PARTS) {
    for (const principle of new Set(counts.outcomes.flatMap((o) => o.principles))) {
      const own = counts.outcomes.filter((o) => o.principles.includes(principle))
      sum(
        figure.principle('outcome', principle, part),
        own.map((o) => {
          const name = figure.outcome(o.code, part)
          return [name, all.get(name) ?? 0] as const
        }),
      )
    }
    sum(
      figure.level('outcome', part),
      counts.outcomes.map((o) => {
        const name = figure.outcome(o.code, part)
        return [name, all.get(name) ?? 0] as const
      }),
    )
  }
  return { counts: all, sums }
}

/** Children one by one, so that any picture in the test could be a real one. */
type Child = {
  readonly checkIns: string
  readonly answers: readonly string[]
  readonly named: readonly string[]
  readonly strengths: (typeof WHOSE_WORDS)[number]
}

const child: fc.Arbitrary<Child> = fc.record({
  checkIns: fc.constantFrom('nothing_recorded', 'not_offered', 'withdrawn', 'once', 'again'),
  answers: fc.array(
    fc.constantFrom('not_at_all', 'mostly', 'mostly', 'fully', 'skipped', 'not_offered', 'none'),
    { minLength: 4, maxLength: 4 },
  ),
  named: fc.subarray(['helps person', 'helps law', 'gets_in_the_way system']),
  strengths: fc.constantFrom(...WHOSE_WORDS),
})

function namedBy(children: readonly Child[]): InfluenceCounts {
  const found = noInfluences()
  for (const direction of DIRECTIONS) {
    for (const level of INFLUENCE_LEVELS) {
      const name = `${direction} ${level}`
      found[direction][level] = children.filter((c) => c.named.includes(name)).length
    }
  }
  return found
}

function wordsOf(children: readonly Child[]): StrengthCounts['strengths'] {
  const whose = (w: string) => children.filter((c) => c.strengths === w).length
  return { own: whose('own'), others: whose('others'), none: whose('none') }
}

function countChildren(children: readonly Child[]): AreaCounts {
  const shared = children.filter((c) => c.checkIns === 'once' || c.checkIns === 'again')
  const step = (name: string) => children.filter((c) => c.checkIns === name).length
  const outcomes = ['a', 'b', 'c', 'd'].map((code, n): OutcomeCounts => {
    const said = (what: string) => shared.filter((c) => c.answers[n] === what).length
    const states = {
      not_at_all: said('not_at_all'),
      a_little: 0,
      mostly: said('mostly'),
      fully: said('fully'),
      changes_a_lot: 0,
    }
    const answered = shared.filter((c) => (c.answers[n] ?? '') in states)
    return {
      code,
      principles:
        [['article-3'], ['article-3', 'article-12'], ['article-12'], ['article-6']][n] ?? [],
      level: 'outcome',
      states,
      reasons: { ...reasons, skipped: said('skipped'), not_offered: said('not_offered') },
      notChosen: said('none'),
      again: answered.filter((c, m) => c.checkIns === 'again' && m % 3 > 0).length,
      influences: namedBy(answered),
    }
  })
  return {
    people: { ...nobody, ...Object.fromEntries(Object.keys(nobody).map((n) => [n, step(n)])) },
    outcomes,
    strengths: { strengths: wordsOf(children), got_through: wordsOf(children.toReversed()) },
  }
}

describe('the picture of an area', () => {
  it('keeps every small number from an attacker who knows the whole picture', () => {
    const property = fc.property(fc.array(child, { maxLength: 90, size: 'max' }), (children) => {
      const counts = countChildren(children)
      const figures = publishArea(counts)
      const table = everything(counts)
      const hidden = new Set(
        [...table.counts.keys()].filter((name) => figures.get(name)?.value === undefined),
      )
      const found = attack(table, hidden)
      for (const [name, n] of table.counts) {
        if (n === 0 || n >= SMALLEST || name.endsWith('never-published')) continue
        const range = found.get(name)
        assert.ok(range, `${name} is hidden`)
        assert.ok(range.low < range.high, `${name} is exactly ${range.low}`)
        assert.ok(!(range.low >= 1 && range.high < SMALLEST), `${name} is known to be small`)
        // How many answered again is bounded by how many shared again, which is out already.
        if (/\/(once|again)$/.test(name) && name.startsWith('outcome/')) continue
        assert.ok(isProtected(n, range, SMALLEST), `${name} ${JSON.stringify(range)}`)
      }
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('counts children who shared again though they answered this only once', () => {
    const outcomes = [outcome('a', { states: { mostly: 20, fully: 20 }, notChosen: 10, again: 6 })]
    const figures = publishArea({ people, outcomes })
    assert.equal(figures.get('outcome/a/once')?.value, 34)
    assert.equal(figures.get('outcome/a/again')?.value, 6)
  })

  it('knows every state and every reason there is', () => {
    assert.deepEqual([...STATES], [...KNOWN_STATES])
    assert.deepEqual([...REASONS].toSorted(), Object.keys(REASON_WORDS).toSorted())
  })

  it('knows every direction and every level there is, and none of them is the child', () => {
    assert.deepEqual([...DIRECTIONS], [...KNOWN_DIRECTIONS])
    assert.deepEqual([...INFLUENCE_LEVELS], [...LEVELS_OF_INFLUENCE])
    assert.ok(INFLUENCE_LEVELS.every((level) => !/child|young/.test(level)))
  })

  it('shows how many named something, unless they or the others are few, or all did', () => {
    const influences = noInfluences()
    influences.helps = { person: 22, service: 4, system: 27, law: 30 }
    influences.gets_in_the_way.law = 5
    const figures = publishArea({
      people,
      outcomes: [outcome('a', { states: { mostly: 20, fully: 10 }, notChosen: 20, influences })],
    })
    const shown = (direction: 'helps' | 'gets_in_the_way') =>
      INFLUENCE_LEVELS.map((level) => figures.get(influenceFigure('a', direction, level))?.value)
    assert.deepEqual(shown('helps'), [22, undefined, undefined, undefined])
    assert.deepEqual(shown('gets_in_the_way'), [0, 0, 0, 5])
    assert.ok([...figures.keys()].every((name) => !name.endsWith('/rest')))
  })

  it('shows what records hold, and hides what would point at a few of them', () => {
    const strengths = {
      strengths: { own: 40, others: 10, none: 23 },
      got_through: { own: 60, others: 3, none: 10 },
    }
    const figures = publishArea({ people, outcomes: [], strengths })
    const shown = (topic: 'strengths' | 'got_through') =>
      WHOSE_WORDS.map((whose) => figures.get(strengthFigure(topic, whose))?.value)
    assert.deepEqual(shown('strengths'), [40, 10, 23])
    const [own, others, none] = shown('got_through')
    assert.equal(others, undefined)
    assert.ok(own === undefined || none === undefined, 'a second number goes with it')
  })

  it('does not hide that nobody has been asked what they are good at', () => {
    const figures = publishArea({ people, outcomes: [] })
    assert.equal(figures.get(strengthFigure('strengths', 'none'))?.value, 73)
  })

  it('shows true figures only: what is shown is what was counted', () => {
    const property = fc.property(fc.array(child, { maxLength: 90, size: 'max' }), (children) => {
      const counts = countChildren(children)
      const truth = everything(counts).counts
      for (const [name, { value }] of publishArea(counts)) {
        if (value !== undefined && truth.has(name)) assert.equal(value, truth.get(name), name)
      }
    })
    fc.assert(property, { numRuns: 50 })
  })

  it('adds up: principles and levels to their outcomes', () => {
    const counts = {
      people,
      outcomes: [
        outcome('a', { states: { mostly: 20, fully: 10 }, reasons: { skipped: 8 }, notChosen: 12 }),
        outcome('b', { states: { mostly: 25 }, notChosen: 25, principles: ['article-3'] }),
        outcome('c', {
          states: { a_little: 9, fully: 6 },
          reasons: { dont_know: 9 },
          notChosen: 26,
        }),
      ],
    }
    const figures = publishArea(counts)
    const value = (name: string) => figures.get(name)?.value
    assert.equal(value('principle/outcome/article-12/answered'), 45)
    assert.equal(value('principle/outcome/article-3/answered'), 25)
    assert.equal(value('level/outcome/answered'), 70)
    assert.equal(value('level/outcome/gaveReason'), 17)
    const total = PARTS.map((part) => value(figure.level('outcome', part)) ?? Number.NaN)
    assert.equal(
      total.reduce((s, n) => s + n, 0),
      3 * 50,
    )
  })

  it('never adds outcomes, experiences and outputs together', () => {
    const outcomes = [
      outcome('a', { states: { mostly: 20 }, notChosen: 30 }),
      outcome('b', { states: { mostly: 20 }, notChosen: 30, level: 'experience' }),
    ]
    const names = [...publishArea({ people, outcomes }).keys()]
    const summed = names.filter((name) => /^(principle|level)\//.test(name))
    assert.ok(summed.every((name) => /\/(outcome|experience)\//.test(name)))
    assert.deepEqual(names.filter((name) => name.startsWith('level/')).length, 2 * PARTS.length)
  })

  it('never adds one outcome’s states to another’s', () => {
    const outcomes = [outcome('a', { states: { mostly: 20 } }), outcome('b', {})]
    const names = [...publishArea({ people, outcomes }).keys()]
    assert.ok(
      names.filter((name) => name.includes('mostly')).every((n) => n.startsWith('outcome/')),
    )
  })

  it('shows nothing of a group smaller than five but that it is small', () => {
    const few = { ...nobody, once: 2, again: 1 }
    const figures = publishArea({ people: few, outcomes: [outcome('a', { states: { fully: 3 } })] })
    assert.equal(figures.get('people/eligible')?.value, undefined)
    const said = [...figures].filter(([name]) => name.startsWith('outcome/'))
    assert.ok(said.length > 0 && said.every(([, { value }]) => value === undefined))
  })

  it('hides that everybody said the same, and shows that nobody was offered it', () => {
    const outcomes = [
      outcome('a', { states: { fully: 50 }, again: 20 }),
      outcome('b', { reasons: { not_offered: 50 } }),
      outcome('c', { reasons: { skipped: 50 } }),
    ]
    const figures = publishArea({ people, outcomes })
    assert.equal(figures.get(figure.state('a', 'fully'))?.value, undefined)
    assert.equal(figures.get(figure.reason('b', 'not_offered'))?.value, 50)
    assert.equal(figures.get(figure.reason('c', 'skipped'))?.value, undefined)
  })

  it('stands with nobody in it', () => {
    const figures = publishArea({ people: nobody, outcomes: [outcome('a', {})] })
    assert.ok([...figures.values()].every(({ value }) => value === 0))
  })
})

describe('the door to publication', () => {
  it('hides 1 to 4 and shows nought', () => {
    const table = {
      counts: new Map([
        ['a', 4],
        ['b', 0],
        ['c', 5],
      ]),
      sums: [],
    }
    const shown = publish(table)
    assert.deepEqual(
      ['a', 'b', 'c'].map((name) => shown.get(name)?.value),
      [undefined, 0, 5],
    )
  })
})
