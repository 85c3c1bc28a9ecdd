import type { YouthWords } from '#domains/words/index.ts'

/** A way from a young person's home to one of their pages: a symbol and words. */
export type Tile = {
  readonly href: string
  /** One of the symbols in platform/views/assets/symbols: what finds the tile for whoever does not read. */
  readonly symbol: string
  readonly text: (w: YouthWords) => string
  /** Only while turning adult, and when they have not put it away. */
  readonly whenSaySafe?: true
}

export type TileGroup = {
  readonly name: 'speak' | 'people' | 'happening' | 'record' | 'settings'
  readonly tiles: readonly Tile[]
}

/**
 * The tiles of a young person's home, in one place: group → tiles. A page of theirs gets a tile when it
 * is a main choice; otherwise a link on the page of a tile, so that it is one step further.
 */
export const TILES: readonly TileGroup[] = [
  {
    name: 'speak',
    tiles: [
      { href: '/me/say', symbol: 'speaking-head', text: (w) => w.me.saySomething },
      { href: '/me/sent', symbol: 'incoming-envelope', text: (w) => w.answered.card },
      { href: '/me/own-words', symbol: 'speech-balloon', text: (w) => w.ownWords.title },
      { href: '/me/goals', symbol: 'bullseye', text: (w) => w.me.goals },
      { href: '/me/picture', symbol: 'telescope', text: (w) => w.me.picture },
      { href: '/me/safe', symbol: 'shield', text: (w) => w.comeBack.saySafe, whenSaySafe: true },
      { href: '/me/not-right', symbol: 'megaphone', text: (w) => w.notRight.title },
    ],
  },
  {
    name: 'people',
    tiles: [
      { href: '/me/people', symbol: 'busts-in-silhouette', text: (w) => w.around.title },
      { href: '/me/come-back', symbol: 'telephone-receiver', text: (w) => w.comeBack.title },
      { href: '/me/meetings', symbol: 'ear', text: (w) => w.meetings.title },
      { href: '/me/taking-part', symbol: 'musical-notes', text: (w) => w.takingPart.title },
      { href: '/me/where-i-am', symbol: 'round-pushpin', text: (w) => w.whereIAm.title },
    ],
  },
  {
    name: 'happening',
    tiles: [
      { href: '/me/happening', symbol: 'signpost', text: (w) => w.happening.title },
      { href: '/me/calendar', symbol: 'alarm-clock', text: (w) => w.calendar.title },
      { href: '/me/plan', symbol: 'right-arrow', text: (w) => w.plan.next },
      { href: '/me/learning', symbol: 'books', text: (w) => w.learning.title },
      { href: '/me/where-i-live', symbol: 'house', text: (w) => w.whereILive.title },
    ],
  },
  {
    name: 'record',
    tiles: [
      { href: '/me/record', symbol: 'open-book', text: (w) => w.myRecord.title },
      { href: '/me/who-looked', symbol: 'eye', text: (w) => w.looked.title },
      { href: '/me/rights', symbol: 'balance-scale', text: (w) => w.rights.title },
      { href: '/me/help', symbol: 'sos-button', text: (w) => w.rights.toHelp },
    ],
  },
  {
    name: 'settings',
    tiles: [
      { href: '/me/settings', symbol: 'control-knobs', text: (w) => w.settings.title },
      { href: '/me/contact', symbol: 'mobile-phone', text: (w) => w.contact.title },
      {
        href: '/me/language',
        symbol: 'globe-with-meridians',
        text: (w) => w.settings.language.title,
      },
      { href: '/me/way-in', symbol: 'door', text: (w) => w.wayIn.title },
    ],
  },
]

/** Every symbol of the home: they come as one sheet, since a file for each would cost more than they weigh. */
export const HOME_SYMBOLS: readonly string[] = [
  'right-arrow',
  'check-box-with-check',
  'raised-hand',
  ...TILES.flatMap(({ tiles }) => tiles.map((tile) => tile.symbol)).filter(
    (symbol) => symbol !== 'right-arrow',
  ),
]
