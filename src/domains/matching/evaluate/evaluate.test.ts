import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { generatePairs } from '../generate/pairs.rules.ts'
import { claimsIn } from './births-read.rules.ts'
import { readingOf } from './columns.rules.ts'
import { bestCut } from './decide.rules.ts'
import { evaluate } from './evaluate.ts'
import { scores } from './intervals.rules.ts'
import { traditionOf } from './traditions.rules.ts'
import { sharedData } from '#tests/support/shared-data.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matching-'))
})
after(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

async function measured(
  left: string | Uint8Array,
  right: string | Uint8Array,
  truth: string,
  everyPairUpTo?: number,
) {
  const files = {
    left: await put('left.csv', left),
    right: await put('right.csv', right),
    truth: await put('truth.csv', truth),
  }
  return evaluate(files, everyPairUpTo === undefined ? {} : { everyPairUpTo })
}

describe('measuring a linkage', () => {
  it('finds hard pairs of ten traditions, and nearly alike well in each', async () => {
    const made = generatePairs({ pairs: 1_000, seed: 2 })
    const found = await measured(made.left, made.right, made.truth)
    assert.equal(found.byTradition.length, 10)
    assert.ok(found.overall.f1 > 0.94, `F1 ${found.overall.f1}`)
    assert.ok(
      (found.gapBetweenTraditions?.f1 ?? 1) < 0.08,
      JSON.stringify(found.gapBetweenTraditions),
    )
    const only = found.byBirthStatus.find((g) => g.name === 'to the day')
    assert.ok((only?.intervals.recall.low ?? 0) > 0.9)
  })

  it('makes the same files from the same seed', () => {
    assert.deepEqual(generatePairs({ pairs: 50, seed: 9 }), generatePairs({ pairs: 50, seed: 9 }))
    assert.notDeepEqual(
      generatePairs({ pairs: 50, seed: 9 }),
      generatePairs({ pairs: 50, seed: 8 }),
    )
  })

  it('compares a file with itself, and reads other headers, separators and forms of dates', async () => {
    const file =
      'Record No;Full Name;D.O.B.;Mobile\r\n' +
      'a1;Rhys Llewellyn;04/05/2007;07700 900111\r\n' +
      'a2;"Llywelyn, Reece";2007-05-04;+44 7700 900111\r\n' +
      'a3;Besnik Hoxha;1 January 2008;\r\na4;Linh Tran;2009;\r\na5;Kit Ashcroft;;07700 900222\r\n'
    const found = await measured(file, file, 'right,left\na1,a2\n')
    assert.equal(found.overall.both, 1)
    assert.deepEqual(found.records, { left: 5, right: 5 })
  })

  for (const [what, left, sentence] of [
    ['a ragged row', 'id,name\n1,Kit\n2,Kit,Ash\n', /line 3 has 3 cells where the header has 2/],
    [
      'bytes that are not UTF-8',
      Uint8Array.of(105, 100, 44, 110, 97, 109, 101, 10, 49, 44, 0xe9, 10),
      /not UTF-8/,
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 105, 0), /UTF-16/],
    ['no name in any row', 'id,name\n1,\n2,\n', /Every name in LEFT is empty/],
    ['no usual column', 'id,colour\n1,red\n', /no column with a usual name/],
    ['an id that comes twice', 'id,name\n1,Kit\n1,Ash\n', /an id that came before/],
    ['an id that comes again later', 'id,name\n1,Kit\n7,Ash\n30,Ode\n7,Kit\n', /line 5 has an id/],
    ['such an id that is no number', 'id,name\nb,Kit\n3,Ash\na,Ode\nb,Ash\n', /line 5 has an id/],
    ['a row without an id', 'id,name\n,Kit\n', /has no id/],
    ['nothing at all', '', /LEFT is empty/],
    ['only a header', 'id,name\n', /a header and no rows/],
    ['an open quotation', 'id,name\n1,"Kit\n', /never closes it/],
    ['null characters', 'id,name\n1,K\0t\n', /null characters/],
  ] as const)
    it(`refuses ${what} in a sentence that repeats nothing of it`, async () => {
      await assert.rejects(
        measured(left, 'id,name\n9,Kit\n', 'left,right\n1,9\n'),
        (error: Error) => {
          assert.match(error.message, sentence)
          assert.doesNotMatch(error.message, /Kit|Ash|red/)
          return true
        },
      )
    })

  it('takes ids in any order, and 07 for another than 7', async () => {
    const file = 'id,name\n9,Kit Ash\n7,Ode Rey\n07,Una Lee\n12,Ivo Day\n'
    const other = 'id,name\nb,Una Lee\na,Kit Ash\nd,Ivo Day\nc,Ode Rey\n'
    const answer = await measured(file, other, 'left,right\n9,a\n7,c\n07,b\n12,d\n')
    assert.equal(answer.overall.recall, 1)
  })

  it('refuses a million rows that say the same, soon', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, n) => `${n},Ali,Hassan,2007-01-01`)
    const file = `id,given_name,surname,dob\n${rows.join('\n')}\n`
    await assert.rejects(
      measured(file, 'id,name\n9,Kit\n', 'left,right\n1,9\n'),
      /say exactly the same/,
    )
  })

  it('refuses a truth of other files or without its columns, and a file that is not there', async () => {
    const file = 'id,name\n1,Kit\n'
    await assert.rejects(measured(file, file, 'left,right\n7,8\n'), /names no pair/)
    await assert.rejects(measured(file, file, 'a,b,c\n1,1,1\n'), /columns left and right/)
    const nowhere = { left: path.join(folder, 'no.csv'), right: folder, truth: folder }
    await assert.rejects(evaluate(nowhere), /cannot be read/)
  })
})

