import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import {
  commandLineOf,
  commitPreviewed,
  importReport,
  openPath,
  organisationCodes,
  previewReturn,
  readReturn,
  type RunFound,
  whyUnreadable,
} from '#domains/exchange/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import { argumentsOf, type Command, type Terminal, wholeNumber, WrongArguments } from './command.ts'
import { openExisting, type Opened } from './database.ts'
import { refuseUnwritable, writeFiles } from './import-files.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in a council’s return of looked-after children',
  help: `Usage: ./waymark import ssda903 FOLDER|FILE --organisation CODE [options]

Reads an SSDA903 return (a folder of CSV files, an XML file, or a zip of either) and says
what it would do: which records it would open, change and leave, and which rows it refuses
and why. Nothing is changed without --commit. With it, all of the return is taken in or
nothing: stop it at any time. Importing the same return again changes nothing.

  --organisation CODE  The council whose return it is
  --commit             Carry it out
  --year YYYY          The collection year, when the return does not tell
                       (2026 for the year to 31 March 2026)
  --plan FILE          Write what becomes of each child, row by row, to FILE as CSV
  --rejected FILE      Write the refused rows, with reasons, to FILE as CSV
  --json               Print one object with the counts children, opened, matched, changed,
                       unchanged and refused (rows), and what was noted

Exit codes: 0 previewed or imported; 1 the return cannot be read, or the import failed, and
nothing was changed; 2 called in a way it does not understand.`,
  async run(args, terminal) {
    const asked = askedFor(args)
    const opened = await openExisting(terminal.settings)
    try {
      return await carry(opened, terminal, asked)
    } catch (problem) {
      const sentence = sentenceOf(problem)
      if (sentence === undefined) throw problem
      terminal.err(sentence)
      if (asked.json) terminal.out(JSON.stringify({ problem: sentence, committed: false }))
      return 1
    } finally {
      await opened.close()
    }
  },
}

type Asked = {
  readonly where: string
  readonly organisation: string
  readonly year: number | undefined
  readonly commit: boolean
  readonly json: boolean
  readonly plan: string | undefined
  readonly rejected: string | undefined
}

function askedFor(args: readonly string[]): Asked {
  const { values, positionals } = argumentsOf(args, {
    options: {
      organisation: { type: 'string' },
      year: { type: 'string' },
      commit: { type: 'boolean' },
      json: { type: 'boolean' },
      plan: { type: 'string' },
      rejected: { type: 'string' },
    },
  })
  const [kind, where, ...more] = positionals
  if (kind !== 'ssda903' || where === undefined || more.length > 0) {
    throw new WrongArguments('Say what to import and where it is: import ssda903 FOLDER')
  }
  if (!values.organisation)
    throw new WrongArguments('Say whose return it is with --organisation CODE')
  return {
    where,
    organisation: values.organisation.toUpperCase(),
    year: wholeNumber('year', values.year, 2010, 2100),
    commit: values.commit === true,
    json: values.json === true,
    plan: values.plan,
    rejected: values.rejected,
  }
}

async function carry(opened: Opened, terminal: Terminal, asked: Asked): Promise<0> {
  const began = performance.now()
  const { id, organisationId } = await whoActs(opened, asked.organisation)
  for (const file of [asked.plan, asked.rejected]) {
    const why = await refuseUnwritable(file)
    if (why !== undefined) throw refused(why)
  }
  const source = await openPath(asked.where)
  try {
    const today = londonCalendarDay(new Date())
    terminal.err(`Reading ${source.files.length} files`)
    const found = await readReturn(source, { today, year: asked.year })
    const progress = (sentence: string) => {
      if (terminal.stopped.aborted) throw stopped()
      terminal.err(sentence)
    }
    let run: RunFound | undefined
    await keptOnlyIf(asked.commit, (end) =>
      asActor(opened.db, id, async (tx) => {
        run = await previewReturn(tx, found, progress)
        await writeFiles(tx, run, asked)
        if (asked.commit) {
          const imported = await commitPreviewed(tx, run.id, progress)
          run = imported.run
          await writeDown(tx, { id, organisationId }, run, imported.children)
        }
        progress(asked.commit ? 'Keeping it' : 'Putting everything back')
        end()
      }),
    )
    if (!run) throw new Error('The import ended without a result')
    const previewed = run
    if (!asked.commit) {
      await asActor(opened.db, id, (tx) => writeDown(tx, { id, organisationId }, previewed, []))
    }
    const seconds = (performance.now() - began) / 1000
    say(terminal, asked, { ...previewed, committed: asked.commit, seconds })
    return 0
  } finally {
    source.close()
  }
}

