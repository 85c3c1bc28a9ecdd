import { say, topic, type Topic } from '../guidance.rules.ts'

const STUDY = 'Creating Stable Futures, report summary'

/** Where a child lives. */
export const ON_HOMES: readonly Topic[] = [
  topic('home-right', 'Whether a home is right for them', [
    say(
      'Safe, secure and fit for what they need, with privacy: a room, a lock, a phone call nobody hears.',
      STUDY,
    ),
    say(
      'A home shared with adults who are not related to them is looked at by a manager, and looked at again for as long as it is so.',
      `${STUDY}; Waymark’s own rule`,
      'likely',
    ),
    say(
      'See them there, and see them alone. Ask them first, in the language they choose; what they say stands before what you find.',
      'Care Planning, Placement and Case Review (England) Regulations 2010, as amended 2014, regulations 28 and 29',
      'certain',
      ['england'],
    ),
    say(
      'Carers need training in the signs of exploitation. Where somebody is placed with a gap all the same, the reason is written down.',
      `${STUDY}; Waymark’s own rule for the reason`,
      'likely',
    ),
  ]),
]
