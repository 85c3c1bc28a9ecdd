import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'

const src = path.resolve(import.meta.dirname, '../src')

/** Who may know whom. Read it as: a domain may import the index of those named, and nobody else. */
const MAY_KNOW: Record<string, readonly string[]> = {
  people: [],
  evidence: [],
  guidance: [],
  help: [],
  wording: [],
  audit: ['people'],
  children: ['people', 'evidence'],
  around: ['children', 'people', 'words'],
  calendar: ['children', 'contact', 'people', 'words'],
  clocks: ['children', 'people', 'words'],
  processes: ['calendar', 'children', 'clocks', 'people', 'words'],
  outcomes: ['children', 'evidence', 'people', 'processes', 'words'],
  words: ['children', 'people'],
  identification: ['around', 'children', 'clocks', 'contact', 'people'],
  'coming-and-going': ['children', 'people', 'words'],
  contact: ['children', 'people', 'words'],
  home: ['children', 'clocks', 'people', 'processes', 'words'],
  networks: ['children', 'identification', 'people'],
  missing: [
    'children',
    'clocks',
    'coming-and-going',
    'identification',
    'people',
    'processes',
    'words',
  ],
  'own-settings': ['children', 'contact', 'outcomes', 'people', 'words'],
  participation: [
    'around',
    'children',
    'coming-and-going',
    'contact',
    'outcomes',
    'own-settings',
    'people',
    'words',
  ],
  'without-signal': ['words'],
  complaints: ['children', 'outcomes', 'participation', 'people', 'statistics', 'words'],
  'taking-part': ['children', 'outcomes', 'participation', 'people', 'words'],
  duty: ['children', 'outcomes', 'people', 'words'],
  rights: ['children', 'words'],
  'standing-beside': [
    'around',
    'calendar',
    'children',
    'clocks',
    'home',
    'outcomes',
    'people',
    'words',
  ],
  statistics: ['outcomes', 'people'],
  plans: ['children', 'clocks', 'outcomes', 'participation', 'people', 'processes', 'words'],
  'past-eighteen': ['children', 'clocks', 'contact', 'plans', 'processes', 'words'],
  evaluation: ['statistics', 'evidence', 'outcomes', 'people'],
  workforce: ['children', 'outcomes', 'people', 'statistics'],
  exchange: ['children', 'people', 'processes', 'outcomes'],
  matching: ['children'],
  'between-councils': ['children', 'matching'],
  'same-child': ['children', 'guidance', 'matching'],
}

/** Things beside the domains that may know any of them, and that no domain may know. */
const ABOVE = /^(desks|commands|demo)\/|^(app|beside|pages|main|navigation)\.ts$/

export type Import = { readonly from: string; readonly to: string; readonly typeOnly?: boolean }

/** A file of the source and what it imports, each as a path from src, or as a package's name. */
function importsOf(file: string, text: string): readonly Import[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)(\s+type\b)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
  )
  return [...found].map((m) => ({
    from: file,
    to: resolved(file, m[2] ?? m[3] ?? m[4] ?? ''),
    typeOnly: m[1] !== undefined,
  }))
}

