/** Whom a young person can call or write to. The words of the places that come with the product are here too. */
export const places = {
  title: 'Help',
  heading: 'Whom I can call',
  lead: 'You can call or write to these people yourself. You do not have to ask anybody first.',
  leaves: 'What a call leaves behind',
  leavesPhone: 'A call stays in the list of calls on the phone. You can remove it there.',
  leavesText: 'A message stays in the list of messages until you remove it.',
  leavesBill: 'Below it says whether a call is on the phone bill.',
  noSignal: 'On your own phone, this page can be read without signal once you have opened it.',
  kinds: {
    now: 'In danger now',
    talk: 'Somebody to talk to',
    health: 'When you are ill or hurt',
    side: 'Somebody on your side',
    law: 'Questions about the law',
  },
  call: 'Call',
  text: 'Text',
  write: 'Write to them at',
  when: 'When',
  costs: {
    free: 'Free',
    like_any_call: 'Costs the same as any call',
    not_known: 'We do not know what it costs',
  },
  bill: {
    no: 'Not on the phone bill',
    yes: 'On the phone bill',
    not_known: 'It may be on the phone bill',
  },
  languages: 'Languages',
  interpreter: {
    yes: 'You can ask for an interpreter',
    no: 'They have no interpreter',
    not_known: 'Ask if they have an interpreter',
  },
  checked: 'Checked on {day}',
  late: 'We have not checked this lately. The number may have changed.',
  notSure: 'We are not sure of this number. Ask somebody you trust to check.',
  onlyIn: 'In {nation}',
  nothing: 'Nothing is written here yet. If you are in danger now, call 999.',
  toRights: 'What I can ask for',
  dayAndNight: 'Day and night',
  askWhen: 'Ask when they are there',
  came: {
    emergency:
      'You or somebody else is in danger now, or badly hurt. If you cannot speak, press 55 when you are asked.',
    emergency_112: 'The same as 999. It works on every mobile phone, and in many other countries.',
    childline:
      'You can talk about anything. You do not have to say your name. For everybody under 19.',
    shout: 'You feel very low or afraid, and you would sooner write than talk.',
    samaritans: 'Somebody listens when things are too much. You do not have to say your name.',
    missing_people:
      'You have left home, or you think about leaving. They can pass on a message for you.',
    lifeline: 'Somebody listens when you feel very low, or think of hurting yourself.',
    nhs_111: 'You are ill or hurt and do not know what to do. It is not for an emergency.',
    guardian_line:
      'A guardian is on your side and helps you with what is happening. Ask if you can have one.',
    coram_voice: 'Somebody independent helps you to say what you want.',
    help_at_hand:
      'They help you when a council looks after you, and something is not right. They are not the council.',
    meic: 'They answer questions, and help you to be heard.',
    who_cares_scotland: 'Somebody independent helps you to say what you want.',
    voypic: 'Somebody independent helps you to say what you want.',
    child_law_advice: 'They say what the law in England says about children, families and school.',
  },
} as const
