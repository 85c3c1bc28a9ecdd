import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/conflict/macro.njk" import waymarkConflict %}{{ waymarkConflict(params) }}',
    { params },
  )

describe('a conflict', () => {
  const conflict = {
    by: 'Ben',
    at: new Date('2026-05-03T09:00:00Z'),
    leaveHref: '/record',
    fields: [{ name: 'wishes', label: 'Wishes', mine: 'To stay', theirs: 'To <move>' }],
  }

  it('shows both texts, whose the other is, and when it was saved', () => {
    const html = render(conflict)
    assert.match(html, /<bdi>Ben<\/bdi> changed this record\s+on 3 May 2026 at 10:00am/)
    assert.match(html, /What the record says now[\s\S]*To &lt;move&gt;/)
    assert.match(html, /What you wrote[\s\S]*To stay/)
  })

  it('puts my own text in the box, under the name the form already knows', () => {
    assert.match(render(conflict), /<textarea[^>]* name="wishes"[^>]*>To stay<\/textarea>/)
  })

  it('lets me leave the record as it is', () => {
    assert.match(render(conflict), /href="\/record">Leave the record as it is now</)
  })

  it('says so when one of the texts is empty', () => {
    const html = render({ ...conflict, fields: [{ name: 'a', label: 'A', mine: 'x', theirs: '' }] })
    assert.match(html, /dir="auto">Nothing</)
  })
})
