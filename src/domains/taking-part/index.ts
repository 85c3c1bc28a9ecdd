/** The public face of taking part: whether somebody may be asked. Works and answers are read on its own pages only. */
export { askedNotToBeAsked, isSafeToInvite } from './board.queries.ts'
