import { may as mayDo } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languageName } from '#kernel/languages.ts'
import { readMended } from '../own-page.ts'
import { offeredLanguages, offerLanguage } from '../words.queries.ts'
import { progressOf } from '../words.ts'
import { TRANSLATED } from '../catalogues.ts'
import { languageLines } from './offer-languages.view.ts'

/** Which languages young people are offered, and how far the words of each have come. */
export const seeOffered: Page = {
  method: 'GET',
  url: '/languages',
  may: 'words.mend',
  audit: { action: 'languages.see' },
  answer: async (visit) => list(visit),
}

export const switchLanguage: Page = {
  method: 'POST',
  url: '/languages',
  may: 'languages.offer',
  audit: { action: 'languages.offer' },
  async answer(visit): Promise<Answer> {
    await readMended(visit.tx)
    const language = textOf(visit.form, 'language')
    if (!TRANSLATED.includes(language)) {
      return list(visit, [{ field: 'languages', text: 'Choose one of these languages' }])
    }
    const on = textOf(visit.form, 'offered') === 'yes'
    const { untranslated } = progressOf(language).counts
    visit.note({ language, on })
    if (on && untranslated > 0) {
      const text = `${languageName(language)} cannot be switched on: ${untranslated} of its texts are not translated. Translate them first`
      return list(visit, [{ field: 'languages', text }])
    }
    await offerLanguage(visit.tx, visit.actor.organisationId, language, on)
    return { kind: 'redirect', to: '/languages' }
  },
}

async function list(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  await readMended(visit.tx)
  const offered = await offeredLanguages(visit.tx, visit.actor.organisationId)
  return {
    kind: 'view',
    template: 'domains/words/offer-languages/offer-languages.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        title: 'Languages',
        lines: languageLines(offered),
        maySwitch: mayDo(visit.actor.role, 'languages.offer'),
        errors: errorsOf(problems),
      },
    },
  }
}
