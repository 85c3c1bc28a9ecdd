import {
  type KeptSharing,
  SHARED_KINDS,
  type SharedKind,
  type Sharing,
  WITH_EVERYONE,
} from '#domains/children/index.ts'
import { type Frame, frameIn, say, sayMany } from '#domains/words/index.ts'
import type { Suggestion } from '../settings.queries.ts'
import { type OwnSetting, type SharingOf, together } from '../settings.rules.ts'

/** Somebody who stands beside the young person now. */
export type Beside = { readonly id: string; readonly name: string }

export type GivenSettings = {
  readonly language: string
  readonly setting: OwnSetting
  readonly sharing: ReadonlyMap<SharedKind, KeptSharing>
  readonly beside: readonly Beside[]
  readonly putAway: number
  readonly contactStopped: boolean
  readonly told: boolean
  readonly suggestions: readonly Suggestion[]
}

export type SettingLine = { readonly what: string; readonly is: string; readonly href: string }

export type SuggestionLine = {
  readonly id: string
  readonly line: string
  readonly share: string | undefined
  readonly why: string
}

export type MySettingsView = Frame & {
  readonly level: string
  readonly sharing: readonly SettingLine[]
  readonly contact: string
  readonly told: string
  readonly topics: string
  readonly look: string
  readonly languageName: string
  readonly suggestions: readonly SuggestionLine[]
}

/** All of a young person's settings on one page, as they are now. */
export function mySettingsView(given: GivenSettings): MySettingsView {
  const frame = frameIn(given.language, false, (w) => w.settings.title)
  const w = frame.w.settings
  const { look } = given.setting
  const looks = [
    look.larger && w.look.larger,
    look.calm && w.look.calm,
    look.colours !== 'as_device' && w.look[look.colours],
  ].filter((l) => l !== false)
  return {
    ...frame,
    level: w.level[given.setting.level],
    sharing: sharingLines(frame, given),
    contact: given.contactStopped ? frame.w.contact.off : frame.w.contact.on,
    told: given.told ? frame.w.contact.newsPage.isOn : frame.w.contact.newsPage.isOff,
    topics: given.putAway === 0 ? w.topics.none : sayMany(frame, w.topics.some, given.putAway),
    look: looks.length > 0 ? looks.join(', ') : w.look.usual,
    languageName:
      new Intl.DisplayNames([frame.language], { type: 'language' }).of(frame.language) ??
      frame.language,
    suggestions: given.suggestions
      .filter((s) => s.answer === undefined)
      .map((s) => suggestionLine(frame, s)),
  }
}

/** At the first level one line for everything; else a line for each kind. */
function sharingLines(frame: Frame, given: GivenSettings): readonly SettingLine[] {
  const w = frame.w.settings
  const href = (of: SharingOf) => `/me/settings/sharing/${of}`
  const of = (kind: SharedKind): Sharing => given.sharing.get(kind) ?? WITH_EVERYONE
  if (given.setting.level === 'main') {
    const is = sharingInWords(frame, together(SHARED_KINDS.map(of)), given.beside)
    return [{ what: w.sharing.everything, is, href: href('everything') }]
  }
  return SHARED_KINDS.map((kind) => ({
    what: w.sharing[kind],
    is: sharingInWords(frame, of(kind), given.beside),
    href: href(kind),
  }))
}

export function sharingInWords(
  frame: Frame,
  sharing: Sharing | 'mixed',
  beside: readonly Beside[],
): string {
  const w = frame.w.settings.sharing
  if (sharing === 'mixed') return w.mixed
  if (sharing.choice !== 'some') return w[sharing.choice]
  const names = sharing.people.map((id) => beside.find((b) => b.id === id)?.name ?? w.somebody)
  return say(w.chosen, { names: names.join(', ') })
}

function suggestionLine(frame: Frame, suggestion: Suggestion): SuggestionLine {
  const w = frame.w.settings.suggestions
  const name = suggestion.byName ?? w.somebody
  return {
    id: suggestion.id,
    line: say(w.line, { name, about: w[suggestion.about] }),
    share: suggestion.share && say(w[suggestion.share], { name }),
    why: suggestion.why,
  }
}
