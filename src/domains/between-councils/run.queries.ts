import { sql } from 'kysely'
import type { ChildId, OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Purpose } from './protocol/terms.rules.ts'

export type RunState = 'asked' | 'accepted' | 'encoded' | 'compared' | 'declined' | 'ended'

export type Run = {
  readonly id: string
  readonly code: string
  readonly partnerId: string
  readonly matcherId: string
  readonly side: 'asks' | 'answers'
  readonly purpose: Purpose
  readonly why: string
  readonly asks: 'one' | 'everybody'
  readonly childId: ChildId | null
  readonly tell: 'at_once' | 'not_yet' | null
  readonly tellBecause: string | null
  readonly ringName: string | null
  readonly ringPhone: string | null
  readonly ownLead: string | null
  readonly theirLead: string | null
  readonly state: RunState
  readonly proposal: Buffer
  readonly answer: Buffer | null
  readonly ownKey: Buffer | null
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly declinedBecause: string | null
  readonly encodedAt: Date | null
  readonly children: number | null
  readonly rowsSent: number | null
  readonly tooLittle: number | null
  readonly comparedAt: Date | null
  readonly crowded: number | null
  readonly endedAt: Date | null
  readonly endedBecause: string | null
  readonly version: number
}

const COLUMNS = sql`r.id, r.code, r.partner_id as "partnerId", r.matcher_id as "matcherId", r.side, r.purpose, r.why, r.asks,
  r.child_id as "childId", r.tell, r.tell_because as "tellBecause", r.ring_name as "ringName", r.ring_phone as "ringPhone", lead.name as "ownLead",
  r.their_lead as "theirLead", r.state, r.proposal, r.answer, r.own_key as "ownKey", r.asked_at as "askedAt",
  r.decided_at as "decidedAt", r.declined_because as "declinedBecause", r.encoded_at as "encodedAt", r.children,
  r.rows_sent as "rowsSent", r.too_little as "tooLittle", r.compared_at as "comparedAt", r.crowded,
  r.ended_at as "endedAt", r.ended_because as "endedBecause", r.version`

const FROM = sql`from waymark.between_run r left join waymark.person lead on lead.id = r.own_lead`
const MOST_SHOWN = 200

export async function runsOf(tx: Tx): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`
    select ${COLUMNS} ${FROM} where r.organisation_id = (select waymark.actor_organisation())
     order by r.asked_at desc, r.id limit ${MOST_SHOWN}`.execute(tx)
  return rows
}

export async function runOf(tx: Tx, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${COLUMNS} ${FROM} where r.id = ${id}`.execute(tx)
  return rows[0]
}

/** Locked, so that two messages of one run are taken one after the other. */
export async function runByCode(tx: Tx, code: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`
    select ${COLUMNS} ${FROM}
     where r.organisation_id = (select waymark.actor_organisation()) and r.code = ${code} for update of r`.execute(
    tx,
  )
  return rows[0]
}

/** Runs whose encodings are to be made, oldest first. */
export async function runsToEncode(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select r.code from waymark.between_run r
     where r.organisation_id = (select waymark.actor_organisation()) and r.state = 'accepted' order by r.asked_at, r.id limit 20`.execute(
    tx,
  )
  return rows.map((r) => r.code)
}

export type NewRun = {
  readonly organisation: OrganisationId
  readonly code: string
  readonly partnerId: string
  readonly matcherId: string
  readonly side: 'asks' | 'answers'
  readonly purpose: Purpose
  readonly why: string
  readonly asks: 'one' | 'everybody'
  readonly proposal: Buffer
  readonly now: Date
  readonly theirLead?: string | undefined
  readonly own?: (OurSide & { readonly childId: ChildId | undefined }) | undefined
}

/** What a lead of ours decides for our side: whether the children hear of it, and whom the other may ring. */
export type OurSide = {
  readonly lead: PersonId
  readonly tell: 'at_once' | 'not_yet'
  readonly tellBecause: string | undefined
  readonly ringName: string
  readonly ringPhone: string
  readonly key: Buffer
}

const NOT_OURS = {
  childId: null,
  tell: null,
  tellBecause: null,
  ringName: null,
  ringPhone: null,
  lead: null,
  key: null,
}

