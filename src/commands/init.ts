import { sql } from 'kysely'
import {
  asPassphrase,
  hashPassword,
  makeDeployment,
  PASSWORD_REFUSALS,
  readDeploymentField,
  refusePassword,
  type DeploymentField,
} from '#domains/people/index.ts'
import { withClient } from '#platform/db/postgres.ts'
import { asking, type Asking } from './ask.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
} from './command.ts'
import { openOrMake, type Opened } from './database.ts'
import { bringUpToDate } from './migrate.ts'

const QUESTIONS: Readonly<
  Record<DeploymentField, { readonly flag: string; readonly text: string }>
> = {
  organisationName: { flag: 'organisation-name', text: 'Name of the organisation: ' },
  organisationCode: {
    flag: 'organisation-code',
    text: 'Short code for it, such as NORTHMERE: ',
  },
  administratorName: { flag: 'administrator-name', text: 'Name of the first administrator: ' },
  userName: { flag: 'user-name', text: 'User name they sign in with: ' },
}
const FIELDS: readonly DeploymentField[] = [
  'organisationName',
  'organisationCode',
  'administratorName',
  'userName',
]

export const initCommand: Command = {
  name: 'init',
  summary: 'Make a real deployment: keys, database, first organisation, first administrator',
  help: `Usage: ./waymark init [--organisation-name NAME] [--organisation-code CODE]
                      [--administrator-name NAME] [--user-name NAME]

Makes the keys, the database roles and tables, the first organisation and the first
administrator. Asks for whatever is not given. The password is asked for, or read from
standard input (one line), and never taken as an argument, which others could see.

Nothing of it is kept unless all of it is. Refused where there is a deployment already.

Environment: WAYMARK_DATA (default .data) is where the keys go: keep a copy of keys.json
somewhere safe. For a PostgreSQL of your own set DATABASE_URL to a login that may make
roles; or DATABASE_ADMIN_URL to that one, and DATABASE_URL to waymark_web with a
password of your choice, which the server then uses.

Exit codes: 0 made; 1 refused, with the reason; 2 called in a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      options: {
        'organisation-name': { type: 'string' },
        'organisation-code': { type: 'string' },
        'administrator-name': { type: 'string' },
        'user-name': { type: 'string' },
      },
    })
    if (positionals.length > 0) {
      throw new WrongArguments(`init takes no ${positionals.join(' ')}`)
    }
    const given = checked(values, terminal)
    const opened = await openOrMake(terminal.settings, 2)
    try {
      await bringUpToDate(opened, (name) => terminal.err(`Running ${name}`))
      const refusal = await refuse(opened)
      if (refusal !== undefined) return said(terminal, refusal)
      return await make(opened, terminal, given)
    } finally {
      await opened.close()
    }
  },
}

type Answers = Partial<Record<DeploymentField, string>>

/** What was given as arguments, each checked before anything is made. */
function checked(values: Readonly<Record<string, unknown>>, terminal: Terminal): Answers {
  const answers: Answers = {}
  for (const field of FIELDS) {
    const typed = values[QUESTIONS[field].flag]
    if (typed === undefined && !terminal.input.isTTY) {
      throw new WrongArguments(`Give --${QUESTIONS[field].flag}: there is nobody to ask`)
    }
    if (typeof typed !== 'string') continue
    const read = readDeploymentField(field, typed)
    if ('problem' in read) throw new WrongArguments(`--${QUESTIONS[field].flag}: ${read.problem}`)
    answers[field] = read.value
  }
  return answers
}

async function refuse(opened: Opened): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string | null }>`
    select gate.deployment_kind() as kind`.execute(opened.db)
  const kind = rows[0]?.kind
  if (kind === 'real') {
    return 'There is a real deployment here already, and nothing was changed. Open it with ./waymark serve.'
  }
  if (kind === 'demonstration') {
    return 'The demonstration with invented children is here. Real ones are never put beside it: set WAYMARK_DATA or DATABASE_URL to an empty place and run ./waymark init again.'
  }
  return undefined
}

function said(terminal: Terminal, sentence: string): ExitCode {
  terminal.err(sentence)
  return 1
}

async function make(opened: Opened, terminal: Terminal, given: Answers): Promise<ExitCode> {
  const url = opened.installation.adminUrl
  if (url === undefined) throw new Error('There is no login that may make a deployment')
  const questions = asking(terminal)
  try {
    const answers = {
      organisationName: await answer(questions, terminal, given, 'organisationName'),
      organisationCode: await answer(questions, terminal, given, 'organisationCode'),
      administratorName: await answer(questions, terminal, given, 'administratorName'),
      userName: await answer(questions, terminal, given, 'userName'),
    }
    const password = await passwordFor(questions, terminal, answers.userName)
    const hash = await hashPassword(asPassphrase(password))
    await withClient(url, (client) => makeDeployment(client, answers, hash))
    terminal.out(next(answers.organisationCode, answers.userName, terminal))
    return 0
  } finally {
    questions.close()
  }
}

const STOPPED = 'Stopped. No deployment was made: run ./waymark init again.'

async function answer(
  questions: Asking,
  terminal: Terminal,
  given: Answers,
  field: DeploymentField,
): Promise<string> {
  const before = given[field]
  if (before !== undefined) return before
  for (;;) {
    const typed = await questions.ask(QUESTIONS[field].text)
    if (typed === undefined) throw new Error(STOPPED)
    const read = readDeploymentField(field, typed)
    if ('value' in read) return read.value
    terminal.err(`${read.problem}.`)
  }
}

async function passwordFor(
  questions: Asking,
  terminal: Terminal,
  userName: string,
): Promise<string> {
  for (;;) {
    const password = await questions.askSecretly('Their password, at least 12 characters: ')
    if (password === undefined) throw new Error(noPassword(questions))
    const refusal = refusePassword(password, userName)
    if (refusal && !questions.person) throw new Error(`${PASSWORD_REFUSALS[refusal]}.`)
    if (refusal) terminal.err(`${PASSWORD_REFUSALS[refusal]}.`)
    else if (!questions.person || (await repeated(questions, password))) return password
    else terminal.err('The two were different. Enter the password again.')
  }
}

const noPassword = (questions: Asking): string =>
  questions.person
    ? STOPPED
    : 'The password is read from standard input, and there was none. Nothing was made: write it as one line.'

async function repeated(questions: Asking, password: string): Promise<boolean> {
  return (await questions.askSecretly('The same password again: ')) === password
}

const next = (code: string, userName: string, terminal: Terminal): string =>
  [
    'The deployment is made.',
    '',
    `1. Keep a copy of ${terminal.settings.data}/keys.json somewhere safe and apart from the database's backup. Without it nobody can prove the audit trail or use their authenticator app.`,
    '2. Set WAYMARK_ORIGIN to the https address people will type, and start it: ./waymark serve',
    `3. Sign in as ${userName}. You will set up a second factor, then open accounts for colleagues under Accounts.`,
    `4. Bring in a return when you are ready: ./waymark import ssda903 FOLDER --organisation ${code}`,
    '',
    './waymark doctor says whether all is well.',
  ].join('\n')
