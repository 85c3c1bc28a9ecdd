import { readId } from '#kernel/ids.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languageOf, ownChild } from '#domains/words/index.ts'
import { consentsOf, giveConsent, withdrawConsent } from '../consent.queries.ts'
import { ownStatement } from '../own-statement.ts'
import { useNamed } from '../said.rules.ts'
import { partsOf } from '../said.queries.ts'
import { usesView } from './agree-to-uses.view.ts'

const url = '/me/say/:statement/part/:part/uses'
const may = 'me.open'

/** What one thing I sent may be used for. */
export const seeUses: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.say.uses.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await sentPart(visit)
    if (!here) return { kind: 'not-found' }
    return {
      kind: 'view',
      template: 'domains/participation/say/agree-to-uses/agree-to-uses.njk',
      media: 'plays',
      model: {
        page: usesView({
          language: await languageOf(visit),
          ...here,
          consents: await consentsOf(visit.tx, here.statement.id),
        }),
      },
    }
  },
}

/** Says yes to a use, or stops one: then it is gone from every place of it. */
export const agreeToUses: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.say.uses.change', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await sentPart(visit)
    if (!here) return { kind: 'not-found' }
    const give = useNamed(textOf(visit.form, 'give'))
    const stop = useNamed(textOf(visit.form, 'stop'))
    if (give) {
      const named = listOf(visit.form, 'named').includes(give) ? 'the_name_i_go_by' : 'no_name'
      await giveConsent(visit.tx, here.statement.childId, here.part.id, give, named)
      visit.note({ use: give, yes: true })
    } else if (stop) {
      await withdrawConsent(visit.tx, here.part.id, stop, visit.now)
      visit.note({ use: stop, yes: false })
    }
    return { kind: 'redirect', to: `/me/say/${here.statement.id}/part/${here.part.id}/uses` }
  },
}

async function sentPart(visit: Visit) {
  const statement = await ownStatement(visit)
  const id = readId<'statement-part'>(visit.params['part'])
  if (!statement || statement.status !== 'sent') return undefined
  const part = (await partsOf(visit.tx, statement.id)).find((p) => p.id === id)
  return part && { statement, part }
}
