import type { FileKind } from './tables.rules.ts'

/** Which files of a folder, zip or upload belong to the return. Pure. */
export type LeftOut = { readonly name: string; readonly why: string }
export type Sorted =
  | {
      readonly form: 'csv'
      readonly files: ReadonlyMap<FileKind, string>
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly form: 'xml'; readonly file: string; readonly leftOut: readonly LeftOut[] }
  | { readonly form: 'none'; readonly problem: string; readonly leftOut: readonly LeftOut[] }

const CALLED: Readonly<Record<FileKind, readonly string[]>> = {
  header: ['header', 'headers'],
  episodes: ['episodes', 'episode', 'careepisodes'],
  reviews: ['reviews', 'review'],
  missing: ['missing', 'missingepisodes'],
  uasc: ['uasc'],
  oc2: ['oc2'],
  oc3: ['oc3'],
  ad1: ['ad1'],
  placed_adoption: ['placedadoption', 'placedforadoption', 'adoptionplaced', 'adplaced'],
  prev_perm: ['prevperm', 'previouspermanence', 'prevpermanence', 'permanence'],
  social_worker: [
    'swepisodes',
    'swepisode',
    'socialworker',
    'socialworkers',
    'socialworkerepisodes',
  ],
  dolo: ['dolo', 'dolos', 'deprivationofliberty', 'deprivationoflibertyorders'],
}
const KIND_CALLED = new Map<string, FileKind>(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of CALLED are file kinds
  (Object.entries(CALLED) as [FileKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name): [string, FileKind] => [name, kind]),
  ),
)

const NOT_PART = 'Not part of the return: its name is not that of any of its files.'

/** Words that councils and their systems add around the file's own name. */
const AROUND = /^(ssda903|903|cla|return|extract|export|final|copy|csv|\d+)$/

/**
 * The kind of file a name says, or undefined: `SSDA903_2026_Prev_Perm.csv` is prev_perm, and
 * `placed_for_adoption_errors.csv` is nothing of the return, because its name ends in another word.
 */
export function kindOfName(fileName: string): FileKind | undefined {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !AROUND.test(word))
  for (let from = 0; from < words.length; from += 1) {
    const kind = KIND_CALLED.get(words.slice(from).join(''))
    if (kind) return kind
  }
  return undefined
}

const ending = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Chooses the CSV set if there is one, else a single XML file; says of every other file why it was left. */
export function sortFiles(names: readonly string[]): Sorted {
  const csv = names.filter((n) => ['csv', 'txt', 'tsv'].includes(ending(n)))
  const known = csv.flatMap((name) => {
    const kind = kindOfName(name)
    return kind ? [{ name, kind }] : []
  })
  const xml = names.filter((n) => ending(n) === 'xml')
  if (known.length > 0) return csvSet(names, known, xml)
  return xmlFile(names, xml)
}

type Known = { readonly name: string; readonly kind: FileKind }

function csvSet(names: readonly string[], known: readonly Known[], xml: readonly string[]): Sorted {
  const leftOut = names
    .filter((n) => !known.some((k) => k.name === n))
    .map((name) => ({
      name,
      why: xml.includes(name) ? 'The CSV files beside it were used.' : NOT_PART,
    }))
  for (const { kind } of known) {
    const same = known.filter((k) => k.kind === kind).map((k) => k.name)
    if (same.length > 1) {
      const problem = `${same.join(' and ')} are both the ${kind} file. Keep the one that belongs to this return and try again.`
      return { form: 'none', problem, leftOut }
    }
  }
  const files = new Map(known.map((k) => [k.kind, k.name]))
  if (files.has('header')) return { form: 'csv', files, leftOut }
  const problem =
    'There is no header.csv. It says who the children are: add it to the other files and try again.'
  return { form: 'none', problem, leftOut }
}

function xmlFile(names: readonly string[], xml: readonly string[]): Sorted {
  const [file, ...others] = xml
  const notPart = (used: string | undefined) =>
    names.filter((n) => n !== used).map((name) => ({ name, why: NOT_PART }))
  if (file === undefined) {
    const problem =
      'No file of the return was found. Choose the folder or zip that holds header.csv, episodes.csv and the others, or the XML file.'
    return { form: 'none', problem, leftOut: notPart(undefined) }
  }
  if (others.length > 0) {
    const problem = `There are several XML files (${xml.join(', ')}). Choose the one that is the return.`
    return { form: 'none', problem, leftOut: notPart(undefined) }
  }
  return { form: 'xml', file, leftOut: notPart(file) }
}
