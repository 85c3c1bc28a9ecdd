import { type AskedForm, askedPages } from '#domains/children/index.ts'
import { auditOf, hrefOf, type OfStay, stayOf } from '../child-of-page.ts'
import { type Address, addressOf, keepAddress } from '../stay.queries.ts'

type At = OfStay & { readonly address: Address | undefined }

/** Where a home is: only for those who stand beside the child now and their managers. */
const ADDRESS: AskedForm<At, string> = {
  url: '/children/:childId/home/:stay/address',
  may: 'children.write',
  audit: auditOf('home.address', 'home.keep-address'),
  async find(visit) {
    const at = await stayOf(visit)
    return at && { ...at, address: await addressOf(visit.tx, at.stay.id) }
  },
  title: ({ stay }) => `Where it is: ${stay.called}`,
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: () => [
    'Only those who stand beside them now and their managers read this. It is in no list, search, count or copy. Each time somebody opens this page is kept.',
  ],
  asks: () => [{ kind: 'text', name: 'address', label: 'Address' }],
  typed: ({ address }) => ({ address: address?.words ?? '' }),
  version: ({ address }) => address?.version ?? 0,
  read: (read) => read.needed('address', 'Enter the address', 500),
  async keep({ tx }, { child, stay, address }, words, version) {
    if (await keepAddress(tx, { child: child.id, stay: stay.id, version }, words)) {
      return { to: hrefOf(child) }
    }
    const now = (await addressOf(tx, stay.id)) ?? address
    const lines = [{ label: 'Address', text: now?.words ?? '' }]
    return { meanwhile: { by: undefined, lines }, version: now?.version ?? 0 }
  },
}

export const addressPages = askedPages(ADDRESS)
