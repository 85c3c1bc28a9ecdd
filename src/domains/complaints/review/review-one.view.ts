import type { CalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Complaint } from '../complaints.queries.ts'
import type { ComplaintStep } from '../steps.queries.ts'
import {
  ABOUT_WORDS,
  BACK_WORDS,
  BECAUSE_WORDS,
  FOR_THEM_WORDS,
  FOUND,
  FOUND_WORDS,
  THEY_KNOW_WORDS,
  WORSE_WORDS,
} from '../complaints.rules.ts'
import { dayOf } from './day-of.view.ts'

const MADE_WORDS = { voice: 'A voice note', drawing: 'A drawing', photo: 'A photo' } as const

/** One complaint as an independent person reads it. */
export function reviewView(given: {
  readonly complaint: Complaint
  readonly knownAs: string
  readonly steps: readonly ComplaintStep[]
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly me: string
  readonly today: CalendarDay
}) {
  const { complaint: c } = given
  const mine = c.handlerId === given.me
  return {
    title: 'Not right',
    id: c.id,
    knownAs: given.knownAs,
    about: ABOUT_WORDS[c.about],
    because: c.because.map((b) => BECAUSE_WORDS[b]).join(', '),
    names: c.aboutNames,
    keptFrom: c.keptFromNames,
    aboutWho: c.aboutWho,
    aloud: c.made && {
      medium: c.made.medium,
      src: `/independent/complaints/${c.id}/file`,
      label: MADE_WORDS[c.made.medium],
    },
    words: c.words,
    wordsLanguage: c.wordsLanguage,
    putRight: c.putRight,
    forThem:
      c.forThemName &&
      c.forThemAs &&
      c.theyKnow &&
      `Written for them by ${c.forThemName}, ${FOR_THEM_WORDS[c.forThemAs].toLowerCase()}. ${THEY_KNOW_WORDS[c.theyKnow]}`,
    owed: owed(c, given.today),
    source: c.stageSource,
    toConfirm: c.stageConfidence !== 'certain',
    who: mine ? 'You look at it' : `${c.handlerName ?? 'Nobody yet'} looks at it`,
    mine,
    open: c.state === 'open',
    steps: given.steps.map((s) => stepLine(s, given.knownAs)),
    found: FOUND.map((value) => ({ value, text: FOUND_WORDS[value] })),
    others:
      given.others.length > 0 && c.state === 'open'
        ? [
            { value: '', text: 'Choose somebody' },
            ...given.others.map((o) => ({ value: o.id, text: o.name })),
          ]
        : [],
  }
}

function owed(c: Complaint, today: CalendarDay): string {
  const stage = `Stage ${c.stage}: ${c.stageCalled}.`
  if (c.state === 'answered') return `${stage} There is an answer.`
  if (c.state !== 'open') return `${stage} It is over.`
  const by = dayOf(c.stageBy)
  return c.stageBy < today
    ? `${stage} An answer was owed by ${by}, and still is.`
    : `${stage} An answer is owed by ${by}.`
}

function stepLine(s: ComplaintStep, knownAs: string) {
  const by = s.byName ?? 'The rule'
  const what: Readonly<Record<ComplaintStep['kind'], string>> = {
    read: `${by} read it`,
    given_to: `Given to ${s.toName ?? 'nobody yet'}${s.byName ? ` by ${s.byName}` : ''}`,
    spoke: `${by} spoke with somebody`,
    longer: `${by} needs longer, until ${s.due ? dayOf(s.due) : ''}`,
    answered: `${by} answered`,
    said_back: `${knownAs} said`,
    next_stage: 'The next stage',
    worse_asked: `${by} asked whether anything is worse`,
    worse_said: `${knownAs} said whether anything is worse`,
    worse_acted: `What ${by} did about it`,
    taken_back: `${knownAs} took it back`,
  }
  const say = s.found
    ? FOUND_WORDS[s.found]
    : s.back
      ? BACK_WORDS[s.back]
      : s.worse && WORSE_WORDS[s.worse]
  return {
    what: what[s.kind],
    when: londonDay(s.at),
    say,
    words: s.words,
    language: s.wordsLanguage,
  }
}
