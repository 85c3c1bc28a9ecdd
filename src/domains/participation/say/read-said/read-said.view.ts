import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { languageName } from '#kernel/languages.ts'
import { wordsFor } from '#domains/words/index.ts'
import type { Child } from '#domains/children/index.ts'
import { INTERPRETER_WORDS, RELATIONSHIP_WORDS } from '#domains/outcomes/index.ts'
import type { Beside, PassedOn } from '../beside.queries.ts'
import { SYMBOL_OF_MEDIUM } from '../part.view.ts'
import type { SaidToUs } from '../read-said.queries.ts'
import type { Got } from '../sending.queries.ts'
import { type Medium, mediumNamed, SYMBOL_OF } from '../said.rules.ts'
import type { Part, Statement } from '../said-row.ts'

/** What each way of saying something is called on the side of those beside the young person. */
export const MEDIUM_WORDS: Readonly<Record<Medium, string>> = {
  voice: 'A voice note',
  drawing: 'A drawing',
  photo: 'A photo',
  words: 'In writing',
  cards: 'In cards',
}

/** One thing said, as a line of a list. */
export type SaidLine = {
  readonly id: string
  readonly href: string
  readonly forMe: boolean
  readonly withdrawn: boolean
  readonly sent: string
  readonly to: string
  readonly what: string
  readonly opened: boolean
  /** Sent to people of whom none is beside the young person any more. */
  readonly stranded: boolean
}

export function saidLine(child: Child, said: SaidToUs): SaidLine {
  return {
    id: said.id,
    href: `/children/${child.id}/said/${said.id}`,
    forMe: said.forMe,
    withdrawn: said.status === 'withdrawn',
    sent: said.sentAt ? londonDay(said.sentAt) : '',
    to: toWords(child, said),
    what: said.media
      .flatMap((m) => mediumNamed(m) ?? [])
      .map((m) => MEDIUM_WORDS[m])
      .join(', '),
    opened: said.openedByMe,
    stranded: said.status === 'sent' && !said.somebodyLeft,
  }
}

function toWords(child: Child, said: SaidToUs): string {
  if (said.audience === 'everyone_beside_me') return `Everyone who stands beside ${child.knownAs}`
  const names = said.to.join(', ') || 'somebody whose name you cannot see'
  return said.audience === 'trusted' ? `Only the person they trust: ${names}` : names
}

/** One part, as those it was sent to see it. */
export function staffPart(at: string, part: Part, beside: readonly Beside[]) {
  const scan = part.file?.scan
  const shut = scan === 'waiting' || scan === 'found'
  return {
    id: part.id,
    medium: part.medium,
    label: MEDIUM_WORDS[part.medium],
    symbol: SYMBOL_OF_MEDIUM[part.medium],
    src: part.file && !shut ? `${at}/part/${part.id}/file` : undefined,
    width: part.file?.width,
    height: part.file?.height,
    length: part.file?.seconds === undefined ? undefined : lengthOf(part.file.seconds),
    closed: scan ? CLOSED[scan] : undefined,
    notScanned: scan === 'not_scanned',
    words: part.words,
    wordsLanguage: part.wordsLanguage,
    languageName: languageName(part.wordsLanguage),
    cards: part.cards.map((card) => ({
      text: wordsFor('en').words.cards[card],
      symbol: SYMBOL_OF[card],
    })),
    beside: beside.filter((b) => b.partId === part.id).map(besideLine),
    writeBeside: `${at}/part/${part.id}/beside`,
  }
}

const CLOSED: Readonly<Record<string, string>> = {
  waiting:
    'This file has not been scanned: the scanner did not answer. It stays closed until it does. Open this page again later',
  found: 'The scanner found that this file may harm devices. It stays closed',
}

function lengthOf(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return minutes === 0 ? `${rest} seconds` : `${minutes} min ${rest} s`
}

function besideLine(b: Beside) {
  const what = b.kind === 'translation' ? `In ${languageName(b.language)}` : 'Written down'
  const who = b.machine ? `by a machine (${b.madeByWho})` : `by ${b.madeByWho}`
  return {
    words: b.words,
    language: b.language,
    who: `${what} ${who}. Put here by ${b.writtenBy ?? 'somebody'}, ${londonDay(b.writtenAt)}`,
    machine: b.machine,
    notSaid: b.notSaid.map((n) => ({
      words: n.words,
      language: n.language,
      when: londonDay(n.at),
    })),
  }
}

/** Who was there when it was said. */
export function howSaid({ company, interpreterMode, interpreterLanguage }: Statement): string {
  const names: Readonly<Record<string, string>> = RELATIONSHIP_WORDS
  const modes: Readonly<Record<string, string>> = INTERPRETER_WORDS
  const alone = company
    ? `With ${company.who ?? (names[company.relationship] ?? company.relationship).toLowerCase()}`
    : 'On their own'
  if (interpreterMode === 'none_needed') return alone
  const mode = (modes[interpreterMode] ?? interpreterMode).toLowerCase()
  const where = interpreterLanguage ? `, ${interpreterLanguage}` : ''
  return `${alone}. Interpreter: ${mode}${where}`
}

export function readSaidView(given: {
  readonly child: Child
  readonly said: SaidToUs
  readonly parts: readonly Part[]
  readonly beside: readonly Beside[]
  readonly openings: readonly Got[]
  readonly passedOn: readonly PassedOn[]
}) {
  const { child, said } = given
  const at = `/children/${child.id}/said/${said.id}`
  return {
    title: 'Something they said',
    child,
    line: saidLine(child, said),
    how: howSaid(said),
    language: languageName(said.language),
    parts: given.parts.map((part) => staffPart(at, part, given.beside)),
    openings: given.openings.map((o) => ({
      name: o.name ?? 'Somebody',
      when: o.openedAt ? londonDayAndTime(o.openedAt) : '',
    })),
    passedOn: given.passedOn.map((p) => ({
      to: p.to ?? 'somebody',
      by: p.by ?? 'somebody',
      when: londonDay(p.at),
      why: p.why,
    })),
    plan: said.about && `/children/${child.id}/people-they-love/${said.id}`,
    passOn: `${at}/pass-on`,
  }
}
