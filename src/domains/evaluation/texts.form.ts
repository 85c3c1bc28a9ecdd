/** The forms over the assessment itself: each is a few of its columns. */
import type { Problem } from '#platform/http/form-problem.ts'
import type { Field, Row, Value, Values } from './fields.form.ts'
import { textSections, type Template } from './template.rules.ts'

export type TextForm = {
  readonly slug: string
  readonly title: string
  readonly intro: string
  readonly fields: readonly Field[]
  readonly check?: (values: Values, row: Row) => readonly Problem[]
  /** Shows beside each text how hard it is to read. */
  readonly reading?: true
}

const ABOUT: TextForm = {
  slug: 'about',
  title: 'What is proposed',
  intro: 'In words that somebody outside can follow.',
  fields: [
    {
      kind: 'line',
      name: 'title',
      label: 'What is this assessment called?',
      hint: 'It is published. No names of children.',
      need: 'Enter what this assessment is called',
      max: 200,
    },
    { kind: 'words', name: 'proposal', label: 'What is proposed?', need: 'Enter what is proposed' },
    {
      kind: 'day',
      name: 'drafting_began_on',
      label: 'On which day did drafting begin?',
      hint: 'Early enough to change what is decided',
      need: 'Enter the day on which drafting began',
    },
    {
      kind: 'words',
      name: 'affected',
      label: 'Who is affected, in a few sentences? (optional for now)',
    },
    {
      kind: 'select',
      name: 'owner_id',
      label: 'Who owns it?',
      hint: 'The review comes to them on its day. Their name is not published.',
      from: 'owners',
      need: 'Choose who owns it',
    },
    {
      kind: 'line',
      name: 'owner_post',
      label: 'Their post or team, as it is printed',
      need: 'Enter their post or team',
      max: 200,
    },
  ],
  check: (values, row) => {
    const effect = row['takes_effect_on']
    return typeof effect === 'string' && effect < String(values['drafting_began_on'])
      ? [
          {
            field: 'drafting_began_on',
            text: 'Drafting began before it takes effect: this day is after the one in the monitoring plan',
          },
        ]
      : []
  },
}

const PLAN: TextForm = {
  slug: 'plan',
  title: 'When it takes effect, and when it is reviewed',
  intro:
    'The review opens by itself on its day, for the owner and for managers. A promised review may come earlier, never later.',
  fields: [
    {
      kind: 'day',
      name: 'takes_effect_on',
      label: 'On which day does it take effect?',
      need: 'Enter the day on which it takes effect',
    },
    {
      kind: 'day',
      name: 'review_on',
      label: 'On which day is it reviewed?',
      need: 'Enter the day of the review',
    },
  ],
  check: (values, row) => {
    const [effect, review] = [String(values['takes_effect_on']), String(values['review_on'])]
    if (effect < String(row['drafting_began_on'])) {
      return [{ field: 'takes_effect_on', text: 'It cannot take effect before drafting began' }]
    }
    return review > effect
      ? []
      : [{ field: 'review_on', text: 'The review comes after the day it takes effect' }]
  },
}

const NOT_INVOLVED: TextForm = {
  slug: 'not-involved',
  title: 'Why nobody has been asked yet',
  intro:
    'Only where children and young people have not been involved. The reason is published with its day. Leave all of it empty when they have.',
  fields: [
    { kind: 'words', name: 'not_involved_because', label: 'Why not?' },
    { kind: 'day', name: 'not_involved_on', label: 'On which day was that decided?' },
    { kind: 'day', name: 'involve_by', label: 'By which day will they be asked?' },
  ],
  check: (values) => {
    const given = Object.entries(values).filter(([, value]) => value !== null)
    if (given.length === 0) return []
    const missing = NOT_INVOLVED.fields.find((field) => values[field.name] === null)
    if (missing) return [{ field: missing.name, text: `Answer this too: ${missing.label}` }]
    return String(values['involve_by']) < String(values['not_involved_on'])
      ? [{ field: 'involve_by', text: 'They are asked on the day of the reason or after it' }]
      : []
  },
}

const DECISION: TextForm = {
  slug: 'decision',
  title: 'Best interests and the decision',
  intro: 'The best interests of children are a primary consideration: say how they were weighed.',
  fields: [
    {
      kind: 'words',
      name: 'best_interests',
      label: 'How were the best interests of children weighed, and against what?',
      need: 'Enter how best interests were weighed',
    },
    {
      kind: 'radios',
      name: 'chosen_option_id',
      label: 'Which option was chosen?',
      from: 'options',
    },
    {
      kind: 'words',
      name: 'decision',
      label: 'What was decided, and why?',
      need: 'Enter what was decided, and why',
    },
  ],
}

const twin = (name: string, label: string, hint?: string): Field => ({
  kind: 'words',
  name,
  label,
  max: 2000,
  ...(hint === undefined ? {} : { hint }),
})

const TWIN: TextForm = {
  slug: 'twin',
  title: 'For children and young people',
  intro:
    'A short text of its own, published beside this one. One idea a sentence. The counts beside each box are advice: read it with young people.',
  reading: true,
  fields: [
    twin('twin_what', 'What is this?'),
    twin('twin_change', 'What could change for you?'),
    twin(
      'twin_said',
      'What did children and young people say?',
      'Put it in your own words. What somebody said exactly stands only under “Their own words”, where it can be taken back.',
    ),
    twin('twin_decided', 'What did we decide, and why?'),
    twin('twin_next', 'What happens next?'),
  ],
}

export const TEXT_FORMS: readonly TextForm[] = [ABOUT, PLAN, NOT_INVOLVED, DECISION, TWIN]

/** The sections with a text that only this template has, as one form. */
export function sectionsForm(template: Pick<Template, 'definition'>): TextForm {
  return {
    slug: 'sections',
    title: 'Other sections of this template',
    intro: 'What only this nation’s template asks.',
    fields: textSections(template).map((section) => ({
      kind: 'words',
      name: section.key,
      label: section.title,
      hint: section.check ? `${section.prompt} (This section is to be checked.)` : section.prompt,
    })),
  }
}

/** The columns that a form of sections writes: all of them in one. */
export const sectionColumns = (values: Values): Readonly<Record<string, Value>> => ({
  section_texts: JSON.stringify(
    Object.fromEntries(Object.entries(values).filter(([, text]) => typeof text === 'string')),
  ),
})
