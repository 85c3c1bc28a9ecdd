import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/person-lines/macro.njk" import waymarkPersonLines %}{{ waymarkPersonLines(params) }}',
    { params },
  )

describe('a line about a person', () => {
  const line = {
    name: 'Kit',
    href: '/k',
    detail: 'Asked about college',
    action: { text: 'Answer', href: '/answer' },
  }

  it('begins with the name and ends with one action', () => {
    const html = render({ items: [line] })
    const order = ['>Kit</bdi></a>', 'Asked about college', '>Answer<'].map((x) => html.indexOf(x))
    assert.ok(order.every((at) => at >= 0))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
  })

  it('tells a screen reader whose action it is', () => {
    const html = render({ items: [line] })
    assert.match(html, /Answer<span class="govuk-visually-hidden">: <bdi>Kit<\/bdi>/)
  })

  it('keeps a name in another script from turning its neighbours round', () => {
    const html = render({ items: [{ name: 'كريم', lang: 'ar' }] })
    assert.match(html, /<bdi lang="ar">كريم<\/bdi>/)
  })
})
