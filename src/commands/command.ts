import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Settings } from '#platform/config/settings.ts'

/** What a command may use of the world outside. */
export type Terminal = {
  readonly settings: Settings
  /** For results: what a program would read. */
  readonly out: (text: string) => void
  /** For progress and problems: what a person would read. */
  readonly err: (text: string) => void
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** Aborted when the person presses Ctrl+C or the machine stops us: finish what is whole, leave nothing half done. */
  readonly stopped: AbortSignal
}

/** A word after ./waymark. */
export type Command = {
  readonly name: string
  readonly summary: string
  /** Printed by --help: how to call it, what it does, what its exit codes mean. */
  readonly help: string
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}

/** 0 done; 1 refused or failed, with a sentence; 2 called in a way it does not understand. */
export type ExitCode = 0 | 1 | 2

/** Thrown for arguments that make no sense: the sentence is shown with a pointer to --help. */
export class WrongArguments extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>
type Understood<T extends Options> = {
  args: string[]
  allowPositionals: true
  strict: true
  options: T
}

/** Arguments by Node's own parser, its errors as sentences of ours. */
export function argumentsOf<const T extends Options>(
  args: readonly string[],
  config: { readonly options: T },
): ReturnType<typeof parseArgs<Understood<T>>> {
  try {
    return parseArgs<Understood<T>>({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: config.options,
    })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new WrongArguments(said.split('. ')[0] ?? said, { cause: error })
  }
}

/** A whole number from an option, or a sentence saying what it may be. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new WrongArguments(`--${name} takes a whole number from ${least} to ${most}`)
}
