import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { type AskedForm, askedPages, type Child } from '#domains/children/index.ts'
import { type Adult, answerAdult } from '../adult.queries.ts'
import { auditOf, hrefOf } from '../child-of-page.ts'
import { ADULT_ANSWERS, type AdultAnswer, isUnrelated, monthsOn } from '../home.rules.ts'
import { adultOf } from './keep-adult.page.ts'

type At = { readonly child: Child; readonly adult: Adult }
type Answered = {
  readonly decided: AdultAnswer
  readonly why: string
  readonly again: CalendarDay
}

/** A manager looks at a home that a child shares with an adult not related to them. */
const ANSWER: AskedForm<At, Answered> = {
  url: '/children/:childId/home/adults/:adult/answer',
  may: 'homes.decide',
  audit: auditOf('home.ask', 'home.adult-answer'),
  async find(visit) {
    const at = await adultOf(visit)
    return at && isUnrelated(at.adult.relation) && at.adult.untilOn === undefined ? at : undefined
  },
  title: 'They share a home with an adult not related to them',
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: ({ adult }) => [
    `${adult.who}. What you decide is kept, and shown again on the day you choose, for as long as it is so.`,
  ],
  help: ['home-right'],
  asks: () => [
    { kind: 'choice', name: 'decided', label: 'What happens?', choices: ADULT_ANSWERS },
    { kind: 'words', name: 'why', label: 'Why, and what keeps the child safe until then?' },
    {
      kind: 'day',
      name: 'again',
      label: 'When is it looked at again?',
      hint: 'Within three months',
    },
  ],
  read(read) {
    const decided = read.choice('decided', ADULT_ANSWERS, 'Choose what happens')
    const why = read.needed('why', 'Enter why, and what keeps the child safe', 2000)
    const until = monthsOn(read.today, 3)
    const again = read.day('again', 'Enter when it is looked at again', { from: read.today, until })
    if (again === read.today) read.wrong('again', 'Enter a day after today')
    return decided && again && { decided, why, again }
  },
  async keep({ tx, now }, { child, adult }, answer) {
    const at = { child: child.id, adult: adult.id, today: londonCalendarDay(now) }
    await answerAdult(tx, at, answer)
    return { to: hrefOf(child) }
  },
}

export const answerAdultPages = askedPages(ANSWER)
