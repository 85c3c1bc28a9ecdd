/** Turns the versions of a record's rows into what happened, newest first. Pure. */

export type Version = {
  readonly table: string
  readonly rowId: string
  readonly version: number
  readonly changedBy: string | undefined
  readonly changedAt: Date
  readonly values: Readonly<Record<string, unknown>>
}

export type Change = {
  readonly table: string
  readonly rowId: string
  readonly version: number
  readonly by: string | undefined
  readonly at: Date
  readonly kind: 'added' | 'changed' | 'ended' | 'restored'
  /** Only what differs; for something added, all there is. */
  readonly fields: readonly {
    readonly column: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

/** Columns that say how a row is kept, not what it says. */
const KEEPING = new Set([
  'id',
  'child_id',
  'organisation_id',
  'team_id',
  'person_id',
  'version',
  'changed_by',
  'changed_at',
  'opened_by',
  'opened_at',
  'invented',
  'script',
  'precision',
  'staff_id',
])

/** Every change, newest first; at the same instant, in the order of tables, rows and versions. */
export function changesOf(versions: readonly Version[]): readonly Change[] {
  const rows = Map.groupBy(versions, (v) => `${v.table} ${v.rowId}`)
  const changes = [...rows.values()].flatMap((row) => {
    const sorted = row.toSorted((a, b) => a.version - b.version)
    return sorted.map((now, n) => changeOf(sorted[n - 1], now))
  })
  return changes.toSorted(
    (a, b) =>
      b.at.getTime() - a.at.getTime() || (a.rowId + a.version < b.rowId + b.version ? 1 : -1),
  )
}

function changeOf(before: Version | undefined, now: Version): Change {
  const columns = Object.keys(now.values).filter((c) => !KEEPING.has(c))
  const fields = columns
    .map((column) => ({
      column,
      before: before?.values[column] ?? null,
      after: now.values[column] ?? null,
    }))
    .filter((f) => f.before !== f.after && !(before === undefined && isNothing(f.after)))
  return {
    table: now.table,
    rowId: now.rowId,
    version: now.version,
    by: now.changedBy,
    at: now.changedAt,
    kind: before === undefined ? 'added' : kindOf(before, now),
    fields: fields.filter((f) => f.column !== 'ended_at'),
  }
}

const isNothing = (value: unknown) => value === null || value === false || value === ''

function kindOf(before: Version, now: Version): 'changed' | 'ended' | 'restored' {
  // Where a row can be taken off the record, ended_on is only what it says: learning that ended, say.
  const ended = ({ values }: Version) =>
    Boolean('ended_at' in values ? values['ended_at'] : values['ended_on'])
  if (ended(now) && !ended(before)) return 'ended'
  return ended(before) && !ended(now) ? 'restored' : 'changed'
}
