// Forms of staff in which nothing is advised on, each with why. Every form about a child is either here or says
// whose words its boxes hold: a test finds one that does neither.
import { boxesAt } from '../boxes.rules.ts'
import type { Boxes } from './boxes-of-form.rules.ts'

/** Addresses as pages declare them; one that ends with a star stands for all that begin so. */
export const NO_ADVICE: Readonly<Record<string, string>> = {
  '/children/find': 'It is a search',
  '/children/new': 'A name, a birthday and who is asked: no text about the child',
  '/children/:childId/go-by': 'It chooses between names',
  '/children/:childId/names/:entryId/end': 'A day, and a reason from a list',
  '/children/:childId/births/:entryId/end': 'A day, and a reason from a list',
  '/children/:childId/languages/:entryId/end': 'A day, and a reason from a list',
  '/children/:childId/learning/*': 'The name of a place to learn, and days',
  '/children/:childId/background/:entryId/end': 'A day, and a reason from a list',
  '/children/:childId/claims/*':
    'What somebody says of a place, a gender or a nationality, kept as said',
  '/children/:childId/numbers/*': 'A number of another body',
  '/children/:childId/people/:entryId/end': 'A day, and a reason from a list',
  '/children/:childId/beside/add': 'Who, which part and since when',
  '/children/:childId/carers/:carer*': 'What was agreed, chosen; or a button',
  '/looking-after/say': 'A carer’s own view, in their own voice',
  '/children/:childId/missing/ready/photo*': 'A photo, a day and a choice',
  '/children/:childId/sign-in*': 'A way to sign in',
  '/children/:childId/signed-out': 'A button',
  '/children/:childId/contact/stop': 'A button',
  '/children/:childId/contact/start': 'A button',
  '/children/:childId/contact/:way/end': 'A button',
  '/children/:childId/contact/:way/use': 'A way that is chosen, and why from a list',
  '/children/:childId/clocks/start': 'A rule that is chosen, and a day',
  '/children/:childId/clocks/:clock/resume': 'A day',
  '/children/:childId/clocks/:clock/reopen': 'A button',
  '/children/:childId/concerns/:concern/ask': 'It chooses a person',
  '/children/:childId/referrals': 'A button',
  '/children/:childId/missed-chances/:chance/learning/:learning':
    'The name of a training, a day and for whom it was',
  '/children/:childId/referral-for-help/begin': 'A button',
  '/children/:childId/referral-for-help/:referral/take-back': 'A button',
  '/children/:childId/referral-for-help/:referral/sent': 'A day and a reference',
  '/children/:childId/between': 'A wish that is chosen, and one line',
  '/children/:childId/between/told/:runId': 'One line on why it is safe now',
  '/children/:childId/between/ask':
    'To the lead of another council, who must not learn of the child from it',
  '/children/:childId/between/:pairId': 'A yes or a no, and one line that stays with leads',
  '/between/*': 'Between leads of councils: no child is in it',
  '/children/:childId/outcome-set': 'A set that is chosen',
  '/children/:childId/check-in/with': 'A button: the young person writes',
  '/children/:childId/answers/:receipt/pass-on': 'It chooses a person',
  '/children/:childId/meetings': 'A day and who is there',
  '/children/:childId/home/:stay/change': 'Days, a reason from a list, and why a line is not so',
  '/children/:childId/home/:stay/address': 'An address',
  '/children/:childId/home/:stay/adults/add': 'Who lives there, chosen, and days',
  '/children/:childId/home/adults/:adult/change': 'Who lives there, chosen, and days',
  '/children/:childId/word': 'A word that both know',
  '/children/:childId/notes': 'A button: a note was read',
  '/children/:childId/happening/:process/confirm': 'A button',
  '/children/:childId/systems/wall/:named/end': 'A button',
  '/children/:childId/taking-part': 'What is safe, chosen',
  '/children/:childId/wording/:batch': 'The answer to advice itself',
  '/children/:childId/case-audits/:auditId/people': 'It chooses people',
  '/children/:childId/case-audits/:auditId/findings/:findingId/close': 'A button',
  '/children/:childId/case-audits/:auditId/actions/:actionId/owner': 'It chooses a person',
  '/children/:childId/case-audits/:auditId/end': 'A button',
  '/children/:childId/same-child/again': 'A button',
  '/children/:childId/plans/add': 'A kind of plan, a day and who chairs it',
  '/children/:childId/plans/:plan/step': 'A button',
  '/children/:childId/valued/off': 'A button',
  '/children/:childId/plans/:plan/reviews/add': 'A day',
  '/children/:childId/decisions/:decision/finish': 'A button',
  '/children/:childId/past-eighteen/begin': 'A day',
  '/children/:childId/past-eighteen/assessed': 'A day',
  '/children/:childId/past-eighteen/people/:adult/hand-over': 'A day',
  '/children/:childId/past-eighteen/watch/stop': 'A button',
  '/children/:childId/past-eighteen/follow-up*': 'Yes or no, days and reasons from lists',
  '/questions-about-services*': 'Questions about services: no child is in it',
  '/research-extracts': 'An order for codes of many: no child is in it',
  '/account/*': 'A worker about themselves',
  '/assessments/*': 'About a plan for many children: no child is in it',
  '/case-audits/*': 'The questions of an audit, before any child is read about',
  '/clock-rules/*': 'A rule, and its source',
  '/exploitation-forms/add': 'A word of a list',
  '/guidance/*': 'Help for staff',
  '/homes/*': 'A home and who cares there: no child is in it',
  '/networks/*': 'A restricted space: what is typed there goes nowhere else',
  '/area/referred/plan': 'How figures are read: no child is in it',
  '/help-places/*': 'A place that helps',
  '/taking-part/new': 'An invitation to many',
  '/taking-part/:opportunity': 'A question or an answer about an invitation',
  '/taking-part/:opportunity/change': 'An invitation to many',
  '/wording/*': 'The list of wordings itself',
}

/** Why nothing is advised on at an address; undefined where nobody said. */
export const whyNoAdvice = (address: string): string | undefined =>
  NO_ADVICE[address] ??
  Object.entries(NO_ADVICE).find(
    ([at]) => at.endsWith('*') && address.startsWith(at.slice(0, -1)),
  )?.[1]

/** Whether somebody said whose words a box holds, or why nothing is advised on in its form. */
export function isSpokenFor(address: string, box: string): boolean {
  const boxes = boxesAt(address)
  return boxes ? isNamedIn(boxes, box) : whyNoAdvice(address) !== undefined
}

const isNamedIn = (boxes: Boxes, box: string): boolean =>
  [...boxes.ours, ...(boxes.theirs ?? [])].some((name) =>
    name.startsWith('*') ? box.endsWith(name.slice(1)) : name === box,
  )
