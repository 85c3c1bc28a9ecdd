import { parentPort, workerData } from 'node:worker_threads'
import { kernelOn } from '../kernel/kernel.ts'
import { type DiceSetting, diceTask } from './dice-work.ts'

/** One thread that compares bit fields; it is told which rows, one piece after another. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- dice.ts starts this and nothing else does
const setting = workerData as DiceSetting
const kernel = kernelOn(setting.memory)

parentPort?.on('message', (rows: { from: number; to: number }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(diceTask(kernel, setting, rows))
})
