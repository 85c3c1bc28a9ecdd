import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { getOwnChild, ownChild, say, sayIn } from '#domains/words/index.ts'
import { addRow, adultsOf } from '../eighteen.queries.ts'
import { choicesOf, dayFor, frameOf, may, MOST, shownAs } from './own-answer.ts'

const url = '/me/later/people/:adult'
const KINDS = ['meet', 'rather_not', 'somebody_else'] as const

/** Somebody who goes on with me: meet first, rather not, or somebody else. */
export const askWish: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.later.ask-wish', childId: ownChild },
  answer: async (visit) => shown(visit, { wish: '', words: '' }, []),
}

export const sayWish: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.later.wish', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const adult = await adultOf(visit)
    if (!adult) return { kind: 'not-found' }
    const { w, language } = await frameOf(visit, (l) => l.people)
    const words = textOf(visit.form, 'words').replaceAll('\r\n', '\n')
    const typed = { wish: textOf(visit.form, 'wish'), words }
    const wish = KINDS.find((k) => k === typed.wish)
    const problems: Problem[] = []
    if (!wish) problems.push({ field: 'wish', text: w.later.chooseOne })
    if (words.length > MOST) {
      problems.push({ field: 'words', text: sayIn({ language }, w.later.tooLong, { most: MOST }) })
    }
    if (problems.length > 0 || !wish) return shown(visit, typed, problems)
    await addRow(visit.tx, 'adult_wish', getOwnChild(visit), {
      adult_id: adult.id,
      wish,
      words: words.trim() ? words : null,
      words_language: language,
      said_by: 'child',
    })
    return { kind: 'redirect', to: '/me/later' }
  },
}

async function adultOf(visit: Visit) {
  const all = await adultsOf(visit.tx, getOwnChild(visit))
  return all.find((a) => a.id === visit.params['adult'] && !a.endedOn)
}

async function shown(
  visit: Visit,
  typed: { readonly wish: string; readonly words: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const adult = await adultOf(visit)
  if (!adult) return { kind: 'not-found' }
  const frame = await frameOf(visit, (l) => l.people)
  const w = frame.w.later
  const [met] = adult.meetings
  const page = {
    ...frame,
    name: adult.name,
    met: met ? say(w.met, { day: dayFor(frame, met.metOn) }) : w.notMet,
    choices: choicesOf(w.wishes, typed.wish),
    words: typed.words,
  }
  return shownAs('own-people', page, { problems })
}
