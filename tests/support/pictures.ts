import * as fc from './examples.ts'
import {
  DIRECTIONS,
  INFLUENCE_LEVELS,
  type InfluenceCounts,
  influenceFigure,
  noInfluences,
} from '#domains/statistics/influences.rules.ts'
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
} from '#domains/statistics/picture.rules.ts'
import type { CountTable, Sum } from '#domains/statistics/protection.rules.ts'
import { type StrengthCounts, WHOSE_WORDS } from '#domains/statistics/strengths.rules.ts'

type Given = Omit<Partial<OutcomeCounts>, 'states' | 'reasons'> & {
  readonly states?: Partial<OutcomeCounts['states']>
  readonly reasons?: Partial<OutcomeCounts['reasons']>
}

const reasons = noughts(REASONS)

export function outcome(code: string, given: Given): OutcomeCounts {
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
export const publishArea = (counts: Omit<AreaCounts, 'strengths'> & Partial<AreaCounts>) => {
  const records = Object.values(counts.people).reduce((sum, n) => sum + n, 0)
  const none = { own: 0, others: 0, none: records }
  return publishCounts({ strengths: { strengths: none, got_through: none }, ...counts })
}

export const nobody: People = noughts([...NOT_OFFERED, ...OFFERED_NOT_SHARED, ...SHARED])
export const people = {
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
export function everything(counts: AreaCounts): CountTable {
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

export const child: fc.Arbitrary<Child> = fc.record({
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

export function countChildren(children: readonly Child[]): AreaCounts {
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
