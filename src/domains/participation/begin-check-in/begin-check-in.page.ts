import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { textOf } from '#platform/http/fields.ts'
import { allocationsOf } from '#domains/children/index.ts'
import {
  beginCheckIn as begin,
  beginOnOccasion,
  type CheckIn,
  draftOnOccasion,
  draftsOf,
  frameworkFor,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import {
  chooseLanguage,
  getOwnChild,
  languagesOf,
  ownChild,
  withAloud,
} from '#domains/words/index.ts'
import { occasionHere } from '../own-page.ts'
import { beginView, languagesFor } from './begin-check-in.view.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = [
  'before.heading',
  'before.lead',
  'before.untilYouShare',
  'before.safety',
  'before.begin',
]

const url = '/me/check-in'
const may = 'me.open'

/** Before beginning: who will see it, and in which language. */
export const seeBegin: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.before', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const arranged = await occasionHere(visit)
    const asked = textOf(visit.query, 'in')
    const { language: own, offered } = await languagesOf(visit)
    const language = asked || !arranged ? own : arranged.language
    return withAloud(
      visit,
      {
        kind: 'view',
        template: 'domains/participation/begin-check-in/begin-check-in.njk',
        model: {
          page: beginView({
            language,
            offered,
            handed: visit.actor.handedTo !== undefined,
            allocations: await allocationsOf(visit.tx, child),
            drafts: await openDrafts(visit),
            framework: await frameworkFor(visit.tx, child, visit.now),
          }),
        },
      },
      ALOUD,
    )
  },
}

/** Begins, or goes on with what was begun on this device. */
export const beginCheckIn: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.begin', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const framework = await frameworkFor(visit.tx, getOwnChild(visit), visit.now)
    if (!framework) return { kind: 'redirect', to: url }
    if (visit.actor.handedTo) visit.note({ onWorkersDevice: true })
    const checkIn = await begun(visit, framework)
    return { kind: 'redirect', to: `/me/check-in/${checkIn.id}/choose` }
  },
}

async function begun(visit: Visit, framework: UsedFramework): Promise<CheckIn> {
  const child = getOwnChild(visit)
  const asked = textOf(visit.form, 'language')
  const { language: own, offered } = await languagesOf(visit)
  const language = languagesFor(offered, framework).includes(asked) ? asked : own
  if (offered.includes(language)) await chooseLanguage(visit.tx, child, language)
  const occasion = await occasionHere(visit)
  const [going] = await openDrafts(visit)
  if (going) return going
  if (occasion) return beginOnOccasion(visit.tx, child, framework.id, occasion, language)
  return begin(visit.tx, {
    childId: child,
    frameworkVersionId: framework.id,
    voice: 'young_person',
    language,
  })
}

/** Drafts to go on with: on a worker's device, only the one begun on it. */
async function openDrafts(visit: Visit): Promise<readonly CheckIn[]> {
  const { tx, actor } = visit
  if (!actor.handedTo) return draftsOf(tx, actor.id, getOwnChild(visit), 'young_person')
  const occasion = await occasionHere(visit)
  const draft = occasion && (await draftOnOccasion(tx, actor.id, occasion.id))
  return draft ? [draft] : []
}
