import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import {
  DIRECTIONS as KNOWN_DIRECTIONS,
  LEVELS_OF_INFLUENCE,
  REASON_WORDS,
  STATES as KNOWN_STATES,
} from '#domains/outcomes/index.ts'
import {
  child,
  countChildren,
  everything,
  nobody,
  outcome,
  people,
  publishArea,
} from '#tests/support/pictures.ts'
import { publish } from './disclosure.rules.ts'
import { DIRECTIONS, INFLUENCE_LEVELS, influenceFigure, noInfluences } from './influences.rules.ts'
import { figure, PARTS, REASONS, STATES } from './picture.rules.ts'
import { attack, isProtected } from './protection.rules.ts'
import { strengthFigure, WHOSE_WORDS } from './strengths.rules.ts'

const SMALLEST = 5

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
    const mostly = names.filter((name) => name.includes('mostly'))
    assert.ok(mostly.length > 0)
    assert.ok(mostly.every((n) => n.startsWith('outcome/')))
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
