import { randomUUID } from 'node:crypto'
import { readId, trustedId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { getOwnChild, languageOf, ownChild, withAloud } from '#domains/words/index.ts'
import { occasionHere } from '../../own-page.ts'
import { besideMe, isOpenHere } from '../own-statement.ts'
import { mediumNamed } from '../said.rules.ts'
import { beginStatement, ownStatements } from '../said.queries.ts'
import type { Statement } from '../said-row.ts'
import { beginSayingView } from './begin-saying.view.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = ['say.heading', 'say.lead', 'say.untilYouSend', 'say.how']

const url = '/me/say'
const may = 'me.open'

/** Before I say something: who can see it, and how I want to say it. */
export const seeBeginSaying: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.before', childId: ownChild },
  answer: (visit) => shown(visit, false),
}

/** Begins a draft that only the young person can see. */
export const beginSaying: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.begin', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const way = mediumNamed(textOf(visit.form, 'way'))
    if (!way) return shown(visit, true)
    const id = readId<'statement'>(textOf(visit.form, 'statement')) ?? trustedId(randomUUID())
    const arranged = await occasionHere(visit)
    const statement = await beginStatement(visit.tx, {
      id,
      childId: getOwnChild(visit),
      language: arranged ? arranged.language : await languageOf(visit),
      occasion: arranged,
    })
    if (statement?.status === 'draft' && (await isOpenHere(visit, statement))) {
      return { kind: 'redirect', to: `${url}/${statement.id}/make/${way}` }
    }
    return { kind: 'redirect', to: url }
  },
}

async function shown(visit: Visit, noWay: boolean): Promise<Answer> {
  const { beside } = await besideMe(visit)
  return withAloud(
    visit,
    {
      kind: 'view',
      status: noWay ? 422 : 200,
      template: 'domains/participation/say/begin-saying/begin-saying.njk',
      model: {
        page: beginSayingView({
          language: await languageOf(visit),
          handed: visit.actor.handedTo !== undefined,
          beside,
          drafts: await draftsHere(visit),
          statement: randomUUID(),
          noWay,
        }),
      },
    },
    ALOUD,
  )
}

/** What was begun and may be gone on with on this device. */
async function draftsHere(visit: Visit): Promise<readonly Statement[]> {
  const all = await ownStatements(visit.tx, getOwnChild(visit))
  const drafts: Statement[] = []
  for (const draft of all.filter((s) => s.status === 'draft' && s.media.length > 0)) {
    if (await isOpenHere(visit, draft)) drafts.push(draft)
  }
  return drafts
}
