import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languageOf, ownChild } from '#domains/words/index.ts'
import { ownStatement } from '../own-statement.ts'
import { partsOf, takeOut } from '../said.queries.ts'
import { throwStatementAway } from '../sending.queries.ts'
import type { Statement } from '../said-row.ts'
import { isToBegin, statementOfPage } from '../to-begin.ts'
import { sentAnswer } from '../see-sent/see-sent.page.ts'
import { lookView } from './look-at-it.view.ts'

const url = '/me/say/:statement'
const may = 'me.open'

/** What I am saying, before I send it; what I sent, after. */
export const lookAtIt: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.look', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await statementOfPage(visit)
    if (!statement) return { kind: 'not-found' }
    if (statement.about && statement.status === 'draft') {
      return { kind: 'redirect', to: `/me/people-i-love/${statement.id}` }
    }
    return statement.status === 'draft'
      ? draftAnswer(visit, statement)
      : sentAnswer(visit, statement)
  },
}

/** Takes a part out, keeps it for another day, or throws it away. */
export const changeIt: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.change', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await ownStatement(visit)
    if (!statement) return { kind: 'not-found' }
    const here: Answer = { kind: 'redirect', to: `/me/say/${statement.id}` }
    if (statement.status !== 'draft') return here
    const part = readId<'statement-part'>(textOf(visit.form, 'takeOut'))
    if (part) {
      await takeOut(visit.tx, statement.id, part)
      return here
    }
    const doing = textOf(visit.form, 'do')
    if (doing === 'throw-away') await throwStatementAway(visit.tx, statement.id)
    if (doing !== 'throw-away' && doing !== 'keep') return here
    return { kind: 'redirect', to: visit.actor.handedTo ? '/me/say' : '/me/said' }
  },
}

async function draftAnswer(visit: Visit, statement: Statement): Promise<Answer> {
  const onPhone = isToBegin(visit)
  return {
    kind: 'view',
    template: 'domains/participation/say/look-at-it/look-at-it.njk',
    media: 'plays',
    model: {
      page: lookView({
        language: await languageOf(visit),
        handed: visit.actor.handedTo !== undefined,
        statement,
        parts: onPhone ? [] : await partsOf(visit.tx, statement.id),
        onPhone,
      }),
    },
  }
}
