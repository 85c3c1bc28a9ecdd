import { readId, type ChildId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { getChild, notSharedWith } from '#domains/children/index.ts'
import { queueNotice } from '#domains/contact/index.ts'
import { frameworkFor } from '#domains/outcomes/index.ts'
import { putAwayBy, suggest, suggestionsFor } from '../settings.queries.ts'
import { type Share, SHARES, SUGGESTED_ABOUT, type SuggestedAbout } from '../settings.rules.ts'
import { putAwayInWords, suggestView } from './suggest-setting.view.ts'

const childIdOf = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

const url = '/children/:childId/settings'
const MOST = 1000

/** What a young person set, as far as it is for those beside them, and what was suggested to them. */
export const seeSettingsOfChild: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'settings.see', childId: childIdOf },
  answer: (visit) => shown(visit, {}, []),
}

/** A suggestion changes nothing: they say yes, or they do not. */
export const suggestSetting: Page = {
  method: 'POST',
  url,
  may: 'children.write',
  audit: { action: 'settings.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const read = readSuggestion(visit.form)
    if ('problems' in read) return shown(visit, visit.form, read.problems)
    const child = childOf(visit)
    await suggest(visit.tx, child, read, visit.now)
    await queueNotice(visit.tx, child, 'suggestion', visit.now)
    return { kind: 'redirect', to: `/children/${child}/settings` }
  },
}

type Read =
  | {
      readonly about: SuggestedAbout
      readonly share: Share | undefined
      readonly why: string
    }
  | { readonly problems: readonly Problem[] }

/** One choice says both what it is about and, for sharing, with whom: goals/with_me, or look. */
function readSuggestion(form: Visit['form']): Read {
  const [first, second] = textOf(form, 'about').split('/')
  const about = SUGGESTED_ABOUT.find((a) => a === first)
  const share = SHARES.find((s) => s === second)
  const why = textOf(form, 'why').trim()
  const sharing = about !== 'contact' && about !== 'topics' && about !== 'look'
  const problems: readonly Problem[] = [
    ...(about && sharing === (share !== undefined)
      ? []
      : [{ field: 'about', text: 'Choose what you suggest' }]),
    ...(why === '' ? [{ field: 'why', text: 'Enter why, in words they will read' }] : []),
    ...(why.length > MOST
      ? [{ field: 'why', text: 'The reason must be 1,000 characters or fewer' }]
      : []),
  ]
  if (problems.length > 0 || !about) return { problems }
  return { about, share, why }
}

function childOf(visit: Visit): ChildId {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return id
}

async function shown(
  visit: Visit,
  typed: Visit['form'],
  problems: readonly Problem[],
): Promise<Answer> {
  const child = await getChild(visit.tx, childOf(visit))
  const framework = await frameworkFor(visit.tx, child.id, visit.now)
  const page = suggestView({
    child,
    notShared: await notSharedWith(visit.tx, child.id),
    putAway: putAwayInWords(await putAwayBy(visit.tx, child.id), framework),
    suggestions: await suggestionsFor(visit.tx, child.id),
    mayWrite: may(visit.actor.role, 'children.write'),
    typed: { about: textOf(typed, 'about'), why: textOf(typed, 'why') },
    problems,
  })
  return {
    kind: 'view',
    template: 'domains/own-settings/suggest-setting/suggest-setting.njk',
    status: problems.length > 0 ? 422 : 200,
    model: { page },
  }
}
