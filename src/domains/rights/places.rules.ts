import type { YouthWords } from '#domains/words/index.ts'
import type { Nation } from './rights-texts.rules.ts'

/** A place a young person can call or write to. */
export type Place = {
  readonly id: string
  readonly code: string | undefined
  readonly insteadOf: string | undefined
  readonly kind: PlaceKind
  readonly name: string
  readonly helpsWith: string
  readonly phone: string | undefined
  readonly textTo: string | undefined
  readonly chat: string | undefined
  readonly hours: string
  readonly cost: Cost
  readonly onBill: OnBill
  readonly languages: readonly string[]
  readonly interpreter: YesNo
  readonly nations: readonly Nation[]
  readonly inUse: boolean
  readonly owner: string | undefined
  readonly checkedOn: string
  readonly source: string
  readonly confidence: Confidence
  readonly version: number
}

export type PlaceKind = keyof YouthWords['places']['kinds']
export type Cost = keyof YouthWords['places']['costs']
export type OnBill = keyof YouthWords['places']['bill']
export type YesNo = keyof YouthWords['places']['interpreter']
export type Confidence = 'certain' | 'likely' | 'to_be_confirmed'

export const PLACE_KINDS: Readonly<Record<PlaceKind, string>> = {
  now: 'In danger now',
  talk: 'Somebody to talk to',
  health: 'When they are ill or hurt',
  side: 'Somebody on their side',
  law: 'Questions about the law',
}
export const COSTS: Readonly<Record<Cost, string>> = {
  free: 'Free',
  like_any_call: 'The same as any call',
  not_known: 'Not known',
}
export const ON_BILL: Readonly<Record<OnBill, string>> = {
  no: 'No',
  yes: 'Yes',
  not_known: 'Not known',
}
export const INTERPRETER: Readonly<Record<YesNo, string>> = {
  yes: 'Yes',
  no: 'No',
  not_known: 'Not known',
}
export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  certain: 'Certain: I called it, or read it at its own place',
  likely: 'Likely',
  to_be_confirmed: 'To be checked',
}
export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

/** What young people of an organisation are shown: what is in use, without what one of its own stands instead of. */
export function shownPlaces(
  places: readonly Place[],
  nation: Nation | undefined,
): readonly Place[] {
  const replaced = new Set(places.map((p) => p.insteadOf))
  return places.filter(
    (p) => p.inUse && !replaced.has(p.id) && (!nation || p.nations.includes(nation)),
  )
}

/** A number to press: digits only, as a phone wants them. */
export const dial = (phone: string): string => phone.replaceAll(/[^\d+]/g, '')
