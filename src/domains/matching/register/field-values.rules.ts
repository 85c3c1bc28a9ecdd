import { plainLetters } from '#domains/children/index.ts'
import type { FieldName, MatchRecord } from '../record.rules.ts'

/** A value as it is compared, with the larger thing it belongs to where there is one. */
export type Value = { readonly text: string; readonly within?: string | undefined }

const MALE = /^(?:m|male|man|boy)$/i
const FEMALE = /^(?:f|female|woman|girl)$/i
const UK_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/
const WRITTEN_AS_USUAL = /^([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})$/
/** Two lists of one place's or language's names differ in case, marks and spaces only. */
const plain = (text: string): Value => ({ text: plainLetters(text) })

function sex(text: string): Value {
  const said = text.trim()
  return { text: MALE.test(said) ? 'm' : FEMALE.test(said) ? 'f' : plainLetters(said) }
}

const document = (text: string): Value => ({ text: plainLetters(text) })

/** The last nine digits say the number whatever country code or nought stands before them. */
function phone(text: string): Value {
  const digits = text.replace(/\D/g, '')
  return { text: digits.length < 6 ? '' : digits.slice(-9) }
}

const email = (text: string): Value => ({ text: text.trim().toLowerCase() })

function postcode(text: string): Value {
  const usual = WRITTEN_AS_USUAL.exec(text)
  if (usual) {
    const within = (usual[1] ?? '').toLowerCase()
    return { text: within + (usual[2] ?? '').toLowerCase(), within }
  }
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const district = UK_POSTCODE.exec(code)?.[1] ?? (code.length >= 4 ? code.slice(0, 3) : undefined)
  return { text: code.toLowerCase(), within: district?.toLowerCase() }
}

const READERS: Readonly<Record<Exclude<FieldName, 'address'>, (text: string) => Value>> = {
  sex,
  documents: document,
  phones: phone,
  emails: email,
  postcodes: postcode,
  places: plain,
  languages: plain,
}

const NONE: readonly Value[] = []

/** The values of a field of a record, each once, in the form in which they are compared. */
export function valuesOf(record: MatchRecord, field: FieldName): readonly Value[] {
  const given = record[field]
  if (given === undefined || given.length === 0) return NONE
  const texts = typeof given === 'string' ? [given] : given
  const read =
    field === 'address'
      ? texts.flatMap((line) => line.split(/[\s,./-]+/)).map(plain)
      : texts.map(READERS[field])
  const [only] = read
  if (read.length === 1 && only) return only.text === '' ? NONE : read
  const met = new Set<string>()
  return read.filter(({ text }) => text !== '' && !met.has(text) && met.add(text))
}
