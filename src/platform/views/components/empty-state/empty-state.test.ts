import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/empty-state/macro.njk" import waymarkEmptyState %}{{ waymarkEmptyState(params) }}',
    { params },
  )

describe('an empty state', () => {
  it('says which kind of nothing this is, and what could be done', () => {
    const html = render({ text: 'Nobody has asked Kit yet', action: { text: 'Ask', href: '/ask' } })
    assert.match(html, /Nobody has asked Kit yet/)
    assert.match(html, /href="\/ask">Ask</)
  })

  it('offers nothing when there is nothing to do', () => {
    assert.doesNotMatch(render({ text: 'Kit was asked and chose not to say' }), /<a /)
  })
})
