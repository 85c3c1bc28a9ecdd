import { say, topic, type Topic } from '../guidance.rules.ts'

const TOOLKIT = 'Home Office, First Responder Toolkit for England and Wales, April 2026'
const VICTIM_REGS =
  'Slavery and Human Trafficking (Definition of Victim) Regulations 2022, SI 2022/877'
const MSA = 'Modern Slavery Act 2015'
const STUDY = 'Creating Stable Futures, report summary'
const EW = ['england', 'wales'] as const

/** Being seen early: from a concern to the decision whether somebody refers. */
export const ON_BEING_SEEN: readonly Topic[] = [
  topic('concern', 'Writing down a concern', [
    say(
      'Write what was seen or said, where, when and by whom. Keep the young person’s own words as they said them, and your own thoughts apart.',
      `${TOOLKIT}, quality marks: detail, context, chronology, professional judgement`,
    ),
    say(
      'Accounts come over time. A late or changed account is usual where there is trauma or fear: say the likely reason beside it.',
      TOOLKIT,
    ),
    say(
      'Being met with disbelief is a harm that young people name themselves. Write “says”, not “claims”.',
      STUDY,
    ),
  ]),
  topic('indicators', 'What indicators are for', [
    say(
      'An indicator is a prompt, not a score. Not all of them will be there.',
      `${TOOLKIT}, section 2`,
    ),
    say(
      'Among those for children: no access to parents or guardians, no education, no time to play, work that is not fit for children, travel without adults they know.',
      `${TOOLKIT}, section 9`,
    ),
    say(
      'Racial assumptions delay help for Black, Asian and minority ethnic children, whose acts are seen as crime first. Ask what you would think of another child.',
      'Skeels and Bashir, child synthesis, SPARK, Cardiff, December 2024',
    ),
    say(
      'One image of exploitation hides the other forms. Ask what else could be going on.',
      'Breaking the Wall of Silence, practice summary',
      'certain',
    ),
  ]),
  topic('second-look', 'The second look', [
    say(
      'Somebody else reads the concern and reasons for themselves. Both texts are kept. Neither is counted against the other.',
      'Waymark’s own rule',
      'likely',
    ),
    say(
      'Look for what a first reading misses: forms of exploitation that do not fit the usual picture, and a child who is seen as an offender or an adult first.',
      'Breaking the Wall of Silence; child synthesis, SPARK, Cardiff, December 2024',
    ),
    say('The reader decides by reasons, not by the number of indicators.', `${TOOLKIT}, section 2`),
  ]),
  topic('act-means-purpose', 'Act, means and purpose', [
    say(
      'For a child there is no need to show means: any method is enough when they were under 18 at that time. Record “not required”, never “absent”.',
      `${VICTIM_REGS}, regulation 3(5)(b)`,
    ),
    say(
      'Consent never matters, to the travel or to what was done.',
      `${VICTIM_REGS}, regulations 2(3) and 3(3)`,
    ),
    say(
      'Arranging includes recruiting, transporting, transferring, harbouring, receiving, and exchanging control.',
      `${VICTIM_REGS}, regulation 3(2)`,
    ),
    say('Travel within one country is travel too.', `${MSA}, section 2(5)`),
    say(
      'Slavery, servitude and forced labour need no travel. Age, family and disability may be weighed.',
      `${VICTIM_REGS}, regulation 2`,
    ),
  ]),
  topic('situations', 'Situations of exploitation', [
    say(
      'Several situations, each with its own dates and forms, are usual. Write each by itself, and “not yet known” where that is so.',
      'Crosswalk of the NRM form and statistics, Waymark’s own notes, November 2026',
    ),
    say(
      'Two ages matter: when it happened, which decides the test, and at the referral, which decides support and who decides. Keep both.',
      `${VICTIM_REGS}; NRM form`,
    ),
  ]),
  topic('missed-opportunity', 'Looking at a missed opportunity', [
    say(
      'Low understanding of child trafficking in services leads to missed early chances. Ask what would have made it seen, and end with something that is learned and done.',
      STUDY,
    ),
    say(
      'Gaps in evidence are re-trafficking, going missing, deterrence, those who exploit, and working together: say which of them this was.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
  ]),
  topic('protection-first', 'Protection first', [
    say(
      'A strategy discussion, somebody who stands beside the child, and a safe place start now. Nothing here waits for a referral to the NRM or for its answer.',
      `${TOOLKIT}, sections 2 and 4: referrals are made alongside each other`,
    ),
    say(
      'A negative decision of the NRM changes nothing in what a child is owed as a child.',
      'Children Act duties stand apart from the NRM; Waymark’s own notes, November 2026',
      'likely',
    ),
  ]),
  topic('three-referrals', 'The three referrals', [
    say(
      'A referral to the local authority, one to the guardianship service where there is one, and one to the NRM belong together. Each has its own state.',
      `${TOOLKIT}, sections 2 and 4`,
    ),
    say('One NRM referral for each person, brothers and sisters too.', `${TOOLKIT}, section 2`),
    say(
      'The authority in Scotland must refer to the guardian as soon as reasonably practicable.',
      'Human Trafficking and Exploitation (Scotland) Act 2015, section 11; SSI 2023/18',
      'certain',
      ['scotland'],
    ),
  ]),
  topic('guardian', 'An independent guardian', [
    say(
      'Any child who may have been trafficked, of any nationality. A direct worker where nobody with parental responsibility is in the UK; a regional practice co-ordinator where somebody is. A line is open day and night: 0800 043 4303.',
      'Interim guidance on independent child trafficking guardians, 14 May 2024; Toolkit sections 4 and 8. In England, two thirds of local authorities',
      'certain',
      EW,
    ),
    say(
      'A child with nobody in the UK who has parental rights, who is, may be, or is vulnerable to becoming a victim.',
      'Human Trafficking and Exploitation (Scotland) Act 2015, section 11; SSI 2023/18',
      'certain',
      ['scotland'],
    ),
    say(
      'A child referred to the NRM or about to be, or a separated child. It lasts until a judicial review of a negative decision has ended.',
      'Human Trafficking and Exploitation Act (Northern Ireland) 2015, section 21',
      'certain',
      ['northern_ireland'],
    ),
    say(
      'Public bodies must recognise the guardian, have due regard to what they say, and give them information.',
      `${MSA}, section 48(6)(e); section 11(6) of the Scottish Act`,
    ),
  ]),
  topic('strategy-discussion', 'The strategy discussion', [
    say(
      'As soon as possible when significant harm is suspected: the local authority, police and health at least.',
      'Working Together 2023',
      'check',
      ['england'],
    ),
    say(
      'A conference follows within 15 working days of the strategy discussion that opened the enquiry.',
      'Standard Safeguarding Dataset; census rule 8675Q',
      'certain',
      ['england'],
    ),
    say(
      'An inter-agency referral discussion is normally held by the next working day. The planning meeting is within 28 calendar days.',
      'National Guidance for Child Protection in Scotland 2021, updated 2023, Appendix D',
      'certain',
      ['scotland'],
    ),
    say(
      'A planning meeting without enough people is held again within 10 working days, and its record goes out within 10.',
      'National Guidance for Child Protection in Scotland 2021, updated 2023, Appendix D',
      'certain',
      ['scotland'],
    ),
    say(
      'A conference within 15 working days. The Wales Safeguarding Procedures say how it is held.',
      'Waymark’s background knowledge, no source read',
      'check',
      ['wales'],
    ),
    say(
      'A conference within 15 working days. Co-operating to Safeguard says how it is held; the assessment is UNOCINI.',
      'Waymark’s background knowledge, no source read',
      'check',
      ['northern_ireland'],
    ),
  ]),
  topic('sharing', 'Sharing, or not', [
    say(
      'Protection outranks privacy. Consent is usually not the basis in safeguarding; still talk with the young person first where that is safe: who, what and why.',
      'Information sharing: advice for practitioners, DfE 2024, golden rules 1 to 3',
    ),
    say(
      'Share what is needed and accurate, with those who have a part. Guard whoever could be harmed: an address, a school or a phone can lead somebody to them.',
      'Golden rules 5 and 6',
    ),
    say(
      'Write down what you decided and why, whether or not you shared.',
      'Golden rule 7',
      'likely',
    ),
    say(
      'Section 16LA of the Children Act 2004 asks a relevant person to disclose what may help safeguarding, unless that would be more detrimental to the child. Find out whether it is in force.',
      'Children’s Wellbeing and Schools Act 2026, section 4',
      'check',
      ['england'],
    ),
  ]),
  topic('wording', 'Words about a young person', [
    say(
      'They may read this. Say who did what to them, and what services did or did not do. Keep their own words between quotation marks.',
      'The Children’s Society and NAPAC 2024; NWG 2021, in our words',
    ),
    say(
      'Black boys and girls are described as older and tougher than they are. Ask whether you would write it of any child.',
      'Youth Justice Legal Centre',
    ),
    say(
      'The young person may not use words such as exploitation. Use the words they are at ease with.',
      'Complex Safeguarding Wales',
    ),
  ]),
]
