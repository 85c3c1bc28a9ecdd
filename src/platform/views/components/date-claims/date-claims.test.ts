import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/date-claims/macro.njk" import waymarkDateClaims %}{{ waymarkDateClaims(params) }}',
    { params },
  )

describe('dates of birth', () => {
  it('are claims, each with its source, in the order given', () => {
    const html = render({
      items: [
        { value: '2009-03-01', source: 'Kit' },
        { from: '2005-01-01', to: '2006-12-31', source: 'an assessment', precision: 'a range' },
        { words: 'a winter before the war', source: 'an uncle' },
      ],
    })
    const told = [...html.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, source]) => source)
    assert.deepEqual(told, ['Kit', 'an assessment', 'an uncle'])
    assert.match(html, /1 March 2009/)
    assert.match(html, /between 1 January 2005 and 31 December 2006 \(a range\)/)
    assert.match(html, /a winter before the war/)
  })

  it('are said to differ without saying who is right', () => {
    assert.match(
      render({ items: [{ value: '2009-03-01', source: 'Kit', contested: true }] }),
      /Sources differ/,
    )
    assert.doesNotMatch(
      render({ items: [{ value: '2009-03-01', source: 'Kit' }] }),
      /Sources differ/,
    )
  })
})
