import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { LANGUAGES, wordsFor } from '#domains/words/index.ts'
import { ASSETS, compileStyles } from './compile.ts'
import { FONT_FILES, SMALL_FONTS, smallFont } from './fonts.ts'
import { lettersOf } from './letters.ts'
import { logical } from './logical.ts'
import { inOurColours } from './recolour.ts'

const styles = compileStyles()
const SOURCE = path.join(ASSETS, '..', '..', '..')

describe('the style sheets', () => {
  for (const [name, css] of Object.entries(styles)) {
    it(`${name} is what its sources say: after changing them, run npm run css`, () => {
      assert.ok(readFileSync(path.join(ASSETS, name), 'utf8') === css, `${name} is stale`)
    })

    it(`${name} has no colour but those of the palette, and black on paper`, () => {
      const rules = css.replace(/:root[^{},]*\{[^}]*\}/g, '')
      const colours = new Set(rules.match(/#[0-9a-f]{3,8}\b|\brgba?\([^)]*\)|\bhsl\([^)]*\)/gi))
      assert.deepEqual([...colours].toSorted(), ['#000', 'rgba(0,0,0,0)'])
    })

    it(`${name} has no typeface, crown or name of GOV.UK, and asks nobody else for anything`, () => {
      assert.deepEqual(css.match(/GDS Transport|crown|crest|GOV\.UK/gi) ?? [], [])
      const elsewhere = (css.match(/url\([^)]*\)/g) ?? []).filter(
        (url) => !/^url\(\/assets\/fonts\/(small\/)?noto-sans/.test(url),
      )
      assert.deepEqual(elsewhere, [])
      assert.deepEqual(css.match(/@import|https?:\/\/\w+/g) ?? [], [])
    })

    it(`${name} knows start and end, not left and right`, () => {
      assert.deepEqual(css.match(/[{;](margin|padding|border)-(left|right)\b/g) ?? [], [])
      assert.deepEqual(css.match(/[{;](left|right):/g) ?? [], [])
      assert.deepEqual(css.match(/(text-align|float):(left|right)/g) ?? [], [])
    })

    it(`${name} is at most 18 kilobytes as sent`, () => {
      assert.ok(gzipSync(css).length <= 18_000, `${gzipSync(css).length} bytes`)
    })
  }

  it('are kept packed for browsers that unpack them', () => {
    for (const [name, css] of Object.entries(styles)) {
      const kept = brotliDecompressSync(readFileSync(path.join(ASSETS, `${name}.br`)))
      assert.ok(kept.toString('utf8') === css, `${name}.br is stale: run npm run css`)
    }
  })

  it('come with small fonts that are cut from the whole ones: after new words, run npm run css', async () => {
    for (const font of SMALL_FONTS) {
      const kept = readFileSync(path.join(ASSETS, 'fonts', 'small', font.file))
      assert.ok(kept.equals(await smallFont(font)), `${font.file} is stale`)
    }
  })

  it('leave no letter of the young pages without a file', () => {
    const covered = new Set(
      [...styles['youth.css'].matchAll(/unicode-range:([^}]*)/g)].flatMap(([, range = '']) =>
        lettersOf(range),
      ),
    )
    const said = LANGUAGES.flatMap((l) => Array.from(JSON.stringify(wordsFor(l).words)))
    assert.deepEqual(
      [...new Set(said)].filter((c) => !covered.has(c.codePointAt(0) ?? 0)),
      [],
    )
  })

  it('ask only for fonts that the packages have', () => {
    const packages = path.join(SOURCE, '..', 'node_modules', '@fontsource')
    const missing = FONT_FILES.filter(
      ({ folder, file }) => !existsSync(path.join(packages, folder, 'files', file)),
    )
    assert.deepEqual(missing, [])
  })

  it('dress every component of GOV.UK and MoJ that a template uses', () => {
    const missing = templates().flatMap(({ file, text }) => {
      const used = [...text.matchAll(/from "(govuk|moj)\/components\/([a-z-]+)\/macro\.njk"/g)]
      const sheet = /extends "platform\/views\/youth\.njk"/.test(text) ? 'youth.css' : 'waymark.css'
      return used
        .map(([, owner, component]) => `.${owner}-${component}`)
        .filter((name) => !styles[sheet].includes(name))
        .map((name) => `${file} uses ${name}, which ${sheet} lacks`)
    })
    assert.deepEqual(missing, [])
  })

  it('dress every class of ours that a template names', () => {
    const both = styles['waymark.css'] + styles['youth.css']
    const missing = templates().flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![-\w/])wm-[a-z]+(?:__[a-z-]+)?(?:-[a-z-]+)*(?![\w-])/g)]
        .map(([name]) => name)
        .filter((name) => !name.endsWith('-') && !both.includes(`.${name}`))
        .map((name) => `${file} names ${name}, which no style sheet has`),
    )
    assert.deepEqual([...new Set(missing)], [])
  })
})

describe('writing in both directions', () => {
  it('turns sides into start and end', () => {
    assert.equal(
      logical('a{margin-left:1px;left:0}'),
      'a{margin-inline-start:1px;inset-inline-start:0}',
    )
    assert.equal(logical('a{border-right-color:red}'), 'a{border-inline-end-color:red}')
    assert.equal(logical('a{text-align:right}'), 'a{text-align:end}')
    assert.equal(logical('a{float:left !important}'), 'a{float:inline-start !important}')
  })

  it('turns four sides that differ into two directions, and leaves the rest', () => {
    assert.equal(
      logical('a{padding:1px 2px 3px 4px}'),
      'a{padding-block:1px 3px;padding-inline:4px 2px}',
    )
    assert.equal(logical('a{padding:1px 2px 3px 2px}'), 'a{padding:1px 2px 3px 2px}')
    assert.equal(
      logical('a{border-width:1px 0 1px 8px}'),
      'a{border-block-width:1px 1px;border-inline-width:8px 0}',
    )
  })

  it('leaves selectors and what it does not know', () => {
    const css = '.left{color:red}.moj-left:hover{grid-area:left}'
    assert.equal(logical(css), css)
  })
})

describe('our colours', () => {
  it('take the place of GOV.UK’s, by the work they do', () => {
    assert.equal(inOurColours('a{background-color:#fff}'), 'a{background-color:var(--wm-paper)}')
    assert.equal(inOurColours('a{color:#fff}'), 'a{color:var(--wm-on-action)}')
    assert.equal(
      inOurColours('a{box-shadow:0 2px 0 #083d29}'),
      'a{box-shadow:0 2px 0 var(--wm-action-edge)}',
    )
  })

  it('leave a colour they do not know, for a test to find', () => {
    assert.equal(inOurColours('a{color:#123456}'), 'a{color:#123456}')
  })

  it('drop the fallbacks of properties that are always set', () => {
    assert.equal(
      inOurColours('a{color:var(--govuk-text-colour, #0b0c0c)}'),
      'a{color:var(--govuk-text-colour)}',
    )
  })
})

function templates(): readonly { readonly file: string; readonly text: string }[] {
  const names = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  return names
    .filter((file) => file.endsWith('.njk'))
    .map((file) => ({ file, text: readFileSync(path.join(SOURCE, file), 'utf8') }))
}
