import type { Allocation } from '#domains/children/index.ts'
import type { CheckIn, UsedFramework } from '#domains/outcomes/index.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  type LanguageChoice,
  languageChoices,
  say,
} from '#domains/words/index.ts'

export type BeginView = Frame & {
  /** Who will be able to read it, by name. */
  readonly beside: readonly string[]
  readonly languages: readonly LanguageChoice[]
  readonly drafts: readonly { readonly href: string; readonly text: string }[]
  readonly mayBegin: boolean
}

/** Before beginning: who will see it, said before anything is asked. */
export function beginView(given: {
  readonly language: string
  readonly offered: readonly string[]
  readonly handed: boolean
  readonly allocations: readonly Allocation[]
  readonly drafts: readonly CheckIn[]
  readonly framework: UsedFramework | undefined
}): BeginView {
  const frame = frameIn(given.language, given.handed, (w) => w.before.title)
  const names = given.allocations
    .filter((a) => a.endedOn === undefined)
    .map((a) => a.personName)
    .filter((name) => name !== undefined)
  return {
    ...frame,
    beside: [...new Set(names)],
    languages: languageChoices(
      given.framework ? languagesFor(given.offered, given.framework) : [],
      given.language,
    ),
    drafts: given.drafts.map((draft) => ({
      href: `/me/check-in/${draft.id}/choose`,
      text: say(frame.w.before.unfinished, { day: dayIn(frame.language, draft.startedAt) }),
    })),
    mayBegin: given.framework !== undefined,
  }
}

/** Languages the pages or the framework's questions are in, English first. */
export function languagesFor(
  offered: readonly string[],
  framework: UsedFramework,
): readonly string[] {
  const questions = framework.outcomes.flatMap((o) => Object.keys(o.wording))
  return [...new Set([...offered, framework.language, ...questions])]
}
