import { readId } from '#kernel/ids.ts'
import type { Page } from '#platform/http/page.ts'
import { endOwnSession, endSessions } from '../factors.queries.ts'
import { ownAct } from '../own-act.ts'

export const endOneSession: Page = {
  method: 'POST',
  url: '/account/sessions/:sessionId/end',
  may: 'account.own',
  audit: { action: 'account.end-session' },
  answer: async (visit) => {
    const session = readId<'session'>(visit.params['sessionId'])
    if (!session) return { kind: 'not-found' }
    const ended = await ownAct(visit, 'account.session-ended', (door) =>
      endOwnSession(door, visit.actor.id, session),
    )
    return ended ? { kind: 'redirect', to: '/account?done=session' } : { kind: 'not-found' }
  },
}

export const endOtherSessions: Page = {
  method: 'POST',
  url: '/account/sessions/end-others',
  may: 'account.own',
  audit: { action: 'account.end-other-sessions' },
  answer: async (visit) => {
    const { actor } = visit
    await ownAct(visit, 'account.sessions-ended', (door) =>
      endSessions(door, actor.id, 'ended by its owner', actor.sessionId),
    )
    return { kind: 'redirect', to: '/account?done=sessions' }
  },
}
