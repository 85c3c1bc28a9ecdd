import type { Readable } from 'node:stream'
import { unreadable } from './unreadable.ts'

/** A file of the return that can be read from its beginning as often as needed. */
export type SourceFile = {
  readonly name: string
  readonly size: number
  readonly read: () => Promise<Readable>
}

export type Source = { readonly files: readonly SourceFile[]; readonly close: () => void }

const MB = 1024 * 1024
/** Far above any council's return (the largest are some 10 MB), and small enough to read in seconds. */
export const LARGEST = 200 * MB

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / MB)} MB`

/** Stops before anything is read when there is more of it than any return holds. */
export function refuseTooLarge(name: string, bytes: number): void {
  if (bytes <= LARGEST) return
  throw unreadable(
    `${name} is ${inMegabytes(bytes)}, and a return is never more than ${inMegabytes(LARGEST)}. Check that it is the right one.`,
  )
}
