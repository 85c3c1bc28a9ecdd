/** What stands in a child's way, and whose it is to move. Pure. */

export const LEVELS = {
  law: 'The law',
  system: 'How a system works',
  service: 'A service',
  attitude: 'An attitude',
} as const
export type Level = keyof typeof LEVELS

export const USE_LEVELS = {
  not_asked: 'Nobody has asked them: it stays in their record',
  here_only: 'It stays in their record',
  counted: 'It may be counted among others',
  words: 'It may be counted, and their words used without their name',
} as const
export type UseLevel = keyof typeof USE_LEVELS

/** Names for what children are said not to do. What they tell of is a service that did not reach them. */
const BLAME =
  /((non|dis)[ -]?(engag|complian|co-?operat|attend)|\b(lack|lacks|lacking) (of )?(engage|motivation|co-?operat|insight)|\b(did|does|do|would|will)(n.t| not) (engage|comply|co-?operate|want to)|\b(refus|fail)\w* to (engage|comply|co-?operate|attend)|hard[ -]to[ -](reach|engage|place)|\bunco-?operative|\bunwilling)/i

/** Longer texts may tell what somebody said; a short one of this kind is a label. */
const LABEL_LENGTH = 80

/** The same as the database holds: `blames_the_child`. */
export const blamesTheChild = (text: string): boolean =>
  Array.from(text).length < LABEL_LENGTH && BLAME.test(text)

const NO_BODY =
  /^(the |this |a |their |his |her )?(child|young (person|people|man|woman)|boy|girl|teenager|client|service user|victim|family|parents?|mother|father|mum|dad|him|her|them|themsel(f|ves)|himself|herself)( (him|her|them)sel(f|ves))?\W*$/i

/** The same as the database holds: `is_no_body`; and the name the child goes by. */
export const isNoBody = (text: string, knownAs: string): boolean =>
  NO_BODY.test(text.trim()) || text.trim().toLowerCase() === knownAs.trim().toLowerCase()
