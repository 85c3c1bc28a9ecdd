import { languageName } from '#kernel/languages.ts'
import { lookUp } from '#kernel/look-up.ts'
import type {
  AboutMe,
  Allocation,
  Birth,
  Child,
  ChildLanguage,
  Claim,
  CorrectionAbout,
  PersonWhoMatters,
  PlaceOfLearning,
  WrittenLine,
} from '#domains/children/index.ts'
import type { Spoken } from '#domains/outcomes/index.ts'
import type { AroundLine, MissingPeriod, SystemEvent } from '#domains/processes/index.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'
import { bornIn } from './born.view.ts'
import { aroundLines, councilLines, sinceOrBetween, viewLines } from './sent-lines.view.ts'

/** One line of my record, in plain words. */
export type RecordLine = {
  readonly about: CorrectionAbout
  /** What the address of its correction ends with. */
  readonly key: string
  readonly lineId: string | undefined
  readonly version: number | undefined
  readonly text: string
  readonly language: string | undefined
  readonly details: readonly string[]
  readonly written: string | undefined
  readonly note: 'none' | 'hidden' | { readonly words: string }
}

export type RecordSection = {
  readonly id: SectionId
  readonly heading: string
  readonly lead: string | undefined
  readonly lines: readonly RecordLine[]
  readonly link: { readonly text: string; readonly href: string } | undefined
}

type SectionId = keyof Frame['w']['myRecord']['sections'] | 'happening' | 'legal'

export type RecordGathered = {
  readonly me: string
  readonly child: Child
  readonly names: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly births: readonly {
    readonly id: string
    readonly birth: Birth
    readonly source: string
    readonly contested: boolean
  }[]
  readonly languages: readonly ChildLanguage[]
  readonly allocations: readonly Allocation[]
  readonly people: readonly PersonWhoMatters[]
  readonly learning: readonly PlaceOfLearning[]
  readonly numbers: readonly {
    readonly id: string
    readonly kind: string
    readonly value: string
  }[]
  readonly claims: readonly Claim[]
  /** What was asked for, what is due, and what stands in the way: of the systems around them. */
  readonly around: readonly AroundLine[]
  readonly aboutMe: readonly AboutMe[]
  readonly events: readonly SystemEvent[]
  readonly missing: readonly MissingPeriod[]
  readonly spoken: readonly Spoken[]
  readonly written: ReadonlyMap<string, WrittenLine>
}

/** Everything that is written about me, section by section, who wrote it and when. */
export function recordSections(frame: Frame, given: RecordGathered): readonly RecordSection[] {
  const w = frame.w.myRecord
  const section = (
    id: SectionId,
    lines: readonly RecordLine[],
    more: Partial<Pick<RecordSection, 'lead' | 'link'>> = {},
  ): RecordSection => ({
    id,
    heading: id === 'happening' || id === 'legal' ? frame.w[id].title : w.sections[id],
    lead: more.lead,
    lines,
    link: more.link,
  })
  const ownWords = { text: frame.w.ownWords.title, href: '/me/own-words' }
  return [
    section('name', [nameLine(frame, given)]),
    section('names', namesLines(frame, given)),
    section('births', birthLines(frame, given), { lead: w.birthsLead }),
    section('languages', languageLines(frame, given)),
    section('beside', besideLines(frame, given)),
    section('people', peopleLines(frame, given)),
    section('learning', learningLines(frame, given)),
    section('numbers', numberLines(frame, given)),
    section('claims', claimLines(frame, given)),
    section('words', aboutLines(frame, given), { lead: w.wordsOfYours, link: ownWords }),
    section('council', councilLines(frame, given), { lead: w.councilLead }),
    section('around', aroundLines(frame, given), { lead: w.aroundLead }),
    // Written for them to read, on pages of their own; what keeps them safe is not on a page others may look at.
    section('happening', [], {
      link: { text: frame.w.happening.title, href: '/me/happening' },
    }),
    section('legal', [], { link: { text: frame.w.legal.title, href: '/me/legal-help' } }),
    section('views', viewLines(frame, given), {
      link: { text: w.readViews, href: '/me/picture' },
    }),
    section('mine', [], {
      lead: w.mineLead,
      link: { text: frame.w.answered.all, href: '/me/sent' },
    }),
  ]
}

/** Who wrote it last, and when: always said, even when it is not known. */
function writtenIn(frame: Frame, given: RecordGathered, line: WrittenLine | undefined): string {
  const w = frame.w.myRecord
  if (!line) return w.writtenByNobody
  const on = dayIn(frame.language, line.at)
  if (line.by === undefined) return say(w.cameFrom, { day: on })
  if (line.by === given.me) return say(w.writtenByYou, { day: on })
  return say(w.writtenBy, { name: line.byName ?? frame.w.looked.somebody, day: on })
}

type Kept = { readonly about: CorrectionAbout; readonly id: string }

