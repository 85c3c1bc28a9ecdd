/** The public face of participation: what the desks may use of the young person's own pages. */
export { saidIn } from './choose-outcomes/choose-outcomes.view.ts'
export { goUp, type Receipt, receiptsOf } from './answering/ledger.queries.ts'
export { openReceipt, takeReceiptBack } from './answering/receipts.queries.ts'
export { isLate } from './answering/answering.rules.ts'
export { calledForStaff } from './answering/subjects.ts'
