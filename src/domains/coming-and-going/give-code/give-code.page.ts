import { randomInt } from 'node:crypto'
import { readId, type ChildId } from '#kernel/ids.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { qrOf } from '#platform/views/qr.ts'
import { findOwnAccount, type OwnAccount, openOwnAccount } from '#domains/people/index.ts'
import { endCodes, giveCode, lastCode } from '../code.queries.ts'
import { codeEnds, codeInGroups, makeCode } from '../code.rules.ts'
import { codeGivenView, codeView } from './give-code.view.ts'

const url = '/children/:childId/sign-in/code'
const may = 'children.give-sign-in'
const childOf = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

/** The record is within reach: the platform has seen to it before any of these answers. */
async function recordOf(visit: Visit, hold = false): Promise<OwnAccount & { childId: ChildId }> {
  const childId = childOf(visit)
  const record = childId && (await findOwnAccount(visit.tx, childId, hold))
  if (!childId || !record) throw new Error('A record within reach was not there')
  return { ...record, childId }
}

/** Whether a code is open now, who gave it, and what became of the last one. */
export const seeCode: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'child.code', childId: childOf },
  async answer(visit): Promise<Answer> {
    const { childId, knownAs, account } = await recordOf(visit)
    const last = account && (await lastCode(visit.tx, account.id))
    return codeView({ childId, knownAs, last, me: visit.actor.id, now: visit.now })
  },
}

/** Makes a code, shows it this once as figures and as a square to scan, and ends the one before. */
export const giveNewCode: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'child.give-code', childId: childOf },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const record = await recordOf(visit, true)
    const { childId, knownAs } = record
    const account = record.account ?? (await openOwnAccount(tx, childId, record))
    const code = makeCode((below) => randomInt(below))
    const ends = codeEnds(now)
    await giveCode(tx, account.id, visit.keyed(`way-in code ${code}`), now, ends)
    const address = `${visit.origin}/in/code`
    return codeGivenView({
      childId,
      knownAs,
      ends,
      code: codeInGroups(code),
      address,
      qr: qrOf(`${address}#${code}`),
    })
  },
}

export const endCode: Page = {
  method: 'POST',
  url: `${url}/end`,
  may,
  audit: { action: 'child.end-code', childId: childOf },
  async answer(visit): Promise<Answer> {
    const { childId, account } = await recordOf(visit)
    if (!account) return { kind: 'not-found' }
    const ended = await endCodes(visit.tx, account.id, visit.now, 'taken back')
    visit.note({ ended })
    return { kind: 'redirect', to: `/children/${childId}/sign-in/code` }
  },
}
