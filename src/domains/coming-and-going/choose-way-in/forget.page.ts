import { readId } from '#kernel/ids.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { endOwnSession, endSessions, ownAct, removePasskey } from '#domains/people/index.ts'
import { ownChild } from '#domains/words/index.ts'
import { forgetPin } from '../pin.queries.ts'

const may = 'me.open'

type Forgetting = {
  readonly url: string
  readonly action: string
  readonly done: string
  /** True when there was something of theirs to end. */
  readonly work: (door: Tx, visit: Visit, id: string) => Promise<boolean>
}

/** Taking a way in back is always allowed: it makes nobody's way in. */
const forgetting = ({ url, action, done, work }: Forgetting): Page => ({
  method: 'POST',
  url,
  may,
  audit: { action, childId: ownChild },
  async answer(visit): Promise<Answer> {
    const id = readId(visit.params['id'])
    if (!id) return { kind: 'not-found' }
    const was = await ownAct(visit, `${action}-done`, (door) => work(door, visit, id))
    return was ? { kind: 'redirect', to: `/me/way-in?done=${done}` } : { kind: 'not-found' }
  },
})

export const forgettingPages: readonly Page[] = [
  forgetting({
    url: '/me/way-in/pin/:id/forget',
    action: 'me.way-in.forget-pin',
    done: 'forgotten',
    work: (door, { actor }, id) => forgetPin(door, actor.id, { id }, 'forgotten by its owner'),
  }),
  forgetting({
    url: '/me/way-in/passkey/:id/forget',
    action: 'me.way-in.forget-passkey',
    done: 'forgotten',
    work: (door, { actor }, id) => removePasskey(door, actor.id, id),
  }),
  forgetting({
    url: '/me/way-in/sessions/:id/end',
    action: 'me.way-in.end-session',
    done: 'ended',
    work: (door, { actor }, id) => endOwnSession(door, actor.id, id),
  }),
  {
    method: 'POST',
    url: '/me/way-in/sessions/end-others',
    may,
    audit: { action: 'me.way-in.end-others', childId: ownChild },
    async answer(visit): Promise<Answer> {
      const { actor } = visit
      await ownAct(visit, 'me.way-in.end-others-done', (door) =>
        endSessions(door, actor.id, 'ended by its owner', actor.sessionId),
      )
      return { kind: 'redirect', to: '/me/way-in?done=ended' }
    },
  },
]
