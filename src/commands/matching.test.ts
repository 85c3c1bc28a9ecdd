import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { z } from 'zod'
import { WrongArguments } from './command.ts'
import { ran, typed } from '#tests/support/matching-command.ts'

const LEFT =
  'id,given_name,surname,dob,phone\n' +
  'l1,Zxenab,Qorbani,2009-03-12,07700 900111\nl2,Karwan,Aziz,2008-01-30,07700 900222\n' +
  'l3,Ioana,Ionescu,2007-05-04,\nl4,Huw,Gruffydd,2010-10-10,\n'
const RIGHT =
  'ref;Full Name;D.O.B.;Mobile\n' +
  'r1;Qorbani Zxenab;12/03/2009;07700 900111\nr2;Karwan Azeez;30/01/2008;+44 7700 900222\n' +
  'r3;Besnik Hoxha;01/09/2006;\nr4;Huw Griffiths;10/10/2010;\n'
const TRUTH = 'left,right\nl1,r1\nl2,r2\n'

const share = z.number().min(0).max(1)
const interval = z.strictObject({ low: share, high: share })
const scores = {
  found: z.int(),
  true: z.int(),
  both: z.int(),
  precision: share,
  recall: share,
  f1: share,
  intervals: z.strictObject({ precision: interval, recall: interval, f1: interval }),
}
const group = z.strictObject({ name: z.string(), ...scores })
/** All that a program is given, and nothing else. */
const ANSWER = z.strictObject({
  records: z.strictObject({ left: z.int(), right: z.int() }),
  truthNotInFiles: z.int(),
  gapBetweenTraditions: z.null().or(z.object({ f1: share })),
  overall: z.strictObject(scores),
  byTradition: z.array(group),
  byBirthStatus: z.array(group),
})

let folder = ''
const at = (name: string) => path.join(folder, name)
const put = async (name: string, text: string | Uint8Array) => writeFile(at(name), text)

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-matching-'))
  await put('left.csv', LEFT)
  await put('right.csv', RIGHT)
  await put('truth.csv', TRUTH)
})
after(() => rm(folder, { recursive: true }))

const FILES = ['left.csv', 'right.csv'] as const
const here = (...args: readonly string[]) =>
  ran(...args.map((arg) => (arg.endsWith('.csv') ? at(arg) : arg)))

describe('./waymark matching evaluate', () => {
  it('gives a program precision, recall and F1 as numbers, with their intervals beside them', async () => {
    const said = await typed(folder, ['evaluate', ...FILES, '--truth', 'truth.csv', '--json'])
    assert.equal(said.code, 0, said.stderr)
    const answer = ANSWER.parse(JSON.parse(said.stdout))
    assert.deepEqual(answer.records, { left: 4, right: 4 })
    const { found, both, precision, recall, f1, intervals } = answer.overall
    assert.deepEqual([answer.overall.true, both, recall], [2, 2, 1])
    assert.equal(precision, both / found)
    assert.ok(Math.abs(f1 - (2 * precision * recall) / (precision + recall)) < 1e-12)
    assert.ok(intervals.f1.low < f1 && f1 <= intervals.f1.high)
    assert.equal(intervals.recall.high, 1)
    // Two pairs say nothing about a gap, and that is said and not left out.
    assert.equal(answer.gapBetweenTraditions, null)
    const sum = (groups: readonly z.infer<typeof group>[]) =>
      groups.reduce((so, one) => so + one.true, 0)
    assert.deepEqual([sum(answer.byTradition), sum(answer.byBirthStatus)], [2, 2])
  })

  it('says the same to a person in lines, the gap between traditions first', async () => {
    const { code, out } = await here('evaluate', ...FILES, '--truth', 'truth.csv')
    assert.equal(code, 0)
    const lines = out.join('\n').split('\n')
    assert.equal(lines[0], 'Gap between traditions: too few pairs to say')
    assert.match(
      lines[1] ?? '',
      /^  all +F1 [\d.]+ \([\d.]+ to [\d.]+\)  precision [\d.]+  recall 100\.00  pairs 2$/,
    )
    assert.ok(lines.includes('By tradition of the name:'))
    assert.ok(lines.includes('By what is known of the date of birth:'))
    assert.doesNotMatch(lines.join('\n'), /undefined|NaN|object/)
  })

  it('counts what the truth names that is in neither file, and leaves it out of the figures', async () => {
    await put('more.csv', `${TRUTH}l1,r99\n`)
    const { out } = await here('evaluate', ...FILES, '--truth', 'more.csv')
    assert.match(out.join('\n'), /1 pairs of the truth name a record that is in neither file/)
    assert.match(out.join('\n'), /pairs 2\n/)
  })

  it('refuses a truth that is not there with a sentence, 1, and nothing for a program', async () => {
    const said = await typed(folder, ['evaluate', ...FILES, '--truth', 'none.csv', '--json'])
    assert.deepEqual([said.code, said.stdout], [1, ''])
    assert.equal(
      said.stderr,
      'The truth cannot be read: there is no such file, or it may not be opened\n',
    )
  })

  it('does not know an option that is written wrong, and says where to read on, with 2', async () => {
    const said = await typed(folder, ['evaluate', ...FILES, '--truth', 'truth.csv', '--jsno'])
    assert.deepEqual([said.code, said.stdout], [2, ''])
    assert.match(said.stderr, /^Unknown option '--jsno'\nRun \.\/waymark matching --help\.\n$/)
  })

  for (const [name, text, sentence] of [
    ['ragged', 'id,name\n1,Zxenab Qorbani\n2,Ann,Qorbani\n', /line 3 has 3 cells where the header/],
    ['nothing', '', /LEFT is empty/],
    ['latin', Uint8Array.of(105, 100, 44, 110, 97, 109, 101, 10, 49, 44, 0xe9, 10), /not UTF-8/],
    ['nameless', 'id,given_name,surname\n1,,\n2,,\n', /Every name in LEFT is empty/],
  ] as const)
    it(`refuses a file that is ${name} with 1, and repeats nothing of it`, async () => {
      await put(`${name}.csv`, text)
      const args = ['evaluate', `${name}.csv`, 'right.csv', '--truth', 'truth.csv', '--json']
      const { code, out, err } = await here(...args)
      assert.deepEqual([code, out], [1, []])
      assert.match(err, sentence)
      assert.doesNotMatch(err, /Qorbani|Zxenab|Ann/)
    })

  for (const [what, args, sentence] of [
    ['one file', ['left.csv', '--truth', 'truth.csv'], /takes two files: LEFT and RIGHT/],
    ['three files', [...FILES, 'truth.csv', '--truth', 'truth.csv'], /takes two files/],
    ['no truth', [...FILES], /Say where the truth is: --truth FILE/],
    ['a truth of no name', [...FILES, '--truth'], /'--truth <value>' argument missing/],
  ] as const)
    it(`is called wrongly with ${what}`, async () => {
      await assert.rejects(
        here('evaluate', ...args),
        (error) => error instanceof WrongArguments && sentence.test(error.message),
      )
    })

  it('says what it can do to whoever asks for something else', async () => {
    await assert.rejects(here('evalute', ...FILES), (error: unknown) => {
      assert.ok(error instanceof WrongArguments)
      for (const act of ['evaluate', 'generate', 'review', 'card', 'new-key', 'encode', 'exchange'])
        assert.match(error.message, new RegExp(`\\b${act}\\b`))
      return true
    })
  })
})

