import { parentPort, workerData } from 'node:worker_threads'
import { carryOut, instance, type Job, type Setting } from './work.ts'

/** One thread of the crew: an instance of the kernel on the shared memory. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- crew.ts starts this and nothing else does
const setting = workerData as Setting
const kernel = instance(setting)

parentPort?.on('message', (job: Job) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(carryOut(kernel, setting, job))
})
