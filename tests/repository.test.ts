import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { pages } from '../src/pages.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

function filesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) =>
    path.join(folder, f).replaceAll('\\', '/'),
  )
}

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
  .concat(filesUnder('docs'), filesUnder('db'), filesUnder('src'))
  .filter((f) => f.endsWith('.md'))
const templates = filesUnder('src').filter((f) => f.endsWith('.njk'))

type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file
const manifest = JSON.parse(read('package.json')) as Manifest
const dependencies = { ...manifest.dependencies, ...manifest.devDependencies }

describe('the repository', () => {
  it('has no link in a document that leads nowhere', () => {
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((m) => m[1] ?? '')
        .filter((to) => !existsSync(path.resolve(root, path.dirname(file), to)))
        .map((to) => `${file} → ${to}`),
    )
    assert.deepEqual(dead, [])
  })

  it('pins every dependency exactly, and says why each one is here', () => {
    const loose = Object.entries(dependencies).filter(
      ([, v]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(v),
    )
    assert.deepEqual(loose, [])
    const why = read('docs/dependencies.md')
    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !why.includes(`\`${name}\``)),
      [],
    )
    const named = [...why.matchAll(/^\| `([^`]+)` \|/gm)].map((m) => m[1] ?? '')
    assert.deepEqual(
      named.filter((name) => !(name in dependencies)),
      [],
      'no longer a dependency',
    )
  })

  it('puts the token into every form that posts', () => {
    const bare = templates.flatMap((file) => {
      const forms = read(file).match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? []
      return forms.filter((form) => !/\bcsrf\b/.test(form)).map(() => file)
    })
    assert.deepEqual(bare, [])
  })

  it('writes no style or script into a template, and nothing from another site', () => {
    const offending = templates.filter((file) => {
      const text = read(file)
      const elsewhere =
        /<(?:link|script|img|iframe|source|use)\b[^>]*(?:src|href)="(?:https?:)?\/\//
      return /\sstyle="|<style|\son[a-z]+="/.test(text) || elsewhere.test(text)
    })
    const inline = templates.filter((file) => /<script(?![^>]*\bsrc=)/.test(read(file)))
    assert.deepEqual([...offending, ...inline], [])
  })

  it('never puts a child’s name into the title that a browser keeps', () => {
    const named = templates.filter((file) =>
      /block pageTitle[\s\S]{0,200}?(knownAs|known_as)/.test(read(file)),
    )
    assert.deepEqual(named, [])
  })

  it('names nothing of the machine it was written on', () => {
    const written = [
      ...documents,
      ...templates,
      ...filesUnder('src'),
      ...filesUnder('tests'),
      ...filesUnder('tools'),
    ]
      .filter((f) => /\.(ts|njk|md|json|sql)$/.test(f))
      .filter(
        (f) => /(^|[^\w.])\/(work|farm|root)\//.test(read(f)) && f !== 'tests/repository.test.ts',
      )
    assert.deepEqual(written, [])
  })

  it('leaves nothing unfinished in the code', () => {
    const unfinished = [...filesUnder('src'), ...filesUnder('tools')]
      .filter((f) => /\.(ts|njk|sql)$/.test(f))
      .filter((f) => /\b(TODO|FIXME|XXX|HACK)\b/.test(read(f)))
    assert.deepEqual(unfinished, [])
  })

  it('never calls our provisional outcomes by the official framework’s name', () => {
    const set = read('src/domains/outcomes/provisional-set.json')
    assert.doesNotMatch(set, /"name":\s*"[^"]*(CSF|Creating Stable Futures)/)
    assert.match(set, /not the Creating Stable Futures/i)
  })

  it('names in its lists of requirements only tests and pages that exist', () => {
    const lists = filesUnder('docs').filter((f) => /requirements-.*\.md$/.test(f))
    assert.ok(lists.length > 0)
    for (const list of lists) {
      const text = read(list)
      const tests = [...text.matchAll(/^- Test: `([^`]+)` › (.+)$/gm)]
      const named = [...text.matchAll(/^- Page: `([^`]+)`$/gm)].map((m) => m[1] ?? '')
      assert.equal(text.match(/^- /gm)?.length, tests.length + named.length, list)
      const lost = tests.filter(([, file = '', name = '']) => {
        const source = existsSync(path.join(root, file)) ? read(file) : ''
        return ![`it('${name}'`, `it("${name}"`].some((it) => source.includes(it))
      })
      assert.deepEqual(
        lost.map((m) => m[0]),
        [],
      )
      const urls = new Set(pages.map((p) => p.url))
      assert.deepEqual(
        named.filter((url) => !urls.has(url)),
        [],
      )
      const sections = text.split(/^## /m).slice(1)
      const bare = sections.filter((s) => !/^- Test: /m.test(s) || !/^- Page: /m.test(s))
      assert.deepEqual(bare, [], 'each requirement has a test and a page')
    }
  })

  it('keeps status words out of headings and titles', () => {
    const status =
      /\b(immigration|asylum|UASC|unaccompanied|age[- ]disputed?|NRM|referral status|trafficking)\b/i
    const loud = templates.filter((file) => {
      const headings =
        read(file).match(/<h[1-3][^>]*>[\s\S]*?<\/h[1-3]>|<title>[\s\S]*?<\/title>/g) ?? []
      return headings.some((h) => status.test(h))
    })
    assert.deepEqual(loud, [])
  })

  it('has no page that sorts or ranks', () => {
    const sorting = pages.filter((p) => /sort|rank|league|score/i.test(p.url))
    assert.deepEqual(sorting, [])
  })
})
