import type { Client } from 'pg'

/** Somebody whose support has ended and who has an account: invented. */
export type CameBack = { readonly child: string; readonly account: string; readonly today: Date }

/** An id of its own, so that a demonstration made again has the same addresses. */
const ASKED = '0c0eba0c-0000-4000-8000-000000000001'
const LONG_AGO = 190

/**
 * Somebody beside whom nobody stands any more: they chose to be asked how things are every three months, which is
 * due, and a few days ago they asked to talk to somebody again. Through the rules of the database, as a page would.
 */
export async function tellComeBack(client: Client, told: CameBack): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await client.query(
    `update waymark.allocation
        set started_on = least(started_on, $2::date - 200), ended_on = least(ended_on, $2::date),
            ended_why = coalesce(ended_why, 'Support ended as planned')
      where child_id = $1`,
    [told.child, at(LONG_AGO)],
  )
  await client.query(
    `insert into waymark.word_wish (child_id, often, chosen_at, changed_by, changed_at) values ($1, 'quarter', $2, $3, $2)`,
    [told.child, at(LONG_AGO), told.account],
  )
  await client.query(
    `insert into waymark.come_back (id, child_id, words, language, written_by, asked_at, changed_by, changed_at)
     values ($1, $2, 'I got the keys. I would like to tell somebody. And ask about the letter from the bank.', 'en', $3, $4, $3, $4)`,
    [ASKED, told.child, told.account, at(2)],
  )
  await client.query(
    `insert into waymark.receipt (child_id, subject, subject_id, sent_at) values ($1, 'come_back', $2, $3)`,
    [told.child, ASKED, at(2)],
  )
}
