/** The public face of contact: whether it is safe to reach somebody, and the notices that ask first. */
export { type NoticeReason, safetyOf, type Safety } from './contact.rules.ts'
export { safetyInWords } from './contact-words.rules.ts'
export {
  daysItHolds,
  type KeptWay,
  type Stop,
  stopContact,
  stopsOf,
  waysOf,
} from './contact.queries.ts'
export { noticesOf, queueNotice, type SentNotice, wishOf } from './notice.queries.ts'
export { noticeSaysIn } from './notice-words.view.ts'
export { stopInWords, wayLine } from './keep-contact/keep-contact.view.ts'
export { sendDue, type Sender } from './send-notices.ts'
export { stopLine, type StopLine } from './own-contact/own-contact.view.ts'
export { CONTACT_EVENTS } from './chronology.rules.ts'
