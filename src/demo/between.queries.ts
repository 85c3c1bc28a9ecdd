import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { readOut, SUITE } from '#domains/between-councils/index.ts'

type Lead = { readonly id: string; readonly organisation_id: string; readonly name: string }

/** Bytes that are always the same and nobody's key: nothing invented here can be sent to anybody. */
const bytesOf = (name: string): Buffer => createHash('sha256').update(`invented ${name}`).digest()

const PARTNERS = [
  { kind: 'council', name: 'Westbrook Council (invented)' },
  { kind: 'matcher', name: 'A university that runs a matcher (invented)' },
] as const

/**
 * Questions between the invented councils and another: one in which the young person told in full was found and
 * both leads said yes, and one that waits for a lead here.
 */
export async function tellBetween(
  client: Client,
  told: { readonly child: string; readonly today: Date },
): Promise<void> {
  const { rows } = await client.query<Lead>(
    `select p.id, p.organisation_id, p.name from waymark.child c join waymark.person p on p.organisation_id = c.organisation_id
      where c.id = $1 and p.role = 'manager' and p.team_id is null order by p.id limit 1`,
    [told.child],
  )
  const [lead] = rows
  if (!lead) return
  const day = (before: number) => new Date(told.today.getTime() - before * 24 * 60 * 60 * 1000)
  for (const { kind, name } of PARTNERS) await partner(client, lead, kind, name, day(60))
  const compared = bytesOf('question one').toString('hex')
  await client.query(
    `insert into waymark.between_run (organisation_id, code, partner_id, matcher_id, side, purpose, why, asks, tell, ring_name, ring_phone,
       own_lead, their_lead, state, proposal, answer, asked_at, decided_at, encoded_at, children, rows_sent, too_little, compared_at, crowded, changed_by)
     select $1, $2, c.id, m.id, 'asks', 'known_elsewhere', 'Young people move between our two councils. Children Act 2004, section 11.', 'everybody',
       'at_once', 'The duty social worker', '01632 960 010', $3, 'Robin Hale (invented)', 'compared', '{}', '{}', $4, $5, $5, 330, 413, 2, $6, 0, $3
     from waymark.between_partner c, waymark.between_partner m
     where c.organisation_id = $1 and c.kind = 'council' and m.organisation_id = $1 and m.kind = 'matcher'`,
    [lead.organisation_id, uuidOf(compared), lead.id, day(40), day(38), day(37)],
  )
  await foundThere(client, lead, told.child, day)
  await waitsHere(client, lead, day(0))
}

type Day = (before: number) => Date

async function foundThere(client: Client, lead: Lead, child: string, day: Day): Promise<void> {
  await client.query(
    `insert into waymark.between_row (run_id, child_id, place, changed_by) select id, $2, 11, $3 from waymark.between_run where organisation_id = $1`,
    [lead.organisation_id, child, lead.id],
  )
  await client.query(
    `insert into waymark.between_pair (run_id, child_id, token, band, found_at, own_answer, own_because, own_by, own_at, their_yes_at, their_name, their_phone, revealed_at, changed_by)
     select id, $2, $4, 'very_alike', $5, 'yes', 'They told us that they lived there, and want their things from the flat.', $3, $6, $6, 'The team for young people', '01632 960 020', $6, $3
       from waymark.between_run where organisation_id = $1`,
    [
      lead.organisation_id,
      child,
      lead.id,
      uuidOf(bytesOf('pair').toString('hex')),
      day(37),
      day(35),
    ],
  )
  await client.query(
    `insert into waymark.between_wish (child_id, wish, because, on_day, written_by, written_at, changed_by)
     values ($1, 'agreed', 'They said: ask them, they have my drawings.', $3, $2, $4, $2)`,
    [child, lead.id, day(41).toISOString().slice(0, 10), day(41)],
  )
}

async function waitsHere(client: Client, lead: Lead, at: Date): Promise<void> {
  const proposal = {
    purpose: 'missing',
    why: 'A young person has not come home since Friday. Children Act 1989, section 47.',
    asks: 'one',
    lead: 'Robin Hale (invented)',
    matcher: fingerprintOf(PARTNERS[1].name),
    suite: SUITE.name,
    key: bytesOf('key of the question').toString('base64'),
  }
  await client.query(
    `insert into waymark.between_run (organisation_id, code, partner_id, matcher_id, side, purpose, why, asks, their_lead, proposal, asked_at, changed_by)
     select $1, $2, c.id, m.id, 'answers', 'missing', 'A young person has not come home since Friday. Children Act 1989, section 47.', 'one', 'Robin Hale (invented)', $4, $3, null
     from waymark.between_partner c, waymark.between_partner m
     where c.organisation_id = $1 and c.kind = 'council' and m.organisation_id = $1 and m.kind = 'matcher'`,
    [
      lead.organisation_id,
      uuidOf(bytesOf('question two').toString('hex')),
      at,
      Buffer.from(JSON.stringify(proposal)),
    ],
  )
}

async function partner(
  client: Client,
  lead: Lead,
  kind: 'council' | 'matcher',
  name: string,
  at: Date,
): Promise<void> {
  const [signing, sealing] = keysOf(name)
  const fingerprint = fingerprintOf(name)
  await client.query(
    `insert into waymark.between_partner (organisation_id, kind, name, signing, sealing, fingerprint, checked_how, checked_by, checked_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
    [
      lead.organisation_id,
      kind,
      name,
      signing,
      sealing,
      fingerprint,
      `Rang their switchboard and heard ${readOut(fingerprint).slice(0, 9)} and the rest`,
      lead.id,
      at,
    ],
  )
}

const keysOf = (name: string) => [bytesOf(`${name} signs`), bytesOf(`${name} opens`)] as const

function fingerprintOf(name: string): string {
  const [signing, sealing] = keysOf(name)
  return createHash('sha256').update(signing).update(sealing).digest('hex')
}

const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
