import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { dayNumber } from './days.ts'
import { type Demonstration, inventedChildren, makingOf, youngPeople } from './generate.ts'
import { GROUPS } from './groups.ts'
import type { InventedAnswer, InventedChild } from './invented.ts'
import { castFor } from './organisations.ts'

const CODES = [
  'learning',
  'safe-home',
  'belonging',
  'legal-help',
  'understood-language',
  'faith',
  'family',
  'listened-to',
  'timely-decisions',
  'recovery',
  'money',
  'hope',
]
const outcomes = CODES.map((code) => ({ id: code, code, title: code, childOnly: code === 'hope' }))
const wanted: Demonstration = { children: 4000, seed: 7, today: '2026-11-21', outcomes }

function invent(demonstration: Demonstration, batch?: number): InventedChild[] {
  const making = makingOf(demonstration)
  return [...inventedChildren(making, demonstration.children, batch)].flat()
}

const hashOf = (children: readonly InventedChild[]) =>
  createHash('sha256').update(JSON.stringify(children)).digest('hex')

let all: InventedChild[] = []
const share = (test: (child: InventedChild) => boolean) => all.filter(test).length / all.length
const answers = () =>
  all.flatMap((c) => c.checkIns.filter((k) => k.voice === 'young_person')).flatMap((k) => k.answers)

const state = (a: InventedAnswer) => ('state' in a.said ? a.said.state : undefined)
const reason = (a: InventedAnswer) => ('reason' in a.said ? a.said.reason : undefined)
const age = (c: InventedChild) =>
  (dayNumber(wanted.today) - dayNumber(c.births[0]?.from ?? wanted.today)) / 365.25

function within(value: number, least: number, most: number): void {
  assert.ok(value >= least && value <= most, `${value} is not from ${least} to ${most}`)
}

before(() => {
  all = invent(wanted)
})

describe('the seeded generator', () => {
  it('invents the same children from the same seed, size and day', () => {
    const small = { ...wanted, children: 300 }
    assert.equal(hashOf(invent(small)), hashOf(invent(small, 7)))
  })

  it('invents others from another seed', () => {
    const small = { ...wanted, children: 300 }
    assert.notEqual(hashOf(invent(small)), hashOf(invent({ ...small, seed: 8 })))
  })

  it('gives every child an id of their own', () => {
    assert.equal(new Set(all.map((c) => c.id)).size, all.length)
  })

  it('marks every child and organisation as invented', () => {
    assert.ok(all.every((c) => c.invented))
    const { organisations } = castFor(7, 240)
    assert.equal(organisations.length, 3)
    assert.ok(organisations.every((o) => o.name.includes('(invented)')))
  })

  it('invents people who were there on the days they are said to have been', () => {
    const today = dayNumber(wanted.today)
    for (const child of all) {
      for (const k of child.checkIns) assert.ok(Date.parse(k.at) / 86_400_000 < today)
      for (const a of child.allocations) assert.ok(a.to === undefined || a.from <= a.to)
      for (const e of child.episodes) assert.ok(e.to === undefined || e.from <= e.to)
      for (const b of child.births) assert.ok(b.from <= b.to && b.to <= wanted.today)
    }
  })
})

describe('the shape of the invented children', () => {
  it('has children born in the United Kingdom as its largest group, at least half', () => {
    within(
      share((c) => c.bornIn === 'United Kingdom'),
      0.5,
      0.58,
    )
    assert.equal(
      GROUPS.reduce((sum, g) => sum + g.share, 0),
      1000,
    )
  })

  it('has boys as 79 of 100, as in the referrals of 2025', () => {
    within(
      share((c) => c.sex === 'boy'),
      0.76,
      0.82,
    )
  })

  it('has most who are 15 to 17, some younger, and some to 25', () => {
    const ages = all.map(age)
    within(ages.filter((a) => a >= 15 && a < 18).length / all.length, 0.55, 0.72)
    within(ages.filter((a) => a >= 18).length / all.length, 0.12, 0.25)
    assert.ok(Math.max(...ages) > 23 && Math.min(...ages) < 11)
  })

  it('has 25 to 31 of 100 who go missing, about eight times each', () => {
    const gone = all.filter((c) => c.missing.length > 0)
    within(gone.length / all.length, 0.25, 0.31)
    within(gone.reduce((sum, c) => sum + c.missing.length, 0) / gone.length, 6, 10)
  })

  it('has disputed days of birth among those who came here, and 1 January written for many', () => {
    const arrived = all.filter((c) => c.bornIn !== 'United Kingdom')
    const contested = arrived.filter((c) => c.births.some((b) => b.contested))
    within(contested.length / arrived.length, 0.28, 0.4)
    assert.ok(
      arrived.filter((c) => c.births.some((b) => b.from.endsWith('01-01') && b.precision === 'day'))
        .length >
        arrived.length / 5,
    )
    const precisions = new Set(all.flatMap((c) => c.births.map((b) => b.precision)))
    assert.deepEqual([...precisions].toSorted(), ['day', 'month', 'range', 'year'])
  })

  it('writes names in Latin, Arabic, Ethiopic, Bengali and Cyrillic script, most children having several', () => {
    const scripts = new Set(all.flatMap((c) => c.names.map((n) => n.script)))
    assert.deepEqual([...scripts].toSorted(), ['Arab', 'Beng', 'Cyrl', 'Ethi', 'Latn'])
    within(
      share((c) => c.names.length > 1),
      0.6,
      0.95,
    )
  })

  it('makes some names common: a few given names are met again and again', () => {
    const mohammeds = share((c) =>
      c.names.some((n) => /\b(Moh|Muh|Max)a?m+[ae]d\b|محمد/.test(n.text)),
    )
    within(mohammeds, 0.03, 0.2)
  })

  it('has waits with a long right tail: the mean well above the median', () => {
    const ended = all.flatMap((c) => c.waits).filter((w) => w.until !== undefined)
    const days = ended
      .map((w) => dayNumber(w.until ?? w.since) - dayNumber(w.since))
      .toSorted((a, b) => a - b)
    const mean = days.reduce((sum, d) => sum + d, 0) / days.length
    assert.ok(mean > 1.25 * (days[Math.floor(days.length / 2)] ?? 0))
  })
})

