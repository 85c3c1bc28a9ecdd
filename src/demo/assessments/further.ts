import type { InventedAssessment } from './invented-assessment.ts'

/** Published, and its review is due. */
export const FURTHER: InventedAssessment = {
  title: 'Homes up to forty miles away',
  nation: 'england',
  proposal:
    'When no home is free nearby, a young person may be offered one up to forty miles away instead of waiting in a hotel or an office.',
  draftingBegan: 470,
  whole: {
    affected:
      'Young people who are looked after and wait for a home, and those who already live in one and may be asked to move.',
    takesEffect: 377,
    reviewAgo: 12,
    groups: [
      {
        name: 'Young people who wait for a home',
        touched: 'directly',
        how: 'Where they sleep, their school, their friends, their place of worship.',
      },
      {
        name: 'Brothers and sisters who live elsewhere',
        touched: 'indirectly',
        how: 'How often they see each other.',
      },
    ],
    options: [
      [
        'Up to forty miles, near homes first',
        'A home further away is offered only when two near ones were asked for, with the way to school and training paid.',
      ],
      ['Up to forty miles', 'A home further away is offered as soon as none is free nearby.'],
      ['As now', 'Young people wait until a home nearby is free.'],
    ],
    evidence: [
      {
        kind: 'children',
        citation: 'What young people said of stability in check-ins last year (counts, invented)',
        tells: 'Staying in one place is among what they speak of most.',
        strength: 'some',
        gaps: 'Those with no interpreter are hardly among them.',
      },
      {
        kind: 'practice',
        citation: 'Notes of four team meetings (invented)',
        tells: 'Moves in term time break off lessons and training.',
        strength: 'weak',
      },
    ],
    impacts: [
      {
        option: 0,
        group: 0,
        article: 20,
        outcome: 'safe-home',
        direction: 'helps',
        effect: 'They sleep in a home sooner.',
        evidence: [1],
        confidence: 'weak_support',
      },
      {
        option: 0,
        group: 0,
        article: 31,
        outcome: 'belonging',
        direction: 'harms',
        effect: 'They lose their team, their friends and their place of worship.',
        evidence: [0, 1],
        confidence: 'some_support',
        mitigation:
          'The way to training and worship is paid for six months, then looked at again with them.',
      },
      {
        option: 0,
        group: 1,
        article: 9,
        outcome: 'family',
        direction: 'cannot_tell',
        effect: 'Nobody has asked how often they see each other now.',
        evidence: [],
        confidence: 'no_evidence',
      },
      {
        option: 1,
        group: 0,
        article: 31,
        outcome: 'belonging',
        direction: 'harms',
        effect: 'The same, with nothing done about it.',
        evidence: [0],
        confidence: 'some_support',
        mitigation: 'Nothing: this is why it was not chosen.',
      },
      {
        option: 2,
        group: 0,
        article: 20,
        outcome: 'safe-home',
        direction: 'harms',
        effect: 'They go on waiting in places that are no home.',
        evidence: [1],
        confidence: 'weak_support',
        mitigation: 'Nothing more than is done now.',
      },
    ],
    asked: {
      who: 'A group of young people that meets on Thursdays, and whoever else wanted to say something',
      howMany: 9,
      how: 'In a room they chose, with food and two interpreters they knew. They could draw, write or speak, and could leave.',
      ago: 440,
      said: 'A home matters more than a town, most said. Some said the town is the home.',
      changed:
        'Near homes are asked for twice before one further away is offered, and the way to training is paid.',
      notChanged:
        'Forty miles stays the limit. Twenty was asked for; there are too few homes within it today.',
    },
    words: [
      {
        words: 'My team is my family here. If you move me, you move that too.',
        saidBy: 'A young person of the group',
      },
      {
        words: 'Forty miles is another life. I would rather wait.',
        saidBy: 'A young person who waits for a home',
        dissent:
          'We hear that. Nobody is moved who says they would rather wait, and we ask again every week.',
      },
    ],
    bestInterests:
      'A home now was weighed against a home near what matters to them. Each young person’s own view decides between the two; cost was not weighed against either.',
    decision:
      'Homes up to forty miles away may be offered when two near ones were asked for. A young person may say no and wait.',
    watched: {
      outcome: 'belonging',
      actsWhen: 'Fewer young people say “mostly” or “fully” in two years one after the other.',
    },
    alsoWatched: {
      name: 'Nights in a hotel or an office',
      source: 'The team’s own count, each month',
      actsWhen: 'There is any such night in three months running.',
    },
    twin: [
      'This is about where you live. It is about what we do when no home is free near you.',
      'We could offer you a home further away. You can say no, and wait.',
      'You told us that your team, your friends and your school matter. Some of you would rather wait than go far.',
      'We look for a home near you first, two times. We pay your way to training. We did this because you asked for it.',
      'In a year we ask you what really happened. We will tell you what you said, and what we change.',
    ],
    sections:
      'Young people with no interpreter were asked later, with one. Nobody is moved while that is missing.',
    published: [{ ago: 400 }],
  },
}
