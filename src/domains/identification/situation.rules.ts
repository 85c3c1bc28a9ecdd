import { ageDuring, type BirthSpan, impossibleAge, underEighteen } from './age.rules.ts'
import type { UnderEighteen } from './age.rules.ts'
import { type PartialDay, surelyBefore } from './partial-day.rules.ts'

/** A situation of exploitation and its three assessments. */

export const GOES_ON = {
  yes: 'Yes, it goes on',
  no: 'No, it is over',
  not_known: 'Not known',
} as const
export type GoesOn = keyof typeof GOES_ON

export const PLACES = {
  uk: 'In the UK',
  overseas: 'Overseas',
  both: 'In the UK and overseas',
  not_known: 'Not known yet',
} as const
export type PlaceOf = keyof typeof PLACES

export const ELEMENTS = ['act', 'means', 'purpose'] as const
export type ElementName = (typeof ELEMENTS)[number]

export const ELEMENT_NAMES: Readonly<Record<ElementName, string>> = {
  act: 'What was done to bring them there (act)',
  means: 'How they were made to (means)',
  purpose: 'What it was for (purpose)',
}

export const KINDS = {
  act: {
    recruited: 'Recruited: found, approached, groomed',
    transported: 'Moved from one place to another, within a town included',
    transferred: 'Handed from one person to another',
    harboured: 'Kept somewhere',
    received: 'Taken in',
    control_exchanged: 'Control over them passed on',
  },
  means: {
    threat_or_force: 'Threats, force or pressure',
    abduction: 'Taken or locked up',
    deception: 'Lies or false promises',
    abuse_of_power: 'Power over them used',
    abuse_of_vulnerability: 'Their situation used',
    payment_to_controller: 'Somebody in charge of them was paid',
  },
  purpose: {
    sexual: 'Sexual exploitation',
    slavery_servitude_labour: 'Slavery, servitude or forced work, crime included',
    services_or_benefits: 'To get services or money through them',
    organs: 'Removal of organs',
  },
} as const satisfies Record<ElementName, Readonly<Record<string, string>>>

export const FINDINGS = {
  supported: 'Supported',
  partly: 'Supported in part',
  not_known: 'Not known yet',
  not_supported: 'Looked at, and not supported',
  not_required: 'Not required',
} as const
export type Finding = keyof typeof FINDINGS

export type Element = {
  readonly element: ElementName
  readonly finding: Finding
  readonly kinds: readonly string[]
  readonly restsOn: string | undefined
}

const OF_A_CHILD: readonly Finding[] = ['not_required', 'supported', 'partly']
const OF_ANY: readonly Finding[] = ['supported', 'partly', 'not_known', 'not_supported']

/** What may be found of an element. Of a child at the time the means are not required, and never missing. */
export function findingsFor(element: ElementName, under: UnderEighteen): readonly Finding[] {
  return element === 'means' && under !== 'no' ? OF_A_CHILD : OF_ANY
}

/** The finding as it is read today: the means of somebody who was, or may have been, a child are not required. */
export function findingNow(
  { element, finding }: Pick<Element, 'element' | 'finding'>,
  under: UnderEighteen,
): Finding {
  if (element !== 'means') return finding
  if (under === 'no') return finding === 'not_required' ? 'not_known' : finding
  return OF_A_CHILD.includes(finding) ? finding : 'not_required'
}

/** Whether act and purpose, and of an adult the means too, are supported at least in part. No sum, no score. */
export function elementsStand(elements: readonly Element[], under: UnderEighteen): boolean {
  const stands = (name: ElementName) => {
    const found = elements.find((e) => e.element === name)
    const now = found && findingNow(found, under)
    return now === 'supported' || now === 'partly'
  }
  return stands('act') && stands('purpose') && (under !== 'no' || stands('means'))
}

export type Dated = {
  readonly began: PartialDay | undefined
  readonly ended: PartialDay | undefined
  readonly goesOn: GoesOn
}

export type DateProblem = { readonly field: 'began' | 'ended'; readonly text: string }

/** A sentence where the days contradict each other or every date of birth on the record. */
export function refuseDates(
  { began, ended, goesOn }: Dated,
  births: readonly BirthSpan[],
): DateProblem | undefined {
  if (goesOn === 'yes' && ended) {
    return {
      field: 'ended',
      text: 'It cannot have ended while it goes on. Empty these boxes, or say that it is over',
    }
  }
  if (began && ended && surelyBefore(ended, began)) {
    return { field: 'ended', text: 'It cannot have ended before it began' }
  }
  const text = impossibleAge(ageDuring(births, began, ended))
  return text ? { field: began ? 'began' : 'ended', text } : undefined
}

/** Whether they were under 18 when it began, by every claim of a birth. An end tells only that they were. */
export function underThen(births: readonly BirthSpan[], { began, ended }: Dated): UnderEighteen {
  if (began) return underEighteen(ageDuring(births, began, began))
  return underEighteen(ageDuring(births, ended, ended)) === 'yes' ? 'yes' : 'maybe'
}
