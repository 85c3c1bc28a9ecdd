/**
 * What a young person can ask for, from whom, and what to do when the answer is no. One idea a sentence.
 * Which text is for which nation, age and situation, who owns it and how sure it is: `domains/rights/rights.data.ts`.
 */
export const rights = {
  title: 'My rights',
  heading: 'My rights',
  lead: 'Here is what you can ask for, and from whom. You do not have to earn it.',
  help: 'You can read this with somebody you trust. You can ask for an interpreter.',
  where: 'This is for {nation}.',
  nations: {
    england: 'England',
    wales: 'Wales',
    scotland: 'Scotland',
    northern_ireland: 'Northern Ireland',
  },
  choose: 'What fits you now?',
  chooseHint: 'Choose if you want to. You do not have to say why. We do not keep what you choose.',
  showThese: 'Show these',
  everything: 'Show everything',
  everythingLead: 'Everything is here, also what is for other places or ages.',
  fewer: 'Show less',
  situations: {
    care: 'The council looks after me',
    on_my_own: 'My family is not here with me',
    age: 'People do not agree how old I am',
    moving: 'I may have to move',
    decision: 'Something big about me is being decided',
    grown_up: 'I am grown up now, or soon',
    another_way: 'I need things done another way, because of my body or my mind',
  },
  whom: 'Whom to ask',
  ifNo: 'If the answer is no',
  checked: 'Somebody looked at this on {day}.',
  notSure: 'We are not sure that this is right everywhere. Ask somebody you trust to check.',
  past: 'Nobody has looked at this lately. Check with somebody you trust.',
  onlyIn: 'Only in {nation}',
  toHelp: 'Whom I can call',
  toRecord: 'What is written about me',
  no: {
    ask_why: 'Ask why, in words you understand. You can say that something is not right.',
    independent: 'Ask somebody independent to help you ask again.',
    lawyer: 'Ask a lawyer. Ask somebody you trust to help you find one.',
    outside: 'You can call people outside the council. Look under “Whom I can call”.',
  },
  texts: {
    age: {
      title: 'While people do not agree on my age',
      can: 'If you may be under 18, you should be treated as under 18 until it is decided. You can ask how it is decided.',
      ask: 'Your social worker, or a lawyer.',
    },
    plan: {
      title: 'A social worker and a plan',
      can: 'There should be a plan for your help. You can read it, and say what is wrong in it.',
      ask: 'Your social worker.',
    },
    visits: {
      title: 'Talking to my social worker alone',
      can: 'Your social worker comes to see you. You can talk to them alone. You can ask them to come sooner.',
      ask: 'Your social worker, or the people you live with.',
    },
    heard: {
      title: 'Being heard in meetings',
      can: 'You can say what you want in meetings about you. You can come, write it, or send somebody. People must think about it.',
      ask: 'Whoever leads the meeting.',
    },
    independent_england_wales: {
      title: 'Somebody independent beside me',
      can: 'You can have an advocate. They help you to say what you want. Some young people can have a guardian too.',
      ask: 'Your social worker, or call an advocate yourself.',
    },
    independent_scotland: {
      title: 'Somebody independent beside me',
      can: 'You can have an advocate. If no parent of yours is in the UK, ask for a guardian too.',
      ask: 'Your social worker, or call an advocate yourself.',
    },
    independent_northern_ireland: {
      title: 'Somebody independent beside me',
      can: 'You can have somebody who speaks up for you. If you are here without your parents, ask for a guardian too.',
      ask: 'Your social worker, or call an advocate yourself.',
    },
    interpreter: {
      title: 'An interpreter, and to say no to one',
      can: 'You can ask for an interpreter. It costs you nothing. You can say no to one person and ask for another.',
      ask: 'Whoever wants to talk with you.',
    },
    school: {
      title: 'School and college',
      can: 'You can go to school or college. You can start in the middle of a year. You can ask for help with English.',
      ask: 'Your social worker, or the school.',
    },
    doctor: {
      title: 'A doctor',
      can: 'You can see a doctor, and talk to them alone. You can ask for a man or a woman.',
      ask: 'The people you live with, or the doctor’s desk.',
    },
    mind: {
      title: 'Help for how I feel',
      can: 'You can ask for help if you cannot sleep, or feel very low or afraid. You decide what you talk about.',
      ask: 'A doctor, or somebody you trust.',
    },
    home: {
      title: 'A safe home and privacy',
      can: 'Where you live should be safe. You can ask for somewhere private, and a place to keep your things.',
      ask: 'Your social worker. If you are in danger now, call 999.',
    },
    money: {
      title: 'Money and my things',
      can: 'You can ask what money there is for you: for clothes, travel and yourself. Your things stay yours when you move.',
      ask: 'Your social worker, or the people you live with.',
    },
    lawyer: {
      title: 'A lawyer',
      can: 'You can ask for a lawyer. A lawyer works for you. Often it costs you nothing. Ask about that first.',
      ask: 'Your social worker, a guardian or an advocate.',
    },
    family: {
      title: 'Seeing and calling my family',
      can: 'You can ask to see or call your family and friends. You can also say no. If it cannot be now, ask why.',
      ask: 'Your social worker.',
    },
    finding_family: {
      title: 'Finding my family',
      can: 'You can ask for help to look for your family. The Red Cross can look in many countries. You can say no.',
      ask: 'Your social worker, a guardian or the Red Cross.',
    },
    faith_food: {
      title: 'Faith and food',
      can: 'You can keep your faith, or have none. You can ask for food you may eat, and for time to pray.',
      ask: 'The people you live with, or the school.',
    },
    see_written: {
      title: 'Reading what is written about me',
      can: 'You can ask to read it. It costs nothing. They should answer within one month. Parts about other people may be left out.',
      ask: 'Anybody who works for the council.',
    },
    correction: {
      title: 'When something about me is wrong',
      can: 'You can ask to put it right. If they do not agree, your words can stay beside it.',
      ask: 'Us, under “What is written about me”.',
    },
    complain: {
      title: 'When something is not right',
      can: 'You can say that something is wrong or unfair. Nobody may treat you worse for it. An advocate can help.',
      ask: 'Us, under “Something is not right”. Or anybody you trust.',
    },
    moving: {
      title: 'Moving to another home',
      can: 'If people want you to move, you can ask why, before it happens. You can say what you think.',
      ask: 'Your social worker, or whoever leads your review.',
    },
    after_18_england: {
      title: 'After I am 18',
      can: 'If you were looked after for long enough, you can have an adviser until you are 25. You make a plan together.',
      ask: 'Your social worker, or the leaving care team.',
    },
    after_18_wales: {
      title: 'After I am 18',
      can: 'If you were looked after for long enough, you can have an adviser. Ask until what age. It can be 25.',
      ask: 'Your social worker, or the leaving care team.',
    },
    after_18_scotland: {
      title: 'After I am 18',
      can: 'If you were looked after, you can ask for help until you are 26. Ask if you can stay where you live until 21.',
      ask: 'Your social worker, or the throughcare team.',
    },
    after_18_northern_ireland: {
      title: 'After I am 18',
      can: 'If you were looked after for long enough, you can have an adviser until you are 21. It can be longer while you learn.',
      ask: 'Your social worker, or the leaving care team.',
    },
    rest: {
      title: 'Rest and play',
      can: 'You can rest, play, do sport, make things and see friends. You can ask for help to join something.',
      ask: 'The people you live with, or the school.',
    },
    fair: {
      title: 'Not being treated worse because of who I am',
      can: 'Nobody may treat you worse because of your skin, language, faith, body, or whom you love.',
      ask: 'Anybody you trust can help you say so.',
    },
    another_way: {
      title: 'Things done another way',
      can: 'You can ask for things to be done in a way that works for you. For example: more time, pictures, signing, a quiet room.',
      ask: 'Whoever wants something from you.',
    },
  },
} as const
