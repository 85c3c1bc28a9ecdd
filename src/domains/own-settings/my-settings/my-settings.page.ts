import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  allocationsOf,
  saveSharing,
  SHARED_KINDS,
  sharingOf,
  WITH_EVERYONE,
} from '#domains/children/index.ts'
import { stopsOf, wishOf } from '#domains/contact/index.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import {
  answerSuggestion,
  putAwayBy,
  settingOf,
  type Suggestion,
  suggestionsFor,
} from '../settings.queries.ts'
import { asSuggested } from '../settings.rules.ts'
import { type Beside, mySettingsView } from './my-settings.view.ts'

const may = 'me.open'

/** Who stands beside me now, by name, once each. */
export async function besideMe(visit: Visit): Promise<readonly Beside[]> {
  const allocations = await allocationsOf(visit.tx, getOwnChild(visit))
  const now = allocations.filter((a) => a.endedOn === undefined)
  const ids = [...new Set(now.map((a) => a.personId))]
  return ids.map((id) => ({
    id,
    name: now.find((a) => a.personId === id)?.personName ?? '…',
  }))
}

/** One page of my own settings, as they are now, with who decides what. */
export const seeMySettings: Page = {
  method: 'GET',
  url: '/me/settings',
  may,
  audit: { action: 'me.settings.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx } = visit
    const child = getOwnChild(visit)
    const page = mySettingsView({
      language: await languageOf(visit),
      setting: await settingOf(tx, child),
      sharing: await sharingOf(tx, child),
      beside: await besideMe(visit),
      putAway: (await putAwayBy(tx, child)).length,
      contactStopped: (await stopsOf(tx, child)).length > 0,
      told: (await wishOf(tx, child))?.wanted ?? false,
      suggestions: await suggestionsFor(tx, child),
    })
    return {
      kind: 'view',
      template: 'domains/own-settings/my-settings/my-settings.njk',
      model: { page },
    }
  },
}

/** Yes or no to what somebody suggested. Only a yes changes anything. */
export const answerMySuggestion: Page = {
  method: 'POST',
  url: '/me/settings/suggestions/:suggestion',
  may,
  audit: { action: 'me.settings.answer', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const id = readId<'setting-suggestion'>(visit.params['suggestion'])
    const all = await suggestionsFor(visit.tx, child)
    const suggestion = all.find((s) => s.id === id)
    if (!suggestion) return { kind: 'not-found' }
    const answer = textOf(visit.form, 'answer') === 'yes' ? 'yes' : 'no'
    const done = await answerSuggestion(visit.tx, child, suggestion.id, answer, visit.now)
    if (!done || answer === 'no') return { kind: 'redirect', to: '/me/settings' }
    return { kind: 'redirect', to: await carryOut(visit, suggestion) }
  },
}

const PAGES: Readonly<Record<string, string>> = {
  contact: '/me/contact',
  topics: '/me/settings/topics',
  look: '/me/settings/look',
}

/** Sharing changes as it was suggested; the rest they set themselves, on its own page. */
async function carryOut(visit: Visit, { about, share, by }: Suggestion): Promise<string> {
  const kind = SHARED_KINDS.find((k) => k === about)
  if (!kind || !share) return PAGES[about] ?? '/me/settings'
  const child = getOwnChild(visit)
  const now = (await sharingOf(visit.tx, child)).get(kind) ?? WITH_EVERYONE
  await saveSharing(visit.tx, child, kind, asSuggested(now, share, by))
  return '/me/settings'
}
