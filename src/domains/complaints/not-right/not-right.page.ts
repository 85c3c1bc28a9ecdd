import { randomUUID } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { trustedId } from '#kernel/ids.ts'
import { MOST_BYTES } from '#platform/files/store.ts'
import { listOf, textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { ABOUT, BECAUSE, MADE_AS, type MadeAs } from '../complaints.rules.ts'
import { complaintsOf, type Made, makeComplaint, outsideFor } from '../complaints.queries.ts'
import { whoWorksWith } from '#domains/children/index.ts'
import { independentNames } from '../reviewers.queries.ts'
import { keepMade } from './kept.ts'
import { newNotRightView, notRightView } from './not-right.view.ts'

const may = 'me.open'
const folder = 'domains/complaints/not-right'
const audit = (act: 'see' | 'send') => ({ action: `me.other.${act}`, childId: ownChild })

/** What this is, who reads it and who does not, what is promised, and who is outside. */
export const seeNotRight: Page = {
  method: 'GET',
  url: '/me/not-right',
  may,
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const today = londonCalendarDay(now)
    const page = notRightView({
      language: await languageOf(visit),
      names: await independentNames(tx, actor.organisationId, today),
      outside: await outsideFor(tx, actor.organisationId, today),
      mine: await complaintsOf(tx, getOwnChild(visit)),
    })
    return { kind: 'view', template: `${folder}/not-right.njk`, model: { page } }
  },
}

export const askNotRight: Page = {
  method: 'GET',
  url: '/me/not-right/new',
  may,
  audit: audit('see'),
  answer: (visit) => asked(visit, []),
}

export const sendNotRight: Page = {
  method: 'POST',
  url: '/me/not-right/new',
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: audit('send'),
  async answer(visit): Promise<Answer> {
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const child = getOwnChild(visit)
    const { made, problem } = await keepMade(visit, child, wayOf(visit), w)
    const read = readNotRight(visit, w.notRight, language, made)
    const wrong = 'problems' in read ? read.problems : []
    // What was spoken is kept where something else is wrong: nobody says it twice.
    if (problem !== undefined) return asked(visit, [problemOfFile(problem), ...wrong], made)
    if ('problems' in read) return asked(visit, wrong, made)
    const people = await whoWorksWith(visit.tx, child, 'ever')
    const named = (field: string) =>
      people.map((p) => p.id).filter((id) => listOf(visit.form, field).includes(id))
    const id = trustedId<'complaint'>(randomUUID())
    await makeComplaint(visit.tx, id, {
      ...read.value,
      made,
      childId: child,
      aboutPersons: named('aboutPersons'),
      keptFrom: named('keptFrom'),
      language,
      now: visit.now,
    })
    return { kind: 'redirect', to: `/me/not-right/${id}?just=sent` }
  },
}

type Texts = { readonly enterAbout: string; readonly enterWords: string }

/** What it is about and a few words; all else is as they wish. */
function readNotRight(visit: Visit, w: Texts, language: string, made: Made | undefined) {
  const { tooLong } = wordsFor(language).words.answer
  const { form } = visit
  const about = oneOf(ABOUT, textOf(form, 'about'))
  const words = verbatimIn(form, 'words')
  const putRight = verbatimIn(form, 'putRight')
  const aboutWho = textOf(form, 'aboutWho').trim()
  const problems: Problem[] = []
  const tooLongAt = (field: string, text: string, most: number) => {
    if (text.length > most) problems.push({ field, text: sayIn({ language }, tooLong, { most }) })
  }
  if (!about) problems.push({ field: 'about', text: w.enterAbout })
  if (words.trim() === '' && !made && visit.files.length === 0)
    problems.push({ field: 'words', text: w.enterWords })
  tooLongAt('words', words, 5000)
  tooLongAt('putRight', putRight, 2000)
  tooLongAt('aboutWho', aboutWho, 500)
  if (!about || problems.length > 0) return { problems }
  const ticked = listOf(form, 'because')
  return {
    value: {
      about,
      because: BECAUSE.filter((b) => ticked.includes(b)),
      aboutWho: aboutWho === '' ? undefined : aboutWho,
      words: words.trim() === '' ? undefined : words,
      putRight: putRight.trim() === '' ? undefined : putRight,
    },
  }
}

const problemOfFile = (text: string): Problem => ({ field: 'file', text })

/** The way they chose to say it; undefined where they write. */
const wayOf = (visit: Visit): MadeAs | undefined =>
  oneOf(MADE_AS, textOf(visit.form, 'way') || textOf(visit.query, 'way'))

async function asked(visit: Visit, problems: readonly Problem[], made?: Made): Promise<Answer> {
  const { tx, actor, now, form } = visit
  const page = newNotRightView({
    language: await languageOf(visit),
    names: await independentNames(tx, actor.organisationId, londonCalendarDay(now)),
    people: await whoWorksWith(tx, getOwnChild(visit), 'ever'),
    typed: typedIn(form),
    ticked: {
      because: listOf(form, 'because'),
      aboutPersons: listOf(form, 'aboutPersons'),
      keptFrom: listOf(form, 'keptFrom'),
    },
    way: wayOf(visit),
    made,
    problems,
  })
  const status = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status,
    template: `${folder}/new-not-right.njk`,
    ...(wayOf(visit) === 'voice' ? { media: 'records' as const } : {}),
    model: { page },
  }
}
