import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import { type AskedForm, askedPages } from '#domains/children/index.ts'
import type { Carer } from '../carer.queries.ts'
import { monthsOn } from '../home.rules.ts'
import {
  addTraining,
  takeBackTraining,
  type Topic,
  topicsOn,
  type Training,
  trainingOf,
} from '../training.queries.ts'
import { carerOf } from './keep-carer.page.ts'

type At = { readonly carer: Carer; readonly topics: readonly Topic[] }
type Learnt = {
  readonly topic: string
  readonly doneOn: CalendarDay
  readonly expiresOn: CalendarDay
  readonly givenBy: string
}

/** A carer learnt something, and it holds for a time. */
const LEARNT: AskedForm<At, Learnt> = {
  url: '/homes/carers/:carer/training/add',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.training-add' },
  async find(visit) {
    const carer = await carerOf(visit)
    return carer && { carer, topics: await topicsOn(visit.tx, londonCalendarDay(visit.now)) }
  },
  title: ({ carer }) => `What ${carer.name} learnt`,
  back: ({ carer }) => `/homes/carers/${carer.id}`,
  asks: ({ topics }) => [
    {
      kind: 'choice',
      name: 'topic',
      label: 'About what?',
      choices: Object.fromEntries(
        topics.map((t) => [t.id, `${t.called}${t.needed ? ' (needed before a child comes)' : ''}`]),
      ),
    },
    { kind: 'day', name: 'doneOn', label: 'On which day?' },
    {
      kind: 'day',
      name: 'expiresOn',
      label: 'Until when does it hold?',
      hint: 'Leave it empty for as long as this topic usually holds',
    },
    { kind: 'text', name: 'givenBy', label: 'Who gave it?' },
  ],
  read: readLearnt,
  async keep({ tx }, { carer }, learnt) {
    await addTraining(tx, carer.id, learnt)
    return { to: `/homes/carers/${carer.id}` }
  },
}

function readLearnt(read: Reading, { topics }: At): Learnt | undefined {
  const topic = topics.find((t) => t.id === textOf(read.form, 'topic'))
  if (!topic) read.wrong('topic', 'Choose about what')
  const doneOn = read.day('doneOn', 'Enter on which day', { until: read.today })
  const typed =
    doneOn && read.dayOrNone('expiresOn', { from: doneOn, until: monthsOn(doneOn, 120) })
  const givenBy = read.needed('givenBy', 'Enter who gave it', 200)
  if (!topic || !doneOn) return undefined
  const expiresOn = typed ?? monthsOn(doneOn, topic.lastsMonths)
  if (expiresOn <= doneOn) read.wrong('expiresOn', 'Enter a day after the training')
  return { topic: topic.id, doneOn, expiresOn, givenBy }
}

type OfTraining = { readonly carer: Carer; readonly training: Training }

/** What was written in error is kept, and no longer holds. */
const NOT_SO: AskedForm<OfTraining, string> = {
  url: '/homes/carers/:carer/training/:training/not-so',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.training-not-so' },
  find: trainingAsked,
  title: ({ carer, training }) => `Written in error: ${training.called}, ${carer.name}`,
  back: ({ carer }) => `/homes/carers/${carer.id}`,
  intro: ({ training }) => [
    `${inWords(training.doneOn)}, given by ${training.givenBy}. It stays, marked as not so, and no longer holds.`,
  ],
  asks: () => [{ kind: 'text', name: 'because', label: 'Why is it not so?' }],
  read: (read) => read.needed('because', 'Enter why it is not so', 1000),
  async keep({ tx }, { carer, training }, because) {
    // Taken back meanwhile by somebody else: it is as it should be, and their reason stands.
    await takeBackTraining(tx, carer.id, training.id, because)
    return { to: `/homes/carers/${carer.id}` }
  },
}

async function trainingAsked(visit: Visit): Promise<OfTraining | undefined> {
  const carer = await carerOf(visit)
  const id = readId<'training'>(visit.params['training'])
  const training = carer && (await trainingOf(visit.tx, carer.id)).find((t) => t.id === id)
  return carer && training && !training.notSoBecause ? { carer, training } : undefined
}

export const trainingPages = [...askedPages(LEARNT), ...askedPages(NOT_SO)]
