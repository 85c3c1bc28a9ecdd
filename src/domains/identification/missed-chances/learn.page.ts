import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, type Worker, workersOf } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import {
  addLearning,
  endReview,
  findChance,
  type Learning,
  type MissedChance,
  traceLearning,
} from '../missed-chance.queries.ts'
import { refuseEnd, TOPICS } from '../missed-chance.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'

const url = '/children/:childId/missed-chances/:chance'
const ENDED = 'This review has ended'
const FASTER = 'Somebody changed this meanwhile. Look at it again; what you wrote is in the boxes'

type Found = { readonly child: Child; readonly chance: MissedChance }

/** Finds the chance of the address and hands it on, or says that it is not there. */
const withChance =
  (work: (visit: Visit, found: Found) => Promise<Answer>) =>
  async (visit: Visit): Promise<Answer> => {
    const child = await childOf(visit)
    const chance = await findChance(visit.tx, child.id, visit.params['chance'])
    return chance ? work(visit, { child, chance }) : { kind: 'not-found' }
  }

const hrefOf = ({ child, chance }: Found) => `/children/${child.id}/missed-chances/${chance.id}`

/** What is learnt, on which topic, and who brings it into a training by when. */
export const askLearning: Page = {
  method: 'GET',
  url: `${url}/learning/add`,
  may: 'concerns.write',
  audit: auditOf('missed-chances.ask'),
  answer: withChance((visit, found) => learningForm(visit, found, {}, [])),
}

export const writeLearning: Page = {
  method: 'POST',
  url: `${url}/learning/add`,
  may: 'concerns.write',
  audit: auditOf('missed-chances.learn'),
  answer: withChance(async (visit, found) => {
    const today = londonCalendarDay(visit.now)
    const people = await workersOf(visit.tx, found.child.organisationId)
    const read = reading(visit.form, today)
    const topic = read.choice('topic', TOPICS, 'Choose what it is about')
    const words = read.needed('words', 'Enter what is learnt', 5000)
    const owner = people.find((p) => p.id === visit.form['owner'])
    if (!owner) read.wrong('owner', 'Choose who brings it into a training')
    const dueOn = read.dayNeeded('dueOn', 'by which day')
    if (dueOn < today) read.wrong('dueOn', 'Enter a day that is today or later')
    if (found.chance.endedAt) read.wrong('words', ENDED)
    if (read.problems.length > 0 || !owner) {
      return learningForm(visit, found, typedWithTicks(visit.form), read.problems)
    }
    const at = { child: found.child.id, chance: found.chance.id }
    await addLearning(visit.tx, at, { topic, words, owner: owner.id, dueOn })
    return { kind: 'redirect', to: hrefOf(found) }
  }),
}

/** In which training it was taught: only then is it traced. */
export const askTraining: Page = {
  method: 'GET',
  url: `${url}/learning/:learning`,
  may: 'concerns.write',
  audit: auditOf('missed-chances.ask'),
  answer: withChance(async (visit, found) => {
    const learning = learningOfPage(visit, found)
    return learning ? trainingForm(found, learning, {}, []) : { kind: 'not-found' }
  }),
}

export const writeTraining: Page = {
  method: 'POST',
  url: `${url}/learning/:learning`,
  may: 'concerns.write',
  audit: auditOf('missed-chances.train'),
  answer: withChance(async (visit, found) => {
    const learning = learningOfPage(visit, found)
    if (!learning) return { kind: 'not-found' }
    const today = londonCalendarDay(visit.now)
    const read = reading(visit.form, today)
    const training = read.needed('training', 'Enter which training it was part of', 300)
    const on = read.dayNeeded('trainedOn', 'the day of the training')
    if (on > today) read.wrong('trainedOn', 'The day of the training must be today or earlier')
    const whom = read.needed('whom', 'Enter for whom it was', 300)
    if (found.chance.endedAt) read.wrong('training', ENDED)
    const again = (problems: readonly Problem[]) =>
      trainingForm(found, learning, typedWithTicks(visit.form), problems)
    if (read.problems.length > 0) return again(read.problems)
    if (await traceLearning(visit.tx, learning, versionOf(visit.form), { training, on, whom })) {
      return { kind: 'redirect', to: hrefOf(found) }
    }
    return again([{ field: 'training', text: FASTER }])
  }),
}

