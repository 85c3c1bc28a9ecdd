import { sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type Card, cardOf } from './protocol/identity.rules.ts'

export type Partner = {
  readonly id: string
  readonly card: Card
  readonly checkedHow: string
  readonly checkedBy: string
  readonly checkedAt: Date
  readonly stoppedAt: Date | null
  readonly stoppedBecause: string | null
  readonly version: number
}

type Row = Omit<Partner, 'card'> & {
  readonly kind: 'council' | 'matcher'
  readonly name: string
  readonly signing: Buffer
  readonly sealing: Buffer
  readonly address: string | null
}

const MOST = 500

export async function partnersOf(tx: Tx): Promise<readonly Partner[]> {
  const { rows } = await sql<Row>`
    select p.id, p.kind, p.name, p.signing, p.sealing, p.address, p.checked_how as "checkedHow",
      coalesce(by.name, 'Somebody') as "checkedBy", p.checked_at as "checkedAt", p.stopped_at as "stoppedAt",
      p.stopped_because as "stoppedBecause", p.version
      from waymark.between_partner p left join waymark.person by on by.id = p.checked_by
     order by p.kind, p.name, p.id limit ${MOST}`.execute(tx)
  return rows.map(({ kind, name, signing, sealing, address, ...rest }) => ({
    ...rest,
    card: cardOf({ kind, name, signing, sealing, address: address ?? undefined }),
  }))
}

/** Somebody whom messages may go to and come from: known, and not stopped. */
export const standing = (partners: readonly Partner[]): readonly Partner[] =>
  partners.filter((p) => p.stoppedAt === null)

/** False when the same card is known already. */
export async function addPartner(
  tx: Tx,
  organisation: OrganisationId,
  card: Card,
  checkedHow: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.between_partner (organisation_id, kind, name, signing, sealing, fingerprint, address, checked_how)
    values (${organisation}, ${card.kind}, ${card.name}, ${card.signing}, ${card.sealing}, ${card.fingerprint},
      ${card.address ?? null}, ${checkedHow})
    on conflict (organisation_id, fingerprint) do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function stopPartner(
  tx: Tx,
  stopping: {
    readonly id: string
    readonly version: number
    readonly because: string
    readonly now: Date
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.between_partner set stopped_at = ${stopping.now}, stopped_because = ${stopping.because}
     where id = ${stopping.id} and version = ${stopping.version} and stopped_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}
