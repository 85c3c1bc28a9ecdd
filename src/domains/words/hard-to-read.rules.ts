/** Words of our trade that young people tell us they do not know, with ordinary ones. */
const HARD_WORDS: Readonly<Record<string, string>> = {
  placement: 'home',
  safeguarding: 'keeping you safe',
  'multi-agency': 'several services together',
  statutory: 'by law',
  assessment: 'finding out what you need',
  pathway: 'plan',
  intervention: 'help',
  disclosure: 'what you told us',
  contact: 'seeing your family',
  provision: 'help',
  stakeholder: 'the people involved',
  allocated: 'given to',
  escalate: 'ask a manager',
  risk: 'what could go wrong',
  eligibility: 'who can get it',
  commissioned: 'paid for',
  'best interests': 'what is best for you',
  panel: 'the people who decide',
  referral: 'asking another service',
}
const MOST_WORDS_IN_A_SENTENCE = 20

/** What in an answer may be hard to read for the one it is for. Asks; never refuses. */
export function hardToRead(text: string): readonly string[] {
  const lower = text.toLowerCase()
  const words = Object.entries(HARD_WORDS)
    .filter(([hard]) => new RegExp(`\\b${hard}\\b`).test(lower))
    .map(([hard, plain]) => `“${hard}”: perhaps “${plain}”`)
  const long = text
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS_IN_A_SENTENCE)
    .map((sentence) => `A long sentence: “${sentence.split(/\s+/).slice(0, 6).join(' ')}…”`)
  return [...words, ...long]
}
