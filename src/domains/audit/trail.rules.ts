/** What each recorded act is called, for a person who reads the trail. The longest name that fits is taken. */
const WORDS: Readonly<Record<string, string>> = {
  account: 'looked after their own account',
  accounts: 'worked on accounts',
  'accounts.list': 'looked at accounts',
  'accounts.see': 'looked at an account',
  answers: 'worked on answers to young people',
  'answers.list': 'looked at what waits for an answer',
  'answers.read': 'read what a young person sent',
  'answers.write': 'answered a young person',
  'answers.pass-on': 'asked somebody else to answer',
  'answers.promise': 'worked on what is promised',
  'answers.away': 'worked on who is away',
  area: 'looked at the area’s picture',
  'area.download': 'downloaded the area’s figures',
  'area.what-helps': 'looked at what helps and what gets in the way in the area',
  'area.make-a-picture': 'made a new picture of the area',
  assessments: 'worked on a child rights impact assessment',
  'assessments.list': 'looked at the child rights impact assessments',
  'assessments.preview': 'read a child rights impact assessment',
  'assessments.publish': 'signed off and published a child rights impact assessment',
  'assessments.review': 'worked on the review of a child rights impact assessment',
  'assessments.review.complete': 'completed the review of a child rights impact assessment',
  'assessments.see': 'looked at a child rights impact assessment',
  'assessments.words.take-back':
    'took a young person’s words back from a child rights impact assessment',
  'case-audit': 'worked on the audit of the record',
  'case-audit.act-now': 'said that something in the record cannot wait',
  'case-audit.act-now.answer': 'answered something that could not wait',
  'case-audit.action': 'worked on an action from an audit',
  'case-audit.finding': 'worked on a finding of an audit',
  'case-audit.read': 'read the record for an audit',
  'case-audit.see': 'looked at the audit of the record',
  'case-audits': 'looked at case audits',
  'case-audits.close': 'closed a round of case audit',
  'case-audits.sample': 'looked at how records were drawn for an audit',
  'case-audits.set-up': 'set up a round of case audit',
  'check-in': 'worked on a check-in',
  'child.copy-entries': 'took a copy of what was said over time',
  'child.code': 'looked at the young person’s code to come in',
  'child.end-code': 'took back the young person’s code to come in',
  'child.give-code': 'gave the young person a code to come in',
  'child.signed-out': 'looked at when the young person was signed out',
  'child.end-sessions': 'signed the young person out everywhere',
  'child.new-words': 'gave the young person new words to sign in with',
  'child.open-sign-in': 'gave the young person their own way in',
  'child.picture': 'looked at the picture over time',
  'child.sign-in': 'looked at the young person’s way in',
  'child.who-looked': 'looked at who has looked',
  'children.appointments': 'looked at their own appointments',
  'children.find': 'searched for a child',
  'children.list': 'looked at a list of children',
  'children.list-not-asked': 'looked at whom nobody has asked what they are good at',
  'children.nobody-yet': 'looked at who has nobody they trust yet',
  'children.open': 'opened a new record',
  'children.stale': 'looked at what nobody has updated',
  'children.read': 'opened the record',
  continuity: 'looked at who stood beside whom',
  'continuity.download': 'took the file of who stood beside whom, without names',
  'complaints.review': 'looked at what came to independent people',
  'complaints.appoint': 'worked on who is independent',
  'complaints.count': 'looked at complaints, counted',
  'complaints.write-for': 'opened the page to say for somebody that something is not right',
  duty: 'looked at who needs somebody now',
  'duty.write': 'answered somebody who needed somebody now',
  'duty.rota': 'worked on the rota',
  frameworks: 'looked at an outcome framework',
  'frameworks.import': 'brought in an outcome framework',
  'frameworks.publish': 'put an outcome framework in use',
  'frameworks.retire': 'took an outcome framework out of use',
  'frameworks.set-aside': 'set an outcome framework aside',
  meetings: 'got ready for a meeting with them',
  'help-places': 'worked on the places young people can call',
  'home.open': 'went to their first page',
  import: 'brought in a council’s return',
  languages: 'worked on the words of young people’s pages',
  'languages.offer': 'switched a language of young people’s pages on or off',
  leave: 'left quickly',
  me: 'used their own page',
  'me.copy-entries': 'took a copy of what they said',
  'me.calendar': 'looked at or answered their own calendar',
  'me.check-in': 'worked on their own check-in',
  'me.learning': 'worked on where they learn',
  'me.device': 'used their own phone',
  'me.goals': 'worked on their own goals',
  'me.happening': 'read what is happening',
  'me.legal-help': 'worked on their own legal help',
  'me.own-words': 'worked on their own words',
  'me.people': 'worked on their own people',
  'me.picture': 'looked at their own picture over time',
  'me.plan': 'read their goals and what was promised',
  'me.shared-with': 'looked at who can open their record',
  'me.way-in': 'worked on their own way in',
  'me.who-looked': 'looked at who has looked',
  'other-site': 'was sent by another website',
  return: 'worked on a council’s return',
  'return.import': 'brought in a council’s return',
  rights: 'worked on the texts about rights',
  'sign-in': 'signed in, or tried to',
  'sign-out': 'signed out',
  teams: 'worked on teams',
  'trail.read': 'read the audit trail',
}

/** Parts of a record that are looked at or changed, by the name of the act without its last word. */
const PARTS: Readonly<Record<string, string>> = {
  around: 'the people around the child',
  'around.contact': 'what was agreed about contact',
  'around.trusted': 'what the child says about an adult they trust',
  'around.view': 'how we see somebody around the child',
  calendar: 'the child’s calendar',
  'calendar.after': 'what became of an appointment',
  'children.about-me': 'the child’s own words',
  'children.beside': 'who stands beside the child',
  'children.births': 'the dates of birth',
  'children.go-by': 'the name the child goes by',
  'children.history': 'the history of the record',
  'children.languages': 'the languages',
  'children.learning': 'where the child learns',
  'children.meanings': 'what words mean to the child',
  'children.names': 'the names',
  'children.numbers': 'the numbers the child is known by',
  'children.outcome-set': 'which outcomes are asked about',
  'children.people': 'the people who matter',
  goals: 'the child’s goals',
  happening: 'what is happening around the child',
  'happening.words': 'what is happening, in another language',
  'legal-help': 'the child’s legal help',
  views: 'how others see it',
}

const LOOKING = new Set(['read', 'see', 'ask', 'open', 'choose', 'ask-end', 'ask-change'])

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
