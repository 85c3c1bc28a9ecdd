import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { ownList } from '../advise.ts'
import { LISTED_ON } from '../phrases/index.rules.ts'

/** The whole list, for everybody of staff: what is worth another look, why, and what to say instead. */
export const readList: Page = {
  method: 'GET',
  url: '/wording',
  may: 'wording.read',
  audit: { action: 'wording.read' },
  async answer({ tx, actor }): Promise<Answer> {
    const { list } = await ownList(tx)
    const page = {
      title: 'Words we use',
      listedOn: LISTED_ON,
      inUse: list.filter((phrase) => phrase.inUse),
      off: list.filter((phrase) => !phrase.inUse),
      keeps: mayDo(actor.role, 'wording.keep'),
      counts: mayDo(actor.role, 'wording.count'),
      writes: mayDo(actor.role, 'wording.answer'),
    }
    return { kind: 'view', template: 'domains/wording/read-list/read-list.njk', model: { page } }
  },
}
