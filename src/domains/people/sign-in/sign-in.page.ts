import { textOf } from '#platform/http/fields.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { admit, welcome } from '../admit.ts'
import { carriedOf } from '../carried.ts'
import { findAccount, triesUnder, type Account } from '../door.queries.ts'
import { guarded } from '../guessing.ts'
import { waitInWords } from '../lockout.rules.ts'
import { asPassphrase } from '../made-secrets.rules.ts'
import { passwordMatches, someHash } from '../password.ts'
import { relyingParty } from '../passkeys.ts'
import { readSignIn, type Typed } from './sign-in.form.ts'
import { NOT_RIGHT, signInForm } from './sign-in.view.ts'

type Problems = Parameters<typeof signInForm>[0]['problems']

const shown = (visit: DoorVisit, problems: Problems, status: number): Answer =>
  signInForm({
    userName: textOf(visit.form, 'userName'),
    carried: carriedOf(visit),
    problems,
    status,
    passkeys: relyingParty(visit.origin) !== undefined,
  })

export const showSignIn: DoorPage = {
  method: 'GET',
  url: '/sign-in',
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    if (visit.actor) return { kind: 'redirect', to: carriedOf(visit).next ?? '/home' }
    return shown(visit, [], 200)
  },
}

export const signIn: DoorPage = {
  method: 'POST',
  url: '/sign-in',
  may: 'anyone',
  audit: { action: 'sign-in.password' },
  answer: async (visit) => {
    // The page that keeps a form brings its writer here with nothing typed yet.
    if (textOf(visit.form, 'from') === 'signed-out') return shown(visit, [], 200)
    const read = readSignIn(visit.form)
    if ('problems' in read) return shown(visit, read.problems, 422)
    const tried = await guarded(
      visit.tx,
      {
        under: triesUnder(visit.keys.names, read.typed.userName),
        address: visit.address,
        now: visit.now,
      },
      () => rightAccount(visit, read.typed),
    )
    if (tried.kind === 'right') return admit(visit, tried.found, carriedOf(visit), false)
    visit.note({ why: tried.kind })
    if (tried.kind === 'wrong') {
      return shown(visit, [{ field: 'userName', text: NOT_RIGHT }], 422)
    }
    const text = `Wait ${waitInWords(tried.wait)}, then try again. There were too many tries with this user name or from this place`
    return shown(visit, [{ field: 'userName', text }], 429)
  },
}

/** The account whose password this is. A password is compared whether or not there is such an account. */
async function rightAccount(visit: DoorVisit, typed: Typed): Promise<Account | undefined> {
  const account = await findAccount(visit.tx, { userName: typed.userName })
  if (account) visit.about(account.id)
  const matches = await passwordMatches(
    asPassphrase(typed.password),
    account?.passwordHash ?? someHash,
  )
  if (!account?.passwordHash || !matches) return undefined
  // A printed password opens nothing but a demonstration.
  return account.demonstration && !visit.demonstration ? undefined : account
}

/** On from a page that stood between signing in and where they were going. */
export const carryOn: DoorPage = {
  method: 'POST',
  url: '/sign-in/carry-on',
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const carried = carriedOf(visit)
    if (!visit.actor) return shown(visit, [], 200)
    return welcome(visit, visit.actor, visit.actor.sessionId, carried)
  },
}
