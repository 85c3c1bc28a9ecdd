import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { type Frame, frameIn } from '#domains/words/index.ts'
import { OWN_VIEWS } from '../around.rules.ts'
import { cardOf, type PersonCard, type Seen } from '../my-people/my-people.view.ts'
import type { PersonAround } from '../around.rules.ts'
import type { TypedView } from '../own-people.form.ts'

type Choice = { readonly value: string; readonly text: string; readonly chosen: boolean }

export type SeePersonView = Frame & {
  readonly errors: Errors
  readonly person: PersonCard
  readonly views: readonly Choice[]
  readonly readers: readonly Choice[]
  readonly words: string
  readonly version: number
  readonly changed: boolean
}

/** How I see one person. Until something is said, nothing is chosen for them: not even who may read it. */
export function seePersonView(given: {
  readonly language: string
  readonly person: PersonAround
  readonly seen: Seen
  readonly typed: TypedView | undefined
  readonly problems: readonly Problem[]
  readonly changed: boolean
}): SeePersonView {
  const frame = frameIn(given.language, false, (words) => words.around.iSee)
  const w = frame.w.around
  const kept = given.seen.views.get(given.person.id)
  const typed = given.typed ?? {
    view: kept?.view ?? '',
    words: kept?.words ?? '',
    reader: kept ? (kept.shown ? 'beside' : 'me') : '',
  }
  return {
    ...frame,
    errors: errorsOf(given.problems),
    person: cardOf(frame, given.person, given.seen),
    views: OWN_VIEWS.map((value) => ({
      value,
      text: w.views[value],
      chosen: typed.view === value,
    })),
    readers: [
      { value: 'me', text: w.onlyMe, chosen: typed.reader === 'me' },
      { value: 'beside', text: w.besideMe, chosen: typed.reader === 'beside' },
    ],
    words: typed.words,
    version: kept?.version ?? 0,
    changed: given.changed,
  }
}
