import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { answersOf, keepAnswers, versionOfThese } from '../answers.queries.ts'
import { getField, optionsOf, type Step } from '../form.rules.ts'
import { gather, type Gathered, namedOn } from '../gather.ts'
import { findNames, isLookedThrough } from '../names.rules.ts'
import { PROMPTS_SOURCE, promptsOf } from '../prompts.rules.ts'
import { holdReferral, type Referral } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { pageAfter, slugOf, titleOf } from '../sections.rules.ts'
import { shownAs } from '../casework.rules.ts'
import { readStep, typedAgain } from './answer-step.form.ts'
import { askedOn, listsOf, namesIn, wrongIn } from './answer-step.view.ts'
import { BESIDE, fieldsIn, stepNamed } from './beside-step.rules.ts'

const url = `${URL}/:referral/form/:step`
const may = 'children.write'

type At = {
  readonly child: Child
  readonly referral: Referral
  readonly name: string
  readonly step: Step
}

export const askStep: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const at = await stepOfPage(visit)
    if (!at) return { kind: 'not-found' }
    return shown(visit, at, await gather(visit, at.child, at.referral), {})
  },
}

export const saveStep: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const at = await stepOfPage(visit)
    if (!at) return { kind: 'not-found' }
    await holdReferral(visit.tx, at.referral.id)
    const gathered = await gather(visit, at.child, at.referral)
    const read = readStep(visit.form, at.step, londonCalendarDay(visit.now))
    const typed = typedAgain(visit.form, at.step)
    if (read.problems.length > 0) {
      return shown(visit, at, gathered, { typed, problems: read.problems })
    }
    if (at.referral.state !== 'preparing' || isStale(visit, at.step, gathered)) {
      return shown(visit, at, gathered, { typed, changed: true })
    }
    await keepAnswers(visit.tx, at.referral, answersIn(read.values, gathered))
    return { kind: 'redirect', to: await nextOf(visit, at) }
  },
}

/** An answer that is what the record says keeps where it came from; one that was changed is this referral's own. */
const answersIn = (values: ReadonlyMap<string, string>, { prepared, kept }: Gathered) =>
  [...values].map(([field, value]) => {
    const held = kept.get(field)
    const ready = prepared.get(field)
    const same = ready && ready.value === value ? ready.from : undefined
    const before = held && held.value === value ? held.cameFrom : undefined
    return { field, value, cameFrom: value === '' ? undefined : (same ?? before) }
  })

function isStale(visit: Visit, step: Step, { kept }: Gathered): boolean {
  const names = fieldsIn(step).map((f) => f.name)
  return versionOf(visit.form) !== versionOfThese(kept, names)
}

async function stepOfPage(visit: Visit): Promise<At | undefined> {
  const found = await referralOf(visit)
  const step = stepNamed(visit.params['step'])
  return found && step && { ...found, ...step }
}

/** The next page of the form; the same one when a name stands in it, so that it is seen. */
async function nextOf(visit: Visit, at: At): Promise<string> {
  const here = addressOf(at.child, at.referral)
  if (textOf(visit.form, 'then') === 'back') return here
  const gathered = await gather(visit, at.child, at.referral)
  const names = await namesOn(visit, at, gathered)
  if (names.length > 0) return `${here}/form/${slugOf(at.name)}?names=yes`
  const next = at.name === BESIDE ? undefined : pageAfter(at.name, gathered.given)
  if (next === '/upload-evidence') return `${here}/documents`
  return next ? `${here}/form/${slugOf(next)}` : here
}

async function namesOn(visit: Visit, at: At, gathered: Gathered): Promise<readonly string[]> {
  const texts = fieldsIn(at.step)
    .filter(isLookedThrough)
    .map((f) => [f.name, gathered.given.answers.get(f.name) ?? ''] as const)
  if (texts.every(([, text]) => text === '')) return []
  return namesIn(findNames(new Map(texts), await namedOn(visit, at.child)))
}

type More = {
  readonly typed?: ReadonlyMap<string, string>
  readonly problems?: readonly Problem[]
  readonly changed?: boolean
}

async function shown(visit: Visit, at: At, gathered: Gathered, more: More): Promise<Answer> {
  const { child, referral, step, name } = at
  const here = addressOf(child, referral)
  const { kept, prepared } = gathered
  const asked = askedOn({ step, kept, prepared, typed: more.typed })
  const names = fieldsIn(step).map((f) => f.name)
  const next = name === BESIDE ? undefined : pageAfter(name, gathered.given)
  const page = {
    title: name === BESIDE ? 'Beside the form' : titleOf(name),
    child: { id: child.id, knownAs: child.knownAs },
    here,
    asked,
    lists: listsOf(asked).map((l) => ({
      list: l.list,
      lines: (optionsOf(getField(l.of)) ?? []).map((o) => o.value),
    })),
    prompts: promptsOf(name),
    source: PROMPTS_SOURCE,
    beside: name === BESIDE,
    version: versionOfThese(kept, names),
    open: referral.state === 'preparing',
    names: await namesOn(visit, at, gathered),
    next:
      next && (next === '/upload-evidence' ? `${here}/documents` : `${here}/form/${slugOf(next)}`),
    errors: wrongIn(more.problems ?? []),
    meanwhile: more.changed ? await meanwhileOf(visit, at) : undefined,
  }
  const wrong = page.errors.list.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status: more.changed ? 409 : wrong,
    template: 'domains/identification/nrm/answer-step/answer-step.njk',
    model: { page },
  }
}

/** What stands there now, for somebody who was writing while it changed. */
async function meanwhileOf(visit: Visit, { referral, step }: At) {
  const kept = await answersOf(visit.tx, referral.id)
  const lines = fieldsIn(step).flatMap((f) => {
    const answer = kept.get(f.name)
    return answer ? [{ text: shownAs(f.name, answer.value), by: answer.by }] : []
  })
  return {
    by: lines.find((l) => l.by)?.by,
    lines: lines.map((l) => l.text || 'Nothing'),
    closed: referral.state !== 'preparing',
  }
}
