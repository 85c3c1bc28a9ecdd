import type { AboutMe } from '../invented.ts'
import { lines } from './fill.ts'

/** What invented young people want known, and the rest of what they say about themselves. */
export const ABOUT: Readonly<Record<AboutMe['topic'], readonly string[]>> = {
  want_known: lines(`
    I am funny when I know you. Give me a minute first.
    I like {sport}. I play {position}. Ask me about that before you ask me about anything else.
    I talk to {relative} every Sunday, so please don’t book things then.
    I’m a good cook. I make {food} and nobody leaves any.
    Please write things down for me. I understand better when I can read it again on the bus.
    I’m not shy, I’m listening.
    I look after people. I did that before I came here and I still do.
    If I go quiet it doesn’t mean I’m angry. It means I’m thinking.
    I like {subject} and I am better at it than people expect.
    Text me first. I don’t pick up numbers I don’t know.
    I want to be {job}. I have wanted it since I was small.
    I’m always on {bus}, that’s why I’m late, it’s not because I don’t care.
    My English is better than I show. Please talk to me and not to the person next to me.
    I like straight answers. If you don’t know, say you don’t know.
    I want you to know about {relative}. They are the reason I keep going.
    I don’t eat breakfast. Stop asking me about breakfast.
    I listen to {music} {time} and then I can talk.
    I’m left-handed and I can draw anything you show me.
    I am the oldest, so I am used to deciding things.
    Call me by the name I told you. The one on the letters is not what people call me.
    Ask me about {animal}. Honestly, ask me.
    I laugh when I’m nervous. I’m not being rude.
    I read people well. I know when you have not read what I told you last time.
    I am learning {course} and I have not missed a day this month.
    I want things explained before the meeting, not in the meeting.
    I’m a big brother even if my brother is far away.
    Sometimes I need to walk about when I talk.
    I keep my room very tidy. That’s how I keep my head tidy.
    I know the way everywhere. Give me a street and I’ll tell you the bus.`),
  strengths: lines(`
    I can cook for ten people. I learn fast. I don’t give up on {subject}.
    I make people laugh. I’m good with little kids.
    I speak three languages, and I can understand two more.
    I’m patient. I can fix a bike, a phone and most chairs.
    I’m a good friend. {friend} will tell you.
    I am strong at {sport} and I help the younger ones train.
    I notice when somebody is sad and I sit with them.
    I’m good at {subject}. I got the highest mark in my group once.
    I remember things. Songs, numbers, the way to places.
    I can draw. I can plait hair. I can make {food}.
    I know how to calm {animal} down, and also my brothers.
    I keep my promises. I’m on time if the bus is.
    I’m brave with new people now. I wasn’t before.
    I’m organised. I have a folder for all my papers.
    I can translate for my friends at college and I don’t change what they say.`),
  got_through: lines(`
    I kept count of days. I sang quietly.
    Praying, and thinking of {relative}.
    I made one friend and we looked after each other.
    I got through a year in a town where I knew nobody. I learned the buses and then I learned the people.
    I kept studying {subject} in my head.
    My nan’s voice. She always says tomorrow is also a day.
    I changed schools four times and I still passed.
    I wrote it down and then tore it up. That helped.
    I’m still here, I’m still kind. That’s what I did.
    I ran. I mean {sport}. Every day.`),
  wishes: lines(`
    To finish {course} and get a real job.
    {small}, and to stay in one place for a year.
    To see {relative}. Even on video, but really see them.
    To be {job}.
    A college place near the house so I’m not on {bus} for an hour and a half.
    To cook {food} in my own kitchen.
    To know what is happening before it happens.
    To play {sport} for a proper team.
    To learn to drive.
    To have the same worker until I’m 18.
    To live with {relative} again.
    I want to get my English to the next level by summer.
    I’d like {small}. And a garden, but that is for later.
    To help other young people the way {adult} helped me.
    To have an ordinary week.`),
  please_dont_ask: lines(`
    About my journey. I told it already. Read it if you must, don’t ask me.
    About my dad.
    Why I’m late. I’ll tell you if it’s important.
    About the old school.
    If I’m OK, in front of other people.
    The same question again with different words.`),
  // A line that begins with a word and | is only for groups that have it among their ways.
  culture: lines(`
    guests| In my family the youngest brings water for the guests. I still do it without thinking.
    newroz| New Year for me is in spring. I like to jump over the fire.
    orthodox| On Christmas in January we fast and then we eat all day.
    orthodox| Coffee takes an hour at my house. That is the point of it.
    estate| I’m from the estate. People think they know what that means and they don’t.
    guests| We don’t say no straight away, we say maybe. Now you know.
    Food first, then talk. That’s how it’s done.
    welsh| I’m Welsh first. Mam-gu would not let me say anything else.
    sunday| Sundays are for family and rice and peas.
    weddings| Our weddings last three days. I can do all the dances.
    tet| At Tết we clean everything and call everyone.
    You take your shoes off at mine. Everyone does.
    I’m from a football family. Saturdays are sorted.`),
  faith: lines(`
    muslim| I pray five times. I like the mosque on the corner, people say salaam to me.
    muslim| During Ramadan please don’t make meetings at four o’clock.
    muslim| I get up early to pray. It is a good part of my day and I don’t like it rushed.
    christian| Church on Sunday. The choir is the best bit.
    orthodox| I fast on Wednesdays and Fridays. Please check before you book a lunch.
    orthodox| Orthodox. The nearest church is two buses but I go.
    orthodox-west| I like the candles. I go at Easter, at midnight.
    buddhist| I light incense for my grandparents.
    I believe in God but I don’t talk about it much.
    I don’t have a religion and that’s fine.`),
  identity: lines(`
    bengali| I’m British and I’m Bengali, I don’t have to pick.
    kurdish| I’m Kurdish. Not the country on my paper.
    british| I’m me, I’m from here, ask me something better.
    estate| Mixed. My mum’s side is Irish and my dad’s side is from St Kitts.
    estate| I’m a Northerner. That’s most of it.
    orthodox| Habesha.
    roma| I’m Roma and I’m proud, and I don’t always say it.
    I’m quiet, I’m a twin, I’m a goalkeeper.
    Older sister, later on a nurse. In that order.
    I’m the funny one. Somebody has to be.`),
}

