/** An id that cannot be mixed up with another kind of id. At run time, a UUID in lower case. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

declare const kind: unique symbol

export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type TeamId = Id<'team'>
export type SessionId = Id<'session'>
export type ChildId = Id<'child'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads an id from text that came from outside (an address, a form). Undefined when it is not one. */
export function readId<Kind extends string>(text: unknown): Id<Kind> | undefined {
  if (typeof text !== 'string' || !UUID.test(text)) return undefined
  return trustedId<Kind>(text.toLowerCase())
}

/** For ids that come from our own database, where the column says what kind they are. */
export function trustedId<Kind extends string>(text: string): Id<Kind> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one door into Id
  return text as Id<Kind>
}
