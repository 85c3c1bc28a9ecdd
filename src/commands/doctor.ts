import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { keysExist } from '#platform/config/keys.ts'
import { lookAtDatabase } from '#platform/db/inspect.ts'
import { argumentsOf, type Command, type Terminal } from './command.ts'
import { openExisting } from './database.ts'

type Finding = { readonly what: string; readonly well: boolean; readonly said: string }

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look at this installation and say what is wrong and what to do',
  help: `Usage: ./waymark doctor [--json]

Looks at the runtime, the folder, the keys, the database, its login, its migrations
and its row-level security. Changes nothing.

Exit codes: 0 all is well; 1 something is not.`,
  async run(args, terminal) {
    const { values } = argumentsOf(args, { options: { json: { type: 'boolean' } } })
    const findings = [...runtime(), ...folder(terminal), ...(await database(terminal))]
    if (values.json) terminal.out(JSON.stringify(findings))
    else
      for (const f of findings) terminal.out(`${f.well ? 'well ' : 'WRONG'}  ${f.what}: ${f.said}`)
    return findings.every((f) => f.well) ? 0 : 1
  },
}

function runtime(): readonly Finding[] {
  const well = Number(process.versions.node.split('.')[0]) >= 24
  const said = well
    ? `Node ${process.versions.node}`
    : `Node ${process.versions.node} is too old. Run npm ci, and start Waymark with ./waymark or npm start.`
  return [{ what: 'runtime', well, said }]
}

function folder(terminal: Terminal): readonly Finding[] {
  const { data } = terminal.settings
  if (!existsSync(data)) {
    return [
      {
        what: 'folder',
        well: false,
        said: `${data} does not exist yet. Run npm start, or ./waymark init.`,
      },
    ]
  }
  const keys = path.join(data, 'keys.json')
  const open = keysExist(data) && (statSync(keys).mode & 0o077) !== 0
  return [
    { what: 'folder', well: true, said: data },
    {
      what: 'keys',
      well: keysExist(data) && !open,
      said: keyWords(keysExist(data), open, keys),
    },
  ]
}

function keyWords(there: boolean, open: boolean, file: string): string {
  if (!there) return `${file} is missing. Restore it from your backup, or run ./waymark init.`
  return open
    ? `${file} can be read by others. Run: chmod 600 ${file}`
    : 'present, closed to others'
}

async function database(terminal: Terminal): Promise<readonly Finding[]> {
  try {
    const opened = await openExisting(terminal.settings)
    try {
      return await lookAtDatabase(opened.db)
    } finally {
      await opened.close()
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return [{ what: 'database', well: false, said }]
  }
}
