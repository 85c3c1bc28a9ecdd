import { inWords } from '#kernel/calendar-day.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import type { Concern } from '../concern.queries.ts'
import {
  BECAUSE,
  differ,
  FINDS,
  NO_FEW_CHOICES,
  NO_WORDS,
  RESPONSES,
  stateOf,
  STATES,
  type Step,
  STEPS,
  stepsOf,
  WORDS_HOW,
} from '../concern.rules.ts'
import { partialInWords } from '../partial-day.rules.ts'
import { lookUp } from '#kernel/look-up.ts'

const STEP_TEXTS: Readonly<Record<Step, string>> = {
  written: 'What was seen or said, in its situation',
  first_look: 'One person’s thinking',
  second_look: 'A second look by somebody else',
  first_response: 'How they were met first, and when',
  decision: 'A decision, with its reason',
}

/** A concern as its page says it: what was seen first, then the steps, the same for every child. */
export function concernView(concern: Concern, actorId: string, mayWrite: boolean) {
  const done = stepsOf({
    looks: concern.looks,
    responses: concern.responses.length,
    decided: concern.decided,
  })
  return {
    state: STATES[stateOf(concern.decided)],
    recorded: `${concern.recordedBy ?? 'Somebody'}, ${londonDayAndTime(concern.recordedAt)}`,
    noticed: partialInWords(concern.noticed),
    seen: concern.seen,
    context: concern.context,
    words: wordsOf(concern),
    few:
      concern.fewChoices ?? lookUp<string>(NO_FEW_CHOICES, concern.noFewChoicesBecause ?? '') ?? '',
    indicators: concern.indicators,
    steps: STEPS.map((step) => ({ text: STEP_TEXTS[step], done: done[step] })),
    looks: concern.looks.map((l) => ({
      title: l.place === 'first' ? 'One person’s thinking' : 'A second look',
      finds: FINDS[l.finds],
      reasoning: l.reasoning,
      by: `${l.by ?? 'Somebody'}, ${londonDayAndTime(l.at)}`,
    })),
    differ: differ(concern.looks),
    responses: concern.responses.map((r) => ({
      kind: RESPONSES[r.kind],
      day: inWords(r.on),
      what: r.what,
      by: r.by,
    })),
    decided: concern.decided.map((d, n) => ({
      text: STATES[d.decision],
      because: BECAUSE[d.because],
      reasoning: d.reasoning,
      aboutDisagreement: d.aboutDisagreement,
      by: `${d.by ?? 'Somebody'}, ${inWords(d.on)}`,
      earlier: n > 0,
    })),
    asked: done.second_look ? undefined : concern.lookAskedOfName,
    acts: mayWrite ? actsOf(concern, actorId) : [],
  }
}

function wordsOf(concern: Concern) {
  return concern.childWords
    ? {
        text: concern.childWords,
        language: concern.childWordsLanguage,
        how: lookUp<string>(WORDS_HOW, concern.childWordsHow ?? ''),
      }
    : { whyNone: lookUp<string>(NO_WORDS, concern.noWordsBecause ?? '') }
}

/** What comes next, in the order of the steps. */
function actsOf(concern: Concern, actorId: string) {
  const here = `/children/${concern.childId}/concerns/${concern.id}`
  const [first, second] = (['first', 'second'] as const).map((place) =>
    concern.looks.find((l) => l.place === place),
  )
  const acts: { readonly text: string; readonly href: string }[] = []
  if (!first) acts.push({ text: 'Write what you think, and why', href: `${here}/look` })
  if (first && !second && first.byId !== actorId) {
    acts.push({ text: 'Take the second look', href: `${here}/second-look` })
  }
  if (first && !second) acts.push({ text: 'Ask somebody for a second look', href: `${here}/ask` })
  acts.push({ text: 'Write how they were met', href: `${here}/response` })
  if (second) {
    acts.push({
      text: concern.decided.length > 0 ? 'Decide anew' : 'Decide',
      href: `${here}/decide`,
    })
  }
  return acts
}
