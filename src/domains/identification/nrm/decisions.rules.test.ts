import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Decision, type NewDecision, refuseDecision, STAYS } from './decisions.rules.ts'

const day = (text: string): CalendarDay => calendarDay(text) as CalendarDay
const sent = { sentOn: day('2026-06-01') }
const today = day('2026-11-25')
const wanted = (over: Partial<NewDecision> = {}): NewDecision => ({
  kind: 'reasonable_grounds',
  outcome: 'positive',
  again: false,
  decidedOn: day('2026-06-08'),
  ...over,
})
const made = (over: Partial<Decision> = {}): Decision => ({
  ...wanted(),
  id: '1',
  setAside: false,
  ...over,
})
const said = (
  earlier: readonly Decision[],
  w: NewDecision,
  s: { sentOn: CalendarDay | undefined } = sent,
) => refuseDecision(s, earlier, w, today)?.text ?? 'stands'

describe('a decision', () => {
  it('is never before its referral, nor ahead of today', () => {
    assert.match(said([], wanted(), { sentOn: undefined }), /once the referral has been sent/)
    assert.match(said([], wanted({ decidedOn: day('2026-05-31') })), /never before its referral/)
    assert.match(said([], wanted({ decidedOn: day('2026-11-26') })), /today or earlier/)
    assert.equal(said([], wanted({ decidedOn: day('2026-06-01') })), 'stands')
  })

  it('on conclusive grounds follows positive reasonable grounds, and not before them', () => {
    const cg = wanted({ kind: 'conclusive_grounds', decidedOn: day('2026-09-01') })
    assert.match(said([], cg), /Write that decision down first/)
    assert.match(said([made({ outcome: 'negative' })], cg), /follow positive/)
    assert.match(said([made({ decidedOn: day('2026-09-02') })], cg), /cannot be before/)
    assert.equal(said([made()], cg), 'stands')
    assert.match(said([made({ setAside: true })], cg), /Write that decision down first/)
  })

  it('may be made on both grounds on one day by a local panel, once', () => {
    const both = wanted({ kind: 'both_at_once' })
    assert.equal(said([], both), 'stands')
    assert.match(said([made({ kind: 'both_at_once' })], both), /one of these already/)
    assert.match(said([made({ kind: 'both_at_once' })], wanted()), /one of these already/)
    assert.match(said([made()], both), /one of these already/)
  })

  it('is made again only when it was negative, and later', () => {
    const again = wanted({ again: true, decidedOn: day('2026-07-01') })
    assert.match(said([], again), /Only a negative decision/)
    assert.match(said([made()], again), /Only a negative decision/)
    assert.equal(said([made({ outcome: 'negative' })], again), 'stands')
    assert.match(
      said([made({ outcome: 'negative', decidedOn: day('2026-08-01') })], again),
      /later than the first/,
    )
    assert.match(said([made()], wanted()), /one of these already/)
  })

  it('on grounds is positive or negative, and nothing else is', () => {
    assert.match(said([], wanted({ outcome: 'suspended' })), /positive or negative/)
    assert.match(said([], wanted({ kind: 'other' })), /are decisions on grounds/)
    assert.equal(said([], wanted({ kind: 'other', outcome: 'public_order' })), 'stands')
  })

  it('takes nothing away: what stays is said', () => {
    assert.ok(STAYS.length >= 4)
    assert.match(STAYS.join(' '), /place to live[\s\S]*guardian[\s\S]*looked at again/)
  })
})