async function whoActs(opened: Opened, code: string) {
  const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
  if (acts) return acts
  const codes = await atTheDoor(opened.db, organisationCodes)
  throw refused(`There is no organisation with the code ${code}. Here are: ${codes.join(', ')}.`)
}

/** A preview makes its plan in a transaction that never was. */
async function keptOnlyIf(keep: boolean, work: (end: () => void) => Promise<void>): Promise<void> {
  const putBack = new Error('A preview is put back')
  try {
    await work(() => {
      if (!keep) throw putBack
    })
  } catch (problem) {
    if (problem !== putBack) throw problem
  }
}

const SHOWN_AT_A_TIME = 5000

async function writeDown(
  tx: Tx,
  actor: Awaited<ReturnType<typeof whoActs>>,
  run: RunFound,
  children: readonly ChildId[],
): Promise<void> {
  const { opened, changed, unchanged, refused: rows } = run.counts
  const counts = { opened, changed, unchanged, refused: rows, year: run.year }
  for (let from = 0; from === 0 || from < children.length; from += SHOWN_AT_A_TIME) {
    await record(tx, {
      actorId: actor.id,
      actorRole: 'system',
      organisationId: actor.organisationId,
      sessionId: undefined,
      action: run.state === 'committed' ? 'return.import' : 'return.preview',
      outcome: 'done',
      childId: undefined,
      shown: children.slice(from, from + SHOWN_AT_A_TIME),
      address: undefined,
      requestId: undefined,
      detail: from === 0 ? counts : { more: true },
    })
  }
}

function say(
  terminal: Terminal,
  asked: Asked,
  run: RunFound & { readonly committed: boolean; readonly seconds: number },
): void {
  if (!asked.json) {
    terminal.out(importReport(run))
    return
  }
  const { counts, about, year, committed, seconds } = run
  const { form, files, leftOut, notes, warnings } = about
  const { children, opened, matched, changed, unchanged, refused: rows } = counts
  const rowsPerSecond = Math.round(counts.rows / seconds)
  terminal.out(
    JSON.stringify({
      children,
      opened,
      matched,
      changed,
      unchanged,
      refused: rows,
      childrenRefused: counts.childrenRefused,
      rows: counts.rows,
      year,
      committed,
      form,
      files,
      leftOut,
      notes,
      warnings,
      seconds: Math.round(seconds * 100) / 100,
      rowsPerSecond,
    }),
  )
}

const refused = (sentence: string): Error => Object.assign(new Error(sentence), { name: 'Refused' })
const stopped = () => refused('Stopped. Nothing was changed.')

/** The sentences we know. A number that a record out of reach holds shows as a broken uniqueness (23505). */
function sentenceOf(problem: unknown): string | undefined {
  const why = whyUnreadable(problem)
  if (why !== undefined) return why
  if (!(problem instanceof Error)) return undefined
  if (problem.name === 'Refused') return problem.message
  const code = 'code' in problem ? problem.code : undefined
  if (code === '23505') {
    return 'A number in this return belongs to a record this organisation cannot see, or another import was writing it. Nothing was changed. Try once more; if it stays, ask whoever runs Waymark here.'
  }
  return undefined
}
