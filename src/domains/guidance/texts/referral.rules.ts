import { say, topic, type Topic } from '../guidance.rules.ts'

const TOOLKIT = 'Home Office, First Responder Toolkit for England and Wales, April 2026'
const FORM = 'NRM form, UKHomeOffice/modern-slavery, and offline prompt sheet of 27 April 2026'
const MSA = 'Modern Slavery Act 2015'
const PILOT =
  'gov.uk, devolved child decision-making pilot, annexes of 2023 and 2024; announcement of 3 September 2025'
const EW = ['england', 'wales'] as const

/** The referral to the NRM, its decisions, and the processes around a child. */
export const ON_REFERRAL_AND_PROCESSES: readonly Topic[] = [
  topic('first-responder', 'Who may refer', [
    say(
      'Only staff of a first responder organisation: police, local authorities, some Home Office teams, agencies, listed charities. A school, a GP or an NHS trust in England is none: ask one to refer.',
      'Organisation list of the NRM form, 21 April 2026',
    ),
    say(
      'In Northern Ireland, Health and Social Care Trusts are on the list.',
      'Organisation list of the NRM form, 21 April 2026',
      'certain',
      ['northern_ireland'],
    ),
    say(
      'Which charity may refer children, in which nation, is not said by the list: ask the Home Office.',
      'Waymark’s own notes, November 2026',
      'check',
    ),
  ]),
  topic('nrm-consent', 'Consent to a referral', [
    say(
      'Not needed under 18, or where somebody may be under 18. They are still told, in a way that fits their age.',
      `${TOOLKIT}, pages 2 and 6; NRM form`,
    ),
    say(
      'If you are not sure of the age and there are reasonable grounds to think under 18, they are treated as under 18 until it is decided.',
      `${MSA}, section 51`,
      'certain',
      EW,
    ),
  ]),
  topic('nrm-narrative', 'Writing the account for the referral', [
    say(
      'No names of the young person or of others who may be victims. Each box takes 15,000 characters.',
      FORM,
    ),
    say(
      'What makes it good: detail, professional judgement, indicators, context, chronology, late disclosure explained, two people to contact, evidence listed with its dates.',
      TOOLKIT,
    ),
    say(
      'What makes it poor: copied text, missing indicators, bare opinion. The text can be disclosed.',
      TOOLKIT,
    ),
    say(
      'Background only as far as it is known. Do not probe, and do not ask again what is in the record.',
      FORM,
    ),
  ]),
  topic('nrm-evidence', 'Evidence with the referral', [
    say(
      'Up to 100 files, each under 25 MB: JPG, PNG, PDF, DOC or DOCX. Describe each and give its date.',
      FORM,
    ),
  ]),
  topic('duty-to-notify', 'The duty to notify', [
    say(
      'For a child the referral itself meets the duty. A notification without a referral is only for adults who do not consent.',
      `${MSA}, section 52; ${TOOLKIT}`,
      'certain',
      EW,
    ),
    say(
      'There is no duty under section 52; section 38 of the Scottish Act has not been commenced.',
      'Waymark’s background knowledge, no source read',
      'check',
      ['scotland'],
    ),
    say(
      'Section 13 of the Northern Ireland Act.',
      'Waymark’s background knowledge, no source read',
      'check',
      ['northern_ireland'],
    ),
  ]),
  topic('reasonable-grounds', 'The reasonable grounds decision', [
    say(
      'The aim is 5 working days where possible. The question is whether there are reasonable grounds to believe that somebody is a victim.',
      `${TOOLKIT}, section 5; Nationality and Borders Act 2022, section 60`,
    ),
    say(
      'Children’s cases go to the Single Competent Authority.',
      'Toolkit pages 2 and 5: age decides',
      'check',
    ),
  ]),
  topic('recovery-period', 'The recovery period', [
    say(
      'At least 30 calendar days from a positive reasonable grounds decision.',
      `${TOOLKIT}, section 5; Nationality and Borders Act 2022, section 61`,
    ),
  ]),
  topic('conclusive-grounds', 'The conclusive grounds decision', [
    say(
      'On the balance of probabilities, as soon as possible after the recovery period. There is no day by which it is owed: show how long the child has waited, and who owes it.',
      'Pilot general guidance version 6',
    ),
  ]),
  topic('reconsideration', 'Asking for a decision to be looked at again', [
    say(
      'A negative decision can be asked to be looked at again. Since 2024 there is a time limit of about one month: ask a lawyer at once.',
      'Waymark’s background knowledge, no source read',
      'check',
    ),
  ]),
  topic('devolved-pilot', 'The devolved pilot', [
    say(
      'For a child 17 or under and more than 100 days before 18, where the authority takes part. Where it is not sure whether somebody is a child, the pilot does not decide.',
      PILOT,
    ),
    say(
      'Reasonable grounds no later than 45 days from the referral. The conclusive decision can be made in the same meeting.',
      'yjlc.uk',
    ),
    say(
      'Otherwise the conclusive decision is within 90 days.',
      'Waymark’s background knowledge, no source read',
      'likely',
    ),
    say(
      'The panel: local authority, police, health. The chair is not the child’s lead social worker.',
      'yjlc.uk',
    ),
  ]),
  topic('turning-eighteen-nrm', 'Turning 18 while waiting for a decision', [
    say(
      'They are asked to consent to stay in the NRM or withdraw, and whether they want adult support. There is an information pack of 13 February 2026.',
      `${TOOLKIT}, section 5; gov.uk, child to adult transition pack`,
    ),
  ]),
  topic('non-punishment', 'An offence that came of exploitation', [
    say(
      'A child has a defence where the act was a direct consequence of slavery or exploitation, and a reasonable person like them, in their place, would do it. No compulsion need be shown. Some offences are excluded by Schedule 4.',
      `${MSA}, section 45(4)`,
      'certain',
      EW,
    ),
    say(
      'Tell their criminal lawyer early. What is said to a lawyer stays with the lawyer.',
      'Waymark’s own note',
      'check',
    ),
  ]),
  topic('legal-advice', 'Legal advice', [
    say(
      'Young people called good legal advice the defining factor: immigration, asylum, public law, criminal law. Ask what they have, what they want, and how good they find it.',
      'Creating Stable Futures, report summary',
    ),
  ]),
  topic('age-dispute', 'When somebody’s age is disputed', [
    say(
      'An assessment only where there is reason to doubt. Never as a routine, for unaccompanied or trafficked children.',
      'northwestrsmp.org.uk; joint working guidance',
    ),
    say(
      'Until it is decided they are treated as a child.',
      `${MSA}, section 51; NRM form`,
      'certain',
      EW,
    ),
    say(
      'Do not write “purported”, “claimed” or “alleged” before an age: write the age they give, and who doubts it and why.',
      'Creating Stable Futures, on fair treatment and disbelief',
    ),
    say(
      'An assessment follows the Merton judgment and later cases. The National Age Assessment Board takes referrals.',
      'R (B) v Merton LBC [2003] 4 All ER 280; NAAB guidance version 2, April 2024',
      'certain',
      EW,
    ),
    say(
      'What section 50 lets a local authority choose, appeals, and scientific methods are known to move: ask a lawyer.',
      'Waymark’s background knowledge, no source read',
      'check',
    ),
  ]),
  topic('waiting', 'Waiting, and what it does', [
    say(
      'The asylum process, its interviews and its waiting get in the way of nearly all else. Write what the young person says the waiting does; do not guess a cause.',
      'Stirling, improving survivor-informed support; Creating Stable Futures',
    ),
    say(
      'Mental-health need is high and waits are long. Keep the day it was asked for, what the answer was, and the day it began.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
  ]),
  topic('access', 'Help with health and learning', [
    say(
      'Need is high, waits are long, special educational needs are missed, and care that knows about trauma is rare: none of it lies with the child.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
    say(
      'Keep the day it was asked for, what was answered and the day it began. A refusal ends no wait: write the reason that was given, and whom you asked next.',
      'Waymark’s own rule',
      'likely',
    ),
  ]),
  topic('barriers', 'What is in the way', [
    say(
      'Young people name decisions on their papers and the waiting for them, how their age was assessed, how criminal justice met them, and not being believed.',
      'Creating Stable Futures, report summary',
    ),
    say(
      '“Does not engage” is no barrier. Write what the service has not yet made safe, or within reach.',
      'NWG, Making Words Matter, 2021, in our words',
    ),
    say(
      'Name the body that answers for it and what is asked of it, or that nobody was asked yet.',
      'Waymark’s own rule',
      'likely',
    ),
  ]),
  topic('transfer', 'The national transfer scheme', [
    say(
      'A transfer no later than 10 working days. The authority that receives gets the assessment, the plan, the child’s voice and a named social worker before the move.',
      'NTS protocol version 7, 9 June 2025; northwestrsmp.org.uk; Knowsley procedures',
      'likely',
    ),
    say(
      'The share of children at which an authority’s transfers begin is 0.1%.',
      'Waymark’s background knowledge, no source read; 0.07% in older sources',
      'check',
    ),
  ]),
]
