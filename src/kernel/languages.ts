/** Languages named by tag (BCP 47), as frameworks carry them. Pure. */

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'fa', 'he', 'prs', 'ps', 'sd', 'ug', 'ur', 'yi'])

const english = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' })

/** Whether the text has the shape of a language tag: en, ckb, fa-AF. */
export function isLanguageTag(text: string): boolean {
  return TAG.test(text)
}

/** For a reader: Welsh, Albanian. The tag itself when nobody has named it. */
export function languageName(tag: string): string {
  if (tag === 'prs' || tag === 'fa-AF') return 'Dari'
  return (isLanguageTag(tag) ? english.of(tag) : undefined) ?? tag
}

/** As its own readers call it: Cymraeg, Shqip. The English name when nobody has said. */
export function ownLanguageName(tag: string): string {
  if (!isLanguageTag(tag)) return tag
  const known = ownNames.get(tag)
  if (known !== undefined) return known
  const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag)
  const name = own === undefined || own === tag ? languageName(tag) : own
  if (ownNames.size < 500) ownNames.set(tag, name)
  return name
}

/** Asking a language what it calls itself costs a millisecond each time. */
const ownNames = new Map<string, string>()

/** Which way it is written, for the dir attribute beside lang. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  if (/-Arab(-|$)/.test(tag)) return 'rtl'
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? tag) && !/-(Latn|Cyrl)(-|$)/.test(tag)
    ? 'rtl'
    : 'ltr'
}