describe('what invented young people say', () => {
  it('uses every state, and reason codes where there is none', () => {
    const states = new Set(answers().flatMap((a) => state(a) ?? []))
    assert.equal(states.size, 5)
    const reasons = new Set(answers().flatMap((a) => reason(a) ?? []))
    assert.equal(reasons.size, 8)
    const notHeld = new Set(all.flatMap((c) => c.notHeld.map((n) => n.reason)))
    for (const r of notHeld) reasons.add(r)
    assert.equal(reasons.size, 11)
  })

  it('goes down about as often as up', () => {
    const said = answers().flatMap((a) => a.sinceLast ?? [])
    const count = (what: string) => said.filter((s) => s === what).length
    within(count('better') / count('worse'), 0.85, 1.18)
  })

  it('is sometimes in their own language, and never asks anybody else what only they can say', () => {
    const languages = new Set(answers().flatMap((a) => a.words?.language ?? []))
    assert.ok(languages.size > 10)
    const others = all.flatMap((c) => c.checkIns.filter((k) => k.voice !== 'young_person'))
    assert.ok(others.length > 500)
    assert.ok(others.every((k) => k.answers.every((a) => a.outcome !== 'hope')))
  })

  it('leaves no slot of a template unfilled, and never uses words kept from youth pages', () => {
    const text = JSON.stringify(all)
    assert.doesNotMatch(text, /\{[a-z]+\}/)
    assert.doesNotMatch(text, /traffick|exploit|victim/i)
  })

  it('lets a goal pause and come back', () => {
    const kinds = new Set(all.flatMap((c) => c.goals.flatMap((g) => g.changes.map((x) => x.to))))
    assert.equal(kinds.size, 6)
  })
})

describe('the people of the demonstration', () => {
  it('has one young person told in full over two years, beside two other voices', () => {
    const told = all[0]?.checkIns ?? []
    const own = told.filter((k) => k.voice === 'young_person')
    assert.equal(own.length, 8)
    assert.ok(own.every((k) => k.answers.length >= 4))
    const times = own.map((k) => Date.parse(k.at))
    assert.ok(Math.max(...times) - Math.min(...times) > 600 * 86_400_000)
    assert.equal(new Set(told.map((k) => k.voice)).size, 3)
  })

  it('has one young person with an account who has not been asked yet', () => {
    assert.equal(all[1]?.checkIns.length, 0)
    assert.notEqual(all[1]?.accountId, undefined)
  })

  it('puts both young people before the first practitioner and the first guardian', () => {
    const { practitioners, guardians } = castFor(7, 4000)
    const first = [practitioners[0]?.[0]?.id ?? '', guardians[0]?.[0]?.id ?? '']
    for (const child of all.slice(0, 2)) {
      const open = new Set(
        child.allocations.filter((a) => a.to === undefined).map((a) => a.personId),
      )
      assert.ok(first.every((id) => open.has(id)))
    }
  })

  it('gives every role a sign-in in the first organisation, each user name once', () => {
    const making = makingOf(wanted)
    const signIns = [...making.cast.people, ...youngPeople(making, wanted.children)].filter(
      (p) => p.signIn,
    )
    const first = new Set(signIns.filter((p) => p.organisation === 0).map((p) => p.role))
    assert.equal(first.size, 8)
    const names = signIns.map((p) => p.signIn?.userName)
    assert.equal(new Set(names).size, names.length)
    assert.ok(new Set(signIns.map((p) => p.organisation)).size === 3)
  })

  it('keeps case loads at a size one person could know', () => {
    const loads = new Map<string, number>()
    for (const a of all.flatMap((c) => c.allocations.filter((x) => x.to === undefined))) {
      loads.set(a.personId, (loads.get(a.personId) ?? 0) + 1)
    }
    assert.ok(Math.max(...loads.values()) <= 30)
  })
})
