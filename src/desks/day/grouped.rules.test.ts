import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import { grouped } from './grouped.rules.ts'
import { type DayLine, type Kind, stopped } from './line.ts'
import { inOrder } from './sources.ts'

const TODAY = '2026-11-25'
const line = (kind: Kind, child: string, day?: string): DayLine => ({
  kind,
  childId: trustedId(child),
  name: child,
  detail: `${kind} ${day}`,
  on: day === undefined ? undefined : calendarDay(day),
  action: { text: 'See', href: '/' },
})
const LINES = [
  line('owed', 'Kit', '2026-11-20'),
  line('waiting', 'Noor', '2026-11-25'),
  line('coming', 'Kit', '2026-11-27'),
  line('owed', 'Noor'),
  line('elsewhere', 'Robin'),
]

describe('the lines of a day', () => {
  it('are three lists, each of which says when it is empty, and what nobody here can do stands closed', () => {
    const groups = grouped(LINES, 'kind', TODAY)
    assert.deepEqual(
      groups.map((g) => [g.title, g.lines.length, g.folded ?? false]),
      [
        ['Waiting for you', 1, false],
        ['Owed to them', 2, false],
        ['Coming', 1, false],
        ['What they wait for elsewhere', 1, true],
      ],
    )
    assert.ok(grouped([], 'kind', TODAY).every((g) => g.empty && g.lines.length === 0))
  })

  it('are in the order of their days, what has none last', () => {
    const told = inOrder([
      line('owed', 'Kit'),
      line('owed', 'Kit', '2026-11-20'),
      line('owed', 'Noor', '2026-11-19'),
    ])
    assert.deepEqual(
      told.map((l) => l.on),
      ['2026-11-19', '2026-11-20', undefined],
    )
  })

  it('end words of somebody’s own with one full stop, and change nothing else in them', () => {
    assert.deepEqual(
      ['Agree it with the carers.', 'Ring them', 'Why not?', 'I don’t know...', 'So … '].map(
        stopped,
      ),
      ['Agree it with the carers.', 'Ring them.', 'Why not?', 'I don’t know...', 'So …'],
    )
  })

  it('stand by day with what has no day after, and an empty today is said', () => {
    assert.deepEqual(
      grouped(LINES, 'day', TODAY).map((g) => [g.title, g.lines.length]),
      [
        ['From before today, and still open', 1],
        ['Today', 1],
        ['After today', 1],
        ['As soon as possible', 1],
        ['What they wait for elsewhere', 1],
      ],
    )
    assert.deepEqual(
      grouped([], 'day', TODAY).map((g) => g.empty),
      ['Nothing today.'],
    )
  })

  it('stand by person in the order of what comes first for each, with none lost', () => {
    const persons = grouped(LINES, 'person', TODAY)
    assert.deepEqual(
      persons.map((g) => [g.childId, g.lines.length]),
      [
        ['Kit', 2],
        ['Noor', 2],
        [undefined, 1],
      ],
    )
    for (const way of ['kind', 'day', 'person'] as const) {
      const all = grouped(LINES, way, TODAY).flatMap((g) => g.lines)
      assert.equal(new Set(all).size, LINES.length)
      assert.equal(all.length, LINES.length)
    }
  })
})
