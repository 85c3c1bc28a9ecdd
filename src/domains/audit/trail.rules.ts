/** What each recorded act is called, for a person who reads the trail. By the first part that fits. */
const WORDS: Readonly<Record<string, string>> = {
  'accounts.': 'worked on accounts',
  'account.': 'looked after their own account',
  'area.': 'looked at the area’s picture',
  'check-in.': 'worked on a check-in',
  'child.allocate': 'changed who stands beside the child',
  'child.history': 'looked at the history of the record',
  'child.open': 'opened a new record',
  'child.read': 'opened the record',
  'child.who-looked': 'looked at who has looked',
  'child.': 'worked on the record',
  'children.find': 'searched for a child',
  'children.list': 'looked at a list of children',
  'framework.': 'worked on an outcome framework',
  'help.': 'read a help page',
  'home.open': 'went to their first page',
  'import.': 'worked on a council’s return',
  'picture.': 'looked at the picture over time',
  'sign-in.': 'signed in',
  'trail.read': 'read the audit trail',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  done: 'Done',
  invalid: 'Asked again: something was not right',
  'not-found': 'Not found, or out of reach',
  refused: 'Refused',
  failed: 'Failed, and nothing was kept',
}

/** An act in words; the bare name of the act where nobody has given it words yet. */
export function actInWords(action: string): string {
  const known = Object.keys(WORDS)
    .filter((name) => action === name || action.startsWith(name))
    .toSorted((a, b) => b.length - a.length)[0]
  return known ? (WORDS[known] ?? action) : action
}

export const outcomeInWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome
