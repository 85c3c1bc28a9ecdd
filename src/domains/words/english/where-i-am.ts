/** My own plan for when people do not know where I am, and with whom I would talk after. */
export const whereIAm = {
  title: 'If people do not know where I am',
  lead: 'You can say what people do first. They read this when they do not know where you are and worry about you.',
  whoSees: 'The people beside you can read it. Anybody who can open these pages can read it too.',
  tell: 'Tell these people first',
  look: 'Look here',
  say: 'Write this to me',
  pleaseDont: 'Please do not do this',
  talkWith: 'After that I want to talk with',
  talkWithHint: 'Somebody you choose. You can still say no.',
  empty: 'Write something in one of the boxes.',
  tooLong: 'This is too long. It must be {most} characters or fewer.',
  changed: 'This changed meanwhile. Look again. What you wrote is in the boxes.',
  now: 'It says now',
  save: 'Save',
  saved: 'It is saved.',
} as const
