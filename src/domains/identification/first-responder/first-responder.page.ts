import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'
import { responderOf, setResponder } from '../responder.queries.ts'
import { DUTY_TO_NOTIFY, RESPONDER_KINDS, RESPONDER_SOURCE, routeOf } from '../responder.rules.ts'

const url = '/first-responder'

const IS_ONE = {
  yes: 'Yes, it is on the Home Office’s list',
  no: 'No; somebody else refers for us',
} as const

/** Whether this organisation refers to the National Referral Mechanism itself, and who does otherwise. */
export const seeResponder: Page = {
  method: 'GET',
  url,
  may: 'concerns.read',
  audit: { action: 'responder.see' },
  answer: async (visit) => shown(visit, {}, []),
}

export const sayResponder: Page = {
  method: 'POST',
  url,
  may: 'concerns.lead',
  audit: { action: 'responder.set' },
  async answer(visit): Promise<Answer> {
    const read = reading(visit.form, londonCalendarDay(visit.now))
    const isOne = read.choice('isOne', IS_ONE, 'Choose whether it is a first responder') === 'yes'
    const listedAs = read.maybe('listedAs', 'The name in the list', 200)
    const goesTo = read.maybe('goesTo', 'Who refers', 200)
    const how = read.maybe('how', 'How they are reached', 500)
    if (isOne && !listedAs) read.wrong('listedAs', 'Enter the name under which it is listed')
    if (!isOne && !goesTo) read.wrong('goesTo', 'Enter who refers for this organisation')
    if (read.problems.length > 0) return shown(visit, typedWithTicks(visit.form), read.problems)
    const elsewhere = isOne ? undefined : { goesTo, how }
    await setResponder(visit.tx, {
      isOne,
      listedAs: isOne ? listedAs : undefined,
      goesTo: elsewhere?.goesTo,
      how: elsewhere?.how,
    })
    return { kind: 'redirect', to: url }
  },
}

const QUESTIONS: readonly Question[] = [
  {
    kind: 'choice',
    name: 'isOne',
    label: 'Is this organisation a first responder?',
    choices: IS_ONE,
  },
  { kind: 'text', name: 'listedAs', label: 'If it is: its name in the Home Office’s list' },
  { kind: 'text', name: 'goesTo', label: 'If it is not: who refers for it?' },
  { kind: 'text', name: 'how', label: 'How are they reached, day and night? (optional)' },
]

async function shown(
  { tx, actor }: Visit,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  const now = await responderOf(tx, actor.organisationId)
  const leads = mayDo(actor.role, 'concerns.lead')
  const kept = now && {
    isOne: now.isOne ? 'yes' : 'no',
    listedAs: now.listedAs ?? '',
    goesTo: now.goesTo ?? '',
    how: now.how ?? '',
  }
  return questionPage({
    title: 'Who refers to the National Referral Mechanism',
    child: undefined,
    back: '/concerns',
    intro: [routeOf(actor.organisationName, now).text, DUTY_TO_NOTIFY],
    asides: [
      {
        title: 'Who is a first responder',
        lines: [
          ...RESPONDER_KINDS.map((text) => ({ label: '', text })),
          { label: 'Where this comes from', text: RESPONDER_SOURCE },
        ],
      },
    ],
    questions: leads ? QUESTIONS : [],
    typed: problems.length > 0 ? typed : (kept ?? {}),
    submit: leads ? 'Save' : '',
    problems,
  })
}