function lineOf(
  frame: Frame,
  given: RecordGathered,
  { about, id }: Kept,
  text: string,
  details: readonly (string | undefined | false)[],
): RecordLine {
  const written = given.written.get(id)
  return {
    about,
    key: id,
    lineId: id,
    version: written?.version,
    text,
    language: undefined,
    details: details.filter((d): d is string => typeof d === 'string' && d !== ''),
    written: writtenIn(frame, given, written),
    note: noteOf(given, written),
  }
}

/** My own notes are mine to read; a worker's is read once a worker has looked at it. */
function noteOf(given: RecordGathered, written: WrittenLine | undefined): RecordLine['note'] {
  if (written?.note === undefined) return 'none'
  return written.noteShown || written.by === given.me ? { words: written.note } : 'hidden'
}

function nameLine(frame: Frame, given: RecordGathered): RecordLine {
  const { child } = given
  const text = child.nameKnown ? child.knownAs : frame.w.myRecord.nameNotKnown
  return lineOf(frame, given, { about: 'child', id: child.id }, text, [child.sayIt])
}

const namesLines = (frame: Frame, given: RecordGathered): readonly RecordLine[] =>
  given.names.map((n) =>
    lineOf(frame, given, { about: 'child_name', id: n.id }, n.name, [
      lookUp<string>(frame.w.myRecord.nameKinds, n.kind),
    ]),
  )

function birthLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  return given.births.map((b) =>
    lineOf(frame, given, { about: 'date_of_birth_claim', id: b.id }, bornIn(frame, b.birth), [
      lookUp<string>(w.birthSources, b.source),
      (b.contested || given.births.length > 1) && w.notAgreed,
    ]),
  )
}

function languageLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const use = frame.w.myRecord.languageUse
  return given.languages.map((l) => {
    const name = l.language.length <= 3 ? languageName(l.language) : l.language
    const text = l.dialect ? `${name} (${l.dialect})` : name
    const kept = { about: 'child_language', id: l.id } as const
    return lineOf(frame, given, kept, text, usesOf(l, use))
  })
}

function usesOf(l: ChildLanguage, use: Frame['w']['myRecord']['languageUse']): readonly string[] {
  if (l.neverUse) return [use.neverUse]
  const ways = ['speaks', 'reads', 'writes', 'forFeelings'] as const
  return ways.filter((way) => l[way]).map((way) => use[way])
}

function besideLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  return given.allocations.map((a) =>
    lineOf(
      frame,
      given,
      { about: 'allocation', id: a.id },
      a.personName ?? frame.w.looked.somebody,
      [
        lookUp<string>(w.parts, a.part),
        a.organisationName,
        sinceOrBetween(frame, a.startedOn, a.endedOn),
      ],
    ),
  )
}

function peopleLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  return given.people.map((p) =>
    lineOf(frame, given, { about: 'person_who_matters', id: p.id }, p.name, [
      p.whoTheyAre,
      p.trustedAdult && w.trusted,
      p.chosenBy === 'child' ? w.namedByYou : w.namedByOthers,
      p.chosenBy === 'child' && p.why,
    ]),
  )
}

function learningLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  return given.learning.map((p) =>
    lineOf(frame, given, { about: 'place_of_learning', id: p.id }, p.name, [
      frame.w.learning.kinds[p.kind],
      sinceOrBetween(frame, p.beganOn, p.endedOn),
      p.endedWhy && frame.w.learning.whys[p.endedWhy],
    ]),
  )
}

const numberLines = (frame: Frame, given: RecordGathered): readonly RecordLine[] =>
  given.numbers.map((n) =>
    lineOf(frame, given, { about: 'child_identifier', id: n.id }, n.value, [
      lookUp<string>(frame.w.myRecord.numberKinds, n.kind),
    ]),
  )

const claimLines = (frame: Frame, given: RecordGathered): readonly RecordLine[] =>
  given.claims.map((c) =>
    lineOf(frame, given, { about: 'child_claim', id: c.id }, c.value, [
      lookUp<string>(frame.w.myRecord.claimKinds, c.kind),
      lookUp<string>(frame.w.myRecord.claimSources, c.source),
    ]),
  )

/** Words that somebody else said about me. My own stand on a page of their own, where I change them. */
function aboutLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  return given.aboutMe
    .filter((a) => a.saidBy === 'someone_else')
    .map((a) => ({
      ...lineOf(frame, given, { about: 'about_me', id: a.id }, a.words, [
        lookUp<string>(frame.w.ownWords.topics, a.topic),
        say(w.aboutYou, { name: a.saidByName ?? w.somebodyElse }),
      ]),
      language: a.language,
    }))
}

/** What a line said, whole, to be kept beside a note about it. */
export const saidWhole = (l: RecordLine): string => [l.text, ...l.details].join('. ').slice(0, 6000)
