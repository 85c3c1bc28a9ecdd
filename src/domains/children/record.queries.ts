import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { claimIn } from './claim.rules.ts'
import type { Birth } from './birth.rules.ts'

/** Reads the parts of a child's record, each in the order a page shows it. Ended entries are left to the history. */

export type ChildName = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly script: string
  readonly note: string | undefined
}

/** Every name the child is met under, as written. */
export async function namesOf(tx: Tx, child: ChildId): Promise<readonly ChildName[]> {
  const rows = await tx
    .selectFrom('waymark.child_name')
    .select(['id', 'name', 'kind', 'script', 'note'])
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy(
      sql`array_position(array['calls_themselves', 'on_documents', 'also_spelled', 'was_known_as', 'other'], kind)`,
    )
    .orderBy('changed_at')
    .execute()
  return rows.map((row) => ({ ...row, note: row.note ?? undefined }))
}

export type BirthOnRecord = {
  readonly id: string
  readonly birth: Birth
  readonly source: string
  readonly contested: boolean
  readonly note: string | undefined
}

/** What is said of when the child was born. None is "the" date. */
export async function birthsOf(tx: Tx, child: ChildId): Promise<readonly BirthOnRecord[]> {
  const rows = await tx
    .selectFrom('waymark.date_of_birth_claim')
    .selectAll()
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy('changed_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    birth: claimIn(row),
    source: row.source,
    contested: row.contested,
    note: row.note ?? undefined,
  }))
}

export type ChildLanguage = {
  readonly id: string
  readonly language: string
  readonly dialect: string | undefined
  readonly speaks: boolean
  readonly reads: boolean
  readonly writes: boolean
  readonly forFeelings: boolean
  /** The child does not want this language used with them. */
  readonly neverUse: boolean
  readonly note: string | undefined
}

/** The child's languages: the one for feelings first, those never to be used last. */
export async function languagesOf(tx: Tx, child: ChildId): Promise<readonly ChildLanguage[]> {
  const rows = await tx
    .selectFrom('waymark.child_language')
    .selectAll()
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy('never_use')
    .orderBy('for_feelings', 'desc')
    .orderBy('language')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    language: row.language,
    dialect: row.dialect ?? undefined,
    speaks: row.speaks,
    reads: row.reads,
    writes: row.writes,
    forFeelings: row.for_feelings,
    neverUse: row.never_use,
    note: row.note ?? undefined,
  }))
}

export type AboutMe = {
  readonly id: string
  readonly topic: string
  readonly words: string
  readonly language: string
  readonly saidBy: string
  readonly saidByName: string | undefined
  readonly saidOn: string
  readonly version: number
}

/** The child in their own words, verbatim; at most one entry for each topic. */
export async function aboutMeOf(tx: Tx, child: ChildId): Promise<readonly AboutMe[]> {
  const rows = await tx
    .selectFrom('waymark.about_me')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy(
      sql`array_position(array['want_known', 'strengths', 'got_through', 'wishes', 'please_dont_ask', 'culture', 'faith', 'identity'], topic)`,
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    topic: row.topic,
    words: row.words,
    language: row.language,
    saidBy: row.said_by,
    saidByName: row.said_by_name ?? undefined,
    saidOn: row.said_on,
    version: row.version,
  }))
}

export type Meaning = {
  readonly id: string
  readonly word: string
  readonly meaning: string
  readonly language: string
  readonly saidAt: Date
  readonly version: number
}

/** What words mean to this child. To be shown to whoever writes about them. */
export async function meaningsOf(tx: Tx, child: ChildId): Promise<readonly Meaning[]> {
  const rows = await tx
    .selectFrom('waymark.own_meaning')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy(sql`lower(word)`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    word: row.word,
    meaning: row.meaning,
    language: row.language,
    saidAt: row.changed_at,
    version: row.version,
  }))
}

export type PersonWhoMatters = {
  readonly id: string
  readonly name: string
  readonly whoTheyAre: string
  readonly why: string | undefined
  /** The child chose this adult as one they trust. */
  readonly trustedAdult: boolean
  readonly chosenBy: string
  /** Set when they also have an account as staff. */
  readonly staffId: string | undefined
  /** They look after the young person where they live. */
  readonly carer: boolean
  readonly language: string
  readonly version: number
}

/** The people who matter to the child, the adults they trust first. No way to contact them is kept here. */
export async function peopleOf(tx: Tx, child: ChildId): Promise<readonly PersonWhoMatters[]> {
  const rows = await tx
    .selectFrom('waymark.person_who_matters')
    .selectAll()
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy('trusted_adult', 'desc')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    whoTheyAre: row.who_they_are,
    why: row.why ?? undefined,
    trustedAdult: row.trusted_adult,
    chosenBy: row.chosen_by,
    staffId: row.staff_id ?? undefined,
    carer: row.carer,
    language: row.language,
    version: row.version,
  }))
}

export type Allocation = {
  readonly id: string
  readonly personId: string
  /** Undefined when the actor may not know who it is. */
  readonly personName: string | undefined
  readonly organisationName: string | undefined
  readonly part: string
  readonly startedOn: string
  readonly endedOn: string | undefined
  readonly endedWhy: string | undefined
  /** Whether they had the training for this part when it began; undefined when nobody said. */
  readonly trained: string | undefined
  readonly trainedWhy: string | undefined
  readonly trainedBy: string | undefined
  readonly version: number
}

/** Who stands beside the child, now and before: those of now first. */
export async function allocationsOf(tx: Tx, child: ChildId): Promise<readonly Allocation[]> {
  const rows = await tx
    .selectFrom('waymark.allocation as a')
    .leftJoin('waymark.person as p', 'p.id', 'a.person_id')
    .leftJoin('waymark.organisation as o', 'o.id', 'p.organisation_id')
    .selectAll('a')
    .select(['p.name as person_name', 'o.name as organisation_name'])
    .where('a.child_id', '=', child)
    .orderBy(sql`a.ended_on is not null`)
    .orderBy(sql`coalesce(a.ended_on, a.started_on)`, 'desc')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.person_name ?? undefined,
    organisationName: row.organisation_name ?? undefined,
    part: row.part,
    startedOn: row.started_on,
    endedOn: row.ended_on ?? undefined,
    endedWhy: row.ended_why ?? undefined,
    trained: row.trained ?? undefined,
    trainedWhy: row.trained_why ?? undefined,
    trainedBy: row.trained_by ?? undefined,
    version: row.version,
  }))
}

export type Claim = {
  readonly id: string
  readonly kind: 'birthplace' | 'gender' | 'nationality' | 'home_office_reference'
  readonly value: string
  readonly source: string
}

/** What is said of a child for forms, what they say themselves first. */
export async function claimsOf(tx: Tx, child: ChildId): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    select id, kind, value, source from waymark.child_claim where child_id = ${child} and ended_at is null
    order by kind, source <> 'child_says', changed_at, id limit 100`.execute(tx)
  return rows
}

export type ChildNumber = { readonly id: string; readonly kind: string; readonly value: string }

/** Numbers other systems know the child by. */
export async function numbersOf(tx: Tx, child: ChildId): Promise<readonly ChildNumber[]> {
  return tx
    .selectFrom('waymark.child_identifier')
    .select(['id', 'kind', 'value'])
    .where('child_id', '=', child)
    .orderBy('kind')
    .execute()
}
