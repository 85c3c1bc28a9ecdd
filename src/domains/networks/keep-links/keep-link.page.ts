import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import { type AskedForm, askedPages } from '#domains/children/index.ts'
import { entryOf, ONLY_SEEN_HERE } from '../keep-entry/keep-entry.page.ts'
import { addLink, entriesOf, type Entry, type Link, linksOf, unlink } from '../network.queries.ts'
import { ENTRY_KINDS, SURE, type Sure } from '../networks.rules.ts'

type At = { readonly entry: Entry; readonly others: readonly Entry[] }
type NewLink = {
  readonly other: string
  readonly how: string
  readonly source: string
  readonly sure: Sure
}

/** Two entries belong together: how, and from whom it is known. */
const LINK: AskedForm<At, NewLink> = {
  url: '/networks/:entry/links/add',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.link' },
  async find(visit) {
    const entry = await entryOf(visit)
    if (!entry) return undefined
    const all = await entriesOf(visit.tx)
    return { entry, others: all.filter((e) => e.id !== entry.id && !e.notSoBecause) }
  },
  title: 'Link two entries',
  back: ({ entry }) => `/networks/${entry.id}`,
  intro: ({ entry }) => [`${entry.called}.`, ONLY_SEEN_HERE],
  asks: ({ others }) => [
    {
      kind: 'select',
      name: 'other',
      label: 'With which other entry?',
      choices: Object.fromEntries(others.map((e) => [e.id, `${ENTRY_KINDS[e.kind]}: ${e.called}`])),
    },
    { kind: 'text', name: 'how', label: 'How do they belong together?' },
    { kind: 'text', name: 'source', label: 'From whom or where is it known?' },
    { kind: 'choice', name: 'sure', label: 'How sure is it?', choices: SURE },
  ],
  read(read, { others }) {
    const other = others.find((e) => e.id === textOf(read.form, 'other'))
    if (!other) read.wrong('other', 'Choose which other entry')
    const how = read.needed('how', 'Enter how they belong together', 1000)
    const source = read.needed('source', 'Enter from whom or where it is known', 500)
    const sure = read.choice('sure', SURE, 'Choose how sure it is')
    return other && sure && { other: other.id, how, source, sure }
  },
  async keep({ tx }, { entry }, link) {
    if (await addLink(tx, entry, link)) return { to: `/networks/${entry.id}` }
    const text = 'These two are linked already: see the entry'
    return { problems: [{ field: 'other', text }] }
  },
}

type OfLink = { readonly entry: Entry; readonly link: Link }

const NOT_SO: AskedForm<OfLink, string> = {
  url: '/networks/:entry/links/:link/not-so',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.unlink' },
  find: linkOf,
  title: 'A link that is not so',
  back: ({ entry }) => `/networks/${entry.id}`,
  intro: ({ link }) => [`${link.how}. It stays, marked as not so.`],
  asks: () => [{ kind: 'text', name: 'because', label: 'Why is it not so?' }],
  read: (read) => read.needed('because', 'Enter why it is not so', 2000),
  async keep({ tx }, { entry, link }, because) {
    // Marked meanwhile by somebody else: it is as it should be, and their reason stands.
    await unlink(tx, link, because)
    return { to: `/networks/${entry.id}` }
  },
}

async function linkOf(visit: Visit): Promise<OfLink | undefined> {
  const entry = await entryOf(visit)
  const id = readId<'link'>(visit.params['link'])
  const link = entry && (await linksOf(visit.tx)).find((l) => l.id === id)
  const ofIt = link && (link.oneId === entry.id || link.otherId === entry.id)
  return entry && link && ofIt ? { entry, link } : undefined
}

export const linkPages = [...askedPages(LINK), ...askedPages(NOT_SO)]
