/** The other pictures of an area, in the order in which they are offered. */
export const FURTHER: readonly { readonly href: string; readonly text: string }[] = [
  { href: '/area/taking-part-by-stage', text: 'Taking part by stage' },
  { href: '/area/waits', text: 'How long decisions and help take' },
  { href: '/area/waits/guardian', text: 'How long a guardian takes' },
  { href: '/area/staying', text: 'For how long people stay' },
  { href: '/area/follow-up', text: 'Who is still asked, and why others are not' },
  { href: '/area/missing', text: 'Children who were missing, over time' },
  { href: '/area/worries', text: 'Worries, and what was decided' },
]
