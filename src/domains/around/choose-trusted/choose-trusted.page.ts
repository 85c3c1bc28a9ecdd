import { listOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { chooseTrusted } from '#domains/children/index.ts'
import { trustedId } from '#kernel/ids.ts'
import { frameIn, getOwnChild, languageOf, ownChild, wordsFor } from '#domains/words/index.ts'
import { aroundChild, keepTrustAnswer, trustOf } from '../around.queries.ts'
import { initialsOf, trustState } from '../around.rules.ts'

const may = 'me.open'
const audit = (act: string) => ({ action: `me.people.${act}`, childId: ownChild })
const url = '/me/people/trusted'

/** Which adults I trust: anybody, several, or nobody. No approval, and always open to change. */
export const askTrusted: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask-trusted'),
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, ({ around }) => around.trusted)
    const trust = await trustOf(visit.tx, child, visit.now)
    const parts: Readonly<Record<string, string>> = frame.w.around.shortParts
    const people = await aroundChild(visit.tx, child, frame.w.looked.somebody)
    const page = {
      ...frame,
      state: trustState(trust, trust.days, visit.now),
      people: people.map((p) => ({
        ...p,
        initials: initialsOf(p.name),
        partWords: p.parts.map((part) => parts[part] ?? part),
      })),
    }
    return {
      kind: 'view',
      template: 'domains/around/choose-trusted/choose-trusted.njk',
      model: { page },
    }
  },
}

export const chooseWhoITrust: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('trust'),
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const { words } = wordsFor(await languageOf(visit))
    const parts: Readonly<Record<string, string>> = words.around.shortParts
    const ids = new Set(listOf(visit.form, 'who'))
    const people = await aroundChild(visit.tx, child, words.looked.somebody)
    const chosen = people.filter((p) => ids.has(p.id))
    await chooseTrusted(visit.tx, child, {
      people: chosen.flatMap((p) => (p.mattersId ? [p.mattersId] : [])),
      workers: chosen.flatMap((p) =>
        p.staffId && !p.mattersId
          ? [
              {
                id: trustedId<'person'>(p.staffId),
                name: p.name,
                whoTheyAre: p.parts.map((part) => parts[part] ?? part).join(', '),
              },
            ]
          : [],
      ),
    })
    return { kind: 'redirect', to: '/me/people' }
  },
}

/** "I do not want one now": respected, and not asked again until they say. */
export const sayNotNow = answering('not_now', '/me/people/trusted/not-now', 'not-now')
/** "I would like somebody": those beside them see it at once. */
export const sayAskMe = answering('ask_me', '/me/people/trusted/ask-me', 'ask-me')

function answering(answer: 'not_now' | 'ask_me', at: string, act: string): Page {
  return {
    method: 'POST',
    url: at,
    may,
    audit: audit(act),
    async answer(visit): Promise<Answer> {
      const language = await languageOf(visit)
      await keepTrustAnswer(visit.tx, getOwnChild(visit), {
        answer,
        by: 'child',
        words: undefined,
        language,
        at: visit.now,
      })
      return { kind: 'redirect', to: '/me/people' }
    },
  }
}