export async function addRun(tx: Tx, run: NewRun): Promise<string> {
  const own = run.own ?? NOT_OURS
  const { rows } = await sql<{ id: string }>`
    insert into waymark.between_run (organisation_id, code, partner_id, matcher_id, side, purpose, why, asks, child_id,
      tell, tell_because, ring_name, ring_phone, own_lead, their_lead, proposal, own_key, asked_at)
    values (${run.organisation}, ${run.code}, ${run.partnerId}, ${run.matcherId}, ${run.side}, ${run.purpose}, ${run.why},
      ${run.asks}, ${own.childId ?? null}, ${own.tell}, ${own.tellBecause ?? null}, ${own.ringName},
      ${own.ringPhone}, ${own.lead}, ${run.theirLead ?? null}, ${run.proposal}, ${own.key}, ${run.now})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function acceptHere(
  tx: Tx,
  run: Pick<Run, 'id' | 'version'>,
  own: OurSide & { readonly answer: Buffer; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.between_run set state = 'accepted', tell = ${own.tell}, tell_because = ${own.tellBecause ?? null},
      ring_name = ${own.ringName}, ring_phone = ${own.ringPhone}, own_lead = ${own.lead}, own_key = ${own.key},
      answer = ${own.answer}, decided_at = ${own.now}
     where id = ${run.id} and version = ${run.version} and state = 'asked' and side = 'answers' returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function declineHere(
  tx: Tx,
  run: Pick<Run, 'id' | 'version'>,
  because: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.between_run set state = 'declined', declined_because = ${because}, decided_at = ${now}
     where id = ${run.id} and version = ${run.version} and state = 'asked' and side = 'answers' returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** The other council's lead answered what we asked. */
export async function answeredThere(
  tx: Tx,
  run: Pick<Run, 'id'>,
  answer: {
    readonly accepted: { readonly lead: string; readonly body: Buffer } | undefined
    readonly now: Date
  },
): Promise<void> {
  await (answer.accepted
    ? sql`update waymark.between_run set state = 'accepted', their_lead = ${answer.accepted.lead},
        answer = ${answer.accepted.body}, decided_at = ${answer.now} where id = ${run.id}`
    : sql`update waymark.between_run set state = 'declined', own_key = null, decided_at = ${answer.now} where id = ${run.id}`
  ).execute(tx)
}

export type Made = {
  readonly children: number
  readonly rows: number
  readonly tooLittle: number
  readonly now: Date
}

export async function keepEncoded(tx: Tx, run: Pick<Run, 'id'>, made: Made): Promise<void> {
  await sql`update waymark.between_run set state = 'encoded', encoded_at = ${made.now}, children = ${made.children},
    rows_sent = ${made.rows}, too_little = ${made.tooLittle} where id = ${run.id}`.execute(tx)
}

export async function keepCompared(
  tx: Tx,
  run: Pick<Run, 'id'>,
  crowded: number,
  now: Date,
): Promise<void> {
  await sql`update waymark.between_run set state = 'compared', compared_at = ${now}, crowded = ${crowded} where id = ${run.id}`.execute(
    tx,
  )
}

/** Ends a run and forgets its key: nothing of it can be opened or made again. */
export async function endRun(
  tx: Tx,
  run: Pick<Run, 'id'>,
  because: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.between_run set state = 'ended', ended_at = ${now}, ended_because = ${because}, own_key = null
     where id = ${run.id} and state not in ('declined', 'ended') returning id`.execute(tx)
  return rows.length === 1
}

/** Whether one question more would be one too many: the database refuses it too, also when it comes from them. */
export async function tooManyToday(
  tx: Tx,
  asking: { readonly partnerId: string; readonly asks: 'one' | 'everybody'; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ full: boolean }>`
    select count(*) >= 10 or (${asking.asks} = 'everybody' and count(*) filter (where r.asks = 'everybody') >= 3) as full
      from waymark.between_run r
     where r.partner_id = ${asking.partnerId} and r.side = 'asks'
       and r.asked_at > ${asking.now}::timestamptz - interval '24 hours'`.execute(tx)
  return rows[0]?.full === true
}

/** Nobody waits for the encoding of a whole register, which takes as long as it takes. */
export async function unhurried(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
}
