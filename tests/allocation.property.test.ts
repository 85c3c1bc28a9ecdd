import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { sql } from 'kysely'
import type { Database } from '#platform/db/postgres.ts'
import { publishFramework } from './support/said.ts'
import { world, type World } from './support/world.ts'

/**
 * Random worlds, and a separate model of who reaches whom, written from the words of the access
 * rule and not from the policies: the two must agree about every person and every child.
 */
const ROLES = [
  'practitioner',
  'guardian',
  'manager',
  'auditor',
  'analyst',
  'administrator',
  'young_person',
] as const

type ModelPerson = {
  readonly role: (typeof ROLES)[number]
  readonly org: number
  readonly team: number | undefined
  readonly closed: boolean
}
type ModelChild = {
  readonly org: number
  readonly team: number | undefined
  readonly account: number | undefined
}
type ModelAllocation = { readonly child: number; readonly person: number; readonly ended: boolean }
/** Somebody asked to read a child's record for an audit. */
type ModelAudit = { readonly child: number; readonly person: number; readonly ended: boolean }
type Model = {
  readonly people: readonly ModelPerson[]
  readonly children: readonly ModelChild[]
  readonly allocations: readonly ModelAllocation[]
  readonly audits: readonly ModelAudit[]
}

const team = fc.option(fc.nat({ max: 1 }), { nil: undefined })
const models: fc.Arbitrary<Model> = fc.record({
  people: fc.array(
    fc.record({
      role: fc.constantFrom(...ROLES),
      org: fc.nat({ max: 1 }),
      team,
      closed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  children: fc.array(
    fc.record({
      org: fc.nat({ max: 1 }),
      team,
      account: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  allocations: fc.uniqueArray(
    fc.record({ child: fc.nat({ max: 5 }), person: fc.nat({ max: 7 }), ended: fc.boolean() }),
    { maxLength: 10, selector: (a) => `${a.child}:${a.person}` },
  ),
  audits: fc.uniqueArray(
    fc.record({ child: fc.nat({ max: 5 }), person: fc.nat({ max: 7 }), ended: fc.boolean() }),
    { maxLength: 6, selector: (a) => `${a.child}` },
  ),
})

const STAFF: ReadonlySet<string> = new Set(['practitioner', 'guardian', 'manager', 'auditor'])

/** The access rule, in one place, in words: for their work, or for as long as they audit the record. */
function shouldReach(model: Model, personAt: number, childAt: number): boolean {
  const audits = model.audits.some(
    (a) => a.child === childAt && a.person === personAt && !a.ended && !closed(model, personAt),
  )
  return audits || shouldReachForWork(model, personAt, childAt)
}

const closed = (model: Model, personAt: number): boolean => model.people[personAt]?.closed === true

/** Whoever reaches a record for their work may write in it, unless their role only reads. */
function shouldWrite(model: Model, personAt: number, childAt: number): boolean {
  const reads = ['auditor', 'analyst', 'administrator'].includes(model.people[personAt]?.role ?? '')
  return !reads && shouldReachForWork(model, personAt, childAt)
}

function shouldReachForWork(model: Model, personAt: number, childAt: number): boolean {
  const person = model.people[personAt]
  const child = model.children[childAt]
  if (!person || !child || person.closed) return false
  const stands = model.allocations.some(
    (a) => a.child === childAt && a.person === personAt && !a.ended,
  )
  const leads =
    person.org === child.org && (person.team === undefined || person.team === child.team)
  switch (person.role) {
    case 'practitioner':
    case 'guardian':
      return stands
    case 'manager':
      return stands || leads
    case 'auditor':
      return leads
    case 'young_person':
      return child.account === personAt
    case 'analyst':
    case 'administrator':
      return false
  }
}

/** A model with accounts only where a young person of the same organisation holds at most one. */
function sound(model: Model): Model {
  const taken = new Set<number>()
  return {
    ...model,
    children: model.children.map((c) => {
      const holder = c.account === undefined ? undefined : model.people[c.account]
      const fits =
        holder?.role === 'young_person' && holder.org === c.org && !taken.has(c.account ?? -1)
      if (fits && c.account !== undefined) taken.add(c.account)
      return { ...c, account: fits ? c.account : undefined }
    }),
    allocations: model.allocations.filter(
      (a) => a.child < model.children.length && a.person < model.people.length,
    ),
    audits: model.audits.filter((a) => mayAudit(model, a)),
  }
}

/** Whom the database lets audit: of the child's organisation, working there, not standing beside them. */
function mayAudit(model: Model, { child, person }: ModelAudit): boolean {
  const auditor = model.people[person]
  const stands = model.allocations.some((a) => a.child === child && a.person === person && !a.ended)
  return (
    auditor !== undefined &&
    auditor.org === model.children[child]?.org &&
    STAFF.has(auditor.role) &&
    !stands
  )
}

type Ids = { readonly people: readonly string[]; readonly children: readonly string[] }

async function build(db: Database, model: Model): Promise<Ids> {
  const orgs = [randomUUID(), randomUUID()]
  const teams = [0, 1].map((o) => [randomUUID(), randomUUID()].map((id) => ({ id, org: o })))
  const people = model.people.map(() => randomUUID())
  const children = model.children.map(() => randomUUID())
  const teamOf = (org: number, at: number | undefined) =>
    at === undefined ? null : (teams[org]?.[at]?.id ?? null)
  const code = () => `T${randomUUID().slice(0, 8).toUpperCase()}`
  await db
    .insertInto('waymark.organisation')
    .values(orgs.map((id) => ({ id, code: code(), name: 'Invented', invented: true })))
    .execute()
  await db
    .insertInto('waymark.team')
    .values(teams.flat().map((t) => ({ id: t.id, organisation_id: orgs[t.org] ?? '', name: t.id })))
    .execute()
  for (const [n, p] of model.people.entries()) {
    await db
      .insertInto('waymark.person')
      .values({
        id: people[n] ?? '',
        organisation_id: orgs[p.org] ?? '',
        team_id: teamOf(p.org, p.team),
        name: 'Invented',
        role: p.role,
        user_name: people[n] ?? '',
        ended_at: p.closed ? new Date() : null,
      })
      .execute()
  }
  for (const [n, c] of model.children.entries()) {
    await db
      .insertInto('waymark.child')
      .values({
        id: children[n] ?? '',
        organisation_id: orgs[c.org] ?? '',
        team_id: teamOf(c.org, c.team),
        known_as: 'Invented',
        person_id: c.account === undefined ? null : (people[c.account] ?? null),
        opened_at: new Date('2026-01-01'),
      })
      .execute()
  }
  for (const a of model.allocations) {
    await db
      .insertInto('waymark.allocation')
      .values({
        child_id: children[a.child] ?? '',
        person_id: people[a.person] ?? '',
        part: 'other',
        started_on: '2026-01-01',
        ended_on: a.ended ? '2026-02-01' : null,
      })
      .execute()
  }
  await audit(db, model, { people, children })
  return { people, children }
}

/** Audits are arranged while the accounts are open, and some accounts close afterwards. */
async function audit(db: Database, model: Model, { people, children }: Ids): Promise<void> {
  for (const a of model.audits) {
    const person = people[a.person] ?? ''
    const child = children[a.child] ?? ''
    await sql`update waymark.person set ended_at = null where id = ${person}`.execute(db)
    await sql`
      with round as (
        insert into waymark.case_audit_round (organisation_id, title, question, framework_version_id, open_from, open_to,
          stratified, sample_size, eligible_count, sampling_key, set_up_by)
        select c.organisation_id, 'Invented', 'Invented', v.id, '2026-01-01', '2026-02-01', false, 1, 1, 'invented key', ${person}
        from waymark.child c, waymark.framework_version v where c.id = ${child} and v.status = 'live' returning id)
      insert into waymark.case_audit (round_id, child_id, auditor_id, ended_at, ended_by, ended_because)
      select id, ${child}, ${person}, ${a.ended ? new Date() : null}, ${a.ended ? person : null}, ${a.ended ? 'no_auditor' : null} from round`.execute(
      db,
    )
    if (model.people[a.person]?.closed) {
      await sql`update waymark.person set ended_at = now() where id = ${person}`.execute(db)
    }
  }
}

describe('who reaches whom, in any world', () => {
  let w: World

  before(async () => {
    w = await world()
    await publishFramework(w)
  })

  it('is what the rule says, for every person, every child and every table of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(models, async (random) => {
        const model = sound(random)
        const ids = await build(w.db, model)
        await sql`insert into waymark.child_name (child_id, name, kind) select unnest(${[...ids.children]}::uuid[]), 'Invented', 'other'`.execute(
          w.db,
        )
        for (const [p, person] of ids.people.entries()) {
          const reach = ids.children.filter((_, c) => shouldReach(model, p, c)).toSorted()
          await w.web.transaction().execute(async (tx) => {
            await sql`select set_config('role', 'waymark_app', true), set_config('waymark.actor_id', ${person}, true)`.execute(
              tx,
            )
            const seen = await tx
              .selectFrom('waymark.child')
              .select('id')
              .where('id', 'in', [...ids.children])
              .orderBy('id')
              .execute()
            assert.deepEqual(
              seen.map((r) => r.id),
              reach,
            )
            const names = await tx
              .selectFrom('waymark.child_name')
              .select('child_id')
              .where('child_id', 'in', [...ids.children])
              .execute()
            assert.deepEqual(names.map((r) => r.child_id).toSorted(), reach)
            // What is reached only for an audit is read and not written: one statement, whole or refused.
            const written = await tx
              .updateTable('waymark.child_name')
              .set({ note: 'Seen' })
              .where('child_id', 'in', [...ids.children])
              .returning('child_id')
              .execute()
            assert.deepEqual(
              written.map((r) => r.child_id).toSorted(),
              ids.children.filter((_, c) => shouldWrite(model, p, c)).toSorted(),
            )
            for (const [c, child] of ids.children.entries()) {
              const inserts = sql`insert into waymark.child_name (child_id, name, kind) values (${child}, 'Invented', 'other')`
              await sql`savepoint one`.execute(tx)
              const done = inserts.execute(tx).then(
                () => true,
                () => false,
              )
              assert.equal(await done, shouldWrite(model, p, c))
              await sql`rollback to savepoint one`.execute(tx)
            }
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is nobody at all when no actor is named', async () => {
    await w.web.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'waymark_app', true)`.execute(tx)
      const { rows } = await sql`select from waymark.child`.execute(tx)
      assert.equal(rows.length, 0)
    })
  })
})
