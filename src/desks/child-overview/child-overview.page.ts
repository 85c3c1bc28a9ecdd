import { readId, type ChildId } from '#kernel/ids.ts'
import { findChild, languagesOf, type Child, type ChildLanguage } from '#domains/children/index.ts'
import { may, type Capability } from '#platform/access/capability.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import type { Act, NextThing, Place, Said } from './section.ts'
import { sections } from './sections.ts'

const childId = (visit: Asked): ChildId | undefined => readId<'child'>(visit.params['childId'])

/** A child's page: who they are and what they say first, what they are owed next, status last and closed. */
export const childOverview: Page = {
  method: 'GET',
  url: '/children/:childId',
  may: 'children.read',
  audit: { action: 'children.read', childId },
  async answer(visit): Promise<Answer> {
    const id = childId(visit)
    const child = id && (await findChild(visit.tx, id))
    if (!child) return { kind: 'not-found' }
    const places: Partial<Record<Place, { template: string; model: Said }[]>> = {}
    for (const { place, template, gather } of sections) {
      const model = await gather(visit, child)
      if (model) (places[place] ??= []).push({ template, model })
    }
    const page = {
      title: 'Child’s page',
      here: `/children/${child.id}`,
      child,
      languages: (await languagesOf(visit.tx, child.id)).map(inWords),
      mayWrite: may(visit.actor.role, 'children.write'),
      places,
      gists: { owed: gistOf(places.owed), happening: gistOf(places.happening) },
      next: may(visit.actor.role, 'children.write') ? nextOf(child, places) : undefined,
      acts: actsOn(visit, child),
    }
    return { kind: 'view', template: 'desks/child-overview/child-overview.njk', model: { page } }
  },
}

type Told = readonly { readonly model: Said }[] | undefined

/** What a closed part holds, so that nobody opens it to find nothing. */
const gistOf = (told: Told): string =>
  (told ?? []).flatMap((s) => s.model.gist ?? []).join('; ') || 'nothing is written down'

/** The next kind thing to do: what is promised first; when nothing waits, to ask how things are. */
function nextOf(child: Child, places: Partial<Record<Place, Told>>): NextThing {
  const all = [places.now, places.owed, places.happening].flatMap((told) => told ?? [])
  return (
    all.flatMap((s) => s.model.next ?? [])[0] ?? {
      why: 'Nothing waits for an answer. There may be time to ask how things are',
      action: { text: 'Ask how things are', href: `/children/${child.id}/check-in/with` },
    }
  )
}

function inWords(language: ChildLanguage): { readonly text: string; readonly never: boolean } {
  const name = language.dialect ? `${language.language} (${language.dialect})` : language.language
  if (language.neverUse) return { text: `Never use ${name} with them`, never: true }
  const how = [
    language.speaks && 'speaks',
    language.reads && 'reads',
    language.writes && 'writes',
    language.forFeelings && 'prefers it for feelings',
  ].filter(Boolean)
  return { text: how.length > 0 ? `${name}: ${how.join(', ')}` : name, never: false }
}

/** What can be done on a record, by which capability, and where from the child's page. */
const ACTS: readonly {
  readonly may: Capability
  readonly text: string
  readonly at: (child: string) => string
}[] = [
  { may: 'check-ins.write', text: 'Hand over this device for a check-in', at: on('check-in/with') },
  {
    may: 'check-ins.write',
    text: 'Write down that there was no check-in, and why',
    at: on('check-in/not-held'),
  },
  { may: 'check-ins.write', text: 'Write how you, or a carer, see it', at: on('views/new') },
  { may: 'children.write', text: 'Write down what they say', at: on('about-me/add') },
  { may: 'children.write', text: 'Ask what a word means to them', at: on('meanings/add') },
  { may: 'children.write', text: 'Add a person who matters', at: on('people/add') },
  { may: 'children.write', text: 'Change the name they go by', at: on('go-by') },
  { may: 'check-ins.write', text: 'Choose which outcomes are asked about', at: on('outcome-set') },
  { may: 'children.give-sign-in', text: 'Give them their own way in', at: on('sign-in') },
  {
    may: 'children.give-sign-in',
    text: 'Sign them out everywhere, when they are missing or a device is lost',
    at: on('signed-out'),
  },
  { may: 'children.allocate', text: 'Say who stands beside them', at: on('beside/add') },
  { may: 'answers.give', text: 'Get ready for a meeting together', at: on('meetings') },
  {
    may: 'complaints.write-for',
    text: 'Say for them that something is not right',
    at: (child) => `/independent/for/${child}`,
  },
  { may: 'audit.read', text: 'See who looked at this record', at: on('who-looked') },
  {
    may: 'children.read',
    text: 'See which notes they may read',
    at: on('notes'),
  },
]

function on(page: string): (child: string) => string {
  return (child) => `/children/${child}/${page}`
}

/** What can be done next, for whoever may. */
function actsOn({ actor }: Visit, child: Child): readonly Act[] {
  return ACTS.filter((act) => may(actor.role, act.may)).map(({ text, at }) => ({
    text,
    href: at(child.id),
  }))
}
