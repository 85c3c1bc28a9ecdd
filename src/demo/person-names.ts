import type { Group } from './groups.ts'
import type { InventedChild, InventedName } from './invented.ts'
import type { PoolName } from './names/pool.ts'
import { chance, common, pick, type Random } from './random.ts'

type Part = { readonly name: PoolName; readonly spelling: string }

/** The names one invented child is met under, and the one they go by. */
export type NamesOfChild = {
  readonly goesBy: string
  readonly sayIt: string | undefined
  readonly names: readonly InventedName[]
}

const NICKNAMES = [
  'Ace',
  'Ziggy',
  'Jay',
  'Moe',
  'Kit',
  'Sunny',
  'Tee',
  'Dee',
  'Lala',
  'Bear',
  'Nino',
  'Skip',
]
const SECOND_SPELLING = 0.35

/** A grown-up's or friend's name: one given and one family name, as first spelled. */
export function nameOf(r: Random, group: Group, sex: 'boy' | 'girl'): string {
  const given = common(r, sex === 'girl' ? group.pool.girls : group.pool.boys)
  return whole(group, [part(r, given, 0), part(r, common(r, group.pool.family), 0)])
}

/** Several names for one child: what they call themselves, documents, other spellings, own script. */
export function namesOfChild(r: Random, group: Group, sex: InventedChild['sex']): NamesOfChild {
  const parts = partsOf(r, group, sex)
  const called = whole(group, parts)
  const goesBy = chance(r, 0.07) ? `${pick(r, NICKNAMES)} ${last(parts).spelling}` : called
  const all = [
    named('calls_themselves', goesBy),
    named('on_documents', documentName(r, group, parts)),
    ...(goesBy === called ? [] : [named('other', called, 'Full name; only used for forms')]),
    ...ownScriptName(r, group, parts),
    ...laterNames(r, group, parts, called),
  ]
  const names = all.filter((name, n) => all.findIndex((other) => other.text === name.text) === n)
  return { goesBy, sayIt: SAY_IT[parts[0]?.name.spellings[0] ?? ''], names }
}

function named(
  kind: InventedName['kind'],
  text: string,
  note?: string,
  script = 'Latn',
): InventedName {
  return { kind, text, script, note }
}

/** Families who came lately write a name in its own script more often than those born here. */
function ownScriptName(r: Random, group: Group, parts: readonly Part[]): readonly InventedName[] {
  const own = ownScript(group, parts)
  const bornHere = group.bornIn[0]?.[0] === 'United Kingdom'
  if (own === undefined || !chance(r, bornHere ? 0.4 : 0.8)) return []
  return [named('other', own, 'As they write it', group.script)]
}

/** Spellings others used, and a name from before. */
function laterNames(
  r: Random,
  group: Group,
  parts: readonly Part[],
  called: string,
): readonly InventedName[] {
  const made: InventedName[] = []
  if (chance(r, 0.45)) made.push(named('also_spelled', otherSpelling(r, group, parts)))
  if (chance(r, 0.15)) made.push(named('also_spelled', slip(r, called), 'As the college wrote it'))
  if (chance(r, 0.06)) {
    const before = [parts[0] ?? last(parts), part(r, common(r, group.pool.family), 0)]
    made.push(named('was_known_as', whole(group, before), 'Before they moved in with their aunt'))
  }
  return made
}

function partsOf(r: Random, group: Group, sex: InventedChild['sex']): Part[] {
  const girlsName = sex === 'girl' || (sex === 'another' && chance(r, 0.5))
  const given = part(r, common(r, girlsName ? group.pool.girls : group.pool.boys), SECOND_SPELLING)
  const family = () => part(r, common(r, group.pool.family), SECOND_SPELLING)
  if (group.order !== 'given-father-grandfather') return [given, family()]
  const father = part(r, common(r, group.pool.boys), SECOND_SPELLING)
  return chance(r, 0.5) ? [given, father, family()] : [given, father]
}

function part(r: Random, name: PoolName, otherwise: number): Part {
  return { name, spelling: chance(r, otherwise) ? pick(r, name.spellings) : name.spellings[0] }
}

function last(parts: readonly Part[]): Part {
  const found = parts.at(-1)
  if (!found) throw new Error('A name needs at least one part')
  return found
}

function whole(group: Group, parts: readonly Part[]): string {
  const spelled = parts.map((p) => p.spelling)
  return (group.order === 'family-given' ? spelled.toReversed() : spelled).join(' ')
}

/** Documents leave out marks, drop or swap parts, and choose a spelling of their own. */
function documentName(r: Random, group: Group, parts: readonly Part[]): string {
  const respelled = parts.map((p) => part(r, p.name, 0.5))
  if (chance(r, 0.12)) return whole(group, respelled.toReversed())
  if (parts.length > 2 && chance(r, 0.4))
    return whole(group, [respelled[0] ?? last(parts), last(respelled)])
  return whole(group, respelled)
}

function otherSpelling(r: Random, group: Group, parts: readonly Part[]): string {
  return whole(
    group,
    parts.map((p) => ({ ...p, spelling: pick(r, p.name.spellings) })),
  )
}

/** The name in its own script, when every part has one; Vietnamese and Albanian marks are Latin. */
function ownScript(group: Group, parts: readonly Part[]): string | undefined {
  const own = parts.map((p) => p.name.own)
  if (group.script === 'Latn' || own.some((text) => text === undefined)) return undefined
  return own.join(' ')
}

/** A slip of the pen such as forms are full of: a doubled letter, a lost one, two swapped. */
function slip(r: Random, name: string): string {
  const letters = Array.from(name)
  const place = 1 + Math.floor(r.unit() * Math.max(1, letters.length - 2))
  const here = letters[place] ?? ''
  const next = letters[place + 1] ?? ''
  if (here === ' ' || next === ' ') return name
  const change = pick(r, ['double', 'lose', 'swap'] as const)
  if (change === 'double') letters.splice(place, 0, here)
  if (change === 'lose') letters.splice(place, 1)
  if (change === 'swap') letters.splice(place, 2, next, here)
  return letters.join('')
}

/** How to say a few names that readers here often get wrong, by the first given name. */
const SAY_IT: Readonly<Record<string, string>> = {
  Siân: 'sharn',
  Siôn: 'shorn',
  Llŷr: 'hleer',
  Ffion: 'FEE-on',
  Angharad: 'ang-HAR-ad',
  Gruffydd: 'GRIFF-ith',
  Osian: 'OSH-an',
  Ieuan: 'YAY-an',
  Niamh: 'neev',
  Kian: 'KEE-an',
  Xhulio: 'JOO-lee-oh',
  Xhesika: 'jess-EE-ka',
  Rexhep: 'REH-jep',
  Ștefan: 'SHTEH-fahn',
  Ionuț: 'yo-NOOTS',
  Chukwuemeka: 'chook-woo-eh-MEH-ka',
  Osaze: 'oh-SAH-zay',
  Merhawi: 'mer-HAH-wee',
  Natnael: 'nat-nah-EL',
  Yohannes: 'yo-HAN-ess',
  Zabihullah: 'za-bee-HOOL-lah',
  Hekmatullah: 'hek-mat-OOL-lah',
  Rojhat: 'ROZH-hat',
  Dilshad: 'dil-SHAHD',
  Tigist: 'tig-IST',
}
