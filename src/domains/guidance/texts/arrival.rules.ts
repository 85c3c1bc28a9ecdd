import { say, topic, type Topic } from '../guidance.rules.ts'

const STUDY = 'Creating Stable Futures, report summary'
const TOOLKIT = 'Home Office, First Responder Toolkit for England and Wales, April 2026'
const OWN = 'Waymark’s own rule'
const KNOWN = 'Waymark’s background knowledge, no source read'

/**
 * Briefings on ways of arriving: what happens on a way and what to ask, never what people of a nationality are like.
 * A service writes its own, dated and with its source, where it knows more. `speaksOfPropensity` reads them.
 */
export const ON_ARRIVING: readonly Topic[] = [
  topic('arriving-alone', 'Arriving alone, at a port or an airport', [
    say(
      'A first meeting is about safety, food, sleep and a doctor. An account is not asked for on the first day.',
      OWN,
      'likely',
    ),
    say(
      'Young people say that being believed and having somebody trusted from the first day decides what they can tell later.',
      STUDY,
    ),
    say(
      'Ask whom they are told to ring, and who has their phone and papers. Somebody else’s number in a pocket is a way back into exploitation.',
      KNOWN,
      'check',
    ),
  ]),
  topic('arriving-hidden', 'Arriving hidden in a vehicle or by boat', [
    say(
      'A child may have owed money before they left, and owe more now. Ask what happens to their family if it is not paid, before anybody is contacted.',
      KNOWN,
      'check',
    ),
    say(
      'Who met them on the way, and who waits for them here, may be the same people. Have a photo, a description and a plan at once: many go missing within 48 hours.',
      'A social-work toolkit; for England, DfE, Children who run away or go missing from home or care, January 2014',
      'likely',
    ),
    say('A body that was cold, wet or shut in needs a doctor before an interview.', OWN, 'likely'),
  ]),
  topic('arriving-with-others', 'Arriving with adults, or to live with somebody', [
    say(
      'An adult beside a child is not proof of family. See the child alone, with an interpreter nobody in the room knows.',
      OWN,
      'likely',
    ),
    say(
      'A child who lives with somebody who is not a close relative for 28 days or more is privately fostered: the council has to be told and to visit.',
      'Children Act 1989, sections 66 to 70',
      'certain',
      ['england', 'wales'],
    ),
    say(
      'Work in the home, no school and no play are as much a sign as work elsewhere.',
      `${TOOLKIT}, section 9`,
    ),
  ]),
  topic('arriving-within-the-uk', 'Moved within the UK', [
    say(
      'No border is needed. A child moved to another town, or only across one, is trafficked all the same when it is to exploit them.',
      'Modern Slavery Act 2015, section 2',
      'certain',
      ['england', 'wales'],
    ),
    say(
      'Where they were found is not where it began. Ring the council and the school at home before a plan is made.',
      OWN,
      'likely',
    ),
  ]),
]

/** Words that say what people are like, rather than what happens. */
const LIKE =
  /\b(prone|tend to|typical(?:ly)?|usually (?:lie|come|claim)|known for|likely to (?:lie|abscond|offend|be (?:traffickers|criminals))|as a people|by nature|culture of|all (?:of )?(?:them|these people)|mentality)\b/i
const PEOPLE =
  /\b(nationals?|nationalit(?:y|ies)|[A-Z][a-z]+(?:ese|ians?|eans?|ans?|ish|is)|(?:Somali|Kurd|Afghan|Roma)s?) (?:children|boys|girls|people|young people|families|men|women|nationals?|males?|females?|cases|arrivals)\b/

/** Whether a text says of a people what they are like. It is for a briefing to say what happens, and to whom it may. */
export const speaksOfPropensity = (text: string): boolean =>
  text.split(/(?<=[.!?])\s+/).some((sentence) => LIKE.test(sentence) && PEOPLE.test(sentence))

export const isBriefing = (code: string): boolean => code.startsWith('arriving-')
