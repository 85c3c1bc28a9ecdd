import { STORY } from './child.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { random, uuid } from './random.ts'
import { BEGUN_IN_STORY, WHOLE } from './words/referral.ts'

/** An invented referral, and how far it has come. */
export type ToldReferral = {
  readonly id: string
  readonly childId: string
  readonly by: string
  readonly reviewer: string
  readonly begunAt: string
  readonly askedAt: string
  readonly readAt: string
  readonly reaches: 'preparing' | 'in_review' | 'ready' | 'sent'
  readonly answers: Readonly<Record<string, string>>
  readonly view:
    | {
        readonly toldOn: string
        readonly toldHow: string
        readonly wants: 'wants_it' | 'does_not_want_it' | 'not_sure'
        readonly words: string
      }
    | undefined
  readonly sent?: {
    readonly on: string
    readonly reference: string
    readonly decisions: readonly {
      readonly id: string
      readonly kind: 'reasonable_grounds' | 'conclusive_grounds'
      readonly outcome: 'positive' | 'negative'
      readonly on: string
    }[]
  }
  readonly document?: {
    readonly id: string
    readonly description: string
    readonly on: string
    readonly bytes: Buffer
  }
}

/** A stream of chance of their own, so that nobody else's invention moves. */
const STREAM = 0x40000100

/** With a referral: the one told in full has one sent long ago and one in hand; the others show the steps between. */
export const WITH_REFERRAL: readonly number[] = [STORY, 2, 3, 4]

const TOLD =
  'With the interpreter, at the kitchen table. Who reads it, and that it can end in yes or no.'

export function referralsOf(
  child: InventedChild,
  reviewer: string,
  today: number,
): readonly ToldReferral[] {
  const r = random(child.number, STREAM)
  const by = child.allocations.find((a) => a.to === undefined && a.part !== 'guardian')?.personId
  if (!by || by === reviewer) return []
  const told = (begun: number): Omit<ToldReferral, 'reaches' | 'answers' | 'view'> => ({
    id: uuid(r),
    childId: child.id,
    by,
    reviewer,
    begunAt: instantOf(begun, 600),
    askedAt: instantOf(begun + 1, 600),
    readAt: instantOf(begun + 2, 600),
  })
  const view = (on: number) => ({
    toldOn: dayOf(on),
    toldHow: TOLD,
    wants: 'not_sure' as const,
    words: 'If it helps, write it. I don’t want to say it all again.',
  })
  const whole = wholeFor(child)
  const sent = (begun: number, on: number, outcome: 'positive' | 'negative', decided: number) => ({
    ...told(begun),
    reaches: 'sent' as const,
    answers: whole,
    view: view(begun),
    sent: {
      on: dayOf(on),
      reference: `NRM-INVENTED-${child.number + 1}`,
      decisions: [
        { id: uuid(r), kind: 'reasonable_grounds' as const, outcome, on: dayOf(decided) },
      ],
    },
  })
  if (child.number === STORY) {
    return [
      sent(today - 323, today - 320, 'positive', today - 301),
      {
        ...told(today - 4),
        reaches: 'preparing',
        answers: BEGUN_IN_STORY,
        view: view(today - 4),
        document: letterOf(uuid(r), today),
      },
    ]
  }
  if (child.number === 2) {
    return [{ ...told(today - 6), reaches: 'in_review', answers: whole, view: view(today - 6) }]
  }
  if (child.number === 3) {
    return [{ ...told(today - 9), reaches: 'ready', answers: whole, view: view(today - 9) }]
  }
  return [sent(today - 60, today - 55, 'negative', today - 44)]
}

const letterOf = (id: string, today: number) => ({
  id,
  description: 'Letter from the bank about the account',
  on: dayOf(today - 12),
  bytes: Buffer.from(LETTER),
})

/** The names of the record; whose first word and the rest stand apart, as the form asks. */
function wholeFor(child: InventedChild): Readonly<Record<string, string>> {
  const words = child.goesBy.split(' ')
  return {
    ...WHOLE,
    reference: `WM-INVENTED-${child.number + 1}`,
    'pv-name-first-name': words[0] ?? child.goesBy,
    'pv-name-last-name': words.slice(1).join(' ') || 'Not known',
    'fr-details-first-name': 'The worker',
    'fr-details-last-name': 'beside them',
  }
}

/** The smallest letter that a reader of PDF opens. */
const LETTER = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 62>>stream
BT /F 12 Tf 20 150 Td (An invented letter of an invented bank.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
