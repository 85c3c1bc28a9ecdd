import type { Answer, Page } from '#platform/http/page.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { onTheBoard, wasOn } from '../board.queries.ts'
import { leadsHere } from '../leads.queries.ts'
import { boardLine } from './board.view.ts'

/** What young people can take part in, as they see it. */
export const seeBoard: Page = {
  method: 'GET',
  url: '/taking-part',
  may: 'taking-part.read',
  audit: { action: 'taking-part' },
  async answer({ tx, now, actor }): Promise<Answer> {
    return {
      kind: 'view',
      template: 'domains/taking-part/board/board.njk',
      model: {
        page: {
          title: 'Taking part',
          on: (await onTheBoard(tx, now)).map(boardLine),
          was: (await wasOn(tx, now)).map(boardLine),
          leads: await leadsHere(tx),
          mayAppoint: mayDo(actor.role, 'taking-part.appoint'),
        },
      },
    }
  },
}
