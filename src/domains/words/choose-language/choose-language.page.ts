import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, languageChoices } from '../frame.view.ts'
import { getOwnChild, languagesOf, ownChild } from '../own-page.ts'
import { chooseLanguage } from '../words.queries.ts'

const url = '/me/language'
const may = 'me.open'

/** The words on the screen: each language named in itself, so that whoever reads it finds it. */
export const seeLanguages: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.language', childId: ownChild },
  answer: async (visit) => ask(visit),
}

export const keepLanguage: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.language.choose', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { offered, language } = await languagesOf(visit)
    const asked = textOf(visit.form, 'language')
    if (!offered.includes(asked)) {
      const { frame } = frameIn(language, false, (w) => w.frame.inLanguage)
      return ask(visit, [{ field: 'language', text: frame.chooseOne }])
    }
    await chooseLanguage(visit.tx, getOwnChild(visit), asked)
    return { kind: 'redirect', to: visit.actor.handedTo ? '/me/check-in' : '/me' }
  },
}

async function ask(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { offered, language } = await languagesOf(visit)
  const frame = frameIn(language, visit.actor.handedTo !== undefined, (w) => w.frame.inLanguage)
  return {
    kind: 'view',
    template: 'domains/words/choose-language/choose-language.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        ...frame,
        languages: languageChoices(offered, frame.language),
        errors: errorsOf(problems),
      },
    },
  }
}
