import { type Line, say } from '../guidance.rules.ts'

const WALES_CARE = 'Care Planning, Placement and Case Review (Wales) Regulations 2015, SI 2015/1818'
const WALES_LEAVING = 'Care Leavers (Wales) Regulations 2015, SI 2015/1820'
const SCOTLAND_CARE = 'Looked After Children (Scotland) Regulations 2009, SSI 2009/210'
const SCOTLAND_ACT = 'Human Trafficking and Exploitation (Scotland) Act 2015'
const NI_ACT =
  'Human Trafficking and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland) 2015'
const NI_REVIEWS = 'Review of Children’s Cases Regulations (Northern Ireland) 1996'
const NI_LAW = 'Children (Northern Ireland) Order 1995; Waymark’s own notes, November 2026'
const KNOWN = 'Waymark’s background knowledge, no source read'
const W = ['wales'] as const
const S = ['scotland'] as const
const N = ['northern_ireland'] as const

/** Said where the law of a nation is known by name, and its time is not: nobody takes England’s for it. */
const timeNotRead = (where: string, law: string, nation: 'wales' | 'northern_ireland'): Line =>
  say(
    `The times of England do not hold here. ${where}: which days it gives was not read for this text, so ask your legal team.`,
    law,
    'check',
    [nation],
  )

/**
 * What holds in Wales, in Scotland and in Northern Ireland, topic by topic, beside what holds everywhere. Read in the
 * regulations themselves where it says so; elsewhere the law is named, and that its days were not read.
 */
