/** Good things: what I like to do, whom and where I like to be with, what I want to learn. */
export const goodThings = {
  title: 'Good things',
  lead: 'What you like, and who you like to be with. People who work with you read this when they offer you something.',
  choose: 'Choose what it is',
  empty: 'Write what it is.',
  words: 'In your own words',
  add: 'Add it',
  takeOff: 'Take it off',
  kinds: {
    do: 'Something I like to do',
    people: 'People I like to be with',
    place: 'A place I like to be',
    learn: 'Something I want to learn',
  },
} as const
