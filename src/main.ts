import { readSettings } from '#platform/config/settings.ts'
import { WrongArguments, type Command } from './commands/command.ts'
import { commands } from './commands/index.ts'

/** Reads the environment and the arguments; nothing else in the house does. */
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((c) => c.name === name)
  if (!command) {
    process.stderr.write(`Waymark does not know the command ${name}. Run ./waymark --help.\n`)
    return 2
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${command.help}\n`)
    return 0
  }
  return run(command, rest)
}

async function run(command: Command, args: readonly string[]): Promise<number> {
  const read = readSettings(process.env)
  if ('problems' in read) {
    process.stderr.write(`${read.problems.join('\n')}\n`)
    return 2
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  try {
    return await command.run(args, {
      settings: read.settings,
      out: (text) => process.stdout.write(`${text}\n`),
      err: (text) => process.stderr.write(`${text}\n`),
      input: process.stdin,
      stopped: stop.signal,
    })
  } catch (error) {
    return said(command, error)
  }
}

function said(command: Command, error: unknown): number {
  const sentence = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${sentence}\n`)
  if (!(error instanceof WrongArguments)) return 1
  process.stderr.write(`Run ./waymark ${command.name} --help.\n`)
  return 2
}

function overview(): string {
  const wide = Math.max(...commands.map((c) => c.name.length))
  const lines = commands.map((c) => `  ${c.name.padEnd(wide)}  ${c.summary}`)
  return `Usage: ./waymark COMMAND [options]\n\n${lines.join('\n')}\n\n./waymark COMMAND --help says more.\n`
}
