import type { ThemeWords } from './answers.ts'
import { lines } from './fill.ts'

/** Words about daily life: home, learning, health, people, belief. */
export const ANSWERS_OF_LIFE: Readonly<Record<string, ThemeWords>> = {
  ordinary: {
    little: lines(`
      Every week is different and nobody tells me why.
      I moved again, so I’m learning the buses again.
      I can’t plan anything past Thursday.`),
    much: lines(`
      Monday gym, Tuesday college, Friday {food}. I like that it’s boring.
      I know what my week is.
      Nothing happened this month. That’s a good thing, write that down.
      I went to {sport} every week since last time.`),
    changes: lines(`
      Fine until a letter comes, then not.
      Term time is good. Holidays are too empty.`),
  },
  home: {
    little: lines(`
      I share with someone I don’t know and he’s up all night.
      The heating. I told them three times.
      They say it’s for a short time. It has been a short time for five months.
      It’s clean but it’s not mine. I keep my bag packed.`),
    much: lines(`
      I have my own key now.
      My room is how I like it. I put up the photo of {relative}.
      I cook {food} on Saturdays and everyone comes in the kitchen.
      {animal} sleeps on my feet.`),
    changes: lines(`
      Good when {adult} is on shift. Different when it’s agency staff.
      Depends who else is in the house.`),
  },
  safe: {
    little: lines(`
      I don’t like the walk from the bus stop.
      The lock on the front door doesn’t shut properly.
      I sleep with the light on. I’d rather not say more.`),
    much: lines(`
      I sleep the whole night now.
      I know who to call and they pick up.
      I changed my number and it’s been quiet. I like quiet.
      Nobody knows this address who shouldn’t.`),
    changes: lines(`
      In the house yes. In town it depends on the time.
      Daytime fine. {time} not always.`),
  },
  learning: {
    little: lines(`
      I’m still waiting for a college place. I do {subject} on my phone.
      They put me in a class with the little ones.
      I’m on a list for {course}. A list is not a course.`),
    much: lines(`
      I got a merit in {course}.
      {subject} is easy now. I help the new boy with it.
      My teacher said I can do the next level in September.
      I read a whole book. It was short but it was a whole book.`),
    changes: lines(`
      When I’ve slept, good. When I haven’t, no chance.
      I like college, I don’t like getting there. {bus}, then a walk.`),
  },
  money: {
    little: lines(`
      The card didn’t have money on it for two weeks.
      I want to work Saturdays and I’m told to wait.
      My bus fare is more than my lunch.`),
    much: lines(`
      I have a Saturday job. I bought {small} with my own money.
      I know how much I get and when. I save a little.
      Started a placement in a kitchen. They said come back.`),
    changes: lines(`
      Some weeks there’s enough and some weeks I borrow from {friend}.`),
  },
  health: {
    little: lines(`
      My tooth still hurts. The dentist keeps moving it.
      Nobody can find my records so I told it all again.
      I need new glasses to see the board.`),
    much: lines(`
      I’m running 5k now.
      The doctor talked to me and not to my carer. I liked her.
      Glasses came. The world has edges.`),
    changes: lines(`
      My stomach, before meetings. After meetings it’s fine.
      My knee. {sport} days are bad days for it.`),
  },
  mind: {
    little: lines(`
      I’m tired. Not sleepy tired.
      I was told six weeks for someone to talk to. It’s been longer.
      I don’t want to talk about it in a room with a clock.`),
    much: lines(`
      I see someone on Wednesdays. We mostly draw.
      I laughed a lot this month, {friend} is an idiot in a good way.
      I have less bad dreams.`),
    changes: lines(`
      Up and down. That’s normal, no?
      Before an appointment it’s bad. After, I sleep for a day and I’m OK.`),
  },
  valued: {
    little: lines(`
      They forgot my birthday. Both of them, the real one and the paper one.
      I feel like a name on a list.`),
    much: lines(`
      {adult} kept my drawing. It’s on the fridge.
      They saved me a plate.
      My carer calls me “love” and I pretend I don’t like it.`),
    changes: lines(`
      At home yes, at college I’m just a number.`),
  },
  family: {
    little: lines(`
      I haven’t heard {relative}’s voice since winter.
      Every time I ask about seeing my brothers someone new says they will check.
      The phone I have doesn’t do video.`),
    much: lines(`
      We talk every Sunday. She shows me what she’s cooking.
      I saw {relative} for a whole day.
      My cousin moved to the same town. I’m not the only one now.`),
    changes: lines(`
      Good when we talk. Then it’s harder for a day.
      Some months the line works and some months it doesn’t.`),
  },
  belonging: {
    little: lines(`
      I know people. I don’t have people.
      I’m the only one from my place in the whole college.
      They moved me away from my team.`),
    much: lines(`
      I’m in the team. I play {position}.
      {friend} saves me a seat.
      People say hello to me in the shop. By my name.`),
    changes: lines(`
      At {sport} yes. At college I eat on my own, I don’t mind it.`),
  },
  faith: {
    little: lines(`
      No lift to church since the new rota.
      There’s nowhere quiet to pray at college, so I use the stairs.
      They gave me the wrong food again.`),
    much: lines(`
      I go every Friday. The uncles there ask about my studies.
      I sing in the choir now. Second row.
      My carer wakes me for suhoor and sits with me. She just drinks tea.`),
    changes: lines(`
      Depends if someone can drive me.`),
  },
  identity: {
    little: lines(`
      They spell my name three ways and none of them is right.
      I stopped speaking my language for a while because nobody asked me to.`),
    much: lines(`
      I cooked {food} for the whole house and told them what it’s called.
      I say my own name now and I wait until they get it.
      We did my history in {subject}. I talked for ten minutes.`),
    changes: lines(`
      I’m one thing at home and another on the bus.`),
  },
}
