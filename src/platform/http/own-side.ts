/**
 * The young person's side of the house: their pages under /me, and the door to them under /in.
 * Whatever a browser shows or keeps of it (names, titles, addresses, icons, cookies) is ordinary.
 */
export type OwnSide = {
  /** What their side is called. Of the installation, since it stands on the door before anybody is known. */
  readonly name: string
  /** Where leaving quickly leads. */
  readonly leaveTo: string
}

export const ORDINARY: OwnSide = { name: 'My pages', leaveTo: 'https://www.bbc.co.uk/weather' }

/** Where a young person comes in. */
export const OWN_DOOR = '/in'

export const onOwnSide = (path: string): boolean => /^\/(me|in|leave)(?=[/?#]|$)/.test(path)