/** The lines that could be said by somebody with those ways. */
export function suited(templates: readonly string[], ways: readonly string[]): readonly string[] {
  return templates.flatMap((line) => {
    const [way = '', words] = line.split('|')
    if (words === undefined) return [line]
    return ways.includes(way) ? [words.trim()] : []
  })
}

/** What a word means to somebody. Keyed by the word. */
export const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  home: lines(`
    Somewhere I don’t have to knock.
    Where {relative} is. It’s not a building.
    A smell. {food} on the stove and the door open.
    The place I can be in a bad mood.
    Two places. One I think about and one I sleep in.
    When I know which stair makes a noise.`),
  family: lines(`
    The people who ask if you’ve eaten.
    {relative}, and also {friend}.
    Blood and the ones who act like it.
    People I would get up in the night for.`),
  safe: lines(`
    When I don’t look behind me.
    Nobody decides about me in another room.
    Phone charged, door locked, somebody knows where I am.
    Sleeping until the morning.`),
  friend: lines(`
    Somebody who waits for me.
    A person who doesn’t need the whole story.
    We share food. That’s it.`),
  respect: lines(`
    You say my name right.
    You come when you said.
    You read what I already told you.`),
  trust: lines(`
    It comes slowly and it leaves on {bus}.
    Doing what you said, a lot of times.
    I’d give you my phone to hold.`),
  adult: lines(`
    Somebody who pays for the shopping.
    I was one at eleven and now I’m allowed to be seventeen.
    It’s not a birthday.`),
  recovery: lines(`
    Getting bored again. I mean it in a good way.
    It’s the days I forget to think about it.
    Laughing and not checking who heard.`),
}
