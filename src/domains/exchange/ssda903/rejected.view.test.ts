import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import * as fc from '#tests/support/examples.ts'
import { csvLine, REJECTED_HEADINGS, rejectedFile } from './rejected.view.ts'

describe('the file of rejected rows', () => {
  it('says of each row what is wrong, and gives it back', () => {
    const text = rejectedFile([
      {
        kind: 'missing',
        file: 'missing.csv',
        row: 4,
        child: 'WM1',
        reasons: [{ column: 'MIS_END', text: 'It ends before it begins.' }],
        values: { CHILD: 'WM1', MIS_START: '02/01/2024', MIS_END: '01/01/2024' },
      },
    ])
    assert.deepEqual(parse(text, { bom: true }), [
      REJECTED_HEADINGS,
      [
        'missing.csv',
        '4',
        'WM1',
        'MIS_END',
        'It ends before it begins.',
        'CHILD: WM1; MIS_START: 02/01/2024; MIS_END: 01/01/2024',
      ],
    ])
  })

  it('never holds a value that a spreadsheet would run', () => {
    assert.equal(csvLine(['=1+1', '@a', 'b"c']), `"'=1+1","'@a","b""c"\r\n`)
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (values) => {
        const [cells = []]: string[][] = parse(csvLine(values))
        assert.equal(cells.length, values.length)
        assert.ok(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)))
      }),
    )
  })
})
