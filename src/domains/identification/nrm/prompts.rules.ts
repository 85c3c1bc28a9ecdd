import type { Answers } from './route.rules.ts'

/** What makes a referral good, beside each question. Advice, never a score, and it stops nobody. */

export const PROMPTS_SOURCE =
  'After the Home Office’s First Responder Toolkit (England and Wales), April 2026. Open Government Licence v3.0'

const NO_NAMES =
  'Do not write the young person’s name, or the names of other children and possible victims'
const AS_SAID =
  'Say who said or saw it. Where you use their own words, put them in quotation marks as they were said'

export const PROMPTS: Readonly<Record<string, readonly string[]>> = {
  '/reference': ['This goes into emails: no names, and no initials with a date of birth'],
  '/pv-under-age': [
    'Where nobody is sure, and they may be under 18, answer “not sure”: they are treated as a child until it is settled',
  ],
  '/local-authority-contacted-about-child': [
    'The local authority is told at once, and nothing waits for this form',
  ],
  '/what-is-their-background': [
    'Only what is known already. Do not ask the young person again for this',
    'Say “not known” where it is not known',
  ],
  '/when-did-the-exploitation-take-place': [
    'Dates as near as they are known: a season, an age, “before the move”. Put them in order',
  ],
  '/when-did-the-exploitation-take-place-multiple': [
    'Each situation with its own dates and its own kind, in order',
  ],
  '/how-did-the-exploitation-start': [
    AS_SAID,
    NO_NAMES,
    'What was promised, who brought them in, what they were told about pay. For a child no force or deceit has to be shown',
  ],
  '/were-they-taken-somewhere-by-their-exploiter': [
    'Travel inside one country, even inside one town, is travel',
  ],
  '/how-they-were-treated': [
    AS_SAID,
    NO_NAMES,
    'What they had to do, for how long, what happened if they did not',
  ],
  '/reasons-preventing-potential-victim-from-leaving': [
    'What the adults did to keep them there. Not why the child “stayed”',
  ],
  '/why-report-now': [
    'Things are said over time. Fear, threats, distrust and what trauma does to memory explain lateness: say which, and how you know',
  ],
  '/modern-slavery-indicators': [
    'Which signs, seen by whom, when and where. Signs are prompts: not all will be there',
  ],
  '/where-how-interview-carried-out': [
    'Where, with whom, with which interpreter, with which breaks, and how they were',
  ],
  '/professional-insight': [
    'What you conclude and from what. An opinion without what it rests on helps nobody',
  ],
  '/evidence-of-dishonesty': [
    'Say what supports the account too. Where two accounts differ, say what may explain it',
  ],
  '/who-exploited-pv': ['Describe them: names, nicknames, what they look like, numbers, cars'],
  '/fr-alternative-contact': ['Two people who can be asked, so that nothing waits for a holiday'],
  '/upload-evidence': ['A list of the documents with what each is and of which day'],
}

export const promptsOf = (step: string): readonly string[] => PROMPTS[step] ?? []

/** The account itself: where few words say little. */
const TOLD: readonly string[] = [
  'how-did-the-exploitation-start',
  'what-were-they-required-to-do',
  'how-they-were-treated',
  'where-how-interview-carried-out',
  'professional-insight',
]
const FEW = 25
const COPIED = 120

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

export type Advice = { readonly field: string; readonly text: string }

/** What a reader at the Home Office would miss. Asked about what was written, not about what is still empty. */
export function adviceOn(answers: Answers): readonly Advice[] {
  const short = TOLD.filter((field) => {
    const text = answers.get(field) ?? ''
    return text !== '' && wordsIn(text) < FEW
  }).map((field) => ({ field, text: 'This is short. What else was seen or said?' }))
  return [...short, ...copied(answers), ...withoutSigns(answers)]
}

/** The same long text in two boxes. */
function copied(answers: Answers): readonly Advice[] {
  const long = [...answers].filter(([, text]) => text.length >= COPIED)
  return long
    .filter(([, text], n) => long.findIndex(([, other]) => other.trim() === text.trim()) !== n)
    .map(([field]) => ({ field, text: 'This is the same text as in another box' }))
}

const withoutSigns = (answers: Answers): readonly Advice[] =>
  answers.get('modern-slavery-indicators') === 'no'
    ? [
        {
          field: 'modern-slavery-indicators',
          text: 'No signs are named. A referral without any is often sent back with questions',
        },
      ]
    : []
