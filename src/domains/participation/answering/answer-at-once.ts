import type { Tx } from '#platform/db/unit-of-work.ts'
import { owedNext } from './answering.rules.ts'
import { addStep, type NewStep, type Receipt, stepsOf } from './ledger.queries.ts'

/** Every step that is still owed, in one act: considered, decided, answered. */
export async function answerAtOnce(
  tx: Tx,
  receipt: Receipt,
  steps: Readonly<Record<'considered' | 'decided' | 'replied', NewStep>>,
  now: Date,
): Promise<void> {
  const kinds = (await stepsOf(tx, receipt.id)).map((s) => s.kind)
  for (let owed = owedNext({ state: 'waiting', kinds }); owed; ) {
    await addStep(tx, receipt, steps[owed], now)
    kinds.push(owed)
    owed = owed === 'replied' ? undefined : owedNext({ state: 'waiting', kinds })
  }
}
