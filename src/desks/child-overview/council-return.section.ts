import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
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
import type { Section } from './section.ts'

/** What the council told the Department for Education: facts it documented, homes, reviews, times missing. At the foot, closed. */
export const councilReturn: Section = {
  place: 'foot',
  template: 'desks/child-overview/council-return.njk',
  async gather({ tx }, child) {
    const documented = await documentedInReturns(tx, child.id)
    if (documented.length === 0) return undefined
    const episodes = await careEpisodes(tx, child.id)
    const reviews = await careReviews(tx, child.id)
    const missing = await missingPeriods(tx, child.id)
    return {
      documented: documented.map(({ organisation, year, facts }) => ({
        from: `${organisation}, return for the year to 31 March ${year}`,
        items: ['SEX', 'ETHNIC'].flatMap((column) => {
          const code = facts[column]
          return code ? [{ name: NAMES[column], value: documentedMeant(column, code) }] : []
        }),
      })),
      homes: episodes.map(home).toReversed(),
      reviews: reviews.map(review).toReversed(),
      missing: missing.map(period).toReversed(),
    }
  },
}

const NAMES: Readonly<Record<string, string>> = { SEX: 'Sex', ETHNIC: 'Ethnicity' }

const between = (from: CalendarDay, to: CalendarDay | undefined) =>
  to ? `${inWords(from)} to ${inWords(to)}` : `From ${inWords(from)}`

const home = (episode: CareEpisode) => ({
  when: between(episode.beganOn, episode.endedOn),
  home: placementMeant(episode.placement) ?? episode.placement ?? 'Not said',
  footing: legalStatusMeant(episode.legalStatus) ?? episode.legalStatus ?? 'Not said',
})

const review = ({ heldOn, participation }: CareReview) => ({
  when: inWords(heldOn),
  how: participationMeant(participation) ?? participation ?? 'How they took part was not said',
})

const period = ({ beganOn, endedOn, kind }: MissingPeriod) => ({
  when: between(beganOn, endedOn),
  what: kind === 'A' ? 'Away without agreement' : kind === 'M' ? 'Missing' : (kind ?? 'Not said'),
})