describe('what a file is read as', () => {
  it('goes by the usual names of columns', () => {
    assert.deepEqual(
      [
        'Given Name',
        'SURNAME',
        'date_of_birth',
        'DOB 2',
        'soc_sec_id',
        'address_1',
        'suburb',
        'colour',
      ].map(readingOf),
      ['given', 'family', 'birth', 'birth', 'document', 'address', 'place', undefined],
    )
  })

  it('reads a date however it is written, and several', () => {
    const one = (text: string, monthFirst = false) => claimsIn(text, monthFirst)[0]
    for (const text of [
      '2007-05-04',
      '20070504',
      '4/5/2007',
      '4 May 2007',
      'May 4, 2007',
      '04.05.2007',
    ])
      assert.deepEqual(one(text), { earliest: '2007-05-04', latest: '2007-05-04' }, text)
    assert.deepEqual(one('5/4/2007', true), one('2007-05-04'))
    assert.deepEqual(one('2007'), { earliest: '2007-01-01', latest: '2007-12-31' })
    assert.deepEqual(one('2006-2008'), { earliest: '2006-01-01', latest: '2008-12-31' })
    assert.equal(claimsIn('2007-05-04; 2009-05-04', false).length, 2)
    assert.deepEqual(claimsIn('soon', false), [])
  })

  it('guesses a tradition from a name, for grouping only', () => {
    assert.deepEqual(
      ['Nguyễn Văn Đức', 'محمد علي', 'ተስፋዬ', 'شێرکۆ', 'Gjergj Hoxha', 'John Carter', ''].map((n) =>
        traditionOf([n]),
      ),
      [
        'Vietnamese',
        'Arabic',
        'Tigrinya or Amharic',
        'Kurdish',
        'Albanian',
        'English or other',
        'no name',
      ],
    )
  })
})

describe('deciding and counting', () => {
  it('takes as many pairs as make F1 likeliest to be highest', () => {
    assert.equal(bestCut([0.99, 0.98, 0.9, 0.2, 0.1]), 3)
    assert.equal(bestCut([]), 0)
  })

  it('gives intervals that hold the value and stay between 0 and 1', () => {
    const s = scores(10, 12, 9)
    assert.deepEqual([s.precision, s.recall], [0.9, 0.75])
    assert.ok(Math.abs(s.f1 - (2 * 9) / 22) < 1e-12)
    const { precision, recall, f1 } = s.intervals
    for (const [value, { low, high }] of [
      [s.precision, precision],
      [s.recall, recall],
      [s.f1, f1],
    ] as const)
      assert.ok(low > 0 && low < value && value < high && high < 1, `${low} ${value} ${high}`)
    for (const all of [1, 7, 60]) assert.equal(scores(all, all, all).intervals.f1.high, 1)
    for (const all of [1, 7, 60]) assert.equal(scores(all, all, 0).intervals.recall.low, 0)
    assert.deepEqual([scores(0, 0, 0).f1, scores(0, 0, 0).intervals.f1], [0, { low: 0, high: 1 }])
  })
})

describe('sets that others use', () => {
  const linkage = sharedData('linkage')

  async function againstItself(
    name: string,
    groupOf: (id: string, cells: readonly string[]) => string,
  ) {
    const text = await readFile(path.join(linkage, name), 'utf8')
    const groups = new Map<string, string[]>()
    for (const line of text.trim().split('\n').slice(1)) {
      const cells = line.split(',').map((c) => c.trim())
      const group = groupOf(cells[0] ?? '', cells)
      groups.set(group, [...(groups.get(group) ?? []), cells[0] ?? ''])
    }
    const pairs = [...groups.values()].flatMap((ids) =>
      ids.flatMap((a, n) => ids.slice(n + 1).map((b) => `${a},${b}`)),
    )
    // The larger two are brought together by rules: that is what a whole register goes through.
    return measured(text, text, `left,right\n${pairs.join('\n')}\n`, 1_000_000)
  }

  for (const [name, least] of [
    ['febrl_dataset1.csv', 0.99],
    ['febrl_dataset2.csv', 0.99],
    ['febrl_dataset3.csv', 0.99],
  ] as const)
    it(`links ${name} with an F1 of ${least} or more`, async (t) => {
      if (!existsSync(linkage)) return t.skip('the set is not on this machine')
      const found = await againstItself(name, (id) => id.split('-')[1] ?? '')
      assert.ok(found.overall.f1 >= least, `F1 ${found.overall.f1}`)
    })

  it('links fake_1000, where a third of each row is missing, as well as it did', async (t) => {
    if (!existsSync(linkage)) return t.skip('the set is not on this machine')
    const found = await againstItself('fake_1000.csv', (_id, cells) => cells.at(-1) ?? '')
    assert.ok(found.overall.f1 >= 0.94, `F1 ${found.overall.f1}`)
  })
})