function resolved(file: string, to: string): string {
  if (to.startsWith('#')) return to.slice(1)
  return to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((f) => f.replaceAll('\\', '/'))
  .filter((f) => f.endsWith('.ts'))
const textOf = (file: string): string => readFileSync(path.join(src, file), 'utf8')
const all = files.flatMap((file) => importsOf(file, textOf(file)))

const isTest = (file: string): boolean => file.endsWith('.test.ts')
const domain = (file: string): string | undefined => /^domains\/([^/]+)\//.exec(file)?.[1]
const ours = (to: string): boolean => to.endsWith('.ts')
const written = (imports: readonly Import[]): string[] => imports.map((i) => `${i.from} → ${i.to}`)

/** Each rule takes imports and gives the offending ones, so that each can be shown to see an offence. */
const RULES: Record<string, (imports: readonly Import[]) => readonly Import[]> = {
  'the kernel knows nothing': (imports) =>
    imports.filter(
      (i) => i.from.startsWith('kernel/') && !isTest(i.from) && !i.to.startsWith('kernel/'),
    ),
  'the platform does not know what stands on it': (imports) =>
    imports.filter(
      (i) => i.from.startsWith('platform/') && ours(i.to) && !/^(platform|kernel)\//.test(i.to),
    ),
  'a domain is reached only by its index, and only by those allowed to know it': (imports) =>
    imports.filter((i) => {
      const [a, b] = [domain(i.from), domain(i.to)]
      if (!a || !b || a === b) return false
      return i.to !== `domains/${b}/index.ts` || !MAY_KNOW[a]?.includes(b)
    }),
  'whatever gathers from several domains goes through their indexes or page lists': (imports) =>
    imports.filter((i) => {
      const b = domain(i.to)
      if (!b || !ABOVE.test(i.from) || isTest(i.from)) return false
      return !/^domains\/[^/]+\/(index|pages)\.ts$/.test(i.to)
    }),
  'no domain knows a desk, a command or the house itself': (imports) =>
    imports.filter((i) => domain(i.from) && !isTest(i.from) && ABOVE.test(i.to)),
  'rules, forms, views and access are pure: no database, no framework, no files': (imports) =>
    imports.filter(
      (i) =>
        !i.typeOnly &&
        /\.(rules|view|form|access)\.ts$/.test(i.from) &&
        (/^(kysely|fastify|pg|nunjucks|node:(?!crypto))/.test(i.to) ||
          i.to.startsWith('platform/db/') ||
          i.to.endsWith('.queries.ts')),
    ),
  'the domains stand in one order, so that no two know each other': () => {
    const both = Object.entries(MAY_KNOW).flatMap(([a, known]) =>
      known.filter((b) => MAY_KNOW[b]?.includes(a)).map((b) => ({ from: a, to: b })),
    )
    return both
  },
}

const OFFENCES: Record<string, Import> = {
  'the kernel knows nothing': { from: 'kernel/x.ts', to: 'platform/http/page.ts' },
  'the platform does not know what stands on it': {
    from: 'platform/x.ts',
    to: 'domains/children/index.ts',
  },
  'a domain is reached only by its index, and only by those allowed to know it': {
    from: 'domains/children/x.ts',
    to: 'domains/exchange/index.ts',
  },
  'whatever gathers from several domains goes through their indexes or page lists': {
    from: 'desks/x.ts',
    to: 'domains/children/child.queries.ts',
  },
  'no domain knows a desk, a command or the house itself': {
    from: 'domains/children/x.ts',
    to: 'pages.ts',
  },
  'rules, forms, views and access are pure: no database, no framework, no files': {
    from: 'domains/children/x.rules.ts',
    to: 'kysely',
  },
}

describe('the architecture', () => {
  for (const [name, rule] of Object.entries(RULES)) {
    it(name, () => assert.deepEqual(written(rule(all)), []))
  }

  for (const [name, offence] of Object.entries(OFFENCES)) {
    it(`would see it if not: ${name}`, () => {
      assert.deepEqual(written(RULES[name]?.([offence]) ?? []), written([offence]))
    })
  }

  it('names every domain there is', () => {
    const there = readdirSync(path.join(src, 'domains'))
    assert.deepEqual(
      there.filter((d) => !(d in MAY_KNOW)),
      [],
    )
  })

  it('reads the clock only at the edge', () => {
    const clocked = files.filter(
      (f) =>
        /\.(rules|view|form|access|queries|page)\.ts$/.test(f) &&
        /Date\.now\(|new Date\(\)/.test(textOf(f)),
    )
    assert.deepEqual(clocked, [])
  })

  it('reads the environment only in main', () => {
    const reading = files.filter(
      (f) => f !== 'main.ts' && !isTest(f) && /process\.env\b/.test(textOf(f)),
    )
    assert.deepEqual(reading, [])
  })

  it('keeps SQL in queries, migrations and the platform', () => {
    const allowed = /\.queries\.ts$|^platform\/|^commands\/|^demo\/|\.test\.ts$/
    const loose = files.filter((f) => !allowed.test(f) && /from 'kysely'/.test(textOf(f)))
    assert.deepEqual(loose, [])
  })

  it('makes no HTML in TypeScript', () => {
    const html = files.filter(
      (f) =>
        !isTest(f) &&
        !f.startsWith('platform/') &&
        /['"`]\s*<(?:div|p|a|span|form|input|table|h[1-6])\b/.test(textOf(f)),
    )
    assert.deepEqual(html, [])
  })
})
