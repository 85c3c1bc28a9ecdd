import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { confirmPassword } from '../confirm-password.ts'
import { confirmWithPassword } from '../confirm-with-password.view.ts'
import { keepRecoveryCodes } from '../factors.queries.ts'
import { makeRecoveryCodes } from '../made-secrets.ts'
import { ownAct } from '../own-act.ts'
import { recoveryCodesShown } from '../set-up-second-factor/show-set-up.ts'

const URL = '/account/recovery-codes'

const form = (problems: readonly Problem[] = []): Answer =>
  confirmWithPassword({
    title: 'Make new recovery codes',
    what: 'You get ten new codes, shown once. The ones you have now stop working.',
    action: URL,
    button: 'Make ten new codes',
    problems,
  })

export const showMakeRecoveryCodes: Page = {
  method: 'GET',
  url: URL,
  may: 'account.own',
  audit: { action: 'account.make-recovery-codes' },
  answer: async () => form(),
}

export const makeNewRecoveryCodes: Page = {
  method: 'POST',
  url: URL,
  may: 'account.own',
  audit: { action: 'account.make-recovery-codes' },
  answer: async (visit) => {
    const { actor, now } = visit
    const typed = textOf(visit.form, 'currentPassword')
    const confirmed = await visit.door((door) =>
      confirmPassword(door, { person: actor.id, typed, now }),
    )
    if ('problem' in confirmed) return form([confirmed.problem])
    const codes = makeRecoveryCodes()
    await ownAct(visit, 'account.recovery-codes-made', async (door) => {
      await keepRecoveryCodes(door, actor.id, codes)
      return codes
    })
    return recoveryCodesShown(codes, { next: '/account', held: undefined })
  },
}
