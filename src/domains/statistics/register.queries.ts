import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'
import {
  MET,
  REGISTER_REASONS,
  REGISTER_STATES,
  type RegisterCounts,
  SAID,
  TIMES,
} from './register.rules.ts'
import { figuresOf, valuesOf } from './ledger.queries.ts'
import type { ReportingYear } from './reporting-year.rules.ts'

/** A picture of the register as it was released. */
export type RegisterRelease = {
  readonly id: string
  readonly number: number
  readonly madeAt: Date
  readonly figures: Figures
}

type Counted = {
  readonly kind: string
  readonly grouped: string
  readonly code: string
  readonly children: string
}

/**
 * Counts for the actor's own organisation, by a function that gives counts and no row. Refused by the
 * database to everybody but analysts and managers. Not for a page until published.
 */
export async function countRegister(tx: Tx, year: ReportingYear): Promise<RegisterCounts> {
  const { rows } = await sql<Counted>`
    select kind, grouped, code, children from waymark.register_counts(${year.from})`.execute(tx)
  const of = <K extends string>(codes: readonly K[], kind: string, group = '', before = '') => {
    const entries = codes.map(
      (code) => [code, numberOf(rows, kind, group, `${before}${code}`)] as const,
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every code has its number
    return Object.fromEntries(entries) as Record<K, number>
  }
  const byGroup = <K extends string>(codes: readonly K[], kind: string) => ({
    asian: of(codes, kind, 'asian'),
    black: of(codes, kind, 'black'),
    mixed: of(codes, kind, 'mixed'),
    white: of(codes, kind, 'white'),
    other: of(codes, kind, 'other'),
    did_not_say: of(codes, kind, 'did_not_say'),
  })
  const forms = (await sharedForms(tx)).map(
    ({ code }) => [code, numberOf(rows, 'form', '', code)] as const,
  )
  return {
    states: of(REGISTER_STATES, 'state'),
    reasons: of(REGISTER_REASONS, 'reason'),
    forms: new Map(forms),
    said: new Map(
      (await outcomesSaid(tx)).map(({ code }) => {
        const at = (state: string) => of(SAID, 'said', state, `${code}/`)
        const [referred, not_referred, pending] = REGISTER_STATES.map(at)
        const none = at('nowhere')
        return [
          code,
          {
            referred: referred ?? none,
            not_referred: not_referred ?? none,
            pending: pending ?? none,
          },
        ]
      }),
    ),
    met: byGroup(MET, 'met'),
    times: byGroup(TIMES, 'time'),
  }
}

const numberOf = (rows: readonly Counted[], kind: string, group: string, code: string): number =>
  Number(rows.find((r) => r.kind === kind && r.grouped === group && r.code === code)?.children ?? 0)

export type OutcomeSaid = { readonly code: string; readonly title: string }

/** The outcomes of how life is, of the framework that was published last, in its own order. */
export async function outcomesSaid(tx: Tx): Promise<readonly OutcomeSaid[]> {
  const { rows } = await sql<OutcomeSaid>`
    select o.code, coalesce(w.title, o.code) as title
    from waymark.outcome o
    join (select v.id, v.language from waymark.framework_version v where v.status = 'live' order by v.published_at desc, v.id limit 1) v
      on v.id = o.framework_version_id
    left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = v.language
    where o.level = 'outcome' and o.polarity <> 'negative' order by o.position`.execute(tx)
  return rows
}

/** The forms of the shared list in their own order, by their newest wording. */
export async function sharedForms(
  tx: Tx,
): Promise<readonly { readonly code: string; readonly called: string }[]> {
  const { rows } = await sql<{ code: string; called: string }>`
    select code, called from (
      select distinct on (code) code, called, place from waymark.exploitation_form
      where organisation_id is null order by code, from_day desc) f order by place`.execute(tx)
  return rows
}

/** Of how many children something changed since the last picture. */
export async function countRegisterChanged(
  tx: Tx,
  year: ReportingYear,
  last: RegisterRelease,
): Promise<number> {
  const { rows } = await sql<{ children: string }>`
    select waymark.register_changed(${year.from}, ${last.madeAt}) as children`.execute(tx)
  return Number(rows[0]?.children ?? 0)
}

export async function findLastRegisterRelease(
  tx: Tx,
  year: ReportingYear,
): Promise<RegisterRelease | undefined> {
  const row = await tx
    .selectFrom('waymark.register_release')
    .select(['id', 'number', 'made_at', 'figures'])
    .where('organisation_id', '=', sql<string>`waymark.actor_organisation()`)
    .where('year_from', '=', year.from)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, number, made_at } = row
  return { id, number, madeAt: new Date(made_at), figures: figuresOf(row.figures) }
}

/** Writes the next picture of this year into the ledger; only published figures have the type. */
export async function keepRegisterRelease(
  tx: Tx,
  year: ReportingYear,
  release: Pick<RegisterRelease, 'number' | 'figures'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.register_release')
    .values({
      year_from: year.from,
      number: release.number,
      figures: JSON.stringify(valuesOf(release.figures)),
      policy: JSON.stringify(policy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