describe('./waymark matching generate', () => {
  const names = (end: string) => ['left', 'right', 'truth'].map((name) => `made-${name}${end}.csv`)
  const into = ([left = '', right = '', truth = '']: readonly string[]) =>
    ['generate', '--left', left, '--right', right, '--truth', truth] as const
  const texts = async (files: readonly string[]) =>
    Promise.all(files.map((file) => readFile(at(file), 'utf8')))
  const made = async () => (await readdir(folder)).filter((name) => name.startsWith('made-'))

  beforeEach(async () => {
    for (const name of await made()) await rm(at(name))
  })

  it('writes as many pairs as it is asked for, the same from the same seed and others from another', async () => {
    const said = await typed(folder, [...into(names('')), '--pairs', '40', '--seed', '3'])
    assert.equal(said.code, 0, said.stderr)
    assert.match(said.stdout, /^Invented people of 10 traditions are in made-left\.csv and/)
    const [left = '', , truth = ''] = await texts(names(''))
    assert.match(left, /^id,given_name,family_name,alias,date_of_birth,.*\r\nL0,/)
    assert.equal(truth.trim().split('\r\n').length, 41)
    await here(...into(names('-2')), '--pairs', '40', '--seed', '3')
    assert.deepEqual(await texts(names('-2')), await texts(names('')))
    await here(...into(names('-3')), '--pairs', '40', '--seed', '4')
    assert.notDeepEqual(await texts(names('-3')), await texts(names('')))
  })

  it('makes what evaluate reads, every pair of it', async () => {
    await here(...into(names('')), '--pairs', '40')
    const [left = '', right = '', truth = ''] = names('')
    const { code, out } = await here('evaluate', left, right, '--truth', truth, '--json')
    const answer = ANSWER.parse(JSON.parse(out.join('')))
    assert.deepEqual([code, answer.truthNotInFiles, answer.overall.true], [0, 0, 40])
    assert.equal(answer.byTradition.length, 10)
  })

  for (const there of [0, 1, 2])
    it(`writes over no file and leaves none half done when number ${there + 1} is there`, async () => {
      const file = names('')[there] ?? ''
      await put(file, 'Somebody’s own')
      const { code, out, err } = await here(...into(names('')), '--pairs', '5')
      assert.deepEqual([code, out], [1, []])
      assert.match(err, /is there already, .*Nothing was written/)
      assert.deepEqual([await made(), await texts([file])], [[file], ['Somebody’s own']])
    })

  for (const [what, more, sentence] of [
    ['no pairs', ['--pairs', '0'], /--pairs takes a whole number from 1 to 500000/],
    ['pairs in words', ['--pairs', 'many'], /--pairs takes a whole number/],
    ['half a pair', ['--pairs', '1.5'], /--pairs takes a whole number/],
    ['too many pairs', ['--pairs', '500001'], /--pairs takes a whole number/],
    ['a seed that is no number', ['--seed', 'x'], /--seed takes a whole number/],
  ] as const)
    it(`is called wrongly with ${what}, and writes nothing`, async () => {
      await assert.rejects(
        here(...into(names('')), ...more),
        (error) => error instanceof WrongArguments && sentence.test(error.message),
      )
      assert.deepEqual(await made(), [])
    })

  it('is called wrongly with two files of one name, or with one missing', async () => {
    const [left = '', right = ''] = names('')
    await assert.rejects(here(...into([left, right, left])), /name three different files/)
    await assert.rejects(here('generate', '--left', left, '--right', right), /Say where to write/)
    assert.deepEqual(await made(), [])
  })
})
