import { say, topic, type Topic } from '../guidance.rules.ts'

const CARE = 'Care Planning, Placement and Case Review (England) Regulations 2010, as amended 2014'
const LEAVING = 'Care Leavers (England) Regulations 2010'
const STUDY = 'Creating Stable Futures, report summary'
const MISSING = 'DfE, Children who run away or go missing from home or care, January 2014'
const E = ['england'] as const

/** Plans, people who stay; missing and found. */
export const ON_PLANS_AND_MISSING: readonly Topic[] = [
  topic('best-interests', 'A best-interests decision', [
    say(
      'The options, what the young person says in their words, the weight it was given and why, who disagrees, and what they were told: all of it is written down.',
      'UN Convention on the Rights of the Child, articles 3 and 12; Waymark’s own notes, November 2026',
    ),
    say(
      'A child first, not an immigration case. The Home Office has its own duty to safeguard children and promote their welfare.',
      `${STUDY}; Borders, Citizenship and Immigration Act 2009, section 55`,
    ),
  ]),
  topic('care-plan', 'The care plan', [
    say(
      'Before the first move into care; if that cannot be, within 10 working days.',
      `${CARE}, regulation 4(2)`,
      'certain',
      E,
    ),
    say(
      'It must say that the child is, or may be, a victim of trafficking, or is unaccompanied and claims or means to claim asylum.',
      `${CARE}, regulation 5(1)(f)`,
      'certain',
      E,
    ),
    say(
      'Here other law holds: the Children (Scotland) Act 1995 and the Children’s Hearings Act 2011.',
      'Waymark’s own notes, November 2026',
      'check',
      ['scotland'],
    ),
    say(
      'Here the Social Services and Well-being (Wales) Act 2014 holds.',
      'Waymark’s own notes, November 2026',
      'certain',
      ['wales'],
    ),
    say(
      'Here the Children (NI) Order 1995 holds.',
      'Waymark’s own notes, November 2026',
      'certain',
      ['northern_ireland'],
    ),
  ]),
  topic('placement-plan', 'The placement plan', [
    say(
      'Before they move in; if that cannot be, within 5 working days.',
      `${CARE}, regulation 9`,
      'certain',
      E,
    ),
  ]),
  topic('visits', 'Visits', [
    say(
      'Within one week; then at most every 6 weeks in the first year. The child is seen alone, and may ask for a visit.',
      `${CARE}, regulations 28 and 29`,
      'certain',
      E,
    ),
  ]),
  topic('health-assessment', 'The health assessment', [
    say(
      'Before they move in, or before the first review; then once a year, twice a year under 5.',
      `${CARE}, regulation 7`,
      'certain',
      E,
    ),
  ]),
  topic('review', 'The review', [
    say(
      'The first within 20 working days, the second within 3 months of it, then at most every 6 months. The independent reviewing officer can ask for an earlier one.',
      `${CARE}, regulation 33`,
      'certain',
      E,
    ),
    say(
      'Every review must ask whether needs that come from trafficking, or from being unaccompanied, are met.',
      `${CARE}, Schedule 7 paragraph 14`,
      'certain',
      E,
    ),
    say(
      'Say how they took part: spoke, had somebody speak, were there, or were not.',
      'Participation codes PN0 to PN7',
      'certain',
      E,
    ),
  ]),
  topic('trusted-adult', 'Somebody they trust', [
    say(
      'A trusted, independent adult protects. It is somebody the young person names.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
    say(
      'Family may protect, or harm. Keep both views, theirs and yours.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
  ]),
  topic('interpreter', 'Interpreters', [
    say(
      'Good, well-trained interpreters, best with training in child protection. Never somebody of the same community as the person who harmed them, nor somebody who came with them. They can say whom they want.',
      `${STUDY}; Waymark’s own notes, November 2026`,
    ),
  ]),
  topic('records-kept', 'How long records are kept', [
    say(
      'The record of a child who was looked after: until they would be 75.',
      `${CARE}, regulation 50; ${LEAVING}, regulation 10`,
      'certain',
      E,
    ),
    say(
      'Until they would be 75.',
      'Care Planning regulations (Wales) 2015, regulation 64',
      'certain',
      ['wales'],
    ),
    say('Until they would be 100.', 'SSI 2009/210, regulation 43', 'certain', ['scotland']),
    say('75 years.', 'Waymark’s background knowledge, no source read', 'check', [
      'northern_ireland',
    ]),
  ]),
  topic('missing', 'When somebody is missing', [
    say(
      'Missing: not where they are expected, and nobody knows where they are. Each time is treated as new.',
      `${MISSING}; East Riding procedures`,
      'certain',
      E,
    ),
    say(
      'It begins when they left, or were last seen by an adult responsible for them, whichever is later. Whoever goes before 24 hours in care is counted too.',
      'DfE wording in the Standard Safeguarding Dataset',
      'certain',
      E,
    ),
    say(
      'It stays open until they are found or turn 18. Then it is closed with a reason.',
      'DfE wording in the Standard Safeguarding Dataset',
      'certain',
      E,
    ),
    say(
      'Going missing is a sign of exploitation before, during and after it. Ask what pushes and what pulls.',
      'Child synthesis, SPARK, Cardiff, December 2024',
    ),
  ]),
  topic('missing-early', 'The first hours in a new place', [
    say(
      'Children who may have been trafficked from abroad often go missing in their first hours or days. Have the discussion, a photo and what they want early.',
      `${MISSING}; social-work toolkit`,
      'likely',
      E,
    ),
  ]),
  topic('missing-ready', 'What to have ready', [
    say(
      'Part one of the Philomena Protocol is written beforehand, with the young person and the carer, and moves with them: description, photo, friends, phone, places, money, medical needs, how they travel. Part two only when they are missing: clothes, last seen.',
      'Police pages on the Philomena Protocol',
    ),
    say(
      'Whether your force uses it, and a trigger plan with first actions: ask them.',
      'Waymark’s background knowledge, no source read',
      'check',
    ),
  ]),
  topic('return-conversation', 'The conversation after coming back', [
    say(
      'Offered after every time, by somebody independent, within 72 hours. They may say no. Record that it was offered, and what they chose.',
      `${MISSING}; Ofsted Annex A`,
      'certain',
      E,
    ),
    say(
      'The 72 hours are said everywhere and were not read by us in the guidance itself.',
      'Waymark’s own notes, November 2026',
      'check',
      E,
    ),
    say(
      'Wales and Northern Ireland have guidance of their own: use your local procedure.',
      'Waymark’s own notes, November 2026',
      'check',
      ['wales', 'northern_ireland'],
    ),
  ]),
  topic('same-child', 'The same child in two places', [
    say(
      'Names are spelled in many ways and dates of birth change with an assessment. Keep every version with its date; never put one in the place of another.',
      'Waymark’s own notes, November 2026',
      'likely',
    ),
    say(
      'Somebody decides whether it is the same child. A link can be taken back, and no record is lost.',
      'Waymark’s own rule',
      'likely',
    ),
  ]),
]