export const IN_THE_NATIONS: Readonly<Record<string, readonly Line[]>> = {
  'nrm-consent': [
    say(
      'A council or health board that is not sure of an age, and has grounds to think under 18, must assume a child until a council has assessed it or it is decided otherwise.',
      `${SCOTLAND_ACT}, section 12`,
      'certain',
      S,
    ),
    say(
      'Where an age is not certain and there is reason to think under 18, they are treated as a child under the Act.',
      `${NI_ACT}, section 25(3)`,
      'likely',
      N,
    ),
  ],
  'age-dispute': [
    say(
      'Where somebody may have been trafficked and may be under 18, a council or health board must assume a child until it is decided.',
      `${SCOTLAND_ACT}, section 12`,
      'certain',
      S,
    ),
    say(
      'Where there is reason to think under 18, they are treated as a child. Health and Social Care Trusts may refer to the National Age Assessment Board.',
      `${NI_ACT}, section 25(3); NAAB guidance version 2, April 2024`,
      'likely',
      N,
    ),
  ],
  'non-punishment': [
    say(
      'Prosecutors must follow the Lord Advocate’s instructions: a strong presumption against prosecuting a child for what they did as a consequence of trafficking or exploitation. Tell the procurator fiscal, through their lawyer, as early as you can.',
      `${SCOTLAND_ACT}, section 8; the Scottish Government’s guide to the Act`,
      'certain',
      S,
    ),
    say(
      'A child is not guilty of an act that was a direct consequence of slavery or exploitation. No compulsion need be shown. More serious offences are excluded.',
      `${NI_ACT}, section 22(6) and (9)`,
      'certain',
      N,
    ),
  ],
  'care-plan': [
    say(
      'The care and support plan is made before the first move into care; if that cannot be, within 10 working days.',
      `${WALES_CARE}, regulation 4(3)`,
      'certain',
      W,
    ),
    say(
      'What has to be known, the assessment and the child’s plan that follows from it stand in Part II of the regulations.',
      `${SCOTLAND_CARE}, regulations 3 to 5`,
      'certain',
      S,
    ),
  ],
  'placement-plan': [
    timeNotRead('A placement plan is due under regulation 10', WALES_CARE, 'wales'),
    say(
      'There is no plan by this name: where and how they live belongs to the child’s plan. A foster or kinship carer has a written agreement.',
      `${SCOTLAND_CARE}, regulations 5, 12 and 24`,
      'likely',
      S,
    ),
    timeNotRead('Arrangements for where a child lives are made under the Order', NI_LAW, N[0]),
  ],
  visits: [
    say(
      'Within one week of moving in; then at most every 6 weeks in the first year; after it every 3 months where the home is meant to last until 18, and every 6 weeks where it is not.',
      `${WALES_CARE}, regulation 31`,
      'certain',
      W,
    ),
    say(
      'The child and the carer: within one week, then at most 3 months apart, and whenever one of them asks within reason. Each visit is written up.',
      `${SCOTLAND_CARE}, regulation 46`,
      'certain',
      S,
    ),
    timeNotRead('Visits to a child who is looked after are made under the Order', NI_LAW, N[0]),
  ],
  'health-assessment': [
    timeNotRead('A doctor or nurse assesses health under regulation 7', WALES_CARE, 'wales'),
    say(
      'Health is part of the assessment from which the child’s plan is made. No day of its own was read: ask your health board.',
      `${SCOTLAND_CARE}, Part II`,
      'check',
      S,
    ),
    timeNotRead('Health is looked at with each review', NI_REVIEWS, N[0]),
  ],
  review: [
    timeNotRead('Reviews are held under Part 6', WALES_CARE, 'wales'),
    say(
      'With a foster or kinship carer or in a residential house: the first within 6 weeks, the second within 3 months of it, then at most 6 months apart. At home with parents, as often as is agreed with the child and them.',
      `${SCOTLAND_CARE}, regulations 44 and 45`,
      'certain',
      S,
    ),
    timeNotRead('The Trust reviews each child it looks after', NI_REVIEWS, N[0]),
    say(
      'Ask at every review whether needs that come from exploitation, or from being here alone, are met; and write how they took part. In England a regulation asks it; here it is good practice.',
      'Waymark’s own rule',
      'likely',
      ['wales', 'scotland', 'northern_ireland'],
    ),
  ],
  'needs-assessment': [
    say(
      'For those who left care at 16 or 17, and from 18: at most 3 months after it begins to be owed. They are asked, and have a copy that is explained to them.',
      `${WALES_LEAVING}, regulations 4 and 5`,
      'certain',
      W,
    ),
    say(
      'A young person who leaves care is owed advice, guidance and assistance to 19, and on request to 26: their needs are assessed for it.',
      'Children (Scotland) Act 1995, section 29; Children and Young People (Scotland) Act 2014, section 66',
      'likely',
      S,
    ),
    timeNotRead(
      'Needs are assessed under the Children (Leaving Care) Act (Northern Ireland) 2002',
      KNOWN,
      N[0],
    ),
  ],
  'pathway-plan': [
    say(
      'Contact and support, education or training, work, what happens if it fails, home, family and friends, living skills, money, health, and who they are: faith, origin, language. They have a copy, explained.',
      `${WALES_LEAVING}, regulations 4 and 6 and Schedule 1`,
      'certain',
      W,
    ),
    say(
      'Staying where they live, to 21, comes first; advice, guidance and assistance go on to 26 when they ask.',
      'Children and Young People (Scotland) Act 2014, sections 66 and 67',
      'likely',
      S,
    ),
    timeNotRead(
      'A pathway plan is due under the Children (Leaving Care) Act (Northern Ireland) 2002',
      KNOWN,
      N[0],
    ),
  ],
  'personal-adviser': [
    say(
      'Appointed for each young person who leaves care; what they do stands in regulation 8.',
      `${WALES_LEAVING}, regulation 8`,
      'certain',
      W,
    ),
    say(
      'Help after care is owed to 26, whoever gives it. Ask whom the young person would choose.',
      'Children and Young People (Scotland) Act 2014, section 66; Waymark’s own rule for whom',
      'likely',
      S,
    ),
    say('To 21, or to 24 while learning.', KNOWN, 'check', N),
  ],
  missing: [
    say(
      'Their whereabouts are not known, and it is unlike them, or they may be harmed or be subject to crime.',
      'National Missing Persons Framework for Scotland, 2017',
      'likely',
      S,
    ),
  ],
  'missing-early': [
    say(
      'Children who may have been trafficked from abroad often go missing in their first hours or days, in every nation. Have the discussion, a photo and what they want early.',
      'A social-work toolkit; England’s guidance of January 2014 says it for England',
      'likely',
      ['wales', 'scotland', 'northern_ireland'],
    ),
  ],
  'return-conversation': [
    say(
      'A return discussion is for everybody who was missing, from their own home or from care. Who holds it is settled locally. Where it is declined it is offered again, and the reason written down.',
      'National Missing Persons Framework for Scotland, 2017, Annex D',
      'certain',
      S,
    ),
  ],
}
