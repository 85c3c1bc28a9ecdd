import type { DoorPage } from '#platform/http/page.ts'
import { leavesThis } from '#platform/http/leaving.ts'
import { endSession, sessionEver } from '#platform/http/sessions.ts'

/**
 * Leaving quickly: the session ends here, then the browser goes somewhere ordinary. A link, so that it
 * works without JavaScript. Whoever presses it always leaves. The session ends when the link's token is
 * this session's, or when the browser says that a page of ours sent it (an older page of ours, in a tab
 * from before, still means it); another site can do neither, and then nothing of ours is changed.
 */
export const leaveQuickly: DoorPage = {
  method: 'GET',
  url: '/leave',
  may: 'anyone',
  audit: { action: 'leave' },
  answer: async (visit) => {
    const { leaveTo } = visit.own
    const session = await sessionEver(visit.tx, visit.token)
    if (!session) return { kind: 'leave', to: leaveTo, everything: false }
    const named = leavesThis(visit.keys.csrf, session.id, visit.query['t'])
    // Told after there was no signal: somebody may have come in anew meanwhile, and only the session that was left ends.
    const late = visit.query['late'] === 'yes'
    const meant = named || (visit.fromHere && !late)
    visit.note({ meant })
    if (!meant) return { kind: 'redirect', to: leaveTo }
    visit.about(session.person)
    await endSession(visit.tx, session.id, 'left quickly')
    return { kind: 'leave', to: leaveTo, everything: session.borrowed }
  },
}
