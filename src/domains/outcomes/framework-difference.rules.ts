/** What a new version adds, takes away and changes against the one before it. Pure. */
import {
  type Framework,
  languagesOf,
  type Outcome,
  WORDING_PARTS,
  type Wording,
} from './framework.rules.ts'
import { languageName } from '#kernel/languages.ts'

/** Outcome codes by what happened to them; each changed one with what changed, in words. */
export type FrameworkDifference = {
  readonly settings: readonly {
    readonly what: string
    readonly from: string
    readonly to: string
  }[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly { readonly code: string; readonly what: readonly string[] }[]
  readonly same: number
}

/** Compares by outcome code, which is what ties answers together across versions. */
export function differenceOf(before: Framework, after: Framework): FrameworkDifference {
  const old = new Map(before.outcomes.map((o) => [o.code, o]))
  const kept = after.outcomes.flatMap((o) => {
    const was = old.get(o.code)
    return was ? [{ code: o.code, what: outcomeChanges(was, o) }] : []
  })
  const now = new Set(after.outcomes.map((o) => o.code))
  const changed = kept.filter((k) => k.what.length > 0)
  return {
    settings: settingChanges(before, after),
    added: after.outcomes.filter((o) => !old.has(o.code)).map((o) => o.code),
    removed: before.outcomes.filter((o) => !now.has(o.code)).map((o) => o.code),
    changed,
    same: kept.length - changed.length,
  }
}

function settingsIn(f: Framework): readonly (readonly [string, string])[] {
  return [
    ['Name', f.name],
    ['Owner', f.owner],
    ['Licence', f.licence],
    ['Attribution', f.attribution],
    ['Notice', f.notice],
    ['Defined by', f.definedBy],
    ['Nation', f.nation],
    ['Provisional', f.provisional ? 'yes' : 'no'],
    ['Made for', f.population.for],
    ['Ages', `${f.population.ageFrom} to ${f.population.ageTo ?? 'any'}`],
    ['Labelled for under 18', f.population.labelledForUnder18 ? 'yes' : 'no'],
    ['Principles', f.principles.map((p) => p.code).join(', ')],
    ['Languages', languagesOf(f).map(languageName).join(', ')],
  ]
}

function settingChanges(before: Framework, after: Framework): FrameworkDifference['settings'] {
  const now = new Map(settingsIn(after))
  return settingsIn(before).flatMap(([what, from]) => {
    const to = now.get(what) ?? ''
    return from === to ? [] : [{ what, from, to }]
  })
}

const said = (what: string, differs: boolean) => (differs ? [what] : [])

const joined = (list: readonly string[]) => list.toSorted().join(' ')

function outcomeChanges(was: Outcome, is: Outcome): readonly string[] {
  return [
    ...wordingChanges(was.wording, is.wording),
    ...said('principles', joined(was.principles) !== joined(is.principles)),
    ...said('level', was.level !== is.level),
    ...said('polarity', was.polarity !== is.polarity),
    ...said('who defined it', was.definedBy !== is.definedBy),
    ...said('who may answer', was.childOnly !== is.childOnly),
    ...said('links', joined(was.links) !== joined(is.links)),
    ...said('sources', JSON.stringify(was.sources) !== JSON.stringify(is.sources)),
    ...indicatorChanges(was, is),
  ]
}

function wordingChanges(was: Wording, is: Wording): readonly string[] {
  const tags = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted()
  return tags.flatMap((tag) => {
    const parts = WORDING_PARTS.filter((part) => {
      const [before, after] = [was[tag]?.[part], is[tag]?.[part]]
      return before?.text !== after?.text || before?.state !== after?.state
    })
    return parts.map((part) => `${part} in ${languageName(tag)}`)
  })
}

function indicatorChanges(was: Outcome, is: Outcome): readonly string[] {
  const old = new Map(was.indicators.map((i) => [i.code, i]))
  const now = new Set(is.indicators.map((i) => i.code))
  return [
    ...is.indicators.flatMap((i) => {
      const before = old.get(i.code)
      if (!before) return [`indicator ${i.code} is new`]
      const parts = wordingChanges(before.wording, i.wording).length > 0
      return parts || before.level !== i.level ? [`indicator ${i.code}`] : []
    }),
    ...was.indicators.filter((i) => !now.has(i.code)).map((i) => `indicator ${i.code} is gone`),
  ]
}
