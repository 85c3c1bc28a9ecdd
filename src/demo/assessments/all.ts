import { FURTHER } from './further.ts'
import { CHOOSING, INTERPRETERS } from './interpreters.ts'
import type { InventedAssessment } from './invented-assessment.ts'

/** Whole, and waiting to be signed off. */
const WAITING: InventedAssessment = {
  title: 'Meetings young people can end',
  nation: 'wales',
  proposal:
    'A young person may end any meeting about them at any time, and it is held again another day.',
  draftingBegan: 60,
  whole: {
    ...CHOOSING,
    affected: 'Every young person about whom meetings are held.',
    takesEffect: -30,
    reviewAgo: -395,
    groups: [
      {
        name: 'Young people about whom meetings are held',
        touched: 'directly',
        how: 'How long they must sit through it.',
      },
    ],
    options: [
      ['They may end it', 'The meeting ends when they say so, without a reason.'],
      ['As now', 'The chair decides.'],
    ],
    bestInterests:
      'Being able to leave was weighed first, against a decision that comes a week later.',
    decision: 'Any meeting about a young person ends when they say so.',
    asked: {
      who: 'Young people who had a meeting in the last three months',
      howMany: 12,
      how: 'After a meeting, by somebody who had not been in it.',
      ago: 40,
      said: 'Some stay because they think they must.',
      changed: 'It is said at the start of each meeting that they may end it.',
      notChanged: 'Decisions that the law gives a day for are still taken on that day.',
    },
    words: [],
    published: [],
    twin: [
      'This is about meetings where people talk about you.',
      'You can end a meeting when you want. You need no reason.',
      'Some of you told us that you stay because you think you must.',
      'We say at the start that you can end it.',
      'We look again in a year, and ask you.',
    ],
  },
}
const BEGUN: InventedAssessment = {
  title: 'A phone for every young person who comes',
  nation: 'northern_ireland',
  proposal: 'Each young person is given a phone of their own in their first week.',
  draftingBegan: 9,
  whole: undefined,
}

export const ASSESSMENTS: readonly InventedAssessment[] = [INTERPRETERS, FURTHER, WAITING, BEGUN]
