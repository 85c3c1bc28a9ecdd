import type { CalendarDay } from '#kernel/calendar-day.ts'
import { legalStatusMeant, participationMeant, placementMeant } from './codes.rules.ts'

/** What happened in the systems around a child, on a day, in words a child could read. Pure. */
export type SystemEvent = {
  readonly on: CalendarDay
  readonly kind: 'began' | 'move' | 'legal-status' | 'new-worker' | 'review' | 'ended'
  readonly text: string
  readonly more: string | undefined
}

export type CareEpisode = {
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
  readonly beganBecause: string | null
  readonly legalStatus: string | null
  readonly placement: string | null
}
export type CareReview = { readonly heldOn: CalendarDay; readonly participation: string | null }
export type WorkerEpisode = { readonly beganOn: CalendarDay; readonly worker: string | null }

export type Happened = {
  readonly episodes: readonly CareEpisode[]
  readonly reviews: readonly CareReview[]
  readonly workers: readonly WorkerEpisode[]
}

/**
 * The events in order of their days. Never says how a child came to this country, whether an age was
 * disputed, or why care ended: those reasons are read in the record, not on a picture.
 */
export function systemEventsOf(happened: Happened): readonly SystemEvent[] {
  const episodes = happened.episodes.toSorted((a, b) => order(a.beganOn, b.beganOn))
  const workers = happened.workers.toSorted((a, b) => order(a.beganOn, b.beganOn))
  const all = [
    ...episodes.flatMap((episode, n) => ofEpisode(episode, episodes[n - 1])),
    ...episodes.flatMap((episode, n) => ofLeaving(episode, episodes[n + 1])),
    ...workers.flatMap((worker, n) => ofWorker(worker, workers[n - 1])),
    ...happened.reviews.map(ofReview),
  ]
  return all.toSorted((a, b) => order(a.on, b.on))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function ofEpisode(episode: CareEpisode, before: CareEpisode | undefined): SystemEvent[] {
  const goesOn = before?.endedOn !== undefined && before.endedOn >= episode.beganOn
  if (!before || (episode.beganBecause === 'S' && !goesOn)) return [ofBeginning(episode)]
  const events: SystemEvent[] = []
  if (before.legalStatus !== episode.legalStatus) events.push(ofLegalStatus(episode))
  const moved = movedBy(episode, before)
  if (moved) events.push(moved)
  return events
}

function ofBeginning(episode: CareEpisode): SystemEvent {
  const home = placementMeant(episode.placement)
  return {
    on: episode.beganOn,
    kind: 'began',
    text: 'The council began to look after them',
    more: home && `First home: ${home}`,
  }
}

function ofLegalStatus(episode: CareEpisode): SystemEvent {
  const status = legalStatusMeant(episode.legalStatus)
  return {
    on: episode.beganOn,
    kind: 'legal-status',
    text: status ? `Looked after from now by ${status}` : 'The legal footing of their care changed',
    more: undefined,
  }
}

/** RNE: P and B, another home and other carers; T and U, another home with the same carers. */
function movedBy(episode: CareEpisode, before: CareEpisode): SystemEvent | undefined {
  const because = episode.beganBecause ?? ''
  const unsaid = !'SLPTBU'.includes(because) || because === ''
  const moves = 'PTBU'.includes(because) && because !== ''
  if (!moves && !(unsaid && before.placement !== episode.placement)) return undefined
  const sameCarers = because === 'T' || because === 'U'
  const home = placementMeant(episode.placement)
  return {
    on: episode.beganOn,
    kind: 'move',
    text: sameCarers ? 'Another home, the same carers' : 'Moved to another home',
    more: home && `Now: ${home}`,
  }
}

/** A stretch of care that nothing follows from the same day. */
function ofLeaving(episode: CareEpisode, after: CareEpisode | undefined): SystemEvent[] {
  if (episode.endedOn === undefined) return []
  if (after !== undefined && after.beganOn <= episode.endedOn) return []
  return [
    {
      on: episode.endedOn,
      kind: 'ended',
      text: 'The council stopped looking after them',
      more: undefined,
    },
  ]
}

function ofWorker(worker: WorkerEpisode, before: WorkerEpisode | undefined): SystemEvent[] {
  if (before && before.worker === worker.worker) return []
  const text = before ? 'A new social worker' : 'A social worker'
  return [{ on: worker.beganOn, kind: 'new-worker', text, more: undefined }]
}

const ofReview = (review: CareReview): SystemEvent => ({
  on: review.heldOn,
  kind: 'review',
  text: 'A review of their care plan',
  more: participationMeant(review.participation),
})
