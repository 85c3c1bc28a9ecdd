import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { FileId, Scan } from '#platform/files/store.ts'
import {
  AUDIENCES,
  type Audience,
  ABOUT,
  type About,
  ASKS,
  type Asks,
  type Card,
  cardsAmong,
  MEDIA,
  type Medium,
  type Status,
} from './said.rules.ts'

export type StatementId = Id<'statement'>
export type PartId = Id<'statement-part'>

/** One thing said, without what it says. */
export type Statement = {
  readonly id: StatementId
  readonly childId: ChildId
  readonly status: Status
  /** What it was begun about, when they chose that first. */
  readonly about: About | undefined
  readonly audience: Audience | undefined
  readonly occasionId: string | undefined
  /** Who was there while it was said; undefined when they were on their own. */
  readonly company: { readonly relationship: string; readonly who: string | undefined } | undefined
  readonly interpreterMode: string
  readonly interpreterLanguage: string | undefined
  readonly language: string
  readonly startedAt: Date
  readonly sentAt: Date | undefined
  readonly withdrawnAt: Date | undefined
}

/** One part of it, as it was given. */
export type Part = {
  readonly id: PartId
  readonly medium: Medium
  /** The question it was made for, if for one. */
  readonly asks: Asks | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly cards: readonly Card[]
  readonly file: PartFile | undefined
  readonly version: number
  readonly madeAt: Date
}

export type PartFile = {
  readonly id: FileId
  readonly scan: Scan
  readonly seconds: number | undefined
  readonly width: number | undefined
  readonly height: number | undefined
}

type StatementRow = {
  readonly id: string
  readonly child_id: string
  readonly status: string
  readonly about: string | null
  readonly audience: string | null
  readonly occasion_id: string | null
  readonly company_relationship: string | null
  readonly company_who: string | null
  readonly interpreter_mode: string
  readonly interpreter_language: string | null
  readonly language: string
  readonly started_at: Date
  readonly sent_at: Date | null
  readonly withdrawn_at: Date | null
}

const STATUSES: readonly Status[] = ['draft', 'sent', 'withdrawn', 'thrown_away']

export function statementOf(row: StatementRow): Statement {
  const relationship = row.company_relationship
  return {
    id: trustedId(row.id),
    childId: trustedId(row.child_id),
    status: STATUSES.find((s) => s === row.status) ?? 'thrown_away',
    about: ABOUT.find((a) => a === row.about),
    audience: AUDIENCES.find((a) => a === row.audience),
    occasionId: row.occasion_id ?? undefined,
    company: relationship ? { relationship, who: row.company_who ?? undefined } : undefined,
    interpreterMode: row.interpreter_mode,
    interpreterLanguage: row.interpreter_language ?? undefined,
    language: row.language,
    startedAt: row.started_at,
    sentAt: row.sent_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }
}

type PartRow = {
  readonly id: string
  readonly medium: string
  readonly asks: string | null
  readonly words: string | null
  readonly words_language: string
  readonly cards: readonly string[] | null
  readonly version: number
  readonly made_at: Date
  readonly file_id: string | null
  readonly scan: string | null
  readonly seconds: string | null
  readonly width: number | null
  readonly height: number | null
}

const SCANS: readonly Scan[] = ['not_scanned', 'clean', 'waiting', 'found']

export function partOf(row: PartRow): Part {
  return {
    id: trustedId(row.id),
    medium: MEDIA.find((m) => m === row.medium) ?? 'words',
    asks: ASKS.find((a) => a === row.asks),
    words: row.words ?? undefined,
    wordsLanguage: row.words_language,
    cards: cardsAmong(row.cards ?? []),
    file: row.file_id ? fileOf(row, trustedId(row.file_id)) : undefined,
    version: row.version,
    madeAt: row.made_at,
  }
}

const fileOf = (row: PartRow, id: FileId): PartFile => ({
  id,
  scan: SCANS.find((s) => s === row.scan) ?? 'waiting',
  seconds: row.seconds === null ? undefined : Number(row.seconds),
  width: row.width ?? undefined,
  height: row.height ?? undefined,
})

/** Somebody by id and name. */
export type Named = { readonly id: PersonId; readonly name: string }
