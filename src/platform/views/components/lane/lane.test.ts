import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/lane/macro.njk" import waymarkLane %}{{ waymarkLane(params) }}',
    { params },
  )

describe('a lane of events', () => {
  it('keeps the order it was given, and says when in words', () => {
    const html = render({
      label: 'Where Kit lives',
      lane: 'moss',
      items: [
        { day: '2026-02-01', text: 'Moved in' },
        { whenText: 'Spring', text: 'A new room' },
      ],
    })
    assert.match(html, /wm-lane--moss/)
    assert.ok(html.indexOf('Moved in') < html.indexOf('A new room'))
    assert.match(html, /<time datetime="2026-02-01">1 February 2026<\/time>/)
    assert.match(html, />Spring</)
  })
})
