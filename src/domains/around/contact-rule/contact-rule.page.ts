import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  choice,
  daysOf,
  maybe,
  needed,
} from '#domains/children/index.ts'
import { CHILD_AGREES, type PersonAround } from '../around.rules.ts'
import { childOf, personOf } from '../child-of-page.ts'
import { type ContactRule, contactRulesOf, keepContactRule } from '../staff.queries.ts'

const url = '/children/:childId/people-map/:around/contact'
const may = 'children.write'

const ASKS: readonly Ask[] = [
  {
    kind: 'words',
    name: 'rule',
    label: 'What was agreed, in plain words to the young person',
    hint: 'For example: “You can call your mum on Sundays. Marta is at home then.” They read this',
  },
  { kind: 'text', name: 'decidedBy', label: 'Who decided it?' },
  {
    kind: 'choice',
    name: 'childAgrees',
    label: 'Does the young person agree?',
    choices: CHILD_AGREES,
  },
  {
    kind: 'words',
    name: 'childSays',
    label: 'What they say about it, in their own words (optional)',
  },
  { kind: 'day', name: 'review', label: 'When is it looked at again? (optional)' },
  {
    kind: 'words',
    name: 'ownRule',
    label: 'The same in their own language (optional)',
    hint: 'Put into words by an interpreter or somebody who speaks it',
  },
  {
    kind: 'text',
    name: 'ownLanguage',
    label: 'Which language is that? (optional)',
    hint: 'Its code: am, ar, ckb, cy, fa, om, prs, ps, sq, ti or vi',
  },
]

const form = z
  .object({
    rule: needed('Enter what was agreed', 'What was agreed', 1000),
    decidedBy: needed('Enter who decided it', 'Who decided it', 200),
    childAgrees: choice(CHILD_AGREES, 'Choose whether they agree'),
    childSays: maybe('What they say', 2000),
    ownRule: maybe('The words in their language', 1000),
    ownLanguage: maybe('The language', 35),
  })
  .refine((f) => (f.ownRule === undefined) === (f.ownLanguage === undefined), {
    path: ['ownLanguage'],
    message: 'Enter both the words in their language and which language it is',
  })
  .refine((f) => f.ownLanguage === undefined || /^[a-z]{2,3}$/.test(f.ownLanguage), {
    path: ['ownLanguage'],
    message: 'Enter the code of the language, like ti',
  })

export const askContactRule: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'around.contact.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const person = await personOf(visit, child)
    if (!person?.mattersId) return { kind: 'not-found' }
    const kept = (await contactRulesOf(visit.tx, child.id)).get(person.mattersId)
    return shown({ child, person, kept }, kept ? typedOf(kept) : {}, [])
  },
}

export const writeContactRule: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'around.contact.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const person = await personOf(visit, child)
    if (!person?.mattersId) return { kind: 'not-found' }
    const mattersId = person.mattersId
    const typed = typedIn(visit.form)
    const read = form.safeParse(visit.form)
    const review = dayFrom(visit.form, 'review')
    const problems = [
      ...(read.success ? [] : problemsOf(read.error)),
      ...(review === 'wrong'
        ? [{ field: 'review', text: 'Enter the day it is looked at again, like 27 3 2026' }]
        : []),
    ]
    const kept = async () => (await contactRulesOf(visit.tx, child.id)).get(mattersId)
    if (!read.success || review === 'wrong' || problems.length > 0) {
      return shown({ child, person, kept: await kept() }, typed, problems)
    }
    const saved = await keepContactRule(
      visit.tx,
      { child: child.id, mattersId },
      { ...read.data, reviewOn: review },
      versionOf(visit.form),
    )
    if (saved) return { kind: 'redirect', to: `/children/${child.id}/people-map` }
    return shown({ child, person, kept: await kept() }, typed, [], true)
  },
}

const typedOf = (kept: ContactRule) => ({
  rule: kept.rule,
  decidedBy: kept.decidedBy,
  childAgrees: kept.childAgrees,
  childSays: kept.childSays ?? '',
  ownRule: kept.ownRule ?? '',
  ownLanguage: kept.ownLanguage ?? '',
  ...daysOf('review', kept.reviewOn),
})

function shown(
  at: {
    readonly child: Child
    readonly person: PersonAround
    readonly kept: ContactRule | undefined
  },
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const { child, kept } = at
  const page = {
    ...askedPage({
      title: 'Seeing and speaking with this person',
      child,
      back: `/children/${child.id}/people-map`,
      asks: ASKS,
      typed,
      version: kept?.version ?? 0,
      problems,
      meanwhile: changed
        ? {
            by: undefined,
            lines: [
              { label: 'What was agreed:', text: kept?.rule ?? '' },
              { label: 'Decided by:', text: kept?.decidedBy ?? '' },
            ],
          }
        : undefined,
    }),
    about: at.person.name,
  }
  return askedAnswer(page, 'domains/around/about-person.njk')
}
