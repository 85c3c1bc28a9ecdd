import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from '#tests/support/examples.ts'
import { csvFile, csvLine } from './csv.ts'

describe('comma-separated values', () => {
  it('are never a formula in a spreadsheet', () => {
    for (const text of [
      '=1+1',
      '+44 20',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1',
      '－1',
    ]) {
      assert.match(csvLine([text]), /^"?'/, JSON.stringify(text))
    }
    assert.equal(csvLine(['a = b', 'é', '']), 'a = b,é,\r\n')
  })

  it('hold what was put in, whatever it was, but for the apostrophe', () => {
    const table = fc.array(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(table, (rows) => {
        const read: unknown = parse(csvFile(rows), { bom: true, record_delimiter: '\r\n' })
        const plain = (text: string) =>
          text.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/, '')
        assert.ok(Array.isArray(read))
        const back = read.map((row: readonly string[]) => row.map(plain))
        assert.deepEqual(
          back,
          rows.map((row) => row.map(plain)),
        )
      }),
    )
  })
})
