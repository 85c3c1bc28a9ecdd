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
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
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
          and nothing is kept. With --json, overall.f1, overall.precision and overall.recall
          are numbers from 0 to 1, and overall.intervals has the low and the high of each;
          byTradition and byBirthStatus are lists of the same, each with a name.
generate  Writes two files of invented people and their truth: hard pairs of ten
          traditions of names. The same seed always makes the same files. Refused when one
          of the files is there already; then none is written.
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
      `Say which: matching evaluate, generate, review, ${Object.keys(BETWEEN_ACTS).join(', ')}`,
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
    terminal.out(json ? asJson(found) : inWords(found))
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    terminal.err(error.message)
    return 1
  }
}

/** Every name is there in every answer: a gap that too few pairs say nothing about is null. */
const asJson = (found: Evaluation): string =>
  JSON.stringify(
    { ...found, gapBetweenTraditions: found.gapBetweenTraditions ?? null },
    undefined,
    2,
  )

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
  const files = [left, right, truth]
  if (new Set(files.map((file) => path.resolve(file))).size < files.length)
    throw new WrongArguments('--left, --right and --truth name three different files')
  const made = generatePairs({
    pairs: wholeNumber('pairs', values.pairs, 1, 500_000) ?? 5_000,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31 - 1) ?? 1,
  })
  const texts = [made.left, made.right, made.truth]
  if (!(await writtenWhole(files.map((file, n) => [file, texts[n] ?? ''])))) {
    terminal.err(
      'A file of that name is there already, or the folder cannot be written to. Nothing was written.',
    )
    return 1
  }
  terminal.out(`Invented people of ${TRADITIONS.length} traditions are in ${left} and ${right}`)
  return 0
}

/** All of them, or none: what was begun is taken away again. A file that is there already is left as it is. */
async function writtenWhole(
  files: readonly (readonly [file: string, text: string])[],
): Promise<boolean> {
  const begun: string[] = []
  try {
    for (const [file, text] of files) {
      const handle = await open(file, 'wx')
      begun.push(file)
      try {
        await handle.writeFile(text)
      } finally {
        await handle.close()
      }
    }
    return true
  } catch {
    await Promise.all(begun.map((file) => rm(file, { force: true })))
    return false
  }
}
