import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import { type AskedForm, askedPages } from '#domains/children/index.ts'
import { entryOf, ONLY_SEEN_HERE } from '../keep-entry/keep-entry.page.ts'
import type { Entry } from '../network.queries.ts'
import { SURE, TOLD, type Told } from '../networks.rules.ts'
import {
  addTie,
  changeTie,
  type Linkable,
  linkable,
  type Tie,
  tiesOf,
  type TieToKeep,
} from '../tie.queries.ts'

type At = { readonly entry: Entry; readonly young: readonly Linkable[] }

const keyOf = (l: Linkable): string => l.situationId ?? l.childId

/** An entry is linked with a young person within reach, and where it is known with a situation of theirs. */
const TIE: AskedForm<At, TieToKeep> = {
  url: '/networks/:entry/young/add',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.tie' },
  async find(visit) {
    const entry = await entryOf(visit)
    return entry && { entry, young: await linkable(visit.tx) }
  },
  title: 'Link an entry with a young person',
  back: ({ entry }) => `/networks/${entry.id}`,
  intro: ({ entry }) => [`${entry.called}.`, ONLY_SEEN_HERE],
  asks: ({ young }) => [
    {
      kind: 'select',
      name: 'young',
      label: 'With whom, and with which situation?',
      hint: 'Those within your reach of whom a situation is written down, and those you stand beside',
      choices: Object.fromEntries(
        young.map((l) => [keyOf(l), l.what ? `${l.knownAs}: ${l.what}` : l.knownAs]),
      ),
    },
    { kind: 'text', name: 'how', label: 'How is it linked with them?' },
    { kind: 'text', name: 'source', label: 'From whom or where is it known?' },
    { kind: 'choice', name: 'sure', label: 'How sure is it?', choices: SURE },
    { kind: 'choice', name: 'told', label: 'Were they told that this is kept?', choices: TOLD },
    { kind: 'text', name: 'toldBecause', label: 'If not: why, and who tells them when?' },
  ],
  read(read, { young }) {
    const chosen = young.find((l) => keyOf(l) === textOf(read.form, 'young'))
    if (!chosen) read.wrong('young', 'Choose with whom')
    const how = read.needed('how', 'Enter how it is linked with them', 1000)
    const source = read.needed('source', 'Enter from whom or where it is known', 500)
    const sure = read.choice('sure', SURE, 'Choose how sure it is')
    const told = readTold(read)
    if (!chosen || !sure || !told) return undefined
    return { child: chosen.childId, situation: chosen.situationId, how, source, sure, ...told }
  },
  async keep(visit, { entry }, tie) {
    await addTie(visit.tx, entry, tie)
    visit.show([tie.child])
    return { to: `/networks/${entry.id}` }
  },
}

function readTold(
  read: Reading,
): { readonly told: Told; readonly toldBecause: string | undefined } | undefined {
  const told = read.choice('told', TOLD, 'Choose whether they were told')
  const toldBecause = read.maybe('toldBecause', 1000)
  if (told && told !== 'told' && !toldBecause) {
    read.wrong('toldBecause', 'Enter why they were not told, and who tells them when')
  }
  return told && { told, toldBecause }
}

type OfTie = { readonly entry: Entry; readonly tie: Tie }
type Change = {
  readonly told: Told
  readonly toldBecause: string | undefined
  readonly notSoBecause: string | undefined
}

const CHANGE: AskedForm<OfTie, Change> = {
  url: '/networks/:entry/young/:tie/change',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.untie' },
  find: tieOf,
  title: 'How an entry is linked with a young person',
  back: ({ entry }) => `/networks/${entry.id}`,
  intro: ({ entry, tie }) => [`${entry.called}. ${tie.knownAs}: ${tie.how}.`],
  asks: () => [
    { kind: 'choice', name: 'told', label: 'Were they told that this is kept?', choices: TOLD },
    { kind: 'text', name: 'toldBecause', label: 'If not: why, and who tells them when?' },
    { kind: 'text', name: 'notSoBecause', label: 'Not so: why? (leave it empty otherwise)' },
  ],
  typed: ({ tie }) => ({ told: tie.told, toldBecause: tie.toldBecause ?? '' }),
  version: ({ tie }) => tie.version,
  read(read) {
    const told = readTold(read)
    const notSoBecause = read.maybe('notSoBecause', 2000)
    return told && { ...told, notSoBecause }
  },
  async keep(visit, { entry, tie }, change, version) {
    visit.show([tie.childId])
    const to = `/networks/${entry.id}`
    if (await changeTie(visit.tx, { id: tie.id, version }, change)) return { to }
    const now = (await tiesOf(visit.tx)).find((t) => t.id === tie.id)
    const lines = [
      { label: 'Told', text: now ? TOLD[now.told] : 'Marked as not so' },
      { label: 'Why not', text: now?.toldBecause ?? '' },
    ]
    return { meanwhile: { by: undefined, lines }, version: now?.version ?? 0 }
  },
}

async function tieOf(visit: Visit): Promise<OfTie | undefined> {
  const entry = await entryOf(visit)
  const id = readId<'tie'>(visit.params['tie'])
  const tie = (await tiesOf(visit.tx)).find((t) => t.id === id)
  return entry && tie && tie.entryId === entry.id ? { entry, tie } : undefined
}

export const tiePages = [...askedPages(TIE), ...askedPages(CHANGE)]
