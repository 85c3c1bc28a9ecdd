import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { FIXED_COLUMNS } from './framework-columns.rules.ts'
import { readCsv, writeCsv } from './framework-csv.ts'
import { frameworkDocument, readFramework } from './framework-document.form.ts'
import { readFrameworkFile } from './framework-file.ts'
import { rowsOf } from './framework-rows.rules.ts'
import { LEVELS, NATIONS, POLARITIES, WORDING_STATES } from './framework.rules.ts'
import { frameworkTemplate } from './framework-template.ts'
import { writeXlsx } from './framework-xlsx-write.ts'

const csv = (text: string) => readFrameworkFile(Buffer.from(text))
const said = (read: Awaited<ReturnType<typeof readFrameworkFile>>) =>
  read.ok ? [] : read.problems.map((p) => `${p.where}: ${p.text}`)

const HEADER = [...FIXED_COLUMNS, 'title.en'].join(',')
const SETTINGS = [
  'framework,key,tiny',
  'framework,version,1',
  'framework,name,Tiny',
  'framework,owner,Us',
  'framework,licence,Ours',
  'framework,attribution,Made for a test',
  'framework,defined_by,Nobody real',
  'framework,provisional,yes',
  'framework,language,en',
  'framework,made_for,child',
  'source,S1,A source',
  'principle,p6,,,6,,,,,,,,Life',
]
const tiny = (...more: readonly string[]) => [HEADER, ...SETTINGS, ...more].join('\n')
const SAFE = 'outcome,safe,,,,p6,outcome,,,,S1: page 3,,I am safe'

const rows = (text: string) => {
  const read = readCsv(text)
  assert.ok(read.ok)
  return read.rows
}

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

