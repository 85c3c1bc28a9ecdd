import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { confirmPassword } from '../confirm-password.ts'
import { countRecoveryCodes, keepRecoveryCodes } from '../factors.queries.ts'
import { makeRecoveryCodes } from '../made-secrets.ts'
import { ownAct } from '../own-act.ts'
import { addPasskey, keepChallenge, listPasskeys, takeChallenge } from '../passkeys.queries.ts'
import { askToAdd, challengeOf, readAdded, relyingParty, verifyAdded } from '../passkeys.ts'
import { oneLine } from '../sign-in.rules.ts'
import { recoveryCodesShown } from '../set-up-second-factor/show-set-up.ts'

const URL = '/account/passkeys/add'

const form = (visit: Visit, problems: readonly Problem[] = []): Answer => ({
  kind: 'view',
  template: 'domains/people/add-passkey/add-passkey.njk',
  status: problems.length > 0 ? 422 : 200,
  model: {
    page: {
      title: 'Add a passkey',
      name: textOf(visit.form, 'name'),
      errors: errorsOf(problems),
    },
  },
})

export const showAddPasskey: Page = {
  method: 'GET',
  url: URL,
  may: 'account.own',
  audit: { action: 'account.add-passkey' },
  answer: async (visit) => (relyingParty(visit.origin) ? form(visit) : { kind: 'not-found' }),
}

const json = (body: unknown): Answer => ({
  kind: 'file',
  name: 'options.json',
  type: 'application/json',
  body: JSON.stringify(body),
})

/** Asked for by the browser: the password is checked here, so that whoever adds a passkey is the owner. */
export const askToAddPasskey: Page = {
  method: 'POST',
  url: '/account/passkeys/options',
  may: 'account.own',
  audit: { action: 'account.ask-to-add-passkey' },
  answer: async (visit) => {
    const party = relyingParty(visit.origin)
    if (!party) return { kind: 'not-found' }
    const { actor, now } = visit
    if (nameOf(visit) === undefined) return json({ problem: NAME_IT.text })
    const typed = textOf(visit.form, 'currentPassword')
    const confirmed = await visit.door((door) =>
      confirmPassword(door, { person: actor.id, typed, now }),
    )
    if ('problem' in confirmed) return json({ problem: confirmed.problem.text })
    const options = await visit.door(async (door) => {
      const asked = await askToAdd(party, confirmed.account, await listPasskeys(door, actor.id))
      await keepChallenge(door, asked.challenge, actor.id)
      return asked
    })
    return json(options)
  },
}

const NAME_IT: Problem = {
  field: 'name',
  text: 'Enter a name for the passkey, for example My phone',
}

const nameOf = (visit: Visit): string | undefined => {
  const name = oneLine(textOf(visit.form, 'name'))
  return name.length >= 1 && name.length <= 60 ? name : undefined
}

export const addNewPasskey: Page = {
  method: 'POST',
  url: URL,
  may: 'account.own',
  audit: { action: 'account.add-passkey' },
  answer: async (visit) => {
    if (!relyingParty(visit.origin)) return { kind: 'not-found' }
    const name = nameOf(visit)
    if (name === undefined) return form(visit, [NAME_IT])
    const kept = await ownAct(visit, 'account.passkey-added', (door) => keep(visit, door, name))
    if (!kept) {
      const text =
        'Press “Add a passkey” again, and follow your device. It was not added. This needs JavaScript in your browser'
      return form(visit, [{ field: 'name', text }])
    }
    if (kept.codes) {
      return recoveryCodesShown(kept.codes, { next: '/account?done=passkey', held: undefined })
    }
    return { kind: 'redirect', to: '/account?done=passkey' }
  },
}

type Kept = { readonly codes: readonly string[] | undefined }

/** Keeps the passkey when it answers the question that this person was asked; the first one brings recovery codes. */
async function keep(visit: Visit, door: Tx, name: string): Promise<Kept | undefined> {
  const party = relyingParty(visit.origin)
  const response = readAdded(textOf(visit.form, 'response'))
  const challenge = response && challengeOf(response)
  if (!party || !response || !challenge) return undefined
  const asked = await takeChallenge(door, challenge)
  if (asked?.person !== visit.actor.id) return undefined
  const passkey = await verifyAdded(party, response, challenge)
  if (!passkey || !(await addPasskey(door, visit.actor.id, passkey, name))) return undefined
  if ((await countRecoveryCodes(door, visit.actor.id)) > 0) return { codes: undefined }
  const codes = makeRecoveryCodes()
  await keepRecoveryCodes(door, visit.actor.id, codes)
  return { codes }
}
