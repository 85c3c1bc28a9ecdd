import { frameworkFor, goalsOf, isWantedNow, outcomeLabels } from '#domains/outcomes/index.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import { addGoal } from '../goal-writing.queries.ts'
import type { Reading } from '../read.form.ts'
import { languageAsk, sheet } from '../sheet.ts'
import { addressOf, ENDED, planOf, rowOf, shared, theirWords, URL } from './plan-of-page.ts'

const JOINT = {
  own: 'It is a goal of the young person',
  joint: 'It is an objective that everybody shares',
} as const

async function goalFound(visit: Visit) {
  const found = await planOf(visit)
  if (!found) return undefined
  const wanted = (await goalsOf(visit.tx, found.child.id)).filter((g) => isWantedNow(g.state))
  const framework = await frameworkFor(visit.tx, found.child.id, visit.now)
  const labels = framework ? outcomeLabels(framework, 'en') : new Map()
  return {
    ...found,
    wanted,
    outcomes: Object.fromEntries(
      (framework?.outcomes ?? []).map((o): [string, string] => [
        o.id,
        String(labels.get(o.code)?.title ?? o.code),
      ]),
    ),
  }
}

type GoalFound = NonNullable<Awaited<ReturnType<typeof goalFound>>>

/** What the plan is for: a goal of theirs, or what everybody agreed to work for. */
export const goalPages = sheet({
  ...shared,
  url: `${URL}/goals/add`,
  act: 'plans.goals',
  find: goalFound,
  title: () => 'A goal of the plan',
  beside: theirWords,
  asks: (found) => [
    {
      kind: 'choice',
      name: 'own',
      label: 'Is it one of the goals they set themselves?',
      choices: {
        none: 'No, or not written there',
        ...Object.fromEntries(found.wanted.map((g) => [g.id, g.words])),
      },
    },
    {
      kind: 'words',
      name: 'words',
      label: 'The goal',
      hint: 'For one of theirs, leave it empty: it stands in their own words',
    },
    languageAsk(found),
    { kind: 'choice', name: 'joint', label: 'Whose is it?', choices: JOINT },
    {
      kind: 'choice',
      name: 'outcome',
      label: 'Which outcome does it belong to?',
      hint: 'The same that check-ins ask about',
      choices: { none: 'None of them', ...found.outcomes },
    },
  ],
  kept: () => ({ language: 'en', own: 'none' }),
  async save(visit, found, read) {
    const goal = readGoal(found, read)
    if (found.plan.state === 'ended') read.wrong('words', ENDED)
    if (read.problems.length > 0) return 'asked-again'
    await addGoal(visit.tx, rowOf(found), goal)
    return { to: addressOf(found) }
  },
})

function readGoal(found: GoalFound, read: Reading) {
  const own = found.wanted.find((g) => g.id === textOf(read.form, 'own'))
  const typed = read.maybe('words', 2000)
  const words = typed ?? own?.words ?? ''
  if (!words) read.wrong('words', 'Enter the goal, or choose one of theirs')
  return {
    words,
    language: typed === undefined && own ? own.language : read.language('language'),
    joint: read.choice('joint', JOINT, 'Choose whose it is') === 'joint',
    own: own?.id,
    outcome: readOutcome(found, read),
  }
}

/** An outcome of the version in use; one that was retired while the form was open is said, and nothing is lost. */
function readOutcome(found: GoalFound, read: Reading): string | undefined {
  const outcome = read.choiceOrNone('outcome', found.outcomes)
  const asked = textOf(read.form, 'outcome')
  if (asked !== '' && asked !== 'none' && !outcome) {
    read.wrong(
      'outcome',
      'That outcome is no longer in use. Choose one of these, or none; the rest of what you wrote is kept',
    )
  }
  return outcome
}
