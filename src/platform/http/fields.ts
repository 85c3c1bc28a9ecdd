/** What was typed, as text for each field, so that a form can be shown again as it was. */
export function typedIn(form: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(form)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .filter(([name]) => !name.startsWith('_')),
  )
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
