import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AreaFramework } from './see-the-area/area.view.ts'

export type FrameworkChoice = { readonly id: string; readonly name: string }

/** Versions that are or were in use, the newest first, each with its name for a list. */
export async function frameworksToChoose(tx: Tx): Promise<readonly FrameworkChoice[]> {
  const versions = await tx
    .selectFrom('waymark.framework_version')
    .select(['id', 'name', 'version'])
    .where('published_at', 'is not', null)
    .orderBy('status')
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute()
  return versions.map(({ id, name, version }) => ({ id, name: `${name}, version ${version}` }))
}

/** A version with its outcomes in its own order. Throws when there is none with this id. */
export async function getAreaFramework(tx: Tx, id: string): Promise<AreaFramework> {
  const version = await tx
    .selectFrom('waymark.framework_version')
    .select(['id', 'name', 'version', 'provisional', 'notice', 'language'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const outcomes = await tx
    .selectFrom('waymark.outcome as o')
    .innerJoin('waymark.outcome_principle as p', 'p.outcome_id', 'o.id')
    .leftJoin('waymark.outcome_wording as w', (join) =>
      join.onRef('w.outcome_id', '=', 'o.id').on('w.language', '=', version.language),
    )
    .select(({ fn }) => [
      'o.id',
      'o.code',
      'o.level',
      'o.defined_by',
      'w.title',
      'w.explanation',
      fn.agg<string[]>('array_agg', ['p.principle_code']).as('principles'),
    ])
    .where('o.framework_version_id', '=', id)
    .groupBy([
      'o.id',
      'o.code',
      'o.level',
      'o.position',
      'o.defined_by',
      'w.title',
      'w.explanation',
    ])
    .orderBy('o.position')
    .execute()
  return {
    id: version.id,
    name: version.name,
    version: version.version,
    provisional: version.provisional,
    notice: version.notice,
    principles: await principlesOf(tx, id),
    outcomes: outcomes.map((o) => ({
      id: o.id,
      code: o.code,
      level: o.level,
      principles: o.principles,
      title: o.title ?? o.code,
      definedBy: o.defined_by,
      definition: o.explanation ?? '',
    })),
  }
}

/** The principles in their order. Their words stand only in the document of the version. */
async function principlesOf(tx: Tx, id: string): Promise<AreaFramework['principles']> {
  const { rows } = await sql<{ code: string; title: string }>`
    select p.code, coalesce(d.words #>> array['wording', v.language, 'title', 'text'], p.code) as title
    from waymark.framework_version v
    cross join lateral jsonb_array_elements(v.definition -> 'principles') as d(words)
    join waymark.framework_principle p on p.framework_version_id = v.id and p.code = d.words ->> 'code'
    where v.id = ${id}
    order by p.position`.execute(tx)
  return rows
}
