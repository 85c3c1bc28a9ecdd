import {
  evaluate,
  type Evaluation,
  generatePairs,
  TRADITIONS,
  Unreadable,
} from '#domains/matching/index.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
  wholeNumber,
} from './command.ts'
import { reviewRegister } from './matching-review.ts'
import { writeFile } from 'node:fs/promises'
import { BETWEEN_ACTS, BETWEEN_HELP, BETWEEN_OPTIONS } from './matching-between.ts'

const OPTIONS = {
  truth: { type: 'string' },
  json: { type: 'boolean' },
  left: { type: 'string' },
  right: { type: 'string' },
  seed: { type: 'string' },
  pairs: { type: 'string' },
  ...BETWEEN_OPTIONS,
  organisation: { type: 'string' },
} as const

export const matchingCommand: Command = {
  name: 'matching',
  summary:
    'Find records that may be of one child: here, in two files, or with another council without revealing anyone',
  help: `Usage: ./waymark matching evaluate LEFT RIGHT --truth FILE [--json]
       ./waymark matching generate --left FILE --right FILE --truth FILE [--pairs N] [--seed S]
       ./waymark matching review [--organisation CODE] [--json]

evaluate  Links two CSV files without being told anything, and then looks at the truth to
          say how right that was: precision, recall and F1, each with the interval in
          which it lies 95 times in 100, of all and by tradition of names and by what is
          known of the date of birth. The first column is the id of the record; the other
          columns are read by their usual names (given_name, surname, dob, sex, postcode,
          phone …) and left alone when they have none. A nationality or a country is always
          left alone: nobody is linked by that. FILE has the columns left and right. The
          same file twice is compared with itself. The truth takes no part in the linking,
          and nothing is kept.
generate  Writes two files of invented people and their truth: hard pairs of ten
          traditions of names. The same seed always makes the same files. Refused when a
          file is there already.
review    Compares every record of each organisation here with every other and lists the
          pairs that may be one child, for people to decide; it links nothing by itself.
          Learns first how often records agree, and keeps that with a version and a day.
          Stop it at any time with Ctrl+C: what it found is kept, and the next run goes on
          from there while the records are the same.

${BETWEEN_HELP}

Exit codes: 0 done; 1 refused, with a sentence; 2 called in a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, { options: OPTIONS })
    const [act, ...files] = positionals
    if (act === 'evaluate')
      return evaluateFiles(files, values.truth, values.json === true, terminal)
    if (act === 'generate' && files.length === 0) return generateFiles(values, terminal)
    if (act === 'review' && files.length === 0) {
      const json = values.json === true
      return reviewRegister(terminal, { organisation: values.organisation, json })
    }
    const between = BETWEEN_ACTS[act ?? '']
    if (between) return between(files, values, terminal)
    throw new WrongArguments(
      'Say which: matching evaluate, generate, review, ask, answer, encode, match, reveal or yes',
    )
  },
}

async function evaluateFiles(
  files: readonly string[],
  truth: string | undefined,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const [left, right, ...more] = files
  if (left === undefined || right === undefined || more.length > 0)
    throw new WrongArguments('matching evaluate takes two files: LEFT and RIGHT')
  if (truth === undefined) throw new WrongArguments('Say where the truth is: --truth FILE')
  try {
    const found = await evaluate(
      { left, right, truth },
      {
        progress: (done, of) => terminal.err(`${Math.floor((100 * done) / of)} % compared`),
        stopped: terminal.stopped,
      },
    )
    terminal.out(json ? JSON.stringify(found, undefined, 2) : inWords(found))
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    terminal.err(error.message)
    return 1
  }
}

function inWords(found: Evaluation): string {
  const percent = (n: number) => (100 * n).toFixed(2)
  const line = (name: string, s: Evaluation['overall']) =>
    `  ${name.padEnd(24)} F1 ${percent(s.f1)} (${percent(s.intervals.f1.low)} to ${percent(s.intervals.f1.high)})  precision ${percent(s.precision)}  recall ${percent(s.recall)}  pairs ${s.true}`
  const gap = found.gapBetweenTraditions
  return [
    gap
      ? `Gap between traditions: ${percent(gap.f1)} points of F1, from ${gap.highest} to ${gap.lowest}`
      : 'Gap between traditions: too few pairs to say',
    line('all', found.overall),
    'By tradition of the name:',
    ...found.byTradition.map((g) => line(g.name, g)),
    'By what is known of the date of birth:',
    ...found.byBirthStatus.map((g) => line(g.name, g)),
    ...(found.truthNotInFiles > 0
      ? [`${found.truthNotInFiles} pairs of the truth name a record that is in neither file.`]
      : []),
  ].join('\n')
}

type Options = { left?: string; right?: string; truth?: string; seed?: string; pairs?: string }

async function generateFiles(values: Options, terminal: Terminal): Promise<ExitCode> {
  const { left, right, truth } = values
  if (left === undefined || right === undefined || truth === undefined)
    throw new WrongArguments('Say where to write: --left FILE --right FILE --truth FILE')
  const made = generatePairs({
    pairs: wholeNumber('pairs', values.pairs, 1, 500_000) ?? 5_000,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31 - 1) ?? 1,
  })
  try {
    await writeFile(left, made.left, { flag: 'wx' })
    await writeFile(right, made.right, { flag: 'wx' })
    await writeFile(truth, made.truth, { flag: 'wx' })
  } catch {
    terminal.err('A file of that name is there already, or the folder cannot be written to')
    return 1
  }
  terminal.out(`Invented people of ${TRADITIONS.length} traditions are in ${left} and ${right}`)
  return 0
}
