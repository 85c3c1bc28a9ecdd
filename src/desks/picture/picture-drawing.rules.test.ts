import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { REASONS, type Said, STATES } from '#domains/outcomes/index.ts'
import { across, drawChart, scaleOf, WIDTH } from './picture-drawing.rules.ts'

const texts = { state: (s: string) => s, noAnswer: 'No answer', day: (d: Date) => d.toISOString() }
const now = new Date('2026-11-21T12:00:00Z')
const said = (what: string): Said =>
  what === 'skipped' ? { reason: 'skipped' } : { state: what as 'mostly' }
const points = (...what: string[]) =>
  what.map((w, n) => ({ at: new Date(Date.UTC(2026, n, 10)), said: said(w), n: n + 1 }))
const draw = (given: ReturnType<typeof points>, rtl = false) =>
  drawChart({ scale: scaleOf(given, now, rtl), points: given, events: [], texts })

describe('a small chart over time', () => {
  it('draws a state further down or further up in the same way, with nothing but its place', () => {
    const there = draw(points('not_at_all', 'fully'))
    const back = draw(points('fully', 'not_at_all'))
    assert.deepEqual(
      there.marks.map((m) => m.kind),
      back.marks.map((m) => m.kind),
    )
    assert.deepEqual(
      there.marks.map((m) => m.y),
      back.marks.map((m) => m.y).toReversed(),
    )
  })

  it('leaves a gap open: no line crosses it', () => {
    const drawing = draw(points('mostly', 'skipped', 'mostly', 'fully'))
    assert.deepEqual(
      drawing.marks.map((m) => m.kind),
      ['step', 'gap', 'step', 'step'],
    )
    assert.equal(drawing.joins.length, 1)
  })

  it('leaves a gap open where a check-in between did not speak of it', () => {
    const [first, second, third, fourth] = points('mostly', 'mostly', 'fully', 'fully')
    assert.ok(first && second && third && fourth)
    assert.equal(draw([first, third, fourth]).joins.length, 1)
    assert.equal(draw([first, second, third, fourth]).joins.length, 3)
  })

  it('puts “changes a lot” on a row of its own, joined to nothing', () => {
    const drawing = draw(points('mostly', 'changes_a_lot', 'mostly'))
    const steps = drawing.rows.filter((r) => r.kind === 'step').map((r) => r.y)
    const varies = drawing.rows.find((r) => r.kind === 'varies')
    assert.ok(varies && !steps.includes(varies.y))
    assert.equal(drawing.joins.length, 0)
  })

  it('has the same rows whatever one chart holds, when the picture is one', () => {
    const all = points('mostly', 'changes_a_lot', 'skipped')
    const scale = scaleOf(all, now, false)
    const one = drawChart({ scale, points: all.slice(0, 1), events: [], texts })
    assert.equal(one.rows.length, 6)
  })

  it('is the mirror image where writing runs from right to left', () => {
    const given = points('mostly', 'fully')
    const [ltr, rtl] = [draw(given), draw(given, true)]
    for (const [n, mark] of ltr.marks.entries()) {
      assert.ok(Math.abs(mark.x + (rtl.marks[n]?.x ?? 0) - WIDTH) < 0.11)
    }
  })

  it('places everything inside it, and leaves out what lies before it', () => {
    const anything = fc.array(
      fc.record({
        at: fc.date({ min: new Date('2015-01-01'), max: now, noInvalidDate: true }),
        said: fc.oneof(
          fc.constantFrom(...STATES).map((state): Said => ({ state })),
          fc.constantFrom(...REASONS).map((reason): Said => ({ reason })),
        ),
        n: fc.nat(99),
      }),
    )
    fc.assert(
      fc.property(anything, fc.boolean(), (given, rtl) => {
        const scale = scaleOf(given, now, rtl)
        const drawing = drawChart({ scale, points: given, events: [], texts })
        assert.equal(drawing.marks.length, given.length)
        for (const m of drawing.marks) {
          assert.ok(m.x >= drawing.left && m.x <= drawing.right)
          assert.ok(m.y > 0 && m.y < drawing.bottom)
        }
        assert.equal(across(scale, new Date(scale.from.getTime() - 1)), undefined)
      }),
    )
  })
})
