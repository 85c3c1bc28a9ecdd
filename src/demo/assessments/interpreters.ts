import type { InventedAssessment, WholeAssessment } from './invented-assessment.ts'

/** What the two assessments about meetings have in common. */
export const CHOOSING: Omit<WholeAssessment, 'published' | 'reviewed'> = {
  affected: 'Young people who speak with us through an interpreter.',
  takesEffect: 780,
  reviewAgo: 420,
  groups: [
    {
      name: 'Young people who use an interpreter',
      touched: 'directly',
      how: 'Who hears what they say, and whether they dare to say it.',
    },
  ],
  options: [
    ['Ask before each meeting', 'They are asked, and who they do not want is not booked.'],
    ['As now', 'Whoever is free is booked.'],
  ],
  evidence: [
    {
      kind: 'inspection',
      citation: 'An inspection of interpreting (invented)',
      tells: 'Some young people knew somebody who knew the interpreter.',
      strength: 'some',
    },
  ],
  impacts: [
    {
      option: 0,
      group: 0,
      article: 12,
      outcome: 'understood-language',
      direction: 'helps',
      effect: 'They say more of what they mean.',
      evidence: [0],
      confidence: 'some_support',
    },
    {
      option: 0,
      group: 0,
      article: 12,
      outcome: 'timely-decisions',
      direction: 'mixed',
      effect: 'Meetings could wait for the interpreter they asked for.',
      evidence: [],
      confidence: 'no_evidence',
      mitigation: 'Another is offered within three days, and they choose.',
    },
    {
      option: 1,
      group: 0,
      article: 12,
      outcome: 'understood-language',
      direction: 'harms',
      effect: 'They go on saying little.',
      evidence: [0],
      confidence: 'some_support',
      mitigation: 'Nothing: this is why it was not chosen.',
    },
  ],
  asked: {
    who: 'Young people in three languages',
    howMany: 14,
    how: 'One by one, each with an interpreter they had chosen.',
    ago: 860,
    said: 'Being asked once is not enough. They want to say it each time.',
    changed: 'They are asked before each meeting, not once a year.',
    notChanged: 'An interpreter of the same age could not be promised.',
  },
  words: [{ words: 'He knows my uncle. I say only yes and no to him.', saidBy: 'A young person' }],
  bestInterests:
    'Being understood was weighed first. A meeting that waits three days was weighed against one where nothing is said.',
  decision: 'They are asked before each meeting, and who they do not want is not booked.',
  watched: {
    outcome: 'understood-language',
    actsWhen: 'Fewer say “mostly” or “fully” than in the year before.',
  },
  alsoWatched: {
    name: 'Meetings put off for want of an interpreter',
    source: 'The register of bookings',
    actsWhen: 'More than one in ten.',
  },
  twin: [
    'This is about who speaks for you when you speak another language.',
    'You can say which interpreter you want. You can say who you do not want.',
    'You told us that you want to be asked each time.',
    'We ask you before each meeting. We do not book somebody you said no to.',
    'We look again each year, and ask you how it is.',
  ],
  sections: 'Told in the languages of those who were asked, on paper and aloud.',
}

/** Published, corrected, and reviewed once. */
export const INTERPRETERS: InventedAssessment = {
  title: 'Young people choose their interpreter',
  nation: 'scotland',
  proposal:
    'Before each meeting a young person is asked which interpreter they want, and which they do not.',
  draftingBegan: 900,
  whole: {
    ...CHOOSING,
    published: [
      { ago: 800 },
      {
        ago: 760,
        whatChanged: 'The days within which another interpreter is offered: three, not five.',
        why: 'The first version had the number of an older plan.',
      },
    ],
    reviewed: {
      ago: 400,
      nextIn: 120,
      asked: 'Eleven of those who had been asked before were asked again, and four who were new.',
      unintended: 'Two interpreters gave up, since nobody asked for them. They were spoken with.',
      whatNext: 'Young people are asked in writing too, since some did not want to say no aloud.',
      findings: [
        ['happened', 'Most of those asked said they say more now. Those who left were not asked.'],
        ['cannot_tell', 'Bookings were counted anew from this year only.'],
      ],
    },
  },
}
