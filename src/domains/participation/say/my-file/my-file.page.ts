import { readId } from '#kernel/ids.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { ownChild } from '#domains/words/index.ts'
import { mediaOf } from '../media-of.ts'
import { ownStatement } from '../own-statement.ts'
import { partsOf } from '../said.queries.ts'

/** A picture or a recording of my own, to look at or listen to. */
export const myFile: Page = {
  method: 'GET',
  url: '/me/say/:statement/part/:part/file',
  may: 'me.open',
  whileHanded: true,
  audit: { action: 'me.say.file', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await ownStatement(visit)
    const id = readId<'statement-part'>(visit.params['part'])
    if (!statement) return { kind: 'not-found' }
    const part = (await partsOf(visit.tx, statement.id)).find((p) => p.id === id)
    // What waits to be scanned came from this young person: it is no danger to them that it was not before.
    return part?.file
      ? mediaOf(visit, part.file.id, ['clean', 'not_scanned', 'waiting'])
      : { kind: 'not-found' }
  },
}
