import { readId, type ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { findOwnAccount } from '#domains/people/index.ts'
import { endEverything, endingsOf } from '../ended.queries.ts'
import { ENDING_REASONS, ENDING_WORDS, readEndingReason } from '../ended.rules.ts'

const url = '/children/:childId/signed-out'
const may = 'children.give-sign-in'
const childOf = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

async function shown(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const childId = childOf(visit)
  const record = childId && (await findOwnAccount(visit.tx, childId))
  if (!childId || !record) return { kind: 'not-found' }
  const endings = await endingsOf(visit.tx, childId)
  return {
    kind: 'view',
    template: 'domains/coming-and-going/end-everything/end-everything.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        title: 'Signed out everywhere',
        childId,
        knownAs: record.knownAs,
        hasAccount: record.account !== undefined,
        errors: errorsOf(problems),
        reasons: ENDING_REASONS.map((value) => ({ value, text: ENDING_WORDS[value] })),
        why: textOf(visit.form, 'why'),
        devices: textOf(visit.form, 'devices') === 'forget',
        done: textOf(visit.query, 'done') === 'yes',
        endings: endings.map((e) => ({ ...e, why: ENDING_WORDS[e.why] })),
      },
    },
  }
}

/** Each time they were signed out everywhere, and the way to do it now. */
export const seeEndEverything: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'child.signed-out.see', childId: childOf },
  answer: (visit) => shown(visit),
}

export const signOutEverywhere: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'child.end-sessions', childId: childOf },
  async answer(visit): Promise<Answer> {
    const childId = childOf(visit)
    if (!childId) return { kind: 'not-found' }
    const why = readEndingReason(textOf(visit.form, 'why'))
    if (!why) return shown(visit, [{ field: 'why', text: 'Choose why' }])
    const forget = textOf(visit.form, 'devices') === 'forget'
    const sessions = await endEverything(visit.tx, childId, why, visit.now, forget)
    if (sessions === undefined) return { kind: 'not-found' }
    visit.note({ why, sessions, devicesForgotten: forget })
    return { kind: 'redirect', to: `/children/${childId}/signed-out?done=yes` }
  },
}
