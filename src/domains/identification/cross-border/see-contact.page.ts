import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import {
  changeContact,
  type Contact,
  type ContactChange,
  findContact,
} from '../cross-border.queries.ts'
import {
  AGREES,
  CONSULATE_RULE,
  CONTACT_REFUSED,
  needsSigning,
  refuseContact,
  refuseSigning,
} from '../cross-border.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'
import { contactAside } from './contact.view.ts'

const url = '/children/:childId/cross-border/:contact'

const SIGNS = { yes: 'It may be made', no: 'It is not to be made' } as const

/** A contact, and whichever step comes next for this reader. */
export const seeContact: Page = {
  method: 'GET',
  url,
  may: 'concerns.read',
  audit: auditOf('cross-border.see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const contact = await findContact(visit.tx, child.id, visit.params['contact'])
    return contact ? shown(visit, child, contact, {}, []) : { kind: 'not-found' }
  },
}

/** One step: what the child thinks, a manager's signature, or that the contact was made. */
export const stepContact: Page = {
  method: 'POST',
  url,
  may: 'concerns.write',
  audit: auditOf('cross-border.step'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const contact = await findContact(visit.tx, child.id, visit.params['contact'])
    if (!contact) return { kind: 'not-found' }
    const step = nextStep(visit, contact)
    const again = (problems: readonly Problem[]) =>
      shown(visit, child, contact, typedWithTicks(visit.form), problems)
    if (!step) return shown(visit, child, contact, {}, [])
    const read = readStep(visit, step, londonCalendarDay(visit.now))
    if ('problems' in read) return again(read.problems)
    const refusal = refusalOf(visit, contact, read.change)
    if (refusal) return again([refusal])
    if (await changeContact(visit.tx, contact.id, versionOf(visit.form), read.change)) {
      return { kind: 'redirect', to: `/children/${child.id}/cross-border/${contact.id}` }
    }
    const text = 'Somebody changed this meanwhile. Read it above; what you wrote is in the boxes'
    return again([{ field: FIRST[step], text }])
  },
}

type Step = 'view' | 'sign' | 'make'
const FIRST: Readonly<Record<Step, string>> = { view: 'words', sign: 'protects', make: 'cameOfIt' }

/** What this reader can do next: the child's view before a signature, a signature before a consulate. */
function nextStep(visit: Visit, contact: Contact): Step | undefined {
  if (!mayDo(visit.actor.role, 'concerns.write')) return undefined
  if (contact.state === 'made' || contact.state === 'refused') return undefined
  if (viewComesFirst(contact)) return 'view'
  const waits = contact.state === 'asked' && needsSigning(contact)
  if (!waits) return 'make'
  const signs = mayDo(visit.actor.role, 'concerns.lead') && contact.askedById !== visit.actor.id
  return signs ? 'sign' : 'make'
}

/** What they think is asked before anybody signs; with a consulate until there is a yes or a no. */
function viewComesFirst(contact: Contact): boolean {
  const unasked = (contact.childAgrees ?? 'not_asked') === 'not_asked'
  return contact.withKind === 'consulate' && (!contact.childView || unasked)
}

function readStep(
  visit: Visit,
  step: Step,
  today: CalendarDay,
): { readonly change: ContactChange } | { readonly problems: readonly Problem[] } {
  const read = reading(visit.form, today)
  const change = readChange(read, step, today)
  return read.problems.length > 0 ? { problems: read.problems } : { change }
}

function readChange(
  read: ReturnType<typeof reading>,
  step: Step,
  today: CalendarDay,
): ContactChange {
  if (step === 'view') {
    const words = read.needed('words', 'Enter what they think, word for word', 5000)
    const agrees = read.choice('agrees', AGREES, 'Choose whether they agree to it')
    return { kind: 'view', words, language: language(read), agrees }
  }
  if (step === 'sign') {
    const agreed = read.choice('agreed', SIGNS, 'Choose whether it may be made') === 'yes'
    const protects = read.needed('protects', 'Enter how they stay protected, or why not', 5000)
    return { kind: 'signed', protects, agreed }
  }
  const on = read.dayNeeded('on', 'the day it was made')
  if (on > today) read.wrong('on', 'The day it was made must be today or earlier')
  const cameOfIt = read.needed('cameOfIt', 'Enter what came of it', 5000)
  return { kind: 'made', on, cameOfIt }
}

function language(read: ReturnType<typeof reading>): string {
  const text = read.needed('language', 'Enter the language their words are in', 100)
  if (text.length === 1) read.wrong('language', 'Enter the whole name of the language')
  return text
}

function refusalOf(visit: Visit, contact: Contact, change: ContactChange): Problem | undefined {
  const about = { ...contact, signed: contact.signedBy !== undefined }
  if (change.kind === 'signed') {
    const refusal = refuseSigning(about, visit.actor.id)
    return refusal && { field: 'protects', text: CONTACT_REFUSED[refusal] }
  }
  if (change.kind === 'view') return undefined
  const refusal = refuseContact(about)
  return refusal && { field: 'cameOfIt', text: CONTACT_REFUSED[refusal] }
}

const QUESTIONS: Readonly<Record<Step, readonly Question[]>> = {
  view: [
    { kind: 'words', name: 'words', label: 'What do they think of it, word for word?' },
    { kind: 'text', name: 'language', label: 'In which language are these words?' },
    { kind: 'choice', name: 'agrees', label: 'Do they agree to it?', choices: AGREES },
  ],
  sign: [
    { kind: 'choice', name: 'agreed', label: 'May it be made?', choices: SIGNS },
    {
      kind: 'words',
      name: 'protects',
      label: 'How do they and their family stay protected?',
      hint: 'What is told and what is not, who could learn where they are, what was checked. You sign this by name',
    },
  ],
  make: [
    { kind: 'day', name: 'on', label: 'On which day was it made?' },
    { kind: 'words', name: 'cameOfIt', label: 'What came of it?' },
  ],
}
const SUBMIT: Readonly<Record<Step, string>> = {
  view: 'Save',
  sign: 'Sign',
  make: 'Save that it was made',
}

function shown(
  visit: Visit,
  child: Child,
  contact: Contact,
  typed: Typed,
  problems: readonly Problem[],
): Answer {
  const step = nextStep(visit, contact)
  const unsigned = needsSigning(contact) && !contact.signedBy && step === 'make'
  const next = unsigned ? undefined : step
  return questionPage({
    title: 'Contact in another country',
    child,
    back: `/children/${child.id}/concerns`,
    asides: [contactAside(contact)],
    intro: [
      ...ruleFor(contact),
      ...(unsigned ? ['A manager has not signed yet. Do not make this contact.'] : []),
    ],
    questions: next ? QUESTIONS[next] : [],
    typed,
    version: contact.version,
    submit: next ? SUBMIT[next] : '',
    problems,
  })
}

/** What holds for this contact: with a consulate, or against their wish. */
function ruleFor({ withKind, childAgrees }: Contact): readonly string[] {
  if (withKind === 'consulate') return [CONSULATE_RULE]
  const against =
    'They do not agree. It is made only where their safety needs it, and a manager signs why.'
  return childAgrees === 'no' ? [against] : []
}
