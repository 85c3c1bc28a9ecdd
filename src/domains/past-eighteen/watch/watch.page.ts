import type { Visit } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { stopsOf } from '#domains/contact/index.ts'
import { languageAsk, sheet, speaking, versionIn } from '#domains/plans/index.ts'
import { addressOf, shared, todayOf, URL } from '../child-of-eighteen.ts'
import { addAsked, addSign, keepWatch, signsOf, stopWatch, watchOf } from '../watch.queries.ts'
import { OFTEN, WENT } from '../watch.rules.ts'

async function watchedOf(visit: Visit) {
  const spoken = await speaking(visit)
  const { child } = spoken
  const beside = (await allocationsOf(visit.tx, child.id)).filter((one) => !one.endedOn)
  const watch = await watchOf(visit.tx, child.id)
  return {
    ...spoken,
    watch,
    signs: await signsOf(visit.tx, child.id),
    stopped: (await stopsOf(visit.tx, child.id)).length > 0,
    people: Object.fromEntries(beside.map((one) => [one.personId, one.personName ?? 'Somebody'])),
  }
}
type Found = Awaited<ReturnType<typeof watchedOf>>

const theirs = ({ child, watch, signs }: Found) => [
  ...(watch
    ? [
        {
          title: `What ${child.knownAs} wants to be asked`,
          lines: [{ text: watch.asks, lang: watch.language }],
        },
      ]
    : []),
  ...(signs.length > 0
    ? [
        {
          title: 'Signs, as they know them of themselves',
          lines: signs.map((s) => ({ text: s.words, lang: s.language })),
        },
      ]
    : []),
]

/** What they want to be asked, how often and by whom, written down with them. */
export const agreePages = sheet({
  ...shared,
  url: `${URL}/watch`,
  act: 'past-eighteen.watch.agree',
  find: watchedOf,
  title: () => 'What they want to be asked',
  help: ['past-eighteen'],
  beside: theirs,
  intro: () => [
    'Only what they want, only as often as they want. They can write it themselves on their own page, and stop it at any time.',
  ],
  asks: (found) => [
    { kind: 'words', name: 'asks', label: 'What do they want to be asked, in their own words?' },
    languageAsk(found),
    { kind: 'choice', name: 'often', label: 'How often?', choices: OFTEN },
    { kind: 'choice', name: 'asker', label: 'By whom?', choices: found.people },
    {
      kind: 'words',
      name: 'sign',
      label: 'A sign that things turn, as they know it of themselves (optional)',
      hint: 'One at a time. Those there are stand above',
    },
  ],
  kept: ({ watch }) => ({
    asks: watch?.asks ?? '',
    language: watch?.language ?? 'en',
    often: watch?.often ?? '',
    asker: watch?.askerId ?? '',
  }),
  version: ({ watch }) => watch?.version ?? 0,
  async save(visit, found, read) {
    const given = {
      asks: read.needed('asks', 'Enter what they want to be asked', 2000),
      language: read.language('language'),
      often: read.choice('often', OFTEN, 'Choose how often'),
      askerId: read.choice('asker', found.people, 'Choose by whom'),
      agreedBy: 'child_with_someone',
    } as const
    const sign = read.maybe('sign', 1000)
    if (found.watch?.stoppedByThem) {
      read.wrong(
        'asks',
        'They stopped this themselves. Only they begin it again, on their own page',
      )
    }
    if (read.problems.length > 0) return 'asked-again'
    const { child } = found
    if (!(await keepWatch(visit.tx, child.id, versionIn(read), given, visit.now)))
      return 'changed-meanwhile'
    const { language, agreedBy: saidBy } = given
    if (sign) await addSign(visit.tx, child.id, { words: sign, language, saidBy })
    return { to: addressOf(found) }
  },
})

async function goingOn(visit: Visit) {
  const found = await watchedOf(visit)
  return found.watch?.state === 'on' ? { ...found, watch: found.watch } : undefined
}

/** Somebody asked, and what they said of it or why there is nothing. */
export const askedPages = sheet({
  ...shared,
  url: `${URL}/watch/asked`,
  act: 'past-eighteen.watch.asked',
  find: goingOn,
  title: () => 'Somebody asked',
  beside: theirs,
  intro: ({ stopped }) =>
    stopped ? ['They stopped all contact. Nobody asks until they take that back.'] : [],
  asks: (found) => [
    { kind: 'day', name: 'askedOn', label: 'On which day?' },
    { kind: 'choice', name: 'went', label: 'How was it?', choices: WENT },
    {
      kind: 'words',
      name: 'words',
      label: 'What they said, in their own words (if they said something)',
    },
    languageAsk(found),
  ],
  kept: ({ watch }) => ({ language: watch.language }),
  async save(visit, found, read) {
    const askedOn = read.dayNeeded('askedOn', 'Enter the day', { until: todayOf(visit) })
    const went = read.choice('went', WENT, 'Choose how it was')
    const words =
      went === 'said'
        ? read.needed('words', 'Enter what they said, in their own words', 5000)
        : read.maybe('words', 5000)
    const language = read.language('language')
    if (found.stopped)
      read.wrong('askedOn', 'They stopped all contact. Nobody asks until they take that back')
    if (read.problems.length > 0) return 'asked-again'
    await addAsked(visit.tx, found.child.id, { askedOn, went, words, language })
    return { to: addressOf(found) }
  },
})

/** They told somebody that they want it to stop: it stops at once. */
export const stopPages = sheet({
  ...shared,
  url: `${URL}/watch/stop`,
  act: 'past-eighteen.watch.stop',
  find: goingOn,
  title: () => 'They want it to stop',
  intro: () => ['It stops at once. No reason is asked. It can begin again when they want it.'],
  asks: () => [],
  submit: 'Stop it',
  async save(visit, found) {
    await stopWatch(visit.tx, found.child.id, false, visit.now)
    return { to: addressOf(found) }
  },
})
