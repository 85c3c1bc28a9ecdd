import { z } from 'zod'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { refuseVerify } from '../audit.rules.ts'
import { type Action, changeAction, findingsOf } from '../finding.queries.ts'
import { dayBoxes, type Field, type StaffForm, type Typed } from '../staff-form.view.ts'
import { aDay, required, withDays } from '../typed.form.ts'
import { actionView } from './action.view.ts'

const url = '/children/:childId/case-audits/:auditId/actions/:actionId'

/** One action: for its owner to say what was done, for somebody else to say that they saw it. */
export const seeAction: Page = {
  method: 'GET',
  url,
  may: 'case-audits.take-part',
  audit: { action: 'case-audit.action.see', childId },
  async answer(visit): Promise<Answer> {
    const found = await actionOfPage(visit)
    if (!found) return NOT_FOUND
    return shown(visit, found, dayBoxes('done', londonCalendarDay(visit.now)), [])
  },
}

const doneForm = (today: string) =>
  z.object({
    doneWords: required('What was done', 5000, 'Enter what was done'),
    done: aDay('Enter the day it was done, such as 3 March 2026').refine(
      (day) => day <= today,
      'Enter a day that is today or earlier',
    ),
  })

/** The owner says what was done; where they have left or cannot, a manager does. */
export const sayDone: Page = {
  method: 'POST',
  url: `${url}/done`,
  may: 'case-audits.take-part',
  audit: { action: 'case-audit.action.done', childId },
  async answer(visit): Promise<Answer> {
    const found = await actionOfPage(visit)
    if (!found) return NOT_FOUND
    if (!maySayDone(visit, found.action)) return REFUSED
    const again = (problems: readonly Problem[]) =>
      shown(visit, found, typedIn(visit.form), problems, 'done')
    const read = doneForm(londonCalendarDay(visit.now)).safeParse(withDays(visit.form, 'done'))
    if (!read.success) return again(problemsOf(read.error))
    if (found.action.verifiedAt) return again([{ field: 'doneWords', text: FASTER }])
    const change = { kind: 'done', words: read.data.doneWords, day: read.data.done } as const
    if (await changeAction(visit.tx, found.action, versionOf(visit.form), change)) {
      return { kind: 'redirect', to: `${found.at.here}/actions/${found.action.id}` }
    }
    return conflict(visit, 'doneWords')
  },
}

const verifyForm = z.object({
  verifiedWords: required('How you know', 5000, 'Enter how you know that it was done'),
})

/** Somebody else has seen that it was done: only then it is over. */
export const verify: Page = {
  method: 'POST',
  url: `${url}/verify`,
  may: 'case-audits.manage',
  audit: { action: 'case-audit.action.verify', childId },
  async answer(visit): Promise<Answer> {
    const found = await actionOfPage(visit)
    if (!found) return NOT_FOUND
    const again = (problems: readonly Problem[]) =>
      shown(visit, found, typedIn(visit.form), problems)
    const refusal = refuseVerify(found.action, visit.actor.id)
    if (refusal) return again([{ field: 'verifiedWords', text: REFUSALS[refusal] }])
    const read = verifyForm.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const change = { kind: 'verified', words: read.data.verifiedWords } as const
    if (await changeAction(visit.tx, found.action, versionOf(visit.form), change)) {
      return { kind: 'redirect', to: `${found.at.here}/actions/${found.action.id}` }
    }
    return conflict(visit, 'verifiedWords')
  },
}

const FASTER =
  'Somebody else changed this action while you were writing. What you wrote is in the box; look at it again'
const REFUSALS = {
  'own-action':
    'Somebody other than its owner, and than whoever did it, has to see that it was done',
  'not-done': 'Its owner has not said yet that it was done',
} as const

export type AtAction = { readonly at: AtAudit; readonly action: Action }

export async function actionOfPage(visit: Visit): Promise<AtAction | undefined> {
  const id = readId<'case-audit-action'>(visit.params['actionId'])
  const at = await auditOfPage(visit)
  const actions = at ? (await findingsOf(visit.tx, at.audit)).flatMap((f) => f.actions) : []
  const action = actions.find((a) => a.id === id)
  return at && action ? { at, action } : undefined
}

const maySayDone = (visit: Visit, action: Action): boolean =>
  action.ownerId === visit.actor.id || mayDo(visit.actor.role, 'case-audits.manage')

async function conflict(visit: Visit, field: string): Promise<Answer> {
  const now = await actionOfPage(visit)
  return now ? shown(visit, now, typedIn(visit.form), [{ field, text: FASTER }]) : NOT_FOUND
}

/** Which step comes next for this reader, and how it is sent. */
function nextStep(visit: Visit, { at, action }: AtAction, step: 'done' | undefined) {
  const here = `${at.here}/actions/${action.id}`
  const manages = mayDo(visit.actor.role, 'case-audits.manage')
  if (action.verifiedAt) return undefined
  if (action.doneOn && step === undefined && manages && !refuseVerify(action, visit.actor.id)) {
    return { to: `${here}/verify`, fields: VERIFY, button: 'I have seen that it was done' }
  }
  const mine = action.ownerId === visit.actor.id || manages
  return mine && (!action.doneOn || step === 'done')
    ? { to: `${here}/done`, fields: DONE, button: 'Save what was done' }
    : undefined
}

const DONE: readonly Field[] = [
  { kind: 'long', name: 'doneWords', label: 'What was done?' },
  { kind: 'day', name: 'done', label: 'Which day?' },
]
const VERIFY: readonly Field[] = [
  {
    kind: 'long',
    name: 'verifiedWords',
    label: 'How do you know that it was done, and what changed for the child?',
  },
]

function shown(
  visit: Visit,
  found: AtAction,
  typed: Typed,
  problems: readonly Problem[],
  step?: 'done',
): Answer {
  const { at, action } = found
  const view = actionView(action)
  const next = nextStep(visit, found, step)
  const manages = mayDo(visit.actor.role, 'case-audits.manage')
  const form: StaffForm = {
    title: 'An action',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the finding', href: `${at.here}/findings/${action.findingId}` },
    lead: [
      action.words,
      `${view.kind}. ${view.owner} ${view.standing}`,
      ...(view.done ? [`What was done: ${view.done}`] : []),
      ...(view.verified ? [`Seen: ${view.verified}`] : []),
    ],
    fields: next?.fields ?? [],
    button: next?.button ?? '',
    to: next?.to,
    links:
      manages && !action.verifiedAt
        ? [{ text: 'Give it to somebody else', href: `${at.here}/actions/${action.id}/owner` }]
        : [],
    version: action.version,
  }
  return asked(form, typed, problems)
}
