import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { worked } from '#tests/support/processor-time.ts'
import { readCsv, writeCsv } from './framework-csv.ts'
import { frameworkDocument, readFramework } from './framework-document.form.ts'
import { readFrameworkFile } from './framework-file.ts'
import { rowsOf } from './framework-rows.rules.ts'
import { LEVELS, NATIONS, POLARITIES, WORDING_STATES } from './framework.rules.ts'
import { frameworkTemplate } from './framework-template.ts'
import { writeXlsx } from './framework-xlsx-write.ts'
import { csv, said } from '#tests/support/tiny-framework.ts'

/** Fills the CSV template as somebody with a licence would, with invented words in invented numbers. */
const filled = () => {
  const read = readCsv(frameworkTemplate('csv').body.toString())
  assert.ok(read.ok)
  const header = read.rows[0] ?? []
  const values: Record<string, string> = {
    key: 'official-set',
    version: '1.0',
    name: 'An invented official set',
    owner: 'An invented owner',
    licence: 'By permission',
    attribution: 'Invented makers',
    defined_by: 'Invented young people',
    age_to: '25',
  }
  const row = (cells: Record<string, string>) => header.map((name) => cells[name] ?? '')
  const settled = read.rows.map((cells) =>
    cells[0] === 'framework'
      ? cells.with(2, cells[2] || (values[cells[1] ?? ''] ?? ''))
      : [...cells],
  )
  const principles = ['p2', 'p3', 'p6', 'p12']
  const things = Array.from({ length: 25 }, (_, n) => [
    row({
      row: 'outcome',
      code: `o${n + 1}`,
      principles: principles[n % 4] ?? '',
      level: 'outcome',
      sources: 'S1: page 1',
      'title.en': `Invented outcome ${n + 1}`,
      'explanation.en': `Is invented thing ${n + 1} so?`,
    }),
    ...Array.from({ length: n < 11 ? 4 : 3 }, (__, m) =>
      row({
        row: 'indicator',
        code: `o${n + 1}.${m + 1}`,
        outcome: `o${n + 1}`,
        level: 'output',
        sources: 'S1',
        'title.en': `Invented sign ${n + 1}.${m + 1}`,
      }),
    ),
  ])
  return [
    ...settled,
    row({ row: 'source', code: 'S1', value: 'An invented report' }),
    ...things.flat(),
  ]
}

describe('a framework as JSON', () => {
  it('is refused with a sentence when it cannot be parsed', async () => {
    assert.match(said(await csv('{"format":')).join(), /The file: Check the JSON/)
    assert.equal((await csv(`{"a":${'['.repeat(1_000_000)}`)).ok, false)
  })

  it('is refused with few sentences, at once, when it holds a million empty things', async () => {
    const started = worked()
    const base = JSON.parse(frameworkTemplate('json').body.toString())
    const many = { ...base, outcomes: [], principles: [] }
    const text = JSON.stringify(many).replace(
      '"outcomes":[]',
      `"outcomes":[${'{},'.repeat(1_500_000)}{}]`,
    )
    const problems = said(await csv(text))
    assert.ok(problems.includes('outcomes: Give 500 outcomes or fewer'), problems.join('\n'))
    assert.ok(problems.length < 20)
    const tags = Array.from({ length: 100_000 }, (_, n) => [`x${n}`, {}])
    const wordy = { ...base, principles: [{ code: 'p', wording: Object.fromEntries(tags) }] }
    assert.ok(
      said(await csv(JSON.stringify(wordy))).includes(
        'Principle 1 (p), wording: Give 60 languages or fewer',
      ),
    )
    assert.ok(worked() - started < 20_000)
  })

  it('says which outcome is wrong, counted from one and with its code', async () => {
    const document = {
      ...JSON.parse(frameworkTemplate('json').body.toString()),
      outcomes: [{ code: 'ok', principles: ['p2'], level: 'goal', wording: {} }],
    }
    assert.ok(
      said(await csv(JSON.stringify(document))).includes(
        'Outcome 1 (ok), level: Choose the level: outcome, experience or output',
      ),
    )
  })
})

