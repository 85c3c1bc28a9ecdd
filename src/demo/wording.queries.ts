import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

/**
 * Advice on wording and help with decisions as a service uses them: a phrase of its own, one it turned off, a
 * text of its own that is past its day, and what became of advice. All invented.
 */
export async function tellWording(client: Client, told: RightsTold): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await phrases(client, told, at)
  await client.query(
    `insert into waymark.guidance_text (organisation_id, topic, version, text, source, confidence, owner_id, read_on, review_on, in_use, because, written_by, written_at)
     values ($1, 'first-responder', 1, 'Ring the front door team first, day or night. They refer for us, and tell you when they have.',
       'Northmere procedure 4 (invented)', 'certain', $2, $3::date, $4::date, true, 'Our front door team refers for everybody', $2, $3)`,
    [told.organisation, told.manager, at(200), at(12)],
  )
  await looks(client, told, at)
  await advice(client, told, at)
}

type At = (daysAgo: number) => Date

async function phrases(client: Client, told: RightsTold, at: At): Promise<void> {
  const add = `insert into waymark.wording_phrase (organisation_id, code, version, in_use, label, ways, say, why, because, written_by, written_at)
    values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)`
  const { organisation, manager } = told
  await client.query(add, [
    organisation,
    'own-kicks-off',
    true,
    'kicks off',
    ['~kick off', 'kick offs'],
    'was in distress; shouted',
    'It is a label, and says nothing of what happened.',
    'Young people of the panel asked us to stop saying it (invented)',
    manager,
    at(60),
  ])
  await client.query(add, [
    organisation,
    'unit-residents',
    false,
    'unit, residents',
    [],
    'house; home; the other young people',
    'It is the language of systems.',
    'One of our homes is called The Unit by those who live there (invented)',
    manager,
    at(40),
  ])
}

/** What was found in texts of the last weeks: nobody stands in it. */
async function looks(client: Client, told: RightsTold, at: At): Promise<void> {
  const often: readonly (readonly [string, number])[] = [
    ['{}', 61],
    ['{placement}', 14],
    ['{contact}', 9],
    ['{not-engaging}', 8],
    ['{absconds,placement}', 3],
    ['{purported}', 2],
    ['{the-victim}', 1],
  ]
  for (const [n, [found, times]] of often.entries()) {
    await client.query(
      `insert into waymark.wording_look (organisation_id, on_day, found)
       select $1, $2::date - g, $3::text[] from generate_series(1, $4) g`,
      [told.organisation, at(n), found, times],
    )
  }
}

async function advice(client: Client, told: RightsTold, at: At): Promise<void> {
  const path = `/children/${told.child}/happening/add`
  const rows: readonly (readonly [string, string, string, string | null, number])[] = [
    ['absconds', 'absconded', 'open', null, 2],
    ['placement', 'his placement', 'open', null, 2],
    ['contact', 'contact with mum', 'changed', null, 9],
    ['the-victim', 'the victim', 'kept', 'legal_term', 15],
  ]
  for (const [code, words, state, reason, daysAgo] of rows) {
    await client.query(
      `insert into waymark.wording_advice (child_id, organisation_id, person_id, batch, path, field, code, words, change_at, state, reason, advised_at, settled_at, changed_by)
       values ($1::uuid, $2, $3, md5($4::text || $1::uuid::text)::uuid, $5, 'whereItIs', $6, $7, $8, $9, $10, $11, $12, $3)`,
      [
        told.child,
        told.organisation,
        told.worker,
        daysAgo,
        path,
        code,
        words,
        `/children/${told.child}/happening`,
        state,
        reason,
        at(daysAgo),
        state === 'open' ? null : at(daysAgo - 1),
      ],
    )
  }
}
