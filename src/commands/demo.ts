import { demonstrationSignIns, type SignIn } from '../demo/sign-ins.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
  wholeNumber,
} from './command.ts'
import { openExisting, openOrMake } from './database.ts'
import { makeDemonstration } from './demonstration.ts'

const MOST_CHILDREN = 1_000_000

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Make a demonstration with invented children, or list its sign-ins',
  help: `Usage: ./waymark demo create [--children N] [--seed S]
       ./waymark demo sign-ins [--json]

create    Makes a demonstration in an empty installation: three invented organisations
          and their invented children (600 of them unless --children says otherwise).
          The same seed, number and day always make the same children. All of it is
          kept or none: stopped half way, it leaves nothing behind. Refused beside
          anything else.
sign-ins  Lists the invented accounts that can be signed in to, with their passwords.
          --json prints an array of name, role, organisation, organisationCode,
          userName and password.

Environment: WAYMARK_DATA (.data), DATABASE_URL.

Exit codes: 0 done; 1 refused, with the reason, and nothing changed.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      options: {
        children: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const [act, ...rest] = positionals
    if (rest.length > 0) throw new WrongArguments(`Nothing is known of ${rest.join(' ')}`)
    if (act === 'create') return create(values.children, values.seed, terminal)
    if (act === 'sign-ins') return listSignIns(values.json === true, terminal)
    throw new WrongArguments('Say which: demo create, or demo sign-ins')
  },
}

async function create(
  children: string | undefined,
  seed: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const wanted = {
    children: wholeNumber('children', children, 1, MOST_CHILDREN),
    seed: wholeNumber('seed', seed, 0, 2 ** 31 - 1),
  }
  const opened = await openOrMake(terminal.settings, 4)
  try {
    const made = await makeDemonstration(opened, terminal, wanted)
    if (!made) {
      terminal.err(
        'There is a deployment here already, and nothing was changed. Name another folder with WAYMARK_DATA.',
      )
      return 1
    }
    terminal.out(
      'The demonstration is made. Open it with npm start; its accounts are in ./waymark demo sign-ins.',
    )
    return 0
  } finally {
    await opened.close()
  }
}

async function listSignIns(json: boolean, terminal: Terminal): Promise<ExitCode> {
  const opened = await openExisting(terminal.settings)
  try {
    const signIns = await demonstrationSignIns(opened.db)
    if (signIns.length === 0 && !json) {
      terminal.err('There are no demonstration accounts here.')
      return 1
    }
    terminal.out(json ? JSON.stringify(signIns, undefined, 2) : table(signIns))
    return 0
  } finally {
    await opened.close()
  }
}

function table(signIns: readonly SignIn[]): string {
  const columns = ['userName', 'password', 'role', 'name', 'organisation'] as const
  const wide = columns.map((c) => Math.max(...signIns.map((s) => s[c].length)))
  return signIns
    .map((s) =>
      columns
        .map((c, n) => s[c].padEnd(wide[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
