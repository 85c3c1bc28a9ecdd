import { readId, type ChildId } from '#kernel/ids.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { findSignIn, givePassword, resetSecondFactor } from '../accounts.queries.ts'
import { makeThreeWords } from '../made-secrets.ts'
import { hashPassword } from '../password.ts'
import { openOwnAccount } from '../open-own-account.ts'
import { findOwnAccount, type OwnAccount } from '../young-account.queries.ts'
import { giveSignInView, wordsGiven } from './give-sign-in.view.ts'

const URL = '/children/:childId/sign-in'
const childOf = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

/** The record is within reach: the platform has seen to it before any of these answers. */
async function recordOf(visit: Visit, hold = false): Promise<OwnAccount & { childId: ChildId }> {
  const childId = childOf(visit)
  const record = childId && (await findOwnAccount(visit.tx, childId, hold))
  if (!childId || !record) throw new Error('A record within reach was not there')
  return { ...record, childId }
}

async function shown(visit: Visit, status = 200): Promise<Answer> {
  const record = await recordOf(visit)
  const { childId, knownAs, account } = record
  const signIn = account && (await findSignIn(visit.tx, account.id))
  return giveSignInView({ childId, knownAs, userName: account?.userName, signIn }, status)
}

export const showGiveSignIn: Page = {
  method: 'GET',
  url: URL,
  may: 'children.give-sign-in',
  audit: { action: 'child.sign-in', childId: childOf },
  answer: async (visit) => shown(visit),
}

/** Opens the account, ties it to the record and gives it its words, all in the page's one transaction. */
export const openYoungAccount: Page = {
  method: 'POST',
  url: URL,
  may: 'children.give-sign-in',
  audit: { action: 'child.open-sign-in', childId: childOf },
  answer: async (visit) => {
    const { tx } = visit
    const record = await recordOf(visit, true)
    if (record.account && (await findSignIn(tx, record.account.id))?.hasPassword) {
      return shown(visit, 409)
    }
    if (record.account) return giveWords(visit, record, record.account)
    return giveWords(visit, record, await openOwnAccount(visit.tx, record.childId, record))
  },
}

async function giveWords(
  visit: Visit,
  record: OwnAccount & { childId: ChildId },
  account: NonNullable<OwnAccount['account']>,
): Promise<Answer> {
  const words = makeThreeWords()
  await givePassword(visit.tx, account.id, await hashPassword(words), false)
  const { childId, knownAs } = record
  return wordsGiven({ childId, knownAs, userName: account.userName, words, origin: visit.origin })
}

export const giveNewWords: Page = {
  method: 'POST',
  url: `${URL}/words`,
  may: 'children.give-sign-in',
  audit: { action: 'child.new-words', childId: childOf },
  answer: async (visit) => {
    const record = await recordOf(visit, true)
    if (!record.account) return { kind: 'not-found' }
    // An app or passkey on a phone that is gone would still be asked for.
    await resetSecondFactor(visit.tx, record.account.id)
    return giveWords(visit, record, record.account)
  },
}