describe('cells that a spreadsheet would run', () => {
  it('are written so that it does not, and read as they were', () => {
    const cells = ['=1+1', '+44', '-1', '@x', "'=1", "'kept", '\uFF1Dcmd', 'safe']
    const file = writeCsv([cells])
    assert.doesNotMatch(file.slice(1), /(^|,)"?[=+\-@\uFF1D]/m)
    assert.deepEqual(rows(file), [cells])
  })
})

describe('a framework as CSV', () => {
  it('is read, with rows left blank and notes passed over', async () => {
    const read = await csv(
      tiny('', 'note,,anything', SAFE, 'indicator,safe-1,,safe,,,output,,,,S1,,A plan'),
    )
    assert.ok(read.ok, said(read).join('\n'))
    assert.deepEqual(read.framework.outcomes[0]?.sources, [{ source: 'S1', where: 'page 3' }])
    assert.equal(read.framework.outcomes[0]?.indicators[0]?.wording['en']?.title?.text, 'A plan')
  })

  it('is read when a spreadsheet parted it by semicolons', async () => {
    assert.ok((await csv(tiny(SAFE).replaceAll(',', ';'))).ok)
  })

  it('says the row and the column of each problem', async () => {
    const read = await csv(tiny(SAFE.replace('outcome,,,,S1', 'aim,,,,S1')))
    assert.deepEqual(said(read), [
      'Row 14, column level: Choose the level: outcome, experience or output',
    ])
    const missing = await csv(tiny(SAFE.replace('I am safe', '')))
    assert.deepEqual(said(missing), ['Row 14, column title.en: Enter a title in the language “en”'])
    const setting = await csv(tiny(SAFE).replace('framework,owner,Us', 'framework,owner,'))
    assert.deepEqual(said(setting), ['Row 5, column value: Enter who owns the framework as text'])
  })

  it('says which setting has no row', async () => {
    const read = await csv(tiny(SAFE).replace('framework,owner,Us\n', ''))
    assert.deepEqual(said(read), [
      'The row “framework”, code “owner”: Enter who owns the framework as text',
    ])
  })

  it('refuses an unknown principle, a code used twice and an indicator of nothing', async () => {
    assert.match(
      said(await csv(tiny(SAFE.replace('p6', 'p9')))).join(),
      /Row 14, column principles: There is no principle “p9”/,
    )
    assert.match(
      said(await csv(tiny(SAFE, SAFE))).join(),
      /Row 15, column code: Give each outcome its own code/,
    )
    assert.match(
      said(await csv(tiny(SAFE, 'indicator,i1,,gone,,,output,,,,,,X'))).join(),
      /Row 15, column outcome: There is no outcome “gone” above this row/,
    )
  })

  it('refuses wrong column names, no column names, and cells that belong to another kind of row', async () => {
    assert.match(said(await csv('a,b\n1,2')).join(), /Row 1: Put the column names in the first row/)
    assert.match(
      said(await csv(`${HEADER},colour\n`)).join(),
      /Row 1, column colour: Take out this column/,
    )
    assert.match(
      said(await csv(`${HEADER},code\n`)).join(),
      /Row 1, column code: Use each column name once/,
    )
    assert.match(
      said(await csv(tiny('outcome,a,stray'))).join(),
      /Row 14, column value: Leave this cell empty: a row for “outcome” does not use it/,
    )
    assert.match(
      said(await csv(tiny('thing,a'))).join(),
      /Row 14, column row: Enter framework, source/,
    )
    assert.match(said(await csv(tiny(`${SAFE},extra`))).join(), /Row 14: Give column 14 a name/)
  })

  it('refuses a cell that a spreadsheet would run as a formula', async () => {
    const read = await csv(tiny(SAFE.replace('I am safe', '"=HYPERLINK(""https://x"")"')))
    assert.match(said(read).join(), /Row 14, column title.en: Write the words themselves: “=”/)
  })

  it('refuses 100,000 rows with one sentence, at once', async () => {
    const long = tiny(...Array.from({ length: 100_000 }, (_, n) => `source,x${n},words`))
    const started = performance.now()
    assert.deepEqual(said(await csv(long)), [
      'The table: Give 5000 rows or fewer: this is too long for a framework',
    ])
    assert.ok(performance.now() - started < 20_000)
  })

  it('refuses quotation marks that never close, other encodings, nothing at all and too much', async () => {
    assert.match(
      said(await csv(tiny('outcome,"a'))).join(),
      /The file: Check the quotation marks near line \d+/,
    )
    assert.match(
      said(await readFrameworkFile(Buffer.from(tiny(SAFE), 'utf16le'))).join(),
      /CSV UTF-8/,
    )
    assert.match(
      said(await readFrameworkFile(Buffer.from(`${tiny(SAFE)}é`, 'latin1'))).join(),
      /CSV UTF-8/,
    )
    for (const empty of ['', ' \n']) assert.match(said(await csv(empty)).join(), /not empty/)
    assert.match(
      said(await readFrameworkFile(Buffer.alloc(5_000_001, 65))).join(),
      /smaller than 5 MB/,
    )
  })
})

describe('a framework as JSON', () => {
  it('is refused with a sentence when it cannot be parsed', async () => {
    assert.match(said(await csv('{"format":')).join(), /The file: Check the JSON/)
    assert.equal((await csv(`{"a":${'['.repeat(1_000_000)}`)).ok, false)
  })

  it('is refused with few sentences, at once, when it holds a million empty things', async () => {
    const started = performance.now()
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
    assert.ok(performance.now() - started < 20_000)
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

describe('a framework as an Excel workbook', () => {
  it('is read from its first sheet', async () => {
    const read = await readFrameworkFile(writeXlsx('Framework', rows(tiny(SAFE))))
    assert.ok(read.ok, said(read).join('\n'))
    assert.equal(read.framework.version, '1')
  })

  it('is refused when it holds formulas, saying the first', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    const read = await readFrameworkFile(
      repacked(book, (xml) =>
        xml.replace('<c r="A1"', '<c r="B7"><f>1+1</f><v>2</v></c><c r="A1"'),
      ),
    )
    assert.match(said(read).join(), /Replace the formulas.*cell B7/)
  })

  it('is refused when a cell lies a million rows down', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    const read = await readFrameworkFile(
      repacked(book, (xml) =>
        xml.replace('<row r="1">', '<row r="1"><c r="XFD1048576"><v>1</v></c>'),
      ),
    )
    assert.match(said(read).join(), /5000 rows and 400 columns or fewer/)
  })

  it('is refused when it unpacks to far more than it weighs, even if it lies about it', async () => {
    const bomb = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32), undefined]])
    assert.ok(bomb.length < 100_000)
    assert.match(said(await readFrameworkFile(bomb)).join(), /Choose a smaller workbook/)
    const liar = zip([['xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32), 1000]])
    assert.match(said(await readFrameworkFile(liar)).join(), /cannot be opened/)
  })

  it('is refused when it is cut short, encrypted, old, or no workbook', async () => {
    const book = writeXlsx('Framework', rows(tiny(SAFE)))
    assert.match(said(await readFrameworkFile(book.subarray(0, 900))).join(), /cannot be opened/)
    assert.match(
      said(await readFrameworkFile(zip([['a.txt', Buffer.from('a'), undefined]]))).join(),
      /cannot be opened/,
    )
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(100)])
    assert.match(said(await readFrameworkFile(old)).join(), /without a password/)
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

type Part = readonly [name: string, body: Buffer, claimedSize: number | undefined]

/** A zip made here, deflated, which may lie about the size of a part. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const [name, body, claimed] of parts) {
    const file = Buffer.from(name)
    const packed = deflateRawSync(body)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimed ?? body.length, 18)
    facts.writeUInt16LE(file.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, file, packed)
    index.push(Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), facts, rest, file)
    offset += 30 + file.length + packed.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

/** The same workbook with its sheet changed. */
function repacked(book: Buffer, change: (xml: string) => string): Buffer {
  const parts: Part[] = []
  let at = 0
  while (book.readUInt32LE(at) === 0x04034b50) {
    const size = book.readUInt32LE(at + 18)
    const nameLength = book.readUInt16LE(at + 26)
    const name = book.toString('utf8', at + 30, at + 30 + nameLength)
    const start = at + 30 + nameLength
    const body = book.subarray(start, start + size)
    const isSheet = name.startsWith('xl/worksheets/')
    parts.push([name, isSheet ? Buffer.from(change(body.toString())) : body, undefined])
    at = start + size
  }
  return zip(parts)
}
