/** What we hold to be true of complaints and of what young people say of us. Pure. */
export const ABOUT = ['person', 'service', 'place', 'unfair', 'other'] as const
export type About = (typeof ABOUT)[number]
export const BECAUSE = [
  'where_from',
  'skin',
  'language',
  'faith',
  'gender',
  'who_i_love',
  'disability',
  'age',
  'my_papers',
  'other',
  'not_said',
] as const
export type Because = (typeof BECAUSE)[number]
export const FOUND = ['right', 'partly_right', 'not_shown', 'put_right_already'] as const
export type Found = (typeof FOUND)[number]
export const BACKS = ['answers_me', 'not_yet', 'take_further'] as const
export type Back = (typeof BACKS)[number]
export const WORSE = ['nothing', 'something', 'not_now', 'not_said'] as const
export type Worse = (typeof WORSE)[number]
export const FOR_THEM_AS = ['advocate', 'carer', 'family', 'friend', 'worker', 'other'] as const
export type ForThemAs = (typeof FOR_THEM_AS)[number]
export const THEY_KNOW = ['they_asked_me_to', 'they_know', 'not_yet'] as const
export type TheyKnow = (typeof THEY_KNOW)[number]
export type ComplaintState = 'open' | 'answered' | 'settled' | 'taken_back'
export type ComplaintStepKind =
  | 'read'
  | 'given_to'
  | 'spoke'
  | 'longer'
  | 'answered'
  | 'said_back'
  | 'next_stage'
  | 'worse_asked'
  | 'worse_said'
  | 'worse_acted'
  | 'taken_back'

export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export const NATION_WORDS: Readonly<Record<string, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

export const ABOUT_WORDS: Readonly<Record<About, string>> = {
  person: 'A person',
  service: 'A service or a decision',
  place: 'The place where they live or stay',
  unfair: 'Unfair treatment because of who they are',
  other: 'Something else',
}
export const BECAUSE_WORDS: Readonly<Record<Because, string>> = {
  where_from: 'where they come from',
  skin: 'the colour of their skin',
  language: 'their language',
  faith: 'their faith',
  gender: 'being a girl, a boy or neither',
  who_i_love: 'who they love',
  disability: 'their body, mind or how they learn',
  age: 'their age',
  my_papers: 'their papers',
  other: 'something else',
  not_said: 'they would rather not say',
}
export const FOUND_WORDS: Readonly<Record<Found, string>> = {
  right: 'They are right',
  partly_right: 'They are partly right',
  not_shown: 'It could not be shown',
  put_right_already: 'It has been put right already',
}
export const BACK_WORDS: Readonly<Record<Back, string>> = {
  answers_me: 'This answers me',
  not_yet: 'Not yet',
  take_further: 'Somebody else should look at it',
}
export const WORSE_WORDS: Readonly<Record<Worse, string>> = {
  nothing: 'Nothing is worse',
  something: 'Something is worse',
  not_now: 'Not now',
  not_said: 'They would rather not say',
}
export const FOR_THEM_WORDS: Readonly<Record<ForThemAs, string>> = {
  advocate: 'Advocate',
  carer: 'Carer',
  family: 'Family',
  friend: 'Friend',
  worker: 'Worker',
  other: 'Somebody else',
}
export const THEY_KNOW_WORDS: Readonly<Record<TheyKnow, string>> = {
  they_asked_me_to: 'They asked for this',
  they_know: 'They know of it',
  not_yet: 'They do not know of it yet',
}
/** The answers to "was I listened to" and the like, and why there is none, for whoever is independent. */
export const ANSWER_WORDS: Readonly<Record<string, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  skipped: 'Skipped',
  not_now: 'Not now',
  not_relevant_to_me: 'There was none, or not important to them',
  dont_know: 'Does not know',
}

/** What the young person may say of an answer: take it further only where the law knows a further stage. */
export function maySayBack(state: ComplaintState, furtherStage: boolean): readonly Back[] {
  if (state !== 'answered') return []
  return furtherStage ? BACKS : ['answers_me', 'not_yet']
}

export const isOver = (state: ComplaintState): boolean =>
  state === 'settled' || state === 'taken_back'

/** Ways to say it beside writing. The file of each is made anew before it is kept. */
export const MADE_AS = ['voice', 'drawing', 'photo'] as const
export type MadeAs = (typeof MADE_AS)[number]

export const fileOf = (made: MadeAs): 'sound' | 'picture' =>
  made === 'voice' ? 'sound' : 'picture'
