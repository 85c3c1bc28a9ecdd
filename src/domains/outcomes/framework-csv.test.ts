import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worked } from '#tests/support/processor-time.ts'
import { writeCsv } from './framework-csv.ts'
import { readFrameworkFile } from './framework-file.ts'
import { csv, HEADER, rows, SAFE, said, tiny } from '#tests/support/tiny-framework.ts'

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
    const started = worked()
    assert.deepEqual(said(await csv(long)), [
      'The table: Give 5000 rows or fewer: this is too long for a framework',
    ])
    assert.ok(worked() - started < 20_000)
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
