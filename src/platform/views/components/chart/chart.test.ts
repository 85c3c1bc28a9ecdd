import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/chart/macro.njk" import waymarkChart %}{% call waymarkChart(params) %}<svg></svg>{% endcall %}',
    { params },
  )

describe('a chart', () => {
  const chart = {
    id: 'school',
    title: 'School',
    head: ['When', 'Kit said'],
    rows: [
      ['May', 'Mostly'],
      ['June', { text: 'Pak', lang: 'sq' }],
    ],
  }

  it('has a twin: a table that says the same, row for row', () => {
    const html = render(chart)
    const rows = [...html.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>\s*<td[^>]*>([^<]*)</g)]
    assert.deepEqual(
      rows.map(([, when, said]) => [when, said]),
      [
        ['May', 'Mostly'],
        ['June', 'Pak'],
      ],
    )
    assert.match(html, /lang="sq">Pak/)
  })

  it('hides the drawing, and not the table, from those who listen', () => {
    assert.match(render(chart), /aria-hidden="true"><svg><\/svg></)
  })
})
