import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { aboutChild } from '../about-child.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { type Concern, type ConcernId, findConcern } from '../concern.queries.ts'
import { addLook, holdConcern } from '../concern-writing.queries.ts'
import { FINDS, type Look, type LookRefusal, refuseLook } from '../concern.rules.ts'
import { secondLookOwed, secondLookTaken } from '../owed.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { type Aside, questionPage, type Typed } from '../question.view.ts'
import { concernView } from '../see-concern/see-concern.view.ts'

const REFUSED: Readonly<Record<LookRefusal, string>> = {
  'first-is-there':
    'Somebody wrote the first thinking meanwhile. What you wrote is in the box: take the second look with it',
  'second-is-there': 'Somebody took the second look meanwhile. What you wrote is in the box',
  'no-first': 'The first thinking is not written down yet. A second look comes after it',
  'same-person': 'The first thinking is yours. The second look is taken by somebody else',
}

type Place = Look['place']
const TEXTS: Readonly<Record<Place, { readonly title: string; readonly intro: string }>> = {
  first: {
    title: 'What do you think, and why?',
    intro:
      'Your own thinking, under your name. No number of ticks decides this; a person does. It stays as you write it.',
  },
  second: {
    title: 'A second look',
    intro:
      'Look for yourself. You may differ: both stay, and the decision has to answer it. It stays as you write it.',
  },
}

const pages = (place: Place, slug: string): readonly [Page, Page] => {
  const url = `/children/:childId/concerns/:concern/${slug}`
  const may = 'concerns.write'
  return [
    {
      method: 'GET',
      url,
      may,
      audit: auditOf('concerns.ask'),
      async answer(visit): Promise<Answer> {
        const child = await childOf(visit)
        const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
        if (!concern) return { kind: 'not-found' }
        const refusal = refuseLook(place, concern.looks, visit.actor.id)
        const problems = refusal ? [{ field: 'reasoning', text: REFUSED[refusal] }] : []
        return shown(visit, child, concern, place, {}, problems)
      },
    },
    {
      method: 'POST',
      url,
      may,
      audit: auditOf('concerns.look'),
      async answer(visit): Promise<Answer> {
        const child = await childOf(visit)
        const there = await findConcern(visit.tx, child.id, visit.params['concern'])
        if (!there) return { kind: 'not-found' }
        const concern = await heldConcern(visit, child, there.id)
        const read = reading(visit.form, londonCalendarDay(visit.now))
        const finds = read.choice('finds', FINDS, 'Choose what you think')
        const reasoning = read.needed('reasoning', 'Enter why you think so', 10_000)
        const refusal = refuseLook(place, concern.looks, visit.actor.id)
        const problems = refusal ? [{ field: 'reasoning', text: REFUSED[refusal] }] : read.problems
        if (problems.length > 0) {
          return shown(visit, child, concern, place, typedWithTicks(visit.form), problems)
        }
        await addLook(visit.tx, concern, { place, finds, reasoning })
        if (place === 'first') await secondLookOwed(visit.tx, child.id, concern.id, visit.now)
        else await secondLookTaken(visit.tx, concern.id, visit.now)
        return { kind: 'redirect', to: `/children/${child.id}/concerns/${concern.id}` }
      },
    },
  ]
}

/** The concern as it is once nobody else can add to it before this answer. */
export async function heldConcern(visit: Visit, child: Child, id: ConcernId): Promise<Concern> {
  await holdConcern(visit.tx, id)
  const concern = await findConcern(visit.tx, child.id, id)
  if (!concern) throw new Error('A concern went out of reach while it was held')
  return concern
}

/** What was seen and thought so far, to stand beside the questions. */
export function concernAside(concern: Concern): Aside {
  const view = concernView(concern, '', false)
  return {
    title: 'What was seen or heard',
    lines: [
      { label: view.noticed, text: view.seen },
      { label: 'The situation', text: view.context },
      ...(view.words.text ? [{ label: 'What they said', text: view.words.text }] : []),
      { label: 'What left them with few choices', text: view.few },
      ...view.looks.map((l) => ({ label: `${l.title} (${l.by}): ${l.finds}`, text: l.reasoning })),
    ],
  }
}

async function shown(
  visit: Visit,
  child: Child,
  concern: Concern,
  place: Place,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  return questionPage({
    title: TEXTS[place].title,
    help: ['second-look'],
    child,
    back: `/children/${child.id}/concerns/${concern.id}`,
    asides: [...(await aboutChild(visit.tx, child)), concernAside(concern)],
    intro: [TEXTS[place].intro],
    questions: [
      { kind: 'choice', name: 'finds', label: 'What do you think?', choices: FINDS },
      {
        kind: 'words',
        name: 'reasoning',
        label: 'Why?',
        hint: 'What speaks for it, what against, what is not known, and what left them with few choices',
      },
    ],
    typed,
    problems,
  })
}

export const [askFirstLook, takeFirstLook] = pages('first', 'look')
export const [askSecondLook, takeSecondLook] = pages('second', 'second-look')
