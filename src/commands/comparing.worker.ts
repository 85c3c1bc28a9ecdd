import { parentPort, workerData } from 'node:worker_threads'
import { type Acts, review } from '#domains/same-child/index.ts'
import { openDatabase } from '#platform/db/postgres.ts'

/** What the server tells the thread that compares a whole register: how to reach the database, and as whom. */
export type Comparing = { readonly webUrl: string; readonly acts: Acts }

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- comparing.ts starts this and nothing else does
const { webUrl, acts } = workerData as Comparing
const stopping = new AbortController()
parentPort?.on('message', () => stopping.abort())

const db = openDatabase(webUrl, 2)
try {
  await review({ db, acts, stopped: stopping.signal, now: () => new Date() }, false)
} finally {
  await db.destroy()
  parentPort?.close()
}
