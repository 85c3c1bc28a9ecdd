import { z } from 'zod'

const digests = z.array(z.string().regex(/^[0-9a-f]{64}$/)).length(2)
const line = z.union([
  /** A comparison was begun, of these two files of encodings. */
  z.strictObject({ run: z.uuid(), encodings: digests }),
  /** Its answer was made: these two files of bands. */
  z.strictObject({ run: z.uuid(), answers: digests }),
])

/** One line of what a matcher remembers: the number of a run and digests of sealed files, which name nobody. */
export type ComparedLine = z.infer<typeof line>

export function readComparedLine(text: string): ComparedLine | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    // Said by the caller, with the number of the line.
    return undefined
  }
}
