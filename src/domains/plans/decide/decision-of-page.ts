import type { Visit } from '#platform/http/page.ts'
import { type Decision, findDecision } from '../decision.queries.ts'
import { type Speaking, speaking, versionIn } from '../sheet.ts'
import type { Reading } from '../read.form.ts'

export const URL = '/children/:childId/decisions/:decision'
export type Found = Speaking & { readonly decision: Decision }

export async function decisionOf(visit: Visit): Promise<Found | undefined> {
  const spoken = await speaking(visit)
  const decision = await findDecision(visit.tx, spoken.child.id, visit.params['decision'])
  return decision && { ...spoken, decision }
}

export const addressOf = ({ child, decision }: Found): string =>
  `/children/${child.id}/decisions/${decision.id}`

export const rowOf = ({ child, decision }: Found) => ({ child: child.id, decision: decision.id })
export const at = (found: Found, read: Reading) => ({
  ...rowOf(found),
  version: versionIn(read),
})

export const question = ({ decision }: Found) => [
  { title: 'What is to be decided', lines: [{ text: decision.question }] },
]

/** What they say of it, to stand beside whatever is written of it. */
export const theirWords = (found: Found) => [
  ...question(found),
  {
    title: `What ${found.child.knownAs} says`,
    lines: found.decision.heard.flatMap((h) =>
      h.words === undefined ? [] : [{ text: h.words, lang: h.language }],
    ),
  },
]

export const FINISHED = 'This decision is finished and stays as it is. Open a new one'
