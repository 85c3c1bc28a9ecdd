import { sql } from 'kysely'
import { type ChildId, type Id, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  AS_IT_BEGINS,
  COLOURS,
  LEVELS,
  type Level,
  type Look,
  type OwnSetting,
  type Share,
  SHARES,
  SUGGESTED_ABOUT,
  type SuggestedAbout,
} from './settings.rules.ts'

type SettingRow = {
  readonly level: string
  readonly larger_text: boolean
  readonly less_movement: boolean
  readonly colours: string
}

/** A setting as its row, or a row of the history, has it. */
export const settingIn = (row: SettingRow): OwnSetting => ({
  level: LEVELS.find((l) => l === row.level) ?? 'main',
  look: {
    larger: row.larger_text,
    calm: row.less_movement,
    colours: COLOURS.find((c) => c === row.colours) ?? 'as_device',
  },
})

export async function settingOf(tx: Tx, child: ChildId): Promise<OwnSetting> {
  const row = await tx
    .selectFrom('waymark.own_setting')
    .select(['level', 'larger_text', 'less_movement', 'colours'])
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row ? settingIn(row) : AS_IT_BEGINS
}

export async function saveLevel(tx: Tx, child: ChildId, level: Level): Promise<void> {
  await tx
    .insertInto('waymark.own_setting')
    .values({ child_id: child, level })
    .onConflict((c) =>
      c.column('child_id').doUpdateSet({ level }).where('waymark.own_setting.level', '!=', level),
    )
    .execute()
}

/** Keeps how their pages look; a trigger gives it to every session of theirs at once. */
export async function saveLook(tx: Tx, child: ChildId, look: Look): Promise<void> {
  const values = {
    larger_text: look.larger,
    less_movement: look.calm,
    colours: look.colours,
  }
  await tx
    .insertInto('waymark.own_setting')
    .values({ child_id: child, ...values })
    .onConflict((c) =>
      c
        .column('child_id')
        .doUpdateSet(values)
        .where(
          sql<boolean>`(waymark.own_setting.larger_text, waymark.own_setting.less_movement, waymark.own_setting.colours) is distinct from (${look.larger}, ${look.calm}, ${look.colours})`,
        ),
    )
    .execute()
}

/** What a young person does not want to see or be asked. Those beside them see it too. */
export async function putAwayBy(tx: Tx, child: ChildId): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('waymark.asked_not_about')
    .select('topics')
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row?.topics ?? []
}

export async function putAway(tx: Tx, child: ChildId, topics: readonly string[]): Promise<void> {
  const values = { topics: [...topics] }
  await tx
    .insertInto('waymark.asked_not_about')
    .values({ child_id: child, ...values })
    .onConflict((c) =>
      c
        .column('child_id')
        .doUpdateSet(values)
        .where(
          sql<boolean>`waymark.asked_not_about.topics is distinct from ${values.topics}::text[]`,
        ),
    )
    .execute()
}

export type SuggestionId = Id<'setting-suggestion'>

export type Suggestion = {
  readonly id: SuggestionId
  readonly about: SuggestedAbout
  readonly share: Share | undefined
  readonly why: string
  readonly by: PersonId
  readonly byName: string | undefined
  readonly at: Date
  readonly answer: 'yes' | 'no' | undefined
}

/** What was suggested, the newest first. */
export async function suggestionsFor(tx: Tx, child: ChildId): Promise<readonly Suggestion[]> {
  const rows = await tx
    .selectFrom('waymark.setting_suggestion as s')
    .leftJoin('waymark.person as p', 'p.id', 's.suggested_by')
    .select(['s.id', 's.about', 's.share', 's.why', 's.suggested_by', 's.suggested_at', 's.answer'])
    .select('p.name')
    .where('s.child_id', '=', child)
    .orderBy('s.suggested_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: trustedId(row.id),
    about: SUGGESTED_ABOUT.find((a) => a === row.about) ?? 'look',
    share: SHARES.find((s) => s === row.share),
    why: row.why,
    by: trustedId(row.suggested_by),
    byName: row.name ?? undefined,
    at: row.suggested_at,
    answer: row.answer === 'yes' || row.answer === 'no' ? row.answer : undefined,
  }))
}

export async function suggest(
  tx: Tx,
  child: ChildId,
  suggestion: {
    readonly about: SuggestedAbout
    readonly share: Share | undefined
    readonly why: string
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.setting_suggestion')
    .values({
      child_id: child,
      about: suggestion.about,
      share: suggestion.share ?? null,
      why: suggestion.why,
      suggested_at: now,
    })
    .execute()
}

/** Their answer, once. False when it was answered already. */
export async function answerSuggestion(
  tx: Tx,
  child: ChildId,
  id: SuggestionId,
  answer: 'yes' | 'no',
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('waymark.setting_suggestion')
    .set({ answer, answered_at: now })
    .where('child_id', '=', child)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .execute()
  return done.length === 1
}

export type SettingVersion = {
  readonly table: 'own_setting' | 'sharing_choice' | 'asked_not_about'
  readonly rowId: string
  readonly version: number
  readonly at: Date
  readonly was: Readonly<Record<string, unknown>>
}

/** Every version of every setting of theirs, those of now included, the newest first. */
export async function settingVersions(tx: Tx, child: ChildId): Promise<readonly SettingVersion[]> {
  const { rows } = await sql<{
    table_name: SettingVersion['table']
    row_id: string
    version: number
    at: Date
    was: Readonly<Record<string, unknown>>
  }>`
    select table_name, row_id, version, changed_at as at, was from waymark.row_history
     where child_id = ${child} and table_name in ('own_setting', 'sharing_choice', 'asked_not_about')
    union all select 'own_setting', id, version, changed_at, to_jsonb(t) from waymark.own_setting t where child_id = ${child}
    union all select 'sharing_choice', id, version, changed_at, to_jsonb(t) from waymark.sharing_choice t where child_id = ${child}
    union all select 'asked_not_about', id, version, changed_at, to_jsonb(t) from waymark.asked_not_about t where child_id = ${child}
    order by at desc limit 200`.execute(tx)
  return rows.map((row) => ({
    table: row.table_name,
    rowId: row.row_id,
    version: row.version,
    at: row.at,
    was: row.was,
  }))
}
