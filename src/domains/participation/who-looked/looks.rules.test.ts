import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pages } from '../../../pages.ts'
import { lookKind } from './looks.rules.ts'

const kind = (action: string, more: Partial<Parameters<typeof lookKind>[0]> = {}) =>
  lookKind({ action, mine: false, refused: false, inAList: false, ...more })

describe('who looked, in plain words', () => {
  it('says what was done', () => {
    assert.equal(kind('children.open'), 'opened')
    assert.equal(kind('children.go-by.change'), 'wrote')
    assert.equal(kind('check-in.with'), 'spoke')
    assert.equal(kind('views.write'), 'view')
    assert.equal(kind('child.picture.see'), 'picture')
    assert.equal(kind('child.copy-entries'), 'copied')
    assert.equal(kind('child.who-looked'), 'history')
    assert.equal(kind('happening.confirm'), 'wrote')
    assert.equal(kind('around.view.write'), 'wrote')
    assert.equal(kind('calendar.ask-change'), 'opened')
    assert.equal(kind('case-audit.see'), 'audit')
    assert.equal(kind('case-audit.finding.ask'), 'audit')
    assert.equal(kind('case-audits.mine', { inAList: true }), 'list')
    assert.equal(kind('between.encode', { inAList: true }), 'compared')
    assert.equal(kind('between.ask'), 'opened')
    assert.equal(kind('between.tell'), 'wrote')
  })

  it('says opened for what is read and wrote for what is written about worries, clocks and systems', () => {
    assert.equal(kind('concerns.ask'), 'opened')
    assert.equal(kind('concerns.ask-second-look'), 'wrote')
    assert.equal(kind('concerns.decide'), 'wrote')
    assert.equal(kind('referral.see-documents'), 'opened')
    assert.equal(kind('referral-file.pdf'), 'opened')
    assert.equal(kind('referral.decision'), 'wrote')
    assert.equal(kind('clocks.stop'), 'wrote')
    assert.equal(kind('systems.clashes.settle'), 'wrote')
  })

  it('has plain words for every act of staff on a record', () => {
    const acts = pages.flatMap(({ url, audit }) =>
      typeof audit === 'string' || !audit.childId || url.startsWith('/me') ? [] : [audit.action],
    )
    assert.ok(acts.length > 100)
    assert.deepEqual(
      acts.filter((action) => kind(action) === 'other'),
      [],
    )
  })

  it('tells being shown in a list from being looked for', () => {
    assert.equal(kind('children.list', { inAList: true }), 'list')
    assert.equal(kind('children.find', { inAList: true }), 'searched')
    assert.equal(kind('return.import', { inAList: true }), 'brought')
  })

  it('says when somebody was not let in, and when it was the young person themselves', () => {
    assert.equal(kind('children.open', { refused: true }), 'refused')
    assert.equal(kind('me.check-in.answer', { mine: true }), 'yours')
  })

  it('has words for an act nobody thought of', () => {
    assert.equal(kind('something.else.entirely'), 'other')
  })
})
