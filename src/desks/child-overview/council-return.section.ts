import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { noteShown, type NoteShown, notesShown } from '#domains/children/index.ts'
import { documentedInReturns } from '#domains/exchange/index.ts'
import {
  type CareEpisode,
  type CareReview,
  careEpisodes,
  careReviews,
  documentedMeant,
  legalStatusMeant,
  type MissingPeriod,
  missingPeriods,
  participationMeant,
  placementMeant,
} from '#domains/processes/index.ts'
import { notes as notesOf } from './asked-once.ts'
import type { Section } from './section.ts'

/** What the council told the Department for Education: facts it documented, homes, reviews, times missing. At the foot, closed. */
export const councilReturn: Section = {
  place: 'foot',
  template: 'desks/child-overview/council-return.njk',
  async gather(visit, child) {
    const { tx } = visit
    const documented = await documentedInReturns(tx, child.id)
    if (documented.length === 0) return undefined
    const episodes = await careEpisodes(tx, child.id)
    const reviews = await careReviews(tx, child.id)
    const missing = await missingPeriods(tx, child.id)
    const notes = await notesOf(visit, child)
    const shown = new Set<string>()
    const beside: Beside = (day, kinds) =>
      kinds.flatMap((kind) => {
        shown.add(`${day}.${kind}`)
        return notesShown(notes, `${day}.${kind}`)
      })
    const homes = episodes.map((e) => home(e, beside)).toReversed()
    const held = reviews.map((r) => review(r, beside)).toReversed()
    const away = missing.map((m) => period(m, beside)).toReversed()
    return {
      documented: documented.map(({ organisation, year, facts }) => ({
        from: `${organisation}, return for the year to 31 March ${year}`,
        items: ['SEX', 'ETHNIC'].flatMap((column) => {
          const code = facts[column]
          return code ? [{ name: NAMES[column], value: documentedMeant(column, code) }] : []
        }),
      })),
      homes,
      reviews: held,
      missing: away,
      // A note whose line the council took out since, or sent otherwise, stays at the head of all it sent.
      notes: [...notes.values()]
        .flat()
        .filter((n) => n.about === 'council' && !shown.has(n.lineKey ?? ''))
        .map(noteShown),
    }
  },
}

const NAMES: Readonly<Record<string, string>> = { SEX: 'Sex', ETHNIC: 'Ethnicity' }

const between = (from: CalendarDay, to: CalendarDay | undefined) =>
  to ? `${inWords(from)} to ${inWords(to)}` : `From ${inWords(from)}`

/** The notes beside a line: by its day, and by what it says happened on it. */
type Beside = (day: CalendarDay, kinds: readonly string[]) => readonly NoteShown[]

const HOME = ['began', 'legal-status', 'move']

const home = (episode: CareEpisode, beside: Beside) => ({
  notes: [
    ...beside(episode.beganOn, HOME),
    ...(episode.endedOn ? beside(episode.endedOn, ['ended']) : []),
  ],
  when: between(episode.beganOn, episode.endedOn),
  home: placementMeant(episode.placement) ?? episode.placement ?? 'Not said',
  footing: legalStatusMeant(episode.legalStatus) ?? episode.legalStatus ?? 'Not said',
})

const review = ({ heldOn, participation }: CareReview, beside: Beside) => ({
  notes: beside(heldOn, ['review']),
  when: inWords(heldOn),
  how: participationMeant(participation) ?? participation ?? 'How they took part was not said',
})

const period = ({ beganOn, endedOn, kind }: MissingPeriod, beside: Beside) => ({
  notes: beside(beganOn, ['away']),
  when: between(beganOn, endedOn),
  what: kind === 'A' ? 'Away without agreement' : kind === 'M' ? 'Missing' : (kind ?? 'Not said'),
})
