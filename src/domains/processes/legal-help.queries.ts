import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { LegalArea, LegalHelp } from './happening.rules.ts'

type Row = Kept<LegalHelp>

/** Legal help by area of law: what is known, and what the young person says of it. */
export async function legalHelpOf(
  tx: Tx,
  child: ChildId,
): Promise<ReadonlyMap<LegalArea, LegalHelp>> {
  const { rows } = await sql<Row>`
    select id, area, has, wants, helper, how_good as "howGood", words, language, said_by as "saidBy", said_at as "saidAt", version
    from waymark.legal_help where child_id = ${child}`.execute(tx)
  return new Map(rows.map((row) => [row.area, known<LegalHelp>(row)]))
}

/** Keeps what is known or said about one area. False when it changed meanwhile. */
export async function keepLegalHelp(
  tx: Tx,
  child: ChildId,
  help: Omit<LegalHelp, 'id' | 'version'>,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.legal_help as l (child_id, area, has, wants, helper, how_good, words, language, said_by, said_at)
    values (${child}, ${help.area}, ${help.has}, ${help.wants}, ${help.helper ?? null}, ${help.howGood},
      ${help.words ?? null}, ${help.language}, ${help.saidBy}, ${help.saidAt})
    on conflict (child_id, area) do update set has = excluded.has, wants = excluded.wants, helper = excluded.helper,
      how_good = excluded.how_good, words = excluded.words, language = excluded.language,
      said_by = excluded.said_by, said_at = excluded.said_at
    where l.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}
