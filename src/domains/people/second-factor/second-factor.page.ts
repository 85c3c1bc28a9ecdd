import { textOf } from '#platform/http/fields.ts'
import type { DoorPage, DoorVisit } from '#platform/http/page.ts'
import { admit, elsewhere, standing } from '../admit.ts'
import { carriedOf } from '../carried.ts'
import { triesOfPerson, type Account } from '../door.queries.ts'
import { takeRecoveryCode, takeStep } from '../factors.queries.ts'
import { guarded } from '../guessing.ts'
import { waitInWords } from '../lockout.rules.ts'
import { asRecoveryCode } from '../made-secrets.rules.ts'
import { openSecret, stepOfCode } from '../one-time-code.ts'
import { nextStep } from '../sign-in.rules.ts'
import { secondFactorForm } from './second-factor.view.ts'

const URL = '/sign-in/second-factor'

export const showSecondFactor: DoorPage = {
  method: 'GET',
  url: URL,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'second-factor') {
      return elsewhere(visit, at, carried)
    }
    return secondFactorForm(at.account, carried)
  },
}

export const giveSecondFactor: DoorPage = {
  method: 'POST',
  url: URL,
  may: 'anyone',
  audit: { action: 'sign-in.second-factor' },
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'second-factor') {
      return elsewhere(visit, at, carried)
    }
    const again = (text: string, status: number) =>
      secondFactorForm(at.account, carried, [{ field: 'code', text }], status)
    const typed = textOf(visit.form, 'code').trim()
    if (typed === '') return again('Enter the code from your app, or a recovery code', 422)
    const under = triesOfPerson(at.account.id, 'second factor')
    const tried = await guarded(
      visit.tx,
      { under, address: visit.address, now: visit.now },
      async () => ((await factorHolds(visit, at.account, typed)) ? true : undefined),
    )
    if (tried.kind === 'right') return admit(visit, at.account, carried, true)
    visit.note({ why: tried.kind })
    if (tried.kind === 'wait') {
      return again(
        `Wait ${waitInWords(tried.wait)}, then enter a new code. There were too many tries`,
        429,
      )
    }
    return again(
      'Enter the code your app shows now. That one is not right, has been used, or is too old',
      422,
    )
  },
}

/** Whether this is the code of now, or a recovery code; either is taken, so that it never works again. */
async function factorHolds(visit: DoorVisit, account: Account, typed: string): Promise<boolean> {
  const recovery = asRecoveryCode(typed)
  if (recovery) {
    visit.note({ with: 'recovery code' })
    return takeRecoveryCode(visit.tx, account.id, recovery)
  }
  const secret = account.code && openSecret(visit.keys.secrets, account.id, account.code.sealed)
  if (!secret) return false
  const step = stepOfCode(secret, typed.replaceAll(/\s/g, ''), visit.now)
  return step !== undefined && takeStep(visit.tx, account.id, step)
}
