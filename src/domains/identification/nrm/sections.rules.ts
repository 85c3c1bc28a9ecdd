import { getStep } from './form.rules.ts'
import { type Given, isPassedBy, pathOf } from './route.rules.ts'

/** The form's pages under what they are about, in the form's own order. Pure. */

const SECTIONS: readonly (readonly [title: string, first: string])[] = [
  ['Who is writing', '/reference'],
  ['Age', '/pv-under-age'],
  ['Before', '/what-is-their-background'],
  ['What happened', '/potential-victim-exploitative-situation-multiple'],
  ['What you saw and think', '/modern-slavery-indicators'],
  ['Where', '/where-exploitation-happened'],
  ['Who did it, and how', '/who-exploited-pv'],
  ['Other children, and safety from now on', '/any-other-pvs'],
  ['Consent and support', '/pv-want-to-submit-nrm'],
  ['About the young person', '/pv-name-referral'],
  ['Whom to write to', '/fr-details'],
  ['Documents', '/upload-evidence'],
]

export type FormSection = { readonly title: string; readonly steps: readonly string[] }

export function sectionsOf(given: Given): readonly FormSection[] {
  const path = pathOf(given)
  const sections: { title: string; steps: string[] }[] = []
  for (const step of path) {
    const starts = SECTIONS.find(([, first]) => first === step)
    if (starts || sections.length === 0)
      sections.push({ title: starts?.[0] ?? 'The form', steps: [] })
    if (!isPassedBy(step, given.answers)) sections.at(-1)?.steps.push(step)
  }
  return sections.filter((s) => s.steps.length > 0)
}

const TITLES: Readonly<Record<string, string>> = {
  '/fr-location': 'Where are you making this report?',
  '/pv-under-age-at-time-of-exploitation': 'Under 18 during the exploitation?',
  '/is-the-potential-victim-still-in-an-exploitative-situation': 'Still in it?',
  '/when-last-contact': 'Last contact with the exploiters',
  '/details-last-contact': 'About the last contact',
  '/is-this-the-first-chance-to-report': 'Reported before?',
  '/modern-slavery-indicators': 'Signs you saw',
  '/where-exploitation-happened': 'UK, overseas or both',
  '/exploiters-location': 'Is it known where the exploiters are?',
  '/are-exploiters-in-the-uk': 'Are the exploiters in the UK?',
  '/future-exploitation': 'Could it happen again?',
  '/pv-gender-dtn': 'Gender',
  '/pv-gender-referral': 'Gender',
  '/does-pv-have-children': 'Do they have children?',
  '/pv-interpreter-requirements': 'Interpreter',
  '/pv-other-help-with-communication': 'Help with communication',
  '/pv-ho-reference': 'Home Office references',
  '/pv-contact-details-dtn': 'How to reach them',
  '/pv-contact-details-referral': 'How to reach them',
  '/what-evidence-you-will-submit': 'List of the documents',
}

/** What a page of the form is called here: its own heading, or what it asks. */
export const titleOf = (step: string): string =>
  TITLES[step] ?? getStep(step).header ?? step.slice(1).replaceAll('-', ' ')

/** The page's name within our own address: the form's, without its stroke. */
export const slugOf = (step: string): string => step.slice(1)

/** The page after this one that somebody fills in; undefined at the end. */
export function pageAfter(step: string, given: Given): string | undefined {
  const path = pathOf(given).filter((s) => !isPassedBy(s, given.answers))
  return path[path.indexOf(step) + 1]
}
