import { say, topic, type Topic } from '../guidance.rules.ts'

const CARE = 'Care Planning, Placement and Case Review (England) Regulations 2010, as amended 2014'
const LEAVING = 'Care Leavers (England) Regulations 2010'
const E = ['england'] as const

/** The way from sixteen to past eighteen, by nation. */
export const ON_LEAVING_CARE: readonly Topic[] = [
  topic('needs-assessment', 'The needs assessment', [
    say(
      'At most 3 months after the 16th birthday or becoming eligible. It must take in needs that come from trafficking, or from being unaccompanied.',
      `${CARE}, regulation 42`,
      'certain',
      E,
    ),
    say(
      'At most 3 months after the 16th birthday or becoming a category 1 young person. It takes in needs that come from trafficking, or from being unaccompanied.',
      'Care Planning, Placement and Case Review (Wales) Regulations 2015, regulation 49',
      'certain',
      ['wales'],
    ),
    say(
      'At most 3 months after the 16th birthday or becoming eligible. The Health and Social Care Trust owes it.',
      'Children (Leaving Care) Regulations (Northern Ireland) 2005, regulation 6',
      'certain',
      ['northern_ireland'],
    ),
    say(
      'Here it is called a pathway assessment. Whether the law sets a time for it is to be checked.',
      'Support and Assistance of Young People Leaving Care (Scotland) Regulations 2003, regulations 7 and 8',
      'check',
      ['scotland'],
    ),
  ]),
  topic('pathway-plan', 'The pathway plan', [
    say(
      'As soon as possible after the assessment: who does what by when, under each head of Schedule 8: adviser, support, home, education or training, work, family and friends, living skills, money, health, and what happens if it fails.',
      `${CARE}, regulation 43 and Schedule 8`,
      'certain',
      E,
    ),
    say(
      'Looked at again at most every 6 months, or when they ask. They have a copy, explained.',
      `${LEAVING}, regulations 4 and 7`,
      'certain',
      E,
    ),
    say(
      'As soon as possible after the assessment; looked at again at most every 6 months, or when they ask.',
      'Children (Leaving Care) Regulations (Northern Ireland) 2005, regulations 7 and 8: the six months are to be checked',
      'check',
      ['northern_ireland'],
    ),
    say(
      'It follows the assessment, and is looked at again at most every 6 months, or when they ask.',
      'Wales: Care Leavers (Wales) Regulations 2015, regulation 7. Scotland: SSI 2003/608. The six months are to be checked',
      'check',
      ['wales', 'scotland'],
    ),
  ]),
  topic('personal-adviser', 'The personal adviser', [
    say('Offered up to 25.', 'Children and Social Work Act 2017, section 3', 'check', E),
    say(
      'Visits within 7 days of a move, then at most every 2 months.',
      `${LEAVING}, regulations 7 and 8`,
      'certain',
      E,
    ),
  ]),
  topic('past-eighteen', 'Past eighteen', [
    say(
      'The risk of being exploited again rises at 18, above all without status. Need goes on past 18: nothing is closed by a birthday.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
    say(
      'Consent to be followed up stands apart from care. They can stop at any time, and are never interviewed about what happened.',
      'Stirling, method of the study',
    ),
  ]),
]
