import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Plan, PlanId } from './plan.queries.ts'
import { CONTACT_KINDS, type ContactKind, type ContactSaid } from './plan.rules.ts'

export type ContactId = Id<'loved-contact'>

export type LovedContact = {
  readonly id: ContactId
  readonly planId: PlanId
  readonly kind: ContactKind
  readonly whom: string
  readonly why: string
  readonly askedById: PersonId
  readonly askedBy: string | undefined
  readonly askedAt: Date
  readonly childSaid: ContactSaid | undefined
  readonly childSaidAt: Date | undefined
  readonly signedBy: string | undefined
  readonly signedAt: Date | undefined
  readonly signedWhy: string | undefined
  readonly madeBy: string | undefined
  readonly madeAt: Date | undefined
  readonly madeWords: string | undefined
  readonly version: number
}

/** Whom somebody would like to contact: for one plan, or all of a child that the reader may know of. */
export async function lovedContacts(
  tx: Tx,
  child: ChildId,
  plan?: PlanId,
): Promise<readonly LovedContact[]> {
  const rows = await tx
    .selectFrom('waymark.loved_contact as k')
    .leftJoin('waymark.person as a', 'a.id', 'k.asked_by')
    .leftJoin('waymark.person as s', 's.id', 'k.signed_by')
    .leftJoin('waymark.person as m', 'm.id', 'k.made_by')
    .selectAll('k')
    .select(['a.name as asked_name', 's.name as signed_name', 'm.name as made_name'])
    .where('k.child_id', '=', child)
    .$if(plan !== undefined, (q) => q.where('k.plan_id', '=', plan ?? ''))
    .orderBy('k.asked_at')
    .limit(100)
    .execute()
  return rows.map(contactOf)
}

type ContactRow = {
  readonly id: string
  readonly plan_id: string
  readonly kind: string
  readonly whom: string
  readonly why: string
  readonly asked_by: string
  readonly asked_at: Date
  readonly child_said: string | null
  readonly child_said_at: Date | null
  readonly signed_at: Date | null
  readonly signed_why: string | null
  readonly made_at: Date | null
  readonly made_words: string | null
  readonly version: number
  readonly asked_name: string | null
  readonly signed_name: string | null
  readonly made_name: string | null
}

const contactOf = (row: ContactRow): LovedContact => ({
  id: trustedId(row.id),
  planId: trustedId(row.plan_id),
  kind: CONTACT_KINDS.find((k) => k === row.kind) ?? 'somebody_else',
  whom: row.whom,
  why: row.why,
  askedById: trustedId(row.asked_by),
  askedBy: row.asked_name ?? undefined,
  askedAt: row.asked_at,
  childSaid: row.child_said === null ? undefined : row.child_said === 'yes' ? 'yes' : 'no',
  childSaidAt: row.child_said_at ?? undefined,
  ...signedOf(row),
  madeBy: row.made_name ?? undefined,
  madeAt: row.made_at ?? undefined,
  madeWords: row.made_words ?? undefined,
  version: row.version,
})

const signedOf = (row: ContactRow) => ({
  signedBy: row.signed_name ?? undefined,
  signedAt: row.signed_at ?? undefined,
  signedWhy: row.signed_why ?? undefined,
})

export async function askToContact(
  tx: Tx,
  plan: Plan,
  asked: { readonly kind: ContactKind; readonly whom: string; readonly why: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.loved_contact')
    .values({ child_id: plan.childId, plan_id: plan.id, ...asked, asked_at: now })
    .execute()
}

type Changed =
  | { readonly child_said: ContactSaid; readonly child_said_at: Date }
  | { readonly signed_by: PersonId; readonly signed_at: Date; readonly signed_why: string }
  | { readonly made_by: PersonId; readonly made_at: Date; readonly made_words: string }

/** What the young person says, what a second person signs, what was done. False when it changed meanwhile. */
export async function changeContact(
  tx: Tx,
  contact: LovedContact,
  changed: Changed,
): Promise<boolean> {
  const saved = await tx
    .updateTable('waymark.loved_contact')
    .set(changed)
    .where('id', '=', contact.id)
    .where('version', '=', contact.version)
    .returning('id')
    .execute()
  return saved.length === 1
}
