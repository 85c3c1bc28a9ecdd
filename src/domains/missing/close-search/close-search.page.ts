import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { birthsOf } from '#domains/children/index.ts'
import { answerProposal, propose, proposalsOf } from '../during.queries.ts'
import { type At, episodeForm } from '../episode-form.ts'
import { endClosed } from '../episode.queries.ts'
import { ANSWERS, CLOSING, isGrown, refuseClosing } from '../missing.rules.ts'
import { reviewDone } from '../owed.ts'

const of = ({ child, episode }: At) => ({ child: child.id, episode: episode.id })

const MAY_BE_UNDER_18 =
  'By what is known of when they were born they may be under 18: this is no reason'

async function grownBy(tx: Tx, at: At, now: Date): Promise<boolean> {
  const births = await birthsOf(tx, at.child.id)
  return isGrown(
    births.map((b) => b.birth.latest),
    londonCalendarDay(now),
  )
}

/** One person proposes. The search goes on, and is looked at, until another agrees. */
export const proposePages = episodeForm({
  slug: 'close',
  title: 'Propose to close the search',
  intro: [
    'Somebody other than you reads this and agrees or does not. Until then the search goes on. Turning 18 does not close it: it says who goes on looking.',
  ],
  topic: 'missing',
  submit: 'Propose it',
  onlyOpen: true,
  asks: () => [
    { kind: 'choice', name: 'because', label: 'Why close it?', choices: CLOSING },
    { kind: 'words', name: 'reason', label: 'Your reasons, and what was tried' },
    { kind: 'words', name: 'goesOn', label: 'Who goes on looking, and how? (when they turned 18)' },
  ],
  read: (read) => {
    const because = read.choice('because', CLOSING, 'Choose why')
    const reason = read.needed('reason', 'Enter your reasons', 5000)
    const goesOn = read.maybe('goesOn', 2000)
    return because && { because, reason, goesOn }
  },
  keep: async ({ tx, now }, at, closing) => {
    const refusal = refuseClosing(closing, await grownBy(tx, at, now))
    if (refusal === 'not-grown') return [{ field: 'because', text: MAY_BE_UNDER_18 }]
    if (refusal) return [{ field: 'goesOn', text: 'Enter who goes on looking for them, and how' }]
    if (await propose(tx, of(at), { ...closing, at: now })) return []
    return [
      { field: 'because', text: 'Somebody has proposed it already: another person answers that' },
    ]
  },
})

/** Another person agrees, and it is closed; or does not, and it goes on. */
export const answerPages = episodeForm({
  slug: 'close-answer',
  title: 'Answer whether to close the search',
  intro: ['Two people close a search, each with their reasons. If you are not sure, do not agree.'],
  topic: 'missing',
  submit: 'Save your answer',
  onlyOpen: true,
  asks: () => [
    { kind: 'choice', name: 'answer', label: 'What do you say?', choices: ANSWERS },
    { kind: 'words', name: 'reason', label: 'Your reasons' },
  ],
  read: (read) => {
    const answer = read.choice('answer', ANSWERS, 'Choose what you say')
    const reason = read.needed('reason', 'Enter your reasons', 5000)
    return answer && { answer, reason }
  },
  keep: async ({ tx, now, actor }, at, given) => {
    const proposal = (await proposalsOf(tx, at.episode.id)).find((p) => p.answer === undefined)
    if (!proposal) {
      return [{ field: 'answer', text: 'Nobody proposes to close it now: it goes on' }]
    }
    if (proposal.byId === actor.id) {
      const text = 'You proposed it yourself: somebody else must answer'
      return [{ field: 'answer', text }]
    }
    const agreed = given.answer === 'agreed'
    // A claim may have come in since it was proposed. The database asks the same.
    if (agreed && refuseClosing(proposal, await grownBy(tx, at, now)) === 'not-grown') {
      return [{ field: 'answer', text: MAY_BE_UNDER_18 }]
    }
    if (!(await answerProposal(tx, proposal.id, actor.id, { ...given, at: now }))) {
      return [{ field: 'answer', text: 'Somebody answered while you were writing' }]
    }
    if (!agreed) return []
    const how = proposal.because === 'in_error' ? 'in_error' : 'closed'
    await endClosed(tx, at.episode.id, how, now)
    await reviewDone(tx, at.child.id, now)
    return []
  },
})
