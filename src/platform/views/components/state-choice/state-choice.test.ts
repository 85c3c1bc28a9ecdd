import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/state-choice/macro.njk" import waymarkStateChoice %}{{ waymarkStateChoice(params) }}',
    { params },
  )

describe('saying how things are', () => {
  const choice = {
    name: 'state',
    legend: 'I feel safe',
    states: [
      { value: 'not_at_all', text: 'Not at all', symbol: 'none' },
      { value: 'fully', text: 'Fully', symbol: 'all' },
    ],
    submitText: 'Next',
    ways: [
      { value: 'skipped', text: 'Skip' },
      { value: 'not_now', text: 'Not now' },
    ],
  }

  it('chooses nothing beforehand', () => {
    assert.doesNotMatch(render(choice), /checked/)
  })

  it('remembers what was chosen', () => {
    assert.match(render({ ...choice, value: 'fully' }), /value="fully" checked/)
  })

  it('offers ways not to answer as buttons that are all alike', () => {
    const ways = [
      ...render(choice).matchAll(
        /<button type="submit" class="([^"]*)" name="reason" value="(\w+)"/g,
      ),
    ]
    assert.deepEqual(
      ways.map(([, , value]) => value),
      ['skipped', 'not_now'],
    )
    assert.equal(new Set(ways.map(([, look]) => look)).size, 1)
  })

  it('leads from the error summary to the first state', () => {
    const html = render({ ...choice, error: { text: 'Choose one' } })
    assert.match(html, /id="state" name="state" value="not_at_all"/)
    assert.match(html, /aria-describedby=" ?state-error"/)
  })

  it('has a different sign for each state, beside its words', () => {
    const signs = [...render(choice).matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg)
    assert.equal(new Set(signs).size, 2)
  })
})
