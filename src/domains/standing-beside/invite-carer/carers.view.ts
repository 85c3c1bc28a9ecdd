import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import type { Child } from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { type Entry, STATE_WORDS } from '#domains/outcomes/index.ts'
import { APPOINTMENT_KINDS } from '#domains/calendar/index.ts'
import type { RegisteredCarer } from '#domains/home/index.ts'
import { type Carer, type CarerItem, DECIDES, ENDED_BECAUSE } from '../carers.rules.ts'
import { registerLine } from './register.view.ts'

type Given = {
  readonly child: Child
  readonly carers: readonly Carer[]
  readonly items: readonly CarerItem[]
  readonly said: readonly Entry[]
  readonly registered: readonly RegisteredCarer[]
  readonly mayInvite: boolean
}

/** The carers of a child, and what each may see. */
export function carersView({ child, carers, items, said, registered, mayInvite }: Given) {
  return {
    title: 'Carers, and what they see',
    child: { id: child.id, knownAs: child.knownAs },
    mayInvite,
    now: carers.filter((c) => !c.endedAt).map((c) => carerOnPage(c, items, registered)),
    said: said
      .filter((e) => e.voice === 'carer')
      .map(saidLine)
      .toReversed(),
    before: carers.flatMap((c) =>
      c.endedAt && c.endedBecause
        ? [
            {
              name: c.name,
              detail: `Until ${londonDay(c.endedAt)}. ${ENDED_BECAUSE[c.endedBecause]}`,
            },
          ]
        : [],
    ),
  }
}

/** What a carer said, in their own voice. */
export const saidLine = (e: Entry) => ({
  title: e.outcomeTitle,
  by: e.by ?? '',
  state: e.state ? lookUp<string>(STATE_WORDS, e.state) : undefined,
  words: e.words ?? undefined,
  language: e.wordsLanguage,
  when: londonDay(e.sharedAt),
})

function carerOnPage(
  carer: Carer,
  items: readonly CarerItem[],
  registered: readonly RegisteredCarer[],
) {
  const own = items.filter((i) => i.carerId === carer.id)
  const on = own.filter((i) => !i.offAt).length
  return {
    id: carer.id,
    name: carer.name,
    whoTheyAre: carer.whoTheyAre,
    register: registerLine(carer, registered),
    sees: on === 1 ? 'Sees 1 thing' : `Sees ${on} things`,
  }
}

/** One carer: how it was agreed, and each thing they see or saw. */
export function carerView(
  child: Child,
  carer: Carer,
  items: readonly CarerItem[],
  registered: readonly RegisteredCarer[],
) {
  return {
    title: 'What a carer sees',
    child: { id: child.id, knownAs: child.knownAs },
    carer: {
      id: carer.id,
      name: carer.name,
      whoTheyAre: carer.whoTheyAre,
      version: carer.version,
      register: registerLine(carer, registered),
      agreed: `Agreed on ${dayOf(carer.agreedOn)}: ${carer.agreedHow}`,
      decides: carer.decidesWhy
        ? `${DECIDES[carer.decides]}. ${carer.decidesWhy}. Looked at again on ${dayOf(carer.reviewOn)}`
        : DECIDES[carer.decides],
    },
    items: items.filter((i) => i.carerId === carer.id).map(itemLine),
    reasons: Object.entries(ENDED_BECAUSE).map(([value, text]) => ({ value, text })),
  }
}

/** One thing a carer may see, in words. */
export function itemLine(item: CarerItem) {
  return {
    id: item.id,
    text: itemInWords(item),
    off: item.offAt !== undefined,
    theirs: item.offByChild,
    since: item.offAt && londonDay(item.offAt),
  }
}

export function itemInWords(item: CarerItem): string {
  if (item.startsAt) {
    const kind = lookUp<string>(APPOINTMENT_KINDS, item.appointmentKind ?? '') ?? 'Something'
    return `${kind} with ${item.withWhom ?? ''}, ${londonDayAndTime(item.startsAt)}`
  }
  return `${item.plain ?? ''} By ${dayOf(item.dueOn)}`
}

function dayOf(text: string | undefined): string {
  const day = text ? calendarDay(text) : undefined
  return day ? inWords(day) : ''
}
