/** What we hold to be true of a thing said. Pure: no clock, no database, no framework. */

/** The ways to say it, in the order they are offered. None is better than another. */
export const MEDIA = ['voice', 'drawing', 'photo', 'words', 'cards'] as const
export type Medium = (typeof MEDIA)[number]

export const mediumNamed = (text: string | undefined): Medium | undefined =>
  MEDIA.find((m) => m === text)

/** What the file of a medium is; undefined for those that need none. */
export const FILE_OF: Readonly<Record<Medium, 'picture' | 'sound' | undefined>> = {
  voice: 'sound',
  drawing: 'picture',
  photo: 'picture',
  words: undefined,
  cards: undefined,
}

export const AUDIENCES = ['everyone_beside_me', 'chosen', 'trusted'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a thing may be begun about, beside anything at all. */
export const ABOUT = ['people_i_love'] as const
export type About = (typeof ABOUT)[number]

/** What is asked when somebody worries for people they love. Each may be left out, and answered in any way. */
export const ASKS = ['who', 'where', 'contact', 'help', 'not_do'] as const
export type Asks = (typeof ASKS)[number]

/** Whether it is safe to contact them, in cards: no reading needed. */
export const CONTACT_CARDS = ['yes', 'no', 'unsure'] as const satisfies readonly Card[]

export const asksNamed = (text: string | undefined): Asks | undefined =>
  ASKS.find((a) => a === text)

/** What its receipt is for: it is answered with a plan where it is about people they love. */
export const subjectOf = (about: About | undefined): 'statement' | About => about ?? 'statement'

export type Status = 'draft' | 'sent' | 'withdrawn' | 'thrown_away'

/** What a thing may be used for beside being read by those it was sent to. Each is asked by itself. */
export const USES = ['my_review', 'report', 'gallery'] as const
export type Use = (typeof USES)[number]

export const useNamed = (text: string | undefined): Use | undefined => USES.find((u) => u === text)

export const NAMED = ['no_name', 'the_name_i_go_by'] as const
export type Named = (typeof NAMED)[number]

/** As many parts as one thing said may have. */
export const MOST_PARTS = 20
export const MOST_WORDS = 20_000

/** The cards: each a symbol and a word, in groups that follow one another on the page. */
export const CARD_GROUPS = {
  feelings: [
    'happy',
    'calm',
    'loved',
    'sad',
    'worried',
    'scared',
    'angry',
    'tired',
    'unsure',
    'hurt',
    'lonely',
  ],
  people: ['me', 'family', 'friends', 'somebody', 'doctor', 'dog'],
  places: ['home', 'bed', 'school', 'outside', 'prayer', 'bus', 'airplane', 'door'],
  things: ['food', 'phone', 'money', 'clothes', 'washing', 'medicine', 'papers', 'key', 'books'],
  doing: ['football', 'music', 'drawing', 'walking', 'work'],
  wanting: [
    'yes',
    'no',
    'more',
    'stop',
    'help',
    'talk',
    'listen',
    'private',
    'call',
    'question',
    'time',
  ],
} as const
export type CardGroup = keyof typeof CARD_GROUPS
export type Card = (typeof CARD_GROUPS)[CardGroup][number]

export const CARDS: readonly Card[] = Object.values(CARD_GROUPS).flat()

/** The symbol of each card, by its name in the set of symbols. */
export const SYMBOL_OF: Readonly<Record<Card, string>> = {
  happy: 'slightly-smiling-face',
  calm: 'relieved-face',
  loved: 'red-heart',
  sad: 'crying-face',
  worried: 'worried-face',
  scared: 'fearful-face',
  angry: 'angry-face',
  tired: 'tired-face',
  unsure: 'thinking-face',
  hurt: 'broken-heart',
  lonely: 'bust-in-silhouette',
  me: 'person-raising-hand',
  family: 'family',
  friends: 'people-hugging',
  somebody: 'busts-in-silhouette',
  doctor: 'stethoscope',
  dog: 'dog-face',
  home: 'house-with-garden',
  bed: 'bed',
  school: 'school',
  outside: 'sun',
  prayer: 'folded-hands',
  bus: 'bus',
  airplane: 'airplane',
  door: 'door',
  food: 'fork-and-knife-with-plate',
  phone: 'mobile-phone',
  money: 'money-bag',
  clothes: 't-shirt',
  washing: 'shower',
  medicine: 'pill',
  papers: 'clipboard',
  key: 'key',
  books: 'books',
  football: 'soccer-ball',
  music: 'musical-notes',
  drawing: 'artist-palette',
  walking: 'person-walking',
  work: 'briefcase',
  yes: 'thumbs-up',
  no: 'thumbs-down',
  more: 'plus',
  stop: 'raised-hand',
  help: 'sos-button',
  talk: 'speech-balloon',
  listen: 'ear',
  private: 'shushing-face',
  call: 'telephone-receiver',
  question: 'red-question-mark',
  time: 'four-oclock',
}

/** Only cards there are, each once, in the order in which they stand. */
export const cardsAmong = (asked: readonly string[]): readonly Card[] =>
  CARDS.filter((card) => asked.includes(card))

export type SendRefusal =
  | 'already-sent'
  | 'nothing-said'
  | 'choose-who'
  | 'choose-somebody'
  | 'no-trusted'

/** What stands in the way of sending it. */
export function refuseSend(given: {
  readonly status: Status
  readonly parts: number
  readonly audience: Audience | undefined
  readonly chosen: number
}): SendRefusal | undefined {
  if (given.status !== 'draft') return 'already-sent'
  if (given.parts === 0) return 'nothing-said'
  if (!given.audience) return 'choose-who'
  if (given.audience === 'everyone_beside_me' || given.chosen > 0) return undefined
  return given.audience === 'trusted' ? 'no-trusted' : 'choose-somebody'
}

type Beside = { readonly personId: string; readonly name: string }

/** Of those who stand beside the young person, the ones they named as an adult they trust. */
export function trustedAmong<T extends Beside>(
  beside: readonly T[],
  named: readonly {
    readonly name: string
    readonly trustedAdult: boolean
    /** Their account, when the young person chose them from those beside them; otherwise the name counts. */
    readonly staffId?: string | undefined
  }[],
): readonly T[] {
  const plain = (name: string) => name.trim().toLocaleLowerCase('en')
  const trusted = named.filter((p) => p.trustedAdult)
  const accounts = new Set(trusted.map((p) => p.staffId))
  const names = new Set(trusted.filter((p) => !p.staffId).map((p) => plain(p.name)))
  return beside.filter((b) => accounts.has(b.personId) || names.has(plain(b.name)))
}

/** Who was with them while they said it, asked in one question. */
export const COMPANY = ['alone', 'with_someone', 'with_interpreter'] as const
export type CompanyAnswer = (typeof COMPANY)[number]
