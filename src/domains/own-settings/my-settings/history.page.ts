import type { Answer, Page } from '#platform/http/page.ts'
import { SHARED_KINDS, type Sharing, sharingIn } from '#domains/children/index.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  sayMany,
} from '#domains/words/index.ts'
import { settingIn, type SettingVersion, settingVersions } from '../settings.queries.ts'
import { type Beside, sharingInWords } from './my-settings.view.ts'
import { besideMe } from './my-settings.page.ts'

/** What I chose, and when: every version there was. Nobody else reads it. */
export const seeSettingHistory: Page = {
  method: 'GET',
  url: '/me/settings/history',
  may: 'me.open',
  audit: { action: 'me.settings.history', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.settings.history)
    const versions = await settingVersions(visit.tx, getOwnChild(visit))
    const beside = await besideMe(visit)
    const lines = versions.map((version) => ({
      day: dayIn(frame.language, version.at),
      what: versionInWords(frame, version, beside),
    }))
    return {
      kind: 'view',
      template: 'domains/own-settings/my-settings/history.njk',
      model: { page: { ...frame, lines } },
    }
  },
}

function versionInWords(
  frame: Frame,
  { table, was }: SettingVersion,
  beside: readonly Beside[],
): string {
  const w = frame.w.settings
  if (table === 'sharing_choice') {
    const kind = SHARED_KINDS.find((k) => k === was['kind']) ?? 'words'
    return `${w.sharing[kind]}: ${sharingInWords(frame, sharingWas(was), beside)}`
  }
  if (table === 'asked_not_about') {
    const n = listIn(was['topics']).length
    return `${w.topics.title}: ${n === 0 ? w.topics.none : sayMany(frame, w.topics.some, n)}`
  }
  const { level, look } = settingIn({
    level: String(was['level']),
    larger_text: was['larger_text'] === true,
    less_movement: was['less_movement'] === true,
    colours: String(was['colours']),
  })
  const looks = [look.larger && w.look.larger, look.calm && w.look.calm, w.look[look.colours]]
  return `${w.level.title}: ${w.level[level]}. ${w.look.title}: ${looks.filter(Boolean).join(', ')}`
}

const sharingWas = (was: SettingVersion['was']): Sharing =>
  sharingIn({ choice: String(was['choice']), people: listIn(was['people']) })

const listIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
