/** What each recorded act is called, for a person who reads the trail. The longest name that fits is taken. */
const WORDS: Readonly<Record<string, string>> = {
  account: 'looked after their own account',
  accounts: 'worked on accounts',
  'accounts.list': 'looked at accounts',
  'accounts.see': 'looked at an account',
  area: 'looked at the area’s picture',
  'area.download': 'downloaded the area’s figures',
  'area.make-a-picture': 'made a new picture of the area',
  'check-in': 'worked on a check-in',
  'child.end-sessions': 'signed the young person out everywhere',
  'child.new-words': 'gave the young person new words to sign in with',
  'child.open-sign-in': 'gave the young person their own way in',
  'child.picture': 'looked at the picture over time',
  'child.sign-in': 'looked at the young person’s way in',
  'child.who-looked': 'looked at who has looked',
  'children.find': 'searched for a child',
  'children.list': 'looked at a list of children',
  'children.open': 'opened a new record',
  'children.read': 'opened the record',
  frameworks: 'looked at an outcome framework',
  'frameworks.import': 'brought in an outcome framework',
  'frameworks.publish': 'put an outcome framework in use',
  'frameworks.retire': 'took an outcome framework out of use',
  'frameworks.set-aside': 'set an outcome framework aside',
  'home.open': 'went to their first page',
  import: 'brought in a council’s return',
  languages: 'worked on the words of young people’s pages',
  'languages.offer': 'switched a language of young people’s pages on or off',
  me: 'used their own page',
  'me.check-in': 'worked on their own check-in',
  'me.device': 'used their own phone',
  'me.goals': 'worked on their own goals',
  'me.own-words': 'worked on their own words',
  'me.picture': 'looked at their own picture over time',
  'me.who-looked': 'looked at who has looked',
  return: 'worked on a council’s return',
  'return.import': 'brought in a council’s return',
  'sign-in': 'signed in, or tried to',
  'sign-out': 'signed out',
  teams: 'worked on teams',
  'trail.read': 'read the audit trail',
}

/** Parts of a record that are looked at or changed, by the name of the act without its last word. */
const PARTS: Readonly<Record<string, string>> = {
  'children.about-me': 'the child’s own words',
  'children.beside': 'who stands beside the child',
  'children.births': 'the dates of birth',
  'children.go-by': 'the name the child goes by',
  'children.history': 'the history of the record',
  'children.languages': 'the languages',
  'children.meanings': 'what words mean to the child',
  'children.names': 'the names',
  'children.numbers': 'the numbers the child is known by',
  'children.people': 'the people who matter',
  goals: 'the child’s goals',
  views: 'how others see it',
}

const LOOKING = new Set(['read', 'see', 'ask', 'open', 'choose', 'ask-end'])

const OUTCOMES: Readonly<Record<string, string>> = {
  done: 'Done',
  invalid: 'Asked again: something was not right',
  'not-found': 'Not found, or out of reach',
  refused: 'Refused',
  failed: 'Failed, and nothing was kept',
}

/** An act in words; the bare name of the act where nobody has given it words yet. */
export function actInWords(action: string): string {
  const part = longest(Object.keys(PARTS), action)
  if (part) {
    const last = action.split('.').at(-1) ?? ''
    return `${LOOKING.has(last) ? 'looked at' : 'changed'} ${PARTS[part]}`
  }
  const known = longest(Object.keys(WORDS), action)
  return known ? (WORDS[known] ?? action) : action
}

export const outcomeInWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome

function longest(names: readonly string[], action: string): string | undefined {
  return names
    .filter((name) => action === name || action.startsWith(`${name}.`))
    .toSorted((a, b) => b.length - a.length)[0]
}
