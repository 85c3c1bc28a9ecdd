import { csrfField, csrfToken } from '#platform/http/csrf.ts'
import { open } from '#platform/http/held.ts'
import type { Answer, Cookie, DoorVisit } from '#platform/http/page.ts'
import { ourMarkup } from '#platform/views/environment.ts'
import type { SessionId } from '#kernel/ids.ts'
import {
  type Account,
  beginSession,
  carriedOf,
  findAccount,
  keptFields,
  mayBeKept,
  readableFields,
  stepAnswer,
} from '#domains/people/index.ts'
import { frameIn } from '#domains/words/index.ts'
import { atDoor, languageAtDoor } from './door-frame.ts'

type How = {
  /** The device is not theirs: nothing is left on it. */
  readonly borrowed: boolean
  /** What was shown is more than words that can be overheard. */
  readonly passed: boolean
}

/** An account that may come in at this door: a young person's that is open. */
export async function ownAccount(
  visit: DoorVisit,
  by: Parameters<typeof findAccount>[1],
): Promise<Account | undefined> {
  const account = await findAccount(visit.tx, by)
  return account?.role === 'young_person' ? account : undefined
}

/** A young person showed what was asked of them: a new session in place of any before, and to where their side begins. */
export async function enter(visit: DoorVisit, account: Account, how: How): Promise<Answer> {
  const carried = carriedOf(visit)
  const begun = await beginSession(visit, account, how.passed, how.borrowed)
  visit.note({ borrowed: how.borrowed })
  if (begun.step !== 'in') return stepAnswer(visit, account, carried, begun.step, begun.cookies)
  const { language, asked } = await languageAtDoor(visit)
  const kept = await keptForm(visit, account, begun.session, language, begun.cookies)
  if (kept) return kept
  const to = atDoor('/me/start', asked ? language : undefined, carried)
  return { kind: 'redirect', to, cookies: begun.cookies }
}

/** What was typed when the last session ran out comes first, for the person who typed it. */
async function keptForm(
  visit: DoorVisit,
  account: Account,
  session: SessionId,
  language: string,
  cookies: readonly Cookie[],
): Promise<Answer | undefined> {
  const sealed = carriedOf(visit).held
  const held = sealed ? open(visit.keys.held, sealed, account.id) : undefined
  if (!held || !mayBeKept(held.to)) return undefined
  const fields = keptFields(held.form)
  return {
    kind: 'view',
    template: 'domains/coming-and-going/kept.njk',
    cookies,
    model: {
      page: {
        ...frameIn(language, false, (w) => w.kept.title),
        to: held.to,
        csrf: ourMarkup(csrfField(csrfToken(visit.keys.csrf, session))),
        shown: readableFields(fields).flatMap((f) => f.values),
        carried: fields.flatMap((f) => f.values.map((value) => ({ name: f.name, value }))),
      },
    },
  }
}