describe('the blank template', () => {
  it('takes 25 outcomes and 86 indicators under four principles, as CSV and as a workbook', async () => {
    for (const file of [Buffer.from(writeCsv(filled())), writeXlsx('Framework', filled())]) {
      const read = await readFrameworkFile(file)
      assert.ok(read.ok, said(read).join('\n'))
      assert.equal(read.framework.outcomes.length, 25)
      assert.equal(read.framework.outcomes.flatMap((o) => o.indicators).length, 86)
      assert.deepEqual(
        read.framework.principles.map((p) => p.articles),
        [[2], [3], [6], [12]],
      )
      assert.deepEqual(read.warnings, [])
    }
  })

  it('is refused while it is blank, in every format, with what to fill in', async () => {
    for (const format of ['csv', 'json', 'xlsx'] as const) {
      const problems = said(await readFrameworkFile(frameworkTemplate(format).body))
      assert.ok(
        problems.some((p) => /Enter the name of the framework/.test(p)),
        problems.join('\n'),
      )
    }
  })
})

/** Any framework at all: text of any letters, several languages, codes that lead somewhere. */
const anyFramework = () => {
  const text = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '=1+1',
        "'=x",
        '-5',
        '@a',
        '+44',
        'a "b", c;d',
        'two\nlines',
        'هل أنت بخير؟',
        ' x ',
        "''",
      ),
    )
    .filter((t) => t.trim() !== '')
  const oneLine = text.map((t) => t.replaceAll(/[\r\n\t]/g, ' ')).filter((t) => t.trim() !== '')
  const words = fc.record({ text, state: fc.constantFrom(...WORDING_STATES) })
  const wording = fc.record({
    en: fc.record(
      { title: words, explanation: words, practice: words },
      { requiredKeys: ['title'] },
    ),
    ar: fc.record({ title: words, explanation: words }, { requiredKeys: [] }),
  })
  const sources = fc.uniqueArray(
    fc.record({ source: fc.constantFrom('S1', 'S2'), where: fc.oneof(fc.constant(''), oneLine) }),
    { maxLength: 3, selector: (s) => `${s.source} ${s.where}` },
  )
  const common = {
    level: fc.constantFrom(...LEVELS),
    polarity: fc.constantFrom(...POLARITIES),
    definedBy: oneLine,
    sources,
    wording,
  }
  const outcomes = fc
    .array(
      fc.record({
        ...common,
        principles: fc.subarray(['p2', 'p12'], { minLength: 1 }),
        childOnly: fc.boolean(),
        linked: fc.boolean(),
        indicators: fc.array(fc.record(common), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) =>
      list.map(({ linked, ...o }, n) => ({
        ...o,
        code: `o${n}`,
        links: linked && n > 0 ? ['o0'] : [],
        indicators: o.indicators.map((i, m) => ({ ...i, code: `o${n}.${m}` })),
      })),
    )
  return fc.record({
    format: fc.constant('waymark-framework-1'),
    key: fc.constant('any-set'),
    version: fc.constantFrom('1.0', '2026-01', '3'),
    name: oneLine,
    owner: oneLine,
    licence: text,
    attribution: text,
    notice: fc.oneof(fc.constant(''), text),
    definedBy: oneLine,
    nation: fc.constantFrom(...NATIONS),
    provisional: fc.boolean(),
    language: fc.constant('en'),
    population: fc.record({
      for: fc.constantFrom('child', 'adult'),
      ageFrom: fc.nat(18),
      ageTo: fc.option(fc.integer({ min: 18, max: 99 })),
      labelledForUnder18: fc.boolean(),
    }),
    sources: fc.tuple(oneLine, oneLine).map(([a, b]) => [
      { code: 'S1', text: a },
      { code: 'S2', text: b },
    ]),
    principles: fc.tuple(wording, wording).map(([a, b]) => [
      { code: 'p2', articles: [2], wording: a },
      { code: 'p12', articles: [12, 13], wording: b },
    ]),
    outcomes,
  })
}

describe('writing a framework and reading it again', () => {
  it('gives the same framework through CSV, a workbook and JSON', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(anyFramework(), async (given) => {
        const first = readFramework(given)
        fc.pre(first.ok)
        if (!first.ok) return
        compared += 1
        const table = rowsOf(first.framework)
        const json = JSON.stringify(frameworkDocument(first.framework))
        for (const file of [
          Buffer.from(writeCsv(table)),
          writeXlsx('F', table),
          Buffer.from(json),
        ]) {
          const again = await readFrameworkFile(file)
          assert.ok(again.ok, said(again).join('\n'))
          assert.deepEqual(again.framework, first.framework)
        }
      }),
      { numRuns: 60 },
    )
    assert.ok(compared >= 60)
  })
})
