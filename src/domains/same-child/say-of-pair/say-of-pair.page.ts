import { trustedId } from '#kernel/ids.ts'
import { lookUp } from '#kernel/look-up.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Page, Visit } from '#platform/http/page.ts'
import type { Ask } from '#domains/children/index.ts'
import { whoMayDecide } from '../acts.queries.ts'
import {
  DECISIONS,
  mayDecide,
  mayHandOver,
  mayTakeBack,
  SECOND_ANSWERS,
} from '../same-child.rules.ts'
import { pairForm, type Said } from './pair-form.ts'

/** A code chosen from a list that the form itself gave. */
function chosen<C extends string>(
  form: Visit['form'],
  name: string,
  choices: Readonly<Record<C, string>>,
): C | undefined {
  const typed = textOf(form, name)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of a record of codes is one of its codes
  return lookUp<string>(choices, typed) === undefined ? undefined : (typed as C)
}

/** One person says what it is. That it is the same child stands only when a second person agrees. */
const decide = pairForm({
  slug: 'decide',
  title: 'Say what it is',
  intro: [
    'If it is the same child, a second person answers before the two are linked. Both records stay as they are, and whoever opens one of them is told that the other is there: not what it says.',
    'If you are not sure, say that it cannot be said. Nothing is lost by that.',
  ],
  submit: 'Save what you say',
  reasonLabel: 'Your reasons',
  fits: mayDecide,
  asks: async () => [
    {
      kind: 'choice',
      name: 'decision',
      label: 'Are the two records about one child?',
      choices: DECISIONS,
    },
  ],
  read: (form): Said | Problem => {
    const decision = chosen(form, 'decision', DECISIONS)
    return decision ? { act: decision } : { field: 'decision', text: 'Choose what it is' }
  },
})

/** Another person agrees, and the two are linked; or does not, and nobody has decided. */
const answer = pairForm({
  slug: 'answer',
  title: 'Answer, as the second person',
  intro: [
    'Look at both records yourself first. Two people make a link, so that one tired look does not put another child’s life into this one’s.',
  ],
  submit: 'Save your answer',
  reasonLabel: 'Your reasons',
  fits: (standing) => standing === 'proposed',
  asks: async () => [
    { kind: 'choice', name: 'answer', label: 'What do you say?', choices: SECOND_ANSWERS },
  ],
  read: (form): Said | Problem => {
    const given = chosen(form, 'answer', SECOND_ANSWERS)
    return given ? { act: given } : { field: 'answer', text: 'Choose what you say' }
  },
})

/** One person is enough: taking a link back harms nobody, keeping a wrong one may. */
const takeBack = pairForm({
  slug: 'take-back',
  title: 'Take back what was said',
  intro: [
    'The pair then waits for somebody again. What was said before stays in the history. Neither record changes.',
  ],
  submit: 'Take it back',
  reasonLabel: 'Why it does not hold',
  fits: mayTakeBack,
  asks: async () => [],
  read: () => ({ act: 'undone' }),
})

/** Somebody else decides who may open both records too. */
const handOver = pairForm({
  slug: 'hand-over',
  title: 'Ask somebody else to decide',
  intro: ['These people can open both records. Whom you choose finds it on their list.'],
  submit: 'Ask them',
  reasonLabel: 'Why you ask them',
  fits: mayHandOver,
  asks: async ({ tx, actor }, { pair }): Promise<readonly Ask[]> => {
    const people = (await whoMayDecide(tx, pair.id)).filter((person) => person.id !== actor.id)
    const choices = Object.fromEntries(people.map((person) => [person.id, person.name]))
    const nobody = 'Nobody else can open both records. Ask a manager to stand beside you in this.'
    const hint = people.length === 0 ? { hint: nobody } : {}
    return [{ kind: 'choice', name: 'to', label: 'Whom do you ask?', choices, ...hint }]
  },
  read: (form, [ask]): Said | Problem => {
    const to = textOf(form, 'to')
    return lookUp(ask?.choices ?? {}, to) === undefined
      ? { field: 'to', text: 'Choose somebody who can open both records' }
      : { act: 'handed_over', to: trustedId<'person'>(to) }
  },
})

export const sayPages: readonly Page[] = [...decide, ...answer, ...takeBack, ...handOver]
