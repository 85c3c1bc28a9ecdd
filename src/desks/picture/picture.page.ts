import { calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import {
  allocationsOf,
  getChild,
  learningOf,
  type NoteShown,
  notesBeside,
  notesShown,
  notSharedInWords,
} from '#domains/children/index.ts'
import { askedInWords, askedWhether } from '#domains/outcomes/index.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
} from '#domains/words/index.ts'
import {
  careEpisodes,
  processesOf,
  stabilityOf,
  type SystemEvent,
  systemEvents,
  waitsOf,
  workerEpisodes,
} from '#domains/processes/index.ts'
import { homesLivedIn } from '#domains/home/index.ts'
import { gatherSaid, noonOf } from './gather.ts'
import { type Around, pictureOf } from './picture.view.ts'
import { type PictureTexts, workerTexts, youngTexts } from './picture-texts.view.ts'
import { safeBeside, type SafeTexts, workerSafeTexts, youngSafeTexts } from './safe-beside.view.ts'
import { workerSteadyTexts, youngSteadyTexts } from './steady-texts.view.ts'
import { waitsBeside } from './waits.view.ts'
import { type SteadyTexts, type SteadyView, steadyView } from './steady.view.ts'

const childId = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

const byOf = (visit: Visit) =>
  textOf(visit.query, 'by') === 'principle' ? 'principle' : 'importance'

/** What I said, over time. */
export const myPicture: Page = {
  method: 'GET',
  url: '/me/picture',
  may: 'me.open',
  audit: { action: 'me.picture', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.picture.title)
    const happened: Readonly<Record<SystemEvent['kind'], string>> = frame.w.picture.happened
    const said = await gatherSaid(visit.tx, child, visit.now)
    const texts = youngTexts(frame)
    const picture = pictureOf({
      ...said,
      around: await aroundOf(visit, child, {
        event: (e) => happened[e.kind],
        more: () => undefined,
        beside: (name) => say(frame.w.picture.besideMe, { name }),
        unnamed: frame.w.looked.somebody,
      }),
      now: visit.now,
      texts,
      by: byOf(visit),
    })
    const steady = await steadyOf(visit, child, said, texts, youngSteadyTexts(frame))
    const safe = safeIn(said, texts, youngSafeTexts(frame))
    return {
      kind: 'view',
      template: 'desks/picture/my-picture.njk',
      model: {
        page: { ...frame, picture, steady, safe, by: byOf(visit), last: lastSaid(frame, said) },
      },
    }
  },
}

/** What they said, over time, for those beside them. */
export const childPicture: Page = {
  method: 'GET',
  url: '/children/:childId/picture',
  may: 'children.read',
  audit: { action: 'child.picture', childId },
  async answer(visit): Promise<Answer> {
    const id = childId(visit)
    if (!id) return { kind: 'not-found' }
    const child = await getChild(visit.tx, id)
    const asked = await askedWhether(visit.tx, id)
    const said = await gatherSaid(visit.tx, id, visit.now)
    const texts = workerTexts(child.knownAs)
    const beside = await notesBeside(visit.tx, id)
    const notes = (line: string) => notesShown(beside, line)
    const picture = pictureOf({
      ...said,
      around: await aroundOf(visit, id, {
        event: (e) => e.text,
        more: (e) => e.more,
        notes,
        beside: (name) => `${name} began to stand beside them`,
        unnamed: 'Somebody in another organisation',
      }),
      now: visit.now,
      notes,
      texts,
      by: byOf(visit),
    })
    const notShared = asked.kind === 'not-shared'
    const own = workerSteadyTexts(child.knownAs)
    const steadyTexts = notShared ? { ...own, notSaid: `${notSharedInWords(child.knownAs)}.` } : own
    const steady = await steadyOf(visit, id, said, texts, steadyTexts)
    const notAsked = asked.kind === 'said' ? undefined : askedInWords(asked, child.knownAs)
    const by = byOf(visit)
    const safe = safeIn(said, texts, workerSafeTexts(child.knownAs))
    const waits = waitsBeside({
      spoken: notShared ? [] : said.spoken,
      processes: await processesOf(visit.tx, id),
      waits: await waitsOf(visit.tx, id),
      now: visit.now,
    })
    const page = {
      title: 'Over time',
      child,
      picture,
      steady,
      safe,
      waits,
      by,
      notAsked,
      notShared,
    }
    return { kind: 'view', template: 'desks/picture/child-picture.njk', model: { page } }
  },
}

/** The last time they said how things are, to be read whole. */
function lastSaid(
  frame: Frame,
  { spoken }: Awaited<ReturnType<typeof gatherSaid>>,
): { readonly day: string; readonly href: string } | undefined {
  const last = spoken.findLast((s) => s.voice === 'young_person')
  if (!last) return undefined
  return {
    day: say(frame.w.me.saidOn, { day: dayIn(frame.language, last.at) }),
    href: `/me/check-in/${last.checkInId}`,
  }
}

const safeIn = (
  { spoken, versions }: Awaited<ReturnType<typeof gatherSaid>>,
  how: PictureTexts,
  texts: SafeTexts,
) => safeBeside({ spoken, framework: versions.at(-1), how, texts })

/** What moved, from what happened; what they say of it, from their own voice. */
async function steadyOf(
  visit: Visit,
  child: ChildId,
  said: Awaited<ReturnType<typeof gatherSaid>>,
  how: PictureTexts,
  texts: SteadyTexts,
): Promise<SteadyView> {
  const places = await learningOf(visit.tx, child)
  const allocations = await allocationsOf(visit.tx, child)
  const stability = stabilityOf(
    {
      episodes: await careEpisodes(visit.tx, child),
      homes: await homesLivedIn(visit.tx, child),
      workerEpisodes: await workerEpisodes(visit.tx, child),
      workers: allocations
        .filter((a) => a.part !== 'other')
        .flatMap((a) => {
          const from = calendarDay(a.startedOn)
          const until = a.endedOn === undefined ? undefined : calendarDay(a.endedOn)
          return from ? [{ key: a.personId, part: a.part, from, until }] : []
        }),
      learning: places.map((p) => ({ key: p.id, from: p.beganOn, until: p.endedOn })),
    },
    londonCalendarDay(visit.now),
  )
  const framework = said.versions.at(-1)
  return steadyView({ stability, places, spoken: said.spoken, framework, texts, how })
}

type AroundTexts = {
  readonly event: (event: SystemEvent) => string
  readonly more: (event: SystemEvent) => string | undefined
  readonly notes?: (line: string) => readonly NoteShown[]
  readonly beside: (name: string) => string
  readonly unnamed: string
}

/** Moves, reviews and decisions, and who came to stand beside them. */
async function aroundOf(
  visit: Visit,
  child: ChildId,
  texts: AroundTexts,
): Promise<readonly Around[]> {
  const events = await systemEvents(visit.tx, child)
  const allocations = await allocationsOf(visit.tx, child)
  const placed = (
    day: string,
    text: string,
    more: string | undefined,
    line: string,
  ): readonly Around[] => {
    const at = noonOf(day)
    return at ? [{ at, text, more, notes: texts.notes?.(line) ?? [] }] : []
  }
  return [
    ...events.flatMap((e) => placed(e.on, texts.event(e), texts.more(e), `${e.on}.${e.kind}`)),
    ...allocations.flatMap((a) =>
      placed(a.startedOn, texts.beside(a.personName ?? texts.unnamed), undefined, a.id),
    ),
  ]
}
