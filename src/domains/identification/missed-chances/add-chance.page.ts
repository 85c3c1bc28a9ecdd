import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { birthsOf, type Child } from '#domains/children/index.ts'
import { ageThen, impossibleAge } from '../age.rules.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { addChance } from '../missed-chance.queries.ts'
import { BODIES, LEVELS } from '../missed-chance.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'

const url = '/children/:childId/missed-chances/add'
const may = 'concerns.write'

/** A moment at which somebody might have seen this child, and did not. About bodies, never about the child. */
export const askChance: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('missed-chances.ask'),
  answer: async (visit) => shown(await childOf(visit), {}, []),
}

export const openReview: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('missed-chances.open'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = reading(visit.form, londonCalendarDay(visit.now))
    const what = read.needed('what', 'Enter what could have been seen', 10_000)
    const when = read.partial('when')
    if (!when) read.wrong('when', 'Enter when it was, as far as you know: a year is enough')
    const births = (await birthsOf(visit.tx, child.id)).map((b) => b.birth)
    const impossible = impossibleAge(ageThen(births, when))
    if (impossible) read.wrong('when', impossible)
    const body = read.choice('body', BODIES, 'Choose who could have seen it')
    const bodyName = read.maybe('bodyName', 'Its name', 200)
    const level = read.choice('level', LEVELS, 'Choose what got in the way')
    const help = read.needed('wouldHaveHelped', 'Enter what would have helped', 5000)
    if (read.problems.length > 0 || !when) {
      return shown(child, typedWithTicks(visit.form), read.problems)
    }
    const given = { what, when, body, bodyName, level, wouldHaveHelped: help }
    const id = await addChance(visit.tx, child.id, given)
    return { kind: 'redirect', to: `/children/${child.id}/missed-chances/${id}` }
  },
}

const QUESTIONS: readonly Question[] = [
  {
    kind: 'words',
    name: 'what',
    label: 'What could have been seen, and was not?',
    hint: 'What people did and did not do. Not what the child should have said or done',
  },
  { kind: 'partial', name: 'when', label: 'When was it? (as far as it is known)' },
  { kind: 'choice', name: 'body', label: 'Who could have seen it?', choices: BODIES },
  { kind: 'text', name: 'bodyName', label: 'Which one? (optional; no name of a person)' },
  {
    kind: 'choice',
    name: 'level',
    label: 'What got in the way most?',
    hint: 'The child is not on this list',
    choices: LEVELS,
  },
  { kind: 'words', name: 'wouldHaveHelped', label: 'What would have helped?' },
]

function shown(child: Child, typed: Typed, problems: readonly Problem[]): Answer {
  return questionPage({
    title: 'A chance to see them that was missed',
    help: ['missed-opportunity'],
    child,
    back: `/children/${child.id}/concerns`,
    intro: [
      'So that the next child is seen earlier. It ends only when something learnt from it has reached a training.',
    ],
    questions: QUESTIONS,
    typed,
    problems,
  })
}
