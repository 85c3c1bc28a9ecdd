import { DAYS, NOTICE_REASONS, type Said, STATES, type Wish } from './contact.rules.ts'

type SafetyRow = {
  readonly voice: string
  readonly state: string
  readonly only_days: readonly string[]
  readonly only_from: string | null
  readonly only_until: string | null
  readonly code_word: string | null
  readonly who_may_answer: string | null
  readonly note: string | null
  readonly said_by: string
  readonly said_by_name: string | null
  readonly confirmed_at: Date
}

type WishRow = {
  readonly wanted: boolean
  readonly way_id: string | null
  readonly reasons: readonly string[]
  readonly quiet_from: string
  readonly quiet_until: string
  readonly language: string
}

/** A time of the database, 09:00:00, as people write it. */
const clock = (time: string): string => time.slice(0, 5)

/** What one voice says, from its row. */
export function saidIn(row: SafetyRow): Said {
  return {
    voice: row.voice === 'young_person' ? 'young_person' : 'staff',
    state: STATES.find((s) => s === row.state) ?? 'do_not_use',
    days: DAYS.filter((d) => row.only_days.includes(d)),
    hours:
      row.only_from !== null && row.only_until !== null
        ? { from: clock(row.only_from), until: clock(row.only_until) }
        : undefined,
    codeWord: row.code_word ?? undefined,
    whoMayAnswer: row.who_may_answer ?? undefined,
    note: row.note ?? undefined,
    saidBy: row.said_by === 'young_person' ? 'young_person' : 'somebody_else',
    saidByName: row.said_by_name ?? undefined,
    confirmedAt: row.confirmed_at,
  }
}

export function wishIn(row: WishRow): Wish {
  return {
    wanted: row.wanted,
    wayId: row.way_id ?? undefined,
    reasons: NOTICE_REASONS.filter((r) => row.reasons.includes(r)),
    quiet: { from: clock(row.quiet_from), until: clock(row.quiet_until) },
    language: row.language,
  }
}
