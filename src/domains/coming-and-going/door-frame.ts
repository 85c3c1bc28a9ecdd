import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, DoorVisit } from '#platform/http/page.ts'
import { carriedOf, type Carried } from '#domains/people/index.ts'
import {
  aloudAtDoor,
  frameIn,
  languageChoices,
  languagesOfferedByAnybody,
  type YouthWords,
} from '#domains/words/index.ts'
import { preferred } from './door.rules.ts'

/** The language at the door: chosen there, or what the browser asks for, or English. Kept in the address and nowhere else. */
export async function languageAtDoor(visit: DoorVisit): Promise<{
  readonly language: string
  readonly asked: boolean
  readonly offered: readonly string[]
}> {
  const others = await languagesOfferedByAnybody(visit.tx)
  const offered = ['en', ...others.filter((l) => l !== 'en')]
  const named = textOf(visit.form, 'in') || textOf(visit.query, 'in')
  const asked = offered.includes(named)
  const language = asked ? named : (preferred(visit.prefers, offered) ?? 'en')
  return { language, asked, offered }
}

/** An address at the door, with the language and where to go on to. */
export function atDoor(path: string, language: string | undefined, carried: Carried): string {
  const query = new URLSearchParams()
  if (language) query.set('in', language)
  if (carried.next) query.set('next', carried.next)
  return query.size > 0 ? `${path}?${query.toString()}` : path
}

type Shown = {
  readonly template: string
  readonly path: string
  readonly title: (w: YouthWords) => string
  readonly problems?: (w: YouthWords) => readonly Problem[]
  readonly status?: number
  /** What else the page says. */
  readonly more?: object
}

/** A page at the door to the young person's side. */
export async function doorPage(
  visit: DoorVisit,
  shown: Shown,
): Promise<Extract<Answer, { kind: 'view' }>> {
  const { language, asked, offered } = await languageAtDoor(visit)
  const carried = carriedOf(visit)
  const frame = frameIn(language, false, shown.title)
  const aloud = await aloudAtDoor(visit, frame, ALOUD)
  const carry = (path: string) => atDoor(path, asked ? language : undefined, carried)
  return {
    kind: 'view',
    template: `domains/coming-and-going/${shown.template}`,
    status: shown.status ?? 200,
    ...(aloud ? { media: 'plays' as const } : {}),
    model: {
      page: {
        ...frame,
        aloud,
        errors: errorsOf(shown.problems?.(frame.w) ?? []),
        carried,
        in: asked ? language : undefined,
        here: shown.path,
        to: Object.fromEntries(DOORS.map((name) => [name, carry(`/in${name && `/${name}`}`)])),
        languages: languageChoices(offered, frame.language).map((choice) => ({
          ...choice,
          href: atDoor(shown.path, choice.value, carried),
        })),
        ...shown.more,
      },
    },
  }
}

/** Spoken at the door, where somebody recorded it: what each page is, and what one does there. */
const ALOUD = [
  'door.heading',
  'door.lead',
  'door.withCodeHint',
  'door.borrowedHint',
  'door.nothingHelp',
  'doorCode.heading',
  'doorCode.hint',
  'doorCode.once',
  'doorWords.heading',
  'doorWords.nameHint',
  'doorWords.wordsHint',
  'doorPin.heading',
  'doorPin.hint',
]

const DOORS = ['', 'code', 'mine', 'borrowed', 'pin', 'about'] as const

/** Somebody who is already in has nothing to do at the door. */
export const alreadyIn = (visit: DoorVisit): Answer | undefined =>
  visit.actor && { kind: 'redirect', to: carriedOf(visit).next ?? '/home' }

/** The page that keeps a form brings its writer here with nothing typed yet. */
export const onlyPassing = (visit: DoorVisit): boolean =>
  textOf(visit.form, 'from') === 'signed-out'
