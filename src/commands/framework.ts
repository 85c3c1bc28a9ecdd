import { readFile, stat, writeFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import {
  findVersionNamed,
  type Framework,
  frameworkDocument,
  type FrameworkVersionId,
  frameworkTemplate,
  keepFramework,
  type ListedVersion,
  listVersions,
  readFrameworkFile,
  type ReadFile,
  TEMPLATE_FORMATS,
} from '#domains/outcomes/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import { asJson, inLines, inWords, problemsIn } from './framework-lines.ts'
import {
  argumentsOf,
  type Command,
  type ExitCode,
  type Terminal,
  WrongArguments,
} from './command.ts'
import { openExisting, type Opened } from './database.ts'

export const frameworkCommand: Command = {
  name: 'framework',
  summary: 'List, check and bring in outcome frameworks',
  help: `Usage: ./waymark framework list [--json]
       ./waymark framework show KEY [--version V] [--json]
       ./waymark framework check FILE [--json]
       ./waymark framework import FILE [--publish] [--organisation CODE] [--json]
       ./waymark framework template [--format csv|json|xlsx] [--output FILE]

list      Every framework and version, and whether it is in use.
show      One version, the newest unless --version says: its outcomes under its principles.
          --json prints the whole document, which import reads back.
check     Reads a framework file (JSON, CSV or .xlsx) and says what is wrong, row by row, and
          what deserves a second look. Needs no database and changes nothing.
import    Keeps the file as a draft, for an administrator to look at and publish. With
          --publish it is in use at once; versions in use before stay in use until an
          administrator takes them out. A published version never changes: importing the
          same file again changes nothing, and a different one needs another version.
          --organisation CODE says for whom the command acts; needed where there are several.
template  A blank framework with instructions, on standard output or in FILE (.xlsx needs FILE).

Exit codes: 0 done; 1 the file has problems or was refused, and nothing changed; 2 called in
a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      options: {
        json: { type: 'boolean' },
        publish: { type: 'boolean' },
        version: { type: 'string' },
        organisation: { type: 'string' },
        format: { type: 'string' },
        output: { type: 'string' },
      },
    })
    const [act, what, ...more] = positionals
    if (more.length > 0) throw new WrongArguments(`Nothing is known of ${more.join(' ')}`)
    const asked: Asked = { ...values, json: values.json === true, publish: values.publish === true }
    if (act === 'list') return within(terminal, (opened) => list(opened, terminal, asked))
    if (act === 'template') return template(terminal, asked)
    if (act === 'show') {
      const key = needed(what, 'show KEY')
      return within(terminal, (opened) => show(opened, terminal, key, asked))
    }
    if (act === 'check') return check(terminal, needed(what, 'check FILE'), asked)
    if (act === 'import') return bringIn(terminal, needed(what, 'import FILE'), asked)
    throw new WrongArguments('Say which: framework list, show, check, import or template')
  },
}

type Asked = {
  readonly json: boolean
  readonly publish: boolean
  readonly version?: string | undefined
  readonly organisation?: string | undefined
  readonly format?: string | undefined
  readonly output?: string | undefined
}

function needed(what: string | undefined, usage: string): string {
  if (what === undefined) throw new WrongArguments(`Something is missing: framework ${usage}`)
  return what
}

async function within(
  terminal: Terminal,
  work: (opened: Opened) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openExisting(terminal.settings)
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

async function list(opened: Opened, terminal: Terminal, asked: Asked): Promise<ExitCode> {
  const { id } = await whoReads(opened)
  const versions = await asActor(opened.db, id, listVersions)
  if (asked.json) terminal.out(JSON.stringify(versions, undefined, 2))
  else if (versions.length === 0) terminal.out('No framework has been brought in yet.')
  else terminal.out(versions.map(lineOf).join('\n'))
  return 0
}

const lineOf = (v: ListedVersion): string =>
  `${v.key}  ${v.version}  ${v.status}  ${v.outcomes} outcomes, ${v.indicators} indicators  ${v.name}${v.provisional ? ' (provisional)' : ''}`

async function show(
  opened: Opened,
  terminal: Terminal,
  key: string,
  asked: Asked,
): Promise<ExitCode> {
  const { id } = await whoReads(opened)
  const found = await asActor(opened.db, id, async (tx) => {
    const newest = (await listVersions(tx)).find((v) => v.key === key)
    const version = asked.version ?? newest?.version
    return version === undefined ? undefined : findVersionNamed(tx, key, version)
  })
  if (!found) {
    const which = asked.version === undefined ? key : `${key}, version ${asked.version}`
    terminal.err(`There is no framework ${which}. ./waymark framework list shows those there are.`)
    return 1
  }
  if (asked.json) terminal.out(JSON.stringify(frameworkDocument(found), undefined, 2))
  else terminal.out(inLines(found, found.status))
  return 0
}

async function check(terminal: Terminal, file: string, asked: Asked): Promise<ExitCode> {
  const read = await readFrom(file)
  if (asked.json) terminal.out(JSON.stringify(asJson(read)))
  else terminal.out(read.ok ? inWords(read) : problemsIn(read))
  return read.ok ? 0 : 1
}

async function bringIn(terminal: Terminal, file: string, asked: Asked): Promise<ExitCode> {
  const read = await readFrom(file)
  if (!read.ok) {
    if (asked.json) terminal.out(JSON.stringify(asJson(read)))
    terminal.err(`${problemsIn(read)}\nNothing was kept.`)
    return 1
  }
  return within(terminal, async (opened) => {
    const actor = await whoActs(opened, asked.organisation)
    const kept = await asActor(opened.db, actor.id, (tx) => keep(tx, actor, read.framework, asked))
    if ('refused' in kept) {
      if (asked.json) terminal.out(JSON.stringify({ ok: false, problem: kept.refused }))
      terminal.err(kept.refused)
      return 1
    }
    if (asked.json) terminal.out(JSON.stringify({ ...asJson(read), ...kept }))
    else terminal.out([inWords(read), kept.sentence].join('\n'))
    return 0
  })
}

type Kept =
  | { readonly refused: string }
  | { readonly id: FrameworkVersionId; readonly status: string; readonly sentence: string }

async function keep(tx: Tx, actor: Actor, framework: Framework, asked: Asked): Promise<Kept> {
  const { key, version } = framework
  const held = await findVersionNamed(tx, key, version)
  if (held?.publishedAt) {
    if (isDeepStrictEqual(frameworkDocument(held), frameworkDocument(framework))) {
      const sentence = `Version ${version} is here already, the same. Nothing was changed.`
      return { id: held.id, status: held.status, sentence }
    }
    return {
      refused: `Version ${version} of ${key} has been published and never changes. Give the file another version. Nothing was changed.`,
    }
  }
  const id = await keepFramework(tx, framework, asked.publish)
  await record(tx, {
    actorId: actor.id,
    actorRole: 'system',
    organisationId: actor.organisationId,
    sessionId: undefined,
    action: asked.publish ? 'frameworks.publish' : 'frameworks.import',
    outcome: 'done',
    childId: undefined,
    shown: [],
    address: undefined,
    requestId: undefined,
    detail: { outcomes: framework.outcomes.length },
  })
  return asked.publish
    ? { id, status: 'live', sentence: `Version ${version} is in use.` }
    : {
        id,
        status: 'draft',
        sentence: `Kept as a draft. An administrator publishes it at /frameworks/${id}/preview.`,
      }
}

type Actor = NonNullable<Awaited<ReturnType<typeof commandLineOf>>>

async function whoActs(opened: Opened, code: string | undefined): Promise<Actor> {
  const codes = await atTheDoor(opened.db, organisationCodes)
  const only = codes.length === 1 ? codes[0] : undefined
  const chosen = code?.toUpperCase() ?? only
  if (chosen === undefined) {
    throw new WrongArguments(
      `Say for which organisation with --organisation CODE: ${codes.join(', ')}`,
    )
  }
  const actor = await atTheDoor(opened.db, (door) => commandLineOf(door, chosen))
  if (!actor) {
    throw new Error(
      `There is no organisation with the code ${chosen}. Here are: ${codes.join(', ')}.`,
    )
  }
  return actor
}

/** Frameworks are the same for every organisation: any of them may be read for. */
async function whoReads(opened: Opened): Promise<Actor> {
  const [first] = await atTheDoor(opened.db, organisationCodes)
  return whoActs(opened, first)
}

async function template(terminal: Terminal, asked: Asked): Promise<ExitCode> {
  const format = TEMPLATE_FORMATS.find((f) => f === (asked.format ?? 'csv'))
  if (!format) throw new WrongArguments('--format takes csv, json or xlsx')
  const { body } = frameworkTemplate(format)
  if (asked.output !== undefined) {
    await writeFile(asked.output, body)
    terminal.err(`The template is in ${asked.output}.`)
    return 0
  }
  if (format === 'xlsx') throw new WrongArguments('A workbook needs --output FILE')
  terminal.out(body.toString().trimEnd())
  return 0
}

const MOST = 5_000_001

/** Reads no more of a file than is needed to say that it is too large. */
async function readFrom(file: string): Promise<ReadFile> {
  const refused = (text: string): ReadFile => ({
    ok: false,
    problems: [{ where: file, text }],
  })
  const found = await stat(file).catch(() => undefined)
  if (!found) return refused('There is no such file, or it cannot be opened')
  if (!found.isFile()) return refused('Name a file, not a folder')
  return readFrameworkFile(found.size > MOST ? Buffer.alloc(MOST) : await readFile(file))
}
