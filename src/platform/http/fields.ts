/** What was typed, as text for each field, so that a form can be shown again as it was. */
export function typedIn(form: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(form)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .filter(([name]) => !name.startsWith('_')),
  )
}

/**
 * Everything that came from outside, with the null character, which no text in the database can hold,
 * shown as the sign for a letter that could not be read, as browsers show it.
 */
export function readable<T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [withoutNull(name), withoutNull(value)]),
  )
}

function withoutNull<T>(value: T): T
function withoutNull(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  return Array.isArray(value) ? value.map((one: unknown) => withoutNull(one)) : value
}

/** The version that a form was filled in from; 0, which no row has, when that is not a version. */
export function versionOf(form: Readonly<Record<string, unknown>>): number {
  const text = textOf(form, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** One field as text: empty when it was left out or sent twice. */
export function textOf(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** A field that may be ticked several times: always a list. */
export function listOf(form: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = form[name]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
}
