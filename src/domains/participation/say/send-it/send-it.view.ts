import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import { type Frame, frameIn, type YouthWords } from '#domains/words/index.ts'
import type { ToChoose } from '../own-statement.ts'
import type { SendRefusal } from '../said.rules.ts'
import type { Statement } from '../said-row.ts'
import { WITH, type Wished } from './send-it.form.ts'

type Choice = {
  readonly value: string
  readonly text: string
  readonly symbol: string
  readonly checked: boolean
}

export type SendView = Frame & {
  readonly errors: Errors
  readonly back: string
  readonly who: readonly (Choice & { readonly names: readonly string[] })[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly checked: boolean
  }[]
  /** Undefined on a worker's device, where it was written down before. */
  readonly with: readonly Choice[] | undefined
}

const SYMBOLS: Readonly<Record<string, string>> = {
  alone: 'bust-in-silhouette',
  interpreter: 'globe-with-meridians',
  worker: 'person-raising-hand',
  carer: 'house-with-garden',
  family: 'family',
  friend: 'people-hugging',
  other: 'busts-in-silhouette',
}

/** Whom they can choose among, and what was chosen before. */
export function whoChoices(
  frame: Frame,
  from: ToChoose,
  typed: Wished['typed'] | undefined,
): Pick<SendView, 'who' | 'people'> {
  const choice = (value: 'everyone_beside_me' | 'trusted' | 'chosen', symbol: string) => ({
    value,
    symbol,
    text: frame.w.send[value],
    checked: typed?.who === value,
    names: value === 'trusted' ? from.trusted.map((p) => p.name) : [],
  })
  return {
    who:
      from.beside.length === 0
        ? []
        : [
            choice('everyone_beside_me', 'people-hugging'),
            ...(from.trusted.length > 0 ? [choice('trusted', 'two-hearts')] : []),
            choice('chosen', 'person-raising-hand'),
          ],
    people: from.beside.map((p) => ({
      id: p.personId,
      name: p.name,
      checked: typed?.people.includes(p.personId) ?? false,
    })),
  }
}

/** Choosing who gets it, and who was there. */
export function sendView(given: {
  readonly language: string
  readonly handed: boolean
  readonly statement: Statement
  readonly from: ToChoose
  readonly typed: Wished['typed'] | undefined
  readonly refusal: SendRefusal | undefined
}): SendView {
  const { from, typed } = given
  const frame = frameIn(given.language, given.handed, (w) => w.send.title)
  return {
    ...frame,
    errors: errorsOf(problems(frame.w, given.refusal)),
    back: `/me/say/${given.statement.id}`,
    ...whoChoices(frame, from, typed),
    with: given.statement.occasionId === undefined ? withChoices(frame.w, typed) : undefined,
  }
}

const withChoices = (w: YouthWords, typed: Wished['typed'] | undefined): readonly Choice[] =>
  WITH.map((value) => ({
    value,
    text: w.send.with[value],
    symbol: SYMBOLS[value] ?? 'bust-in-silhouette',
    checked: (typed?.with ?? 'alone') === value,
  }))

function problems(w: YouthWords, refusal: SendRefusal | undefined) {
  switch (refusal) {
    case 'choose-who':
    case 'no-trusted':
      return [{ field: 'who-1', text: w.send.chooseWho }]
    case 'choose-somebody':
      return [{ field: 'person-1', text: w.send.chooseSomebody }]
    case 'nothing-said':
      return [{ field: 'who-1', text: w.send.nothing }]
    case 'already-sent':
    case undefined:
      return []
  }
}
