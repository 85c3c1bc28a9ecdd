import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { called, NATIONS } from '../assessment.rules.ts'
import {
  publicReviews,
  publishedVersions,
  type PublishedVersion,
  register,
  wordsOf,
} from '../public.queries.ts'
import { isDue } from '../review.rules.ts'
import { publicReviewView, publishedView } from './read-published.view.ts'
import { documentView } from './document.view.ts'

const folder = 'domains/evaluation/read-published'
const url = '/rights-assessments/:assessmentId'

/** Pages for anybody. They read as the door, which reaches what was published and nothing else. */
const page = (at: string, answer: (visit: DoorVisit) => Promise<Answer>): DoorPage => ({
  method: 'GET',
  url: at,
  may: 'anyone',
  audit: 'nothing to record',
  answer,
})

const readRegister = page('/rights-assessments', async (visit) => {
  const today = londonCalendarDay(visit.now)
  const assessments = (await register(visit.tx)).map((a) => ({
    ...a,
    nation: called(NATIONS, a.nation),
    due: a.reviewDueOn !== undefined && isDue({ dueOn: a.reviewDueOn }, today),
  }))
  return view('register', { title: 'Published rights assessments', assessments })
})

const readLatest = page(url, (visit) => readVersion(visit, 'latest'))

const readNumbered = page(`${url}/versions/:number`, (visit) => {
  const number = visit.params['number'] ?? ''
  return /^[1-9]\d{0,5}$/.test(number) ? readVersion(visit, Number(number)) : notFound()
})

const readForChildren = page(`${url}/for-children`, async (visit) => {
  const found = await versionsIn(visit)
  const [version] = found?.versions ?? []
  if (!found || !version) return notFound()
  const shown = { title: 'For children and young people', id: found.id, name: version.title }
  return view('for-children', { ...shown, about: version.document.about })
})

const readReview = page(`${url}/reviews/:reviewId`, async (visit) => {
  const found = await versionsIn(visit)
  if (!found) return notFound()
  const reviews = await publicReviews(visit.tx, found.id)
  const review = reviews.find((r) => r.id === visit.params['reviewId']?.toLowerCase())
  const done = review?.completed
  const version = found.versions.find((v) => v.number === done?.document.published_number)
  if (!done || !version) return notFound()
  return view('review', publicReviewView(found.id, version, done))
})

async function readVersion(visit: DoorVisit, number: number | 'latest'): Promise<Answer> {
  const found = await versionsIn(visit)
  const version =
    number === 'latest' ? found?.versions[0] : found?.versions.find((v) => v.number === number)
  if (!found || !version) return notFound()
  const { document, figures } = version
  const words = await wordsOf(visit.tx, document.words)
  const reviews = await publicReviews(visit.tx, found.id)
  const shown = publishedView(found.id, version, {
    versions: found.versions,
    reviews,
    today: londonCalendarDay(visit.now),
  })
  return view('assessment', { ...shown, document: documentView({ document, words, figures }) })
}

async function versionsIn(visit: DoorVisit) {
  const id = readId<'assessment'>(visit.params['assessmentId'])
  const versions: readonly PublishedVersion[] = id ? await publishedVersions(visit.tx, id) : []
  return id && versions.length > 0 ? { id, versions } : undefined
}

const notFound = async (): Promise<Answer> => ({ kind: 'not-found' })

const view = (name: string, model: object): Answer => ({
  kind: 'view',
  template: `${folder}/${name}.njk`,
  model: { page: model },
})

export const publishedPages: readonly DoorPage[] = [
  readRegister,
  readLatest,
  readNumbered,
  readForChildren,
  readReview,
]
