import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { viewEnvironment } from '../../environment.ts'

const render = (params: object): string =>
  viewEnvironment().renderString(
    '{% from "platform/views/components/quote/macro.njk" import waymarkQuote %}{{ waymarkQuote(params) }}',
    { params },
  )

describe('a quote', () => {
  it('keeps words exactly as they were said, spaces and all, and cannot be made into markup', () => {
    const html = render({ words: ' i dont\n  no <b>', who: 'Kit' })
    assert.ok(html.includes('> i dont\n  no &lt;b&gt;</blockquote>'))
  })

  it('says whose they are, and when', () => {
    const html = render({ words: 'Yes', who: 'Kit', when: new Date('2026-07-01T23:30:00Z') })
    assert.match(html, /<bdi>Kit<\/bdi>, <time datetime="2026-07-01T23:30:00.000Z">2 July 2026</)
  })

  it('is marked with its language, and finds its own direction', () => {
    const html = render({ words: 'نعم', lang: 'ar' })
    assert.match(html, /dir="auto" lang="ar"/)
    assert.doesNotMatch(html, /figcaption/)
  })

  it('stands above its translation, never replaced by it', () => {
    const html = render({
      words: 'Po',
      lang: 'sq',
      translation: { words: 'Yes', by: 'Interpreter' },
    })
    assert.ok(html.indexOf('>Po<') < html.indexOf('>Yes<'))
    assert.match(html, /put into words by <bdi>Interpreter<\/bdi>/)
  })
})
