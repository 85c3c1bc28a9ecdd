import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeViews, ourMarkup, viewEnvironment } from './environment.ts'

const say = (template: string, model: object = {}): string =>
  viewEnvironment().renderString(template, model)

describe('templates', () => {
  it('escape what people typed, and leave our own markup', () => {
    assert.equal(say('{{ name }}', { name: '<b>' }), '&lt;b&gt;')
    assert.equal(say('{{ csrf }}', { csrf: ourMarkup('<input>') }), '<input>')
  })

  it('say dates as a reader in London does, in summer and in winter', () => {
    const summer = new Date('2026-07-01T23:30:00Z')
    assert.equal(say('{{ d | londonDay }}', { d: summer }), '2 July 2026')
    assert.equal(
      say('{{ d | londonDayAndTime }}', { d: '2026-11-21T10:30:00Z' }),
      '21 November 2026 at 10:30am',
    )
    assert.equal(say('{{ d | dayInWords }}', { d: '2026-02-28' }), '28 February 2026')
  })

  it('say nothing for no date, and refuse what is not one', () => {
    assert.equal(say('{{ d | londonDay }}|{{ d | dayInWords }}', { d: undefined }), '|')
    assert.throws(() => say('{{ d | londonDay }}', { d: 'soon' }), /not an instant/)
    assert.equal(say('{{ d | dayInWords }}', { d: 'early spring' }), 'early spring')
  })

  it('that do not exist are an error, not an empty page', () => {
    assert.throws(() => makeViews().render('platform/views/nowhere.njk', {}), /template not found/)
  })
})

describe('the shell', () => {
  const shell = {
    actor: { name: 'Ada', role: 'Practitioner', organisationName: 'Northmere' },
    nav: [{ text: 'Home', href: '/home', current: true }],
    nonce: 'once',
    path: '/home',
    language: 'en',
    dir: 'ltr',
    demo: true,
    site: 'Waymark',
    own: { name: 'My pages', leave: '/leave', place: 'www.bbc.co.uk' },
  }
  const page = (layout: string, model: object = {}) =>
    say(`{% extends "platform/views/${layout}.njk" %}{% block content %}<h1>x</h1>{% endblock %}`, {
      shell,
      csrf: ourMarkup('<input name="_csrf">'),
      page: { title: 'A page' },
      ...model,
    })

  for (const layout of ['layout', 'youth']) {
    it(`${layout}: has no script or style but those allowed by name`, () => {
      const html = page(layout)
      const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map(([, given]) =>
        given?.trim(),
      )
      assert.deepEqual(inline, ['nonce="once"'])
      assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|https?:/)
    })

    it(`${layout}: has no crown, no GOV.UK, and signs out by a form with its token`, () => {
      const html = page(layout)
      assert.doesNotMatch(html, /crown|GOV\.UK/i)
      assert.match(html, /<form[^>]*method="post" action="\/sign-out"[^>]*>\s*<input name="_csrf">/)
    })

    it(`${layout}: says in the title that something must be put right`, () => {
      const html = page(layout, { page: { title: 'A page', errors: { list: [{ text: 'x' }] } } })
      const name = layout === 'youth' ? 'My pages' : 'Waymark'
      assert.match(html, new RegExp(`<title[^>]*>Error: A page – ${name}<`))
    })

    it(`${layout}: runs the other way for those who read the other way`, () => {
      const html = page(layout, { shell: { ...shell, language: 'ar', dir: 'rtl' } })
      assert.match(html, /<html lang="ar"/)
      assert.match(html, /<body[^>]* dir="rtl"/)
    })

    it(`${layout}: says that everybody is invented in a demonstration, and only then`, () => {
      assert.match(page(layout), /Demonstration/)
      assert.doesNotMatch(
        page(layout, { shell: { ...shell, demo: false } }),
        /Demonstration|invented/,
      )
    })
  }

  it('never shows a young person the name or mark of an authority', () => {
    assert.doesNotMatch(page('youth'), /Northmere|<img/)
    assert.match(page('layout'), /Northmere/)
  })
})
