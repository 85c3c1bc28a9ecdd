import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { safetyOf } from '../contact.rules.ts'
import { childIdOf, contactOf, wayIn } from './keep-contact.page.ts'
import { stopInWords, wayLine } from './keep-contact.view.ts'

/** Why a worker may see a way that is shut: nothing else is a reason. */
const REASONS: Readonly<Record<string, string>> = {
  harm: 'Somebody may come to serious harm if they are not reached now',
  asked: 'They have just told me, face to face, that it is safe now',
}

/**
 * Shows the number itself, under what makes it safe, and writes down that it was taken to be used. One
 * that is shut, or asked not to be used, is shown only for a reason, which is written down too.
 */
export const useContact: Page = {
  method: 'POST',
  url: '/children/:childId/contact/:way/use',
  may: 'children.write',
  audit: { action: 'contact.use', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const way = wayIn(visit, on)
    if (!way) return { kind: 'not-found' }
    const line = wayLine(way, on)
    const why = textOf(visit.form, 'why')
    const reason = line.open ? undefined : REASONS[why]
    const shown = line.open || reason !== undefined
    visit.note({
      channel: way.channel,
      state: safetyOf(way.voices, on.days, on.now).state,
      stopped: on.stops.length > 0,
      ...(reason ? { why } : {}),
    })
    const asked = textOf(visit.form, 'asked') === 'yes'
    const page = {
      title: 'Reach them',
      childId: on.child.id,
      knownAs: on.child.knownAs,
      back: `/children/${on.child.id}/contact`,
      way: line,
      stops: on.stops.map((stop) => stopInWords(stop, on.child.knownAs)),
      address: shown ? way.address : undefined,
      reason,
      reasons: Object.entries(REASONS).map(([value, text]) => ({ value, text })),
      error: !shown && asked ? { text: 'Choose why you need it' } : undefined,
    }
    return {
      kind: 'view',
      template: 'domains/contact/keep-contact/use.njk',
      status: shown ? 200 : 422,
      model: { page },
    }
  },
}
