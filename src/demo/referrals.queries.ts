import type { Client } from 'pg'
import { keptDocument } from '#platform/files/document.ts'
import { sealedFile } from '#platform/files/sealed-file.ts'
import type { FileKeys } from '#platform/files/sealing.ts'
import { NRM_COMMIT } from '#domains/identification/index.ts'
import type { ToldReferral } from './referrals.ts'

/** Keeps an invented referral step by step, as the pages would: the database refuses any other order. */
export async function keepReferral(
  client: Client,
  files: FileKeys | undefined,
  told: ToldReferral,
): Promise<void> {
  const { id, childId, by } = told
  await client.query(
    `insert into waymark.nrm_referral (id, child_id, organisation_id, form_commit, begun_at, begun_by, changed_by, changed_at)
     select $1, c.id, c.organisation_id, $3, $4, $5, $5, $4 from waymark.child c where c.id = $2`,
    [id, childId, NRM_COMMIT, told.begunAt, by],
  )
  for (const [field, value] of Object.entries(told.answers)) {
    await client.query(
      `insert into waymark.nrm_answer (referral_id, child_id, field, value, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, childId, field, value, by, told.begunAt],
    )
  }
  if (files && told.document) await keepDocument(client, files, told)
  if (told.view) {
    const v = told.view
    await client.query(
      `insert into waymark.nrm_view (referral_id, child_id, told, told_on, told_how, wants, words, words_language, changed_by, changed_at)
       values ($1, $2, 'yes', $3, $4, $5, $6, 'en', $7, $8)`,
      [id, childId, v.toldOn, v.toldHow, v.wants, v.words, by, told.begunAt],
    )
  }
  if (told.reaches !== 'preparing') await keepSteps(client, told)
}

async function keepSteps(client: Client, told: ToldReferral): Promise<void> {
  const { id, childId, by } = told
  await client.query(
    `update waymark.nrm_referral set state = 'in_review', review_asked_by = $2, review_asked_at = $3 where id = $1`,
    [id, by, told.askedAt],
  )
  if (told.reaches === 'in_review') return
  await client.query(
    `insert into waymark.nrm_review (referral_id, child_id, reviewed_by, reviewed_at, found, notes, of_version)
     values ($1, $2, $3, $4, 'ready', $5, 2)`,
    [id, childId, told.reviewer, told.readAt, 'Clear, in order, and the lateness is explained.'],
  )
  await client.query(`update waymark.nrm_referral set state = 'ready' where id = $1`, [id])
  if (!told.sent) return
  await client.query(
    `update waymark.nrm_referral set state = 'sent', sent_on = $2, sent_by = $3, sent_reference = $4 where id = $1`,
    [id, told.sent.on, by, told.sent.reference],
  )
  for (const d of told.sent.decisions) {
    await client.query(
      `insert into waymark.nrm_decision (id, referral_id, child_id, kind, outcome, decided_on, heard_on, decided_by, child_told_on, recorded_by, recorded_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $6, 'single_competent_authority', $6, $7, $8, $7)`,
      [d.id, id, childId, d.kind, d.outcome, d.on, by, `${d.on}T15:00:00Z`],
    )
  }
}

/** A document as it came, sealed as the page seals it. */
async function keepDocument(client: Client, keys: FileKeys, told: ToldReferral): Promise<void> {
  const { document, childId, by, begunAt } = told
  if (!document) return
  const kept = keptDocument(document.bytes)
  if (typeof kept === 'string') throw new Error('The invented document is not one')
  const { row, pieces } = sealedFile(keys, document.id, kept)
  await client.query(
    `insert into waymark.stored_file (id, child_id, kind, media_type, bytes, pieces, key_id, sealed_key, scan, made_by, made_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'not_scanned', $9, $10, $9)`,
    [
      document.id,
      childId,
      row.kind,
      row.media_type,
      row.bytes,
      row.pieces,
      row.key_id,
      row.sealed_key,
      by,
      begunAt,
    ],
  )
  for (const [n, sealed] of pieces) {
    await client.query(
      'insert into waymark.stored_file_piece (file_id, child_id, n, sealed) values ($1, $2, $3, $4)',
      [document.id, childId, n, sealed],
    )
  }
  await client.query(
    `insert into waymark.nrm_evidence (id, referral_id, child_id, description, dated_on, file_name, added_at, added_by, changed_by)
     values ($1, $2, $3, $4, $5, 'bank letter.pdf', $6, $7, $7)`,
    [document.id, told.id, childId, document.description, document.on, begunAt, by],
  )
}
