import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { may } from '#platform/access/capability.ts'
import { ABOUT_WORDS, ANSWER_WORDS } from '../complaints.rules.ts'
import { type Feedback, feedbackToRead } from '../feedback.queries.ts'
import { complaintsToReview, type ListedComplaint, reviewsHere } from '../reviewers.queries.ts'
import { dayOf } from './day-of.view.ts'

/**
 * What came to the independent people of the organisation. Which children it shows is not written into
 * the audit: those beside a child read who looked, and must not learn of a complaint from it.
 */
export const seeReviews: Page = {
  method: 'GET',
  url: '/independent',
  may: 'complaints.review',
  audit: { action: 'complaints.review.list' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const today = londonCalendarDay(now)
    const reviews = await reviewsHere(tx)
    const complaints = reviews ? await complaintsToReview(tx, today) : []
    const feedback = reviews ? await feedbackToRead(tx) : []
    const over = (c: ListedComplaint) => c.state === 'settled' || c.state === 'taken_back'
    return {
      kind: 'view',
      template: 'domains/complaints/review/reviews.njk',
      model: {
        page: {
          title: 'Independent',
          reviews,
          mayCount: may(actor.role, 'complaints.count'),
          mayAppoint: may(actor.role, 'complaints.appoint'),
          mine: complaints.filter((c) => c.mine && !over(c)).map((c) => lineOf(c, today)),
          others: complaints.filter((c) => !c.mine && !over(c)).map((c) => lineOf(c, today)),
          over: complaints.filter(over).map((c) => lineOf(c, today)),
          feedback: feedback.map(feedbackLine),
        },
      },
    }
  },
}

const STATE_WORDS: Readonly<Record<ListedComplaint['state'], string>> = {
  open: '',
  answered: 'There is an answer, and they have not said what they think of it',
  settled: 'They say that it is answered',
  taken_back: 'They took it back',
}

function lineOf(c: ListedComplaint, today: string) {
  const by = dayOf(c.stageBy)
  const owed = c.stageBy < today ? `An answer was owed by ${by}` : `An answer is owed by ${by}`
  const who = c.mine ? '' : `With ${c.handlerName ?? 'nobody yet'}`
  const worse = c.askWorse ? 'Ask whether anything is worse' : ''
  const parts = [ABOUT_WORDS[c.about], c.state === 'open' ? owed : STATE_WORDS[c.state], who, worse]
  return {
    name: c.knownAs,
    detail: parts.filter((p) => p !== '').join('. '),
    action: { text: 'Open', href: `/independent/complaints/${c.id}` },
  }
}

const FEEDBACK_WORDS: Readonly<Record<Feedback['about'], string>> = {
  answer: 'an answer',
  meeting: 'a meeting',
  check_in: 'a check-in',
}

const feedbackLine = (f: Feedback) => ({
  name: f.knownAs,
  about: `About ${FEEDBACK_WORDS[f.about]}${f.aboutName ? ` by ${f.aboutName}` : ''}, ${londonDay(f.saidAt)}`,
  answers: [
    { question: 'Listened to', answer: ANSWER_WORDS[f.said.listened] },
    { question: 'Believed', answer: ANSWER_WORDS[f.said.believed] },
    { question: 'The interpreter was right', answer: ANSWER_WORDS[f.said.interpreter] },
  ],
  words: f.words,
  language: f.wordsLanguage,
})
