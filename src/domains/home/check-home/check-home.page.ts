import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type Ask,
  type AskedForm,
  askedPages,
  type KeptAs,
  SAID_BY,
} from '#domains/children/index.ts'
import { addCheck, type CheckToKeep } from '../check.queries.ts'
import { auditOf, hrefOf, languagesToChoose, type OfStay, stayOf } from '../child-of-page.ts'
import {
  CHECK_ASKS,
  CHECK_ORDER,
  type CheckAsk,
  FOUND,
  FOUND_OUT,
  type FoundOut,
  NIGHT,
  NO_VIEW,
  SEEN_ALONE,
} from '../home.rules.ts'
import { seenThere } from '../owed.ts'

type At = OfStay & { readonly languages: Readonly<Record<string, string>> }

/** Whether a home is right for a child: what was seen there, and what they say, before what we find. */
const CHECK: AskedForm<At, CheckToKeep> = {
  url: '/children/:childId/home/:stay/check',
  may: 'children.write',
  audit: auditOf('home.ask', 'home.check'),
  async find(visit) {
    const at = await stayOf(visit)
    return at && { ...at, languages: await languagesToChoose(visit, at.child) }
  },
  title: ({ stay }) => `Is it right for them: ${stay.called}`,
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: () => [
    'Go there, and see them alone. Ask them first. Nothing here is added up: a home with one “no” may be right, and one with none may not be.',
  ],
  help: ['home-right', 'visits'],
  asks: (at) => [...viewAsks(at), ...SEEN_ASKS, ...FOUND_ASKS],
  read: readCheck,
  keep,
}

const viewAsks = ({ languages }: At): readonly Ask[] => [
  { kind: 'day', name: 'onDay', label: 'On which day were you there?' },
  { kind: 'choice', name: 'seenAlone', label: 'Did you see them alone?', choices: SEEN_ALONE },
  {
    kind: 'words',
    name: 'viewWords',
    label: 'What they say of living there, word for word',
  },
  { kind: 'choice', name: 'viewLanguage', label: 'In which language?', choices: languages },
  { kind: 'choice', name: 'viewSaidBy', label: 'Who said it?', choices: SAID_BY },
  {
    kind: 'choice',
    name: 'noView',
    label: 'If there are no words of theirs: why not?',
    choices: NO_VIEW,
  },
]

const SEEN_ASKS: readonly Ask[] = [
  ...CHECK_ORDER.map(
    (name): Ask => ({ kind: 'select', name, label: CHECK_ASKS[name], choices: FOUND_OUT }),
  ),
  { kind: 'select', name: 'night', label: 'Who is there at night?', choices: NIGHT },
  { kind: 'words', name: 'seen', label: 'What else did you see?' },
]

const FOUND_ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'found', label: 'What do you find?', choices: FOUND },
  { kind: 'words', name: 'why', label: 'Why?' },
  { kind: 'words', name: 'putRight', label: 'What is put right, and who does it?' },
  { kind: 'day', name: 'putRightBy', label: 'By which day?' },
]

const VIEW = 'Write what they say, or choose why there are no words of theirs'

function readCheck(read: Reading, { stay }: At): CheckToKeep | undefined {
  const onDay = read.day('onDay', 'Enter on which day', { from: stay.beganOn, until: read.today })
  const seenAlone = read.choice('seenAlone', SEEN_ALONE, 'Choose whether you saw them alone')
  const view = readView(read)
  const answers = readAnswers(read)
  const night = read.choice('night', NIGHT, 'Choose who is there at night')
  const seen = read.maybe('seen', 5000)
  const found = read.choice('found', FOUND, 'Choose what you find')
  const why = read.needed('why', 'Enter why', 5000)
  const putRight = read.maybe('putRight', 5000)
  const putRightBy = read.dayOrNone('putRightBy', { from: onDay })
  if (found === 'right_if' || found === 'not_right') {
    if (!putRight) read.wrong('putRight', 'Enter what is put right, and who does it')
    if (!putRightBy) read.wrong('putRightBy', 'Enter by which day, like 27 3 2026')
  }
  if (!onDay || !seenAlone || !answers || !night || !found) return undefined
  return { ...answers, ...view, onDay, seenAlone, night, seen, found, why, putRight, putRightBy }
}

/** Their words with language and voice, or the one reason why there are none: never both. */
function readView(read: Reading) {
  const viewWords = read.maybe('viewWords', 10_000)
  const noView = read.choiceOrNone('noView', NO_VIEW)
  const none = { viewWords: undefined, viewLanguage: undefined, viewSaidBy: undefined }
  if (viewWords === undefined) {
    if (!noView) read.wrong('viewWords', VIEW)
    return { ...none, noView }
  }
  if (noView) {
    read.wrong('noView', 'Their words are written above: choose no reason why there are none')
  }
  const viewLanguage = read.language('viewLanguage')
  const viewSaidBy = read.choice('viewSaidBy', SAID_BY, 'Choose who said it')
  return { viewWords, viewLanguage, viewSaidBy, noView: undefined }
}

function readAnswers(read: Reading): { readonly [A in CheckAsk]: FoundOut } | undefined {
  const one = (name: CheckAsk) =>
    read.choice(name, FOUND_OUT, 'Choose an answer, or why there is none')
  const [own_room, lock, phone] = [one('own_room'), one('lock'), one('phone')]
  const [wash, visitors, access, adults] = [
    one('wash'),
    one('visitors'),
    one('access'),
    one('adults'),
  ]
  if (!own_room || !lock || !phone || !wash || !visitors || !access || !adults) return undefined
  return { own_room, lock, phone, wash, visitors, access, adults }
}

async function keep({ tx, now }: Visit, { child, stay }: At, check: CheckToKeep): Promise<KeptAs> {
  const id = await addCheck(tx, { child: child.id, stay: stay.id }, check)
  const livesThere = stay.endedOn === undefined && stay.notSoBecause === undefined
  if (livesThere && check.seenAlone === 'yes') {
    await seenThere(tx, child.id, stay, { id, onDay: check.onDay, now })
  }
  return { to: hrefOf(child) }
}

export const checkPages = askedPages(CHECK)
