import { type Condition, type Field, getField, getStep, type Step, STEPS } from './form.rules.ts'

/** How the form leads from one page to the next. Pure: the same answers always lead the same way. */

/** What was answered, by field; several choices are joined by commas. Nothing answered is not there. */
export type Answers = ReadonlyMap<string, string>

export type Given = { readonly answers: Answers; readonly files: number }

export const FIRST = '/reference'
export const SUMMARY = '/confirm'

const is = (field: string, value: string) => (g: Given) =>
  valuesIn(g.answers, field).includes(value)

/** Under 18, or perhaps: the form consents for them, and asks nothing that it asks of adults. */
export const perhapsChild = (answers: Answers): boolean => {
  const under = answers.get('pv-under-age')
  return under === 'yes' || under === 'not-sure'
}

/** The conditions that the form's source writes as code, by that code. A test holds this list whole. */
const WRITTEN: Readonly<Record<string, (given: Given) => boolean>> = {
  "req => req.sessionModel.get('where-exploitation-happened') === 'uk-and-overseas'": is(
    'where-exploitation-happened',
    'uk-and-overseas',
  ),
  "req => { return req.sessionModel.get('pv-want-to-submit-nrm') === 'yes' && req.sessionModel.get('automatic-referral'); }":
    (g) => answerTo(g.answers, 'pv-want-to-submit-nrm') === 'yes' && perhapsChild(g.answers),
  "req => req.sessionModel.get('pv-want-to-submit-nrm') === 'no'": (g) =>
    answerTo(g.answers, 'pv-want-to-submit-nrm') === 'no',
  "req => req.sessionModel.get('pv-under-age') !== 'no'": (g) => !is('pv-under-age', 'no')(g),
  "req => req.sessionModel.get('who-contact') === 'someone-else'": is(
    'who-contact',
    'someone-else',
  ),
  "req => req.sessionModel.get('files') && req.sessionModel.get('files').length > 0": (g) =>
    g.files > 0,
}

export const isUnderstood = (condition: Condition): boolean =>
  typeof condition !== 'string' || Object.hasOwn(WRITTEN, condition)

function holds(condition: Condition, given: Given): boolean {
  if (typeof condition !== 'string') {
    return answerTo(given.answers, condition.field) === condition.value
  }
  const written = WRITTEN[condition]
  if (!written) throw new Error('The form has a condition that nobody has put into words')
  return written(given)
}

/** What the form answers by itself: for a child, that the referral is made. */
export function answeredByForm(answers: Answers): Answers {
  return perhapsChild(answers) ? new Map([['pv-want-to-submit-nrm', 'yes']]) : new Map()
}

/** The answer that counts: the form's own where it gives one. */
export const answerTo = (answers: Answers, field: string): string | undefined =>
  answeredByForm(answers).get(field) ?? answers.get(field)

export const valuesIn = (answers: Answers, field: string): readonly string[] =>
  (answerTo(answers, field) ?? '').split(',').filter(Boolean)

export function nextStep(step: string, given: Given): string | undefined {
  const { forks, next } = getStep(step)
  return forks.find((fork) => holds(fork.condition, given))?.target ?? next
}

/** Every page of the form that these answers lead through, from its first question to its summary. */
export function pathOf(given: Given): readonly string[] {
  const path: string[] = []
  let at: string | undefined = FIRST
  while (at !== undefined && at !== SUMMARY) {
    if (path.includes(at)) throw new Error(`The form leads round in a circle at ${at}`)
    path.push(at)
    at = nextStep(at, given)
  }
  return path
}

/** A page of the form that it answers by itself and does not show. */
export const isPassedBy = (step: string, answers: Answers): boolean =>
  step === '/pv-want-to-submit-nrm' && perhapsChild(answers)

/**
 * Boxes that a page shows only beside another answer. The form's source says some of these in its
 * data (dependent), and these in its templates.
 */
const BESIDE: Readonly<Record<string, { readonly field: string; readonly value: string }>> = {
  'other-exploitation-details': { field: 'types-of-exploitation-other', value: 'yes' },
  'reported-to-police-police-forces': { field: 'reported-to-police', value: 'yes' },
  'reported-to-police-crime-reference': { field: 'reported-to-police', value: 'yes' },
  ...Object.fromEntries(
    ['email-input', 'email-check'].map((end) => [
      `pv-contact-details-${end}`,
      { field: 'pv-contact-details', value: 'email' },
    ]),
  ),
  ...Object.fromEntries(
    ['street', 'town', 'county', 'postcode', 'post-check'].map((end) => [
      `pv-contact-details-${end}`,
      { field: 'pv-contact-details', value: 'post' },
    ]),
  ),
  ...Object.fromEntries(
    ['street', 'town', 'county', 'postcode'].map((end) => [
      `someone-else-${end}`,
      { field: 'someone-else', value: 'post' },
    ]),
  ),
}

/** Beside which answer a box stands, when it does not always. */
export const besideOf = (
  field: Field,
): { readonly field: string; readonly value: string } | undefined =>
  field.dependent ?? BESIDE[field.name]

/** Whether a question is asked at all, when its page is. */
export function applies(field: Field, answers: Answers): boolean {
  const beside = besideOf(field)
  return !beside || valuesIn(answers, beside.field).includes(beside.value)
}

export function fieldsOn(step: string, answers: Answers): readonly Field[] {
  return fieldsOf(getStep(step)).filter((field) => applies(field, answers))
}

export const fieldsOf = (step: Step): readonly Field[] => (step.fields ?? []).map(getField)

/** Which page asks a question first; undefined for one that no page asks. */
export const stepOf = (name: string): string | undefined =>
  [...STEPS].find(([, step]) => step.fields?.includes(name))?.[0]

/** The pages that no answers lead to, and why not. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  '/start': 'a page of the Home Office’s site, before the form begins',
  '/reports': 'the Home Office’s own list of drafts',
  '/are-you-sure': 'deletes a draft on the Home Office’s site',
  '/continue-report': 'goes on with a draft on the Home Office’s site',
  '/save-and-exit': 'says that a draft was saved on the Home Office’s site',
  '/token-invalid': 'says that a link of the Home Office’s site has expired',
  '/exit': 'leaves the Home Office’s site',
  '/support-organisations': 'a list to read, beside the question of contact details',
  '/confirmation': 'says that the form was sent; Waymark keeps the reference it gives',
  '/what-happened': 'stands in the form’s source, and no page of the live form leads to it',
  '/more-than-one-exploitation-situation':
    'stands in the form’s source, and no page of the live form leads to it',
  '/why-are-you-making-the-referral':
    'stands in the form’s source, and no page of the live form leads to it',
}

/** Questions that the source holds and the live form does not ask: kept beside, if somebody wants them. */
export const KEPT_BESIDE = [
  'what-happened',
  'more-than-one-exploitation-situation',
  'why-are-you-making-the-referral',
  'why-they-stayed',
] as const
