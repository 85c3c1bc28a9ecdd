import { z } from 'zod'
import { BANDS } from '../match/bands.rules.ts'
import { readCard, writtenCard } from '../protocol/bodies.form.ts'
import type { Card } from '../protocol/identity.rules.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const card = z.string().transform((text, context): Card => {
  const read = readCard(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'no card' })
  return z.NEVER
})
const when = z.iso.datetime().transform((text) => new Date(text))

const ring = z.strictObject({ name: z.string(), phone: z.string() })

/** One child of ours who is like somebody of theirs, and who said what of it. */
const pair = z.strictObject({
  token: z.uuid(),
  id: z.string(),
  band: z.enum(BANDS),
  ourYes: z.boolean(),
  theirYes: z.boolean(),
  ring: ring.optional(),
  /** Whether they were told whom to ring of ours. */
  ringSent: z.boolean(),
  nobody: z.boolean(),
})

const question = z.strictObject({
  /** Whose question it is: the fingerprint of the council's own card. */
  own: hex,
  code: z.uuid(),
  side: z.enum(['asks', 'answers']),
  partner: card,
  matcher: card,
  proposal: z.base64(),
  answer: z.base64().optional(),
  declined: z.boolean(),
  /** The question's own key, until its children are encoded. Then it is nowhere. */
  key: hex.optional(),
  /** For each row sent, the id of its record; null for somebody who does not exist. */
  rows: z.array(z.string().nullable()).optional(),
  pairs: z.array(pair).optional(),
  /** Whom they may ring here, from the first yes on. */
  ring: ring.optional(),
  replies: z.array(z.strictObject({ token: z.uuid(), due: when, done: z.boolean() })),
  /** What came, by its id, so that nothing is taken in twice. */
  taken: z.array(z.uuid()),
  ended: z.boolean(),
})

/** A question as a council without an installation keeps it: one file. */
export type KeptQuestion = z.infer<typeof question>
export type FilePair = z.infer<typeof pair>

export function readQuestion(text: string): KeptQuestion | undefined {
  try {
    const read = question.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

export const writtenQuestion = (kept: KeptQuestion): string =>
  `${JSON.stringify({ ...kept, partner: writtenCard(kept.partner), matcher: writtenCard(kept.matcher) })}\n`
