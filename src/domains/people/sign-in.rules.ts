import type { Role } from '#platform/access/capability.ts'

/** What is known of an account while its owner stands at the door. */
export type AtTheDoor = {
  readonly role: Role
  /** Invented people of a demonstration: their password is enough. */
  readonly demonstration: boolean
  readonly mustChange: boolean
  readonly hasCode: boolean
  readonly passkeys: number
  /** The second factor was shown in this sign-in. */
  readonly passed: boolean
}

export type Step = 'second-factor' | 'new-password' | 'set-up' | 'in'

/**
 * What still stands between a right password (or a passkey) and the pages. A second factor that exists
 * is always asked for; staff of a real deployment must have one; young people need none, and for them a
 * passkey is a way in beside their words, not a second thing to have.
 */
export function nextStep(account: AtTheDoor): Step {
  const hasFactor = account.hasCode || (account.passkeys > 0 && account.role !== 'young_person')
  if (hasFactor && !account.passed) return 'second-factor'
  if (account.mustChange) return 'new-password'
  if (!hasFactor && needsFactor(account)) return 'set-up'
  return 'in'
}

export function needsFactor(account: Pick<AtTheDoor, 'role' | 'demonstration'>): boolean {
  return account.role !== 'young_person' && !account.demonstration
}

/** Where each step is. */
export const STEP_AT: Readonly<Record<Exclude<Step, 'in'>, string>> = {
  'second-factor': '/sign-in/second-factor',
  'new-password': '/sign-in/new-password',
  'set-up': '/sign-in/set-up',
}

/**
 * An address of ours to go on to after signing in, from text that came from outside. Undefined for
 * another site however it is written, and for the pages of signing in and out.
 */
export function ownPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2000) return undefined
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return undefined
  let url: URL
  try {
    url = new URL(text, 'https://waymark.invalid')
  } catch {
    return undefined
  }
  if (url.origin !== 'https://waymark.invalid') return undefined
  const path = url.pathname.toLowerCase()
  if (
    path.startsWith('//') ||
    /^\/(sign-out|leave)$/.test(path) ||
    /^\/(sign-in|in)(\/|$)/.test(path)
  )
    return undefined
  return url.pathname + url.search
}

/** A user name as accounts keep it. */
export const asUserName = (typed: string): string => oneLine(typed.normalize('NFKC')).toLowerCase()

/** Text of one line: no signs that control a terminal or a database, no space twice. */
export const oneLine = (typed: string): string =>
  typed
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

type Value = string | readonly string[]

/** What was typed into a kept form, as fields to show and to send on again. */
export type KeptField = { readonly name: string; readonly values: readonly string[] }

/** The fields of a kept form, whatever shape they came in. */
export function keptFields(form: Readonly<Record<string, unknown>>): readonly KeptField[] {
  return Object.entries(form)
    .filter(
      (entry): entry is [string, Value] => typeof entry[1] === 'string' || Array.isArray(entry[1]),
    )
    .map(([name, value]) => ({ name, values: [value].flat().filter((v) => typeof v === 'string') }))
    .filter((field) => field.values.length > 0)
}

const MACHINE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^\d+$/i

/** Those a person typed or chose: not ids, versions or empty boxes. */
export function readableFields(fields: readonly KeptField[]): readonly KeptField[] {
  return fields
    .map((f) => ({ ...f, values: f.values.filter((v) => v.trim() !== '') }))
    .filter((f) => f.values.length > 0)
    .filter(
      (f) =>
        f.name !== 'version' && !(/id$/i.test(f.name) && f.values.every((v) => MACHINE.test(v))),
    )
}

/** A field's name as words: lastSeenPlace becomes Last seen place. */
export function fieldInWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.[\]-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Forms about an account, or about a way in, carry secrets: they are never kept. */
export const mayBeKept = (address: string): boolean =>
  !/^\/(accounts?|me\/way-in)(\/|\?|$)/.test(address)
