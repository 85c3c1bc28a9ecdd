/** What is kept on a phone without signal, in English. */
export const phone = {
  phone: {
    title: 'On this phone',
    heading: 'Kept on this phone',
    lead: 'When there is no signal, what you write is kept on this phone until it can be sent. It is locked. Only you can open it, after you sign in.',
    noScript:
      'This browser cannot keep things without signal. What you write is sent when you press the button.',
    nothing: 'Nothing is waiting. Everything you wrote has been sent.',
    stateWaiting: 'Waiting for signal',
    stateLook: 'Could not be sent as it is. Please look at it',
    lookAt: 'Open it and try again',
    throwAway: 'I do not need this any more',
    send: 'Try to send now',
    waiting: 'Something you wrote is kept on this phone. It will be sent when there is signal.',
    look: 'Something you wrote could not be sent as it is. Nothing is lost.',
    see: 'See what is kept',
    noSignal: 'No signal',
    noPage:
      'There is no signal, and this page is not on this phone. What you wrote before is safe.',
    wasKept:
      'There is no signal. What you wrote is kept on this phone and will be sent when there is signal.',
    notKept:
      'There is no signal, and you need to sign in again. Go back: what you wrote is still on the page before this one. Copy it, or wait until there is signal.',
    noRoom:
      'There is no signal, and this phone has no room left to keep this. Go back: it is still on the page before this one. Wait until there is signal, or make some room.',
    again: 'My page',
  },
} as const