/** Only with something learnt, and all of it taught. */
export const askEnd: Page = {
  method: 'GET',
  url: `${url}/end`,
  may: 'concerns.lead',
  audit: auditOf('missed-chances.ask'),
  answer: withChance(async (_visit, found) => endForm(found, {}, [])),
}

export const end: Page = {
  method: 'POST',
  url: `${url}/end`,
  may: 'concerns.lead',
  audit: auditOf('missed-chances.end'),
  answer: withChance(async (visit, found) => {
    const read = reading(visit.form, londonCalendarDay(visit.now))
    const words = read.needed('words', 'Enter what changes for the next child', 5000)
    const blocked = found.chance.endedAt ? ENDED : refuseEnd(found.chance.learning)
    if (blocked) read.wrong('words', blocked)
    const again = (problems: readonly Problem[]) =>
      endForm(found, typedWithTicks(visit.form), problems)
    if (read.problems.length > 0) return again(read.problems)
    if (await endReview(visit.tx, found.chance.id, versionOf(visit.form), words)) {
      return { kind: 'redirect', to: hrefOf(found) }
    }
    return again([{ field: 'words', text: FASTER }])
  }),
}

const learningOfPage = (visit: Visit, { chance }: Found): Learning | undefined =>
  chance.learning.find((l) => l.id === visit.params['learning'])

async function learningForm(
  visit: Visit,
  found: Found,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  const people = await workersOf(visit.tx, found.child.organisationId)
  return questionPage({
    title: 'What is learnt',
    child: found.child,
    back: hrefOf(found),
    questions: [
      { kind: 'choice', name: 'topic', label: 'What is it about?', choices: TOPICS },
      { kind: 'words', name: 'words', label: 'What should everybody know from now on?' },
      ownerQuestion(people),
      { kind: 'day', name: 'dueOn', label: 'By which day?' },
    ],
    typed,
    problems,
  })
}

const ownerQuestion = (people: readonly Worker[]): Question => ({
  kind: 'pick',
  name: 'owner',
  label: 'Who brings it into a training?',
  choices: { '': 'Choose somebody', ...Object.fromEntries(people.map((p) => [p.id, p.name])) },
})

function trainingForm(
  found: Found,
  learning: Learning,
  typed: Typed,
  problems: readonly Problem[],
): Answer {
  return questionPage({
    title: 'In which training was it taught?',
    child: found.child,
    back: hrefOf(found),
    asides: [{ title: 'What is learnt', lines: [{ label: '', text: learning.words }] }],
    questions: [
      {
        kind: 'text',
        name: 'training',
        label: 'Which training was it part of?',
        hint: 'As it is called in the list of trainings. Nothing that could point at the child',
      },
      { kind: 'day', name: 'trainedOn', label: 'On which day?' },
      { kind: 'text', name: 'whom', label: 'For whom was it?' },
    ],
    typed,
    version: learning.version,
    problems,
  })
}

function endForm(found: Found, typed: Typed, problems: readonly Problem[]): Answer {
  const blocked = found.chance.endedAt ? ENDED : refuseEnd(found.chance.learning)
  return questionPage({
    title: 'End this review',
    help: ['missed-opportunity'],
    child: found.child,
    back: hrefOf(found),
    intro: blocked ? [`${blocked}.`] : [],
    questions: [{ kind: 'words', name: 'words', label: 'What changes for the next child?' }],
    typed,
    version: found.chance.version,
    submit: 'End the review',
    problems,
  })
}
