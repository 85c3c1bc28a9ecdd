import { Worker } from 'node:worker_threads'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { type Acts, compareDue, runWaits } from '#domains/same-child/index.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import type { Comparing } from './comparing.worker.ts'
import type { Opened } from './database.ts'

const LOOK_EVERY = 10_000
/** New and changed records of one organisation take no longer than this at a time. */
const AT_A_TIME = 5_000

/**
 * While the server runs: records that are new or changed are compared with all others, and a comparison of a
 * whole register that somebody asked for is done on a thread of its own. Gives the way to end it, which waits
 * until what is under way has written down how far it is.
 */
export function keepComparing(
  opened: Opened,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let busy: Promise<void> | undefined
  let work: { readonly worker: Worker; readonly over: Promise<void> } | undefined
  const look = async (): Promise<void> => {
    for (const code of await atTheDoor(opened.db, organisationCodes)) {
      const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
      if (!acts) continue
      const until = new Date(Date.now() + AT_A_TIME)
      await compareDue(opened.db, acts, { now: () => new Date(), until })
      const waits = await asActor(opened.db, acts.id, (tx) => runWaits(tx, new Date()))
      if (waits && !work) work = begun(opened, acts)
    }
  }
  const begun = (from: Opened, acts: Acts) => {
    const workerData: Comparing = { webUrl: from.installation.webUrl, acts }
    const worker = new Worker(new URL('./comparing.worker.ts', import.meta.url), { workerData })
    const over = new Promise<void>((resolve) => {
      worker.once('error', failed)
      worker.once('exit', () => {
        work = undefined
        resolve()
      })
    })
    return { worker, over }
  }
  const timer = setInterval(() => {
    busy ??= look()
      .catch(failed)
      .finally(() => {
        busy = undefined
      })
  }, LOOK_EVERY)
  return async () => {
    clearInterval(timer)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    work?.worker.postMessage('stop')
    await busy
    await work?.over
  }
}
