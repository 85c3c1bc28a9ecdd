import { londonDayAndTime } from '#kernel/london-time.ts'
import { addResponse, addReview, addTold } from '../during.queries.ts'
import { type At, episodeForm } from '../episode-form.ts'
import { endFound } from '../episode.queries.ts'
import { BODIES, POLICE_THERE, TOLD, TREATED } from '../missing.rules.ts'
import { returnOwed, reviewDone, reviewOwed } from '../owed.ts'
import { momentAsks, type Reading } from '../read.form.ts'

/** A moment that lies after they went missing; nobody can have been told or have answered before. */
function momentSince(read: Reading, name: string, called: string, at: At): Date | undefined {
  const moment = read.moment(name, called)
  const { missingSince } = at.episode
  if (!moment || moment >= missingSince) return moment
  read.wrong(
    name,
    `They are missing since ${londonDayAndTime(missingSince)}: this cannot come before`,
  )
  return undefined
}

const of = ({ child, episode }: At) => ({ child: child.id, episode: episode.id })

export const toldPages = episodeForm({
  slug: 'told',
  title: 'Somebody was told',
  intro: [],
  topic: 'missing',
  submit: 'Save',
  onlyOpen: false,
  asks: () => [
    { kind: 'choice', name: 'whom', label: 'Who was told?', choices: TOLD },
    { kind: 'text', name: 'name', label: 'Their name or number (optional)' },
    ...momentAsks('at', 'When?'),
    { kind: 'words', name: 'said', label: 'What did they say they would do? (optional)' },
  ],
  read: (read, _form, at) => {
    const whom = read.choice('whom', TOLD, 'Choose who was told')
    const name = read.maybe('name', 200)
    const moment = momentSince(read, 'at', 'the day they were told', at)
    const said = read.maybe('said', 2000)
    return whom && moment && { whom, name, at: moment, said }
  },
  keep: async ({ tx }, at, told) => {
    await addTold(tx, of(at), told)
    return []
  },
})

export const responsePages = episodeForm({
  slug: 'response',
  title: 'What somebody did',
  intro: [
    'What a body did, and how they treated them. This is how we learn whether the answer was good.',
  ],
  topic: 'missing',
  submit: 'Save',
  onlyOpen: false,
  asks: () => [
    { kind: 'choice', name: 'body', label: 'Who did something?', choices: BODIES },
    ...momentAsks('at', 'When?'),
    { kind: 'words', name: 'did', label: 'What did they do?' },
    { kind: 'choice', name: 'treated', label: 'How did they treat them?', choices: TREATED },
    { kind: 'words', name: 'better', label: 'What would have been better? (optional)' },
  ],
  read: (read, _form, at) => {
    const body = read.choice('body', BODIES, 'Choose who did something')
    const moment = momentSince(read, 'at', 'the day they did it', at)
    const did = read.needed('did', 'Enter what they did', 5000)
    const treated = read.choice('treated', TREATED, 'Choose how they treated them')
    const better = read.maybe('better', 2000)
    return body && moment && treated && { body, at: moment, did, treated, better }
  },
  keep: async ({ tx }, at, response) => {
    await addResponse(tx, of(at), response)
    return []
  },
})

export const reviewPages = episodeForm({
  slug: 'review',
  title: 'Look at the search',
  intro: [
    'A key worker with the police keeps the search in focus. When you save, the next look is owed from now.',
  ],
  topic: 'missing',
  submit: 'Save this look',
  onlyOpen: true,
  asks: () => [
    { kind: 'words', name: 'known', label: 'What is known now?' },
    { kind: 'words', name: 'next', label: 'What is done next, and by whom?' },
    {
      kind: 'choice',
      name: 'police',
      label: 'Were the police part of this look?',
      choices: POLICE_THERE,
    },
  ],
  read: (read) => {
    const known = read.needed('known', 'Enter what is known now', 5000)
    const next = read.needed('next', 'Enter what is done next', 5000)
    const police = read.choice('police', POLICE_THERE, 'Choose whether the police were part of it')
    return police && { known, next, policeThere: police === 'yes' }
  },
  keep: async ({ tx, now }, at, review) => {
    const id = await addReview(tx, of(at), { ...review, at: now })
    await reviewDone(tx, at.child.id, now)
    await reviewOwed(tx, at.child.id, { kind: 'missing_review', id }, now)
    return []
  },
})

export const foundPages = episodeForm({
  slug: 'found',
  title: 'They were found',
  intro: [
    'First see that they are safe, warm, fed and well. Nobody is told off. A conversation with somebody they choose is then offered within 72 hours.',
  ],
  topic: 'return-conversation',
  submit: 'Save: they were found',
  onlyOpen: true,
  asks: () => [
    ...momentAsks('at', 'When were they found, or when did they come back?'),
    { kind: 'text', name: 'where', label: 'Where?' },
    { kind: 'words', name: 'how', label: 'How, and how are they? (optional)' },
  ],
  read: (read, _form, at) => {
    const moment = read.moment('at', 'the day they were found')
    if (moment && moment <= at.episode.missingSince) {
      read.wrong(
        'at',
        `They are missing since ${londonDayAndTime(at.episode.missingSince)}: they cannot have been found before`,
      )
    }
    const where = read.needed('where', 'Enter where they were found', 500)
    const how = read.maybe('how', 2000)
    return moment && { at: moment, where, how }
  },
  keep: async ({ tx, now }, at, found) => {
    if (!(await endFound(tx, at.episode.id, found))) {
      return [{ field: 'at', text: 'This search ended while you were writing. Nothing was saved' }]
    }
    await reviewDone(tx, at.child.id, now)
    await returnOwed(tx, at.child.id, at.episode.id, found.at)
    return []
  },
})
