import type { Answer, Page } from '#platform/http/page.ts'
import { besideOf, passedOn } from '../beside.queries.ts'
import { childIdOf, childOf, partHere, saidHere } from '../child-of-page.ts'
import { mediaOf } from '../media-of.ts'
import { recordOpening, saidTo } from '../read-said.queries.ts'
import { partsOf } from '../said.queries.ts'
import { openingsOf } from '../sending.queries.ts'
import { useLinks } from '../see-used/see-used.view.ts'
import { readSaidView, saidLine } from './read-said.view.ts'

const may = 'said.read'

/** What a young person sent to whoever asks. */
export const seeSaid: Page = {
  method: 'GET',
  url: '/children/:childId/said',
  may,
  audit: { action: 'said.list', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const lines = (await saidTo(visit.tx, child.id)).map((said) => saidLine(child, said))
    const manages = visit.actor.role === 'manager'
    const page = {
      title: 'What they said to you',
      child,
      mine: lines.filter((line) => line.forMe),
      others: manages ? lines.filter((line) => !line.forMe) : [],
      uses: useLinks(child),
    }
    return {
      kind: 'view',
      template: 'domains/participation/say/read-said/said-list.njk',
      model: { page },
    }
  },
}

/** One of them, opened. The young person sees who opened it. */
export const readSaid: Page = {
  method: 'GET',
  url: '/children/:childId/said/:statement',
  may,
  audit: { action: 'said.open', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await saidHere(visit)
    if (!here || !here.said.forMe || here.said.status !== 'sent') return { kind: 'not-found' }
    const { child, said } = here
    await recordOpening(visit.tx, said)
    return {
      kind: 'view',
      template: 'domains/participation/say/read-said/read-said.njk',
      media: 'plays',
      model: {
        page: readSaidView({
          child,
          said,
          parts: await partsOf(visit.tx, said.id),
          beside: await besideOf(visit.tx, said.id),
          openings: await openingsOf(visit.tx, said.id),
          passedOn: await passedOn(visit.tx, said.id),
        }),
      },
    }
  },
}

/** A picture or a recording of it. What waits for the scanner, or was found harmful, is opened to nobody. */
export const saidFile: Page = {
  method: 'GET',
  url: '/children/:childId/said/:statement/part/:part/file',
  may,
  audit: { action: 'said.file', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await saidHere(visit)
    const part = here && (await partHere(visit, here))
    if (!part?.file) return { kind: 'not-found' }
    return mediaOf(visit, part.file.id, ['clean', 'not_scanned'])
  },
}
