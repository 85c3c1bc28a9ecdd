import type { ThemeWords } from './answers.ts'
import { lines } from './fill.ts'

/** Words about what others decide, know, say and do. */
export const ANSWERS_OF_SYSTEMS: Readonly<Record<string, ThemeWords>> = {
  legal: {
    little: lines(`
      I’ve had three solicitors and I told it three times.
      The letter is nine pages and I understood the date.
      I don’t have anyone yet. They said they are looking.`),
    much: lines(`
      My solicitor drew it for me on paper. Now I know what happens next.
      She rings me when there is no news, just to say there is no news.
      I know my date and who comes with me.`),
    changes: lines(`
      She is good, but she’s moving to another office.`),
  },
  informed: {
    little: lines(`
      I found out from a letter that was for someone else.
      Everybody knew I was moving but me.
      They say “soon”. I don’t know what soon is.`),
    much: lines(`
      {adult} tells me the day before, so I’m not surprised.
      I get a text with the plan. I asked for that and they did it.
      I know what the meeting is for now.`),
    changes: lines(`
      Some of them tell me. Some tell the house and the house forgets.`),
  },
  waiting: {
    little: lines(`
      I’ve been waiting since I was in Year 10.
      A year and two months. I counted.
      Waiting is the hardest subject. I’m getting a distinction.`),
    much: lines(`
      The answer came. I read it four times.
      It was quick this time, I hardly had time to worry.
      They gave me a date and it was really that date.`),
    changes: lines(`
      Some things come quick. The big one doesn’t come.`),
  },
  adult: {
    little: lines(`
      New worker again. That’s the fourth.
      She’s nice but she’s got too many of us.
      Nobody came to the review that I asked for.`),
    much: lines(`
      {adult} comes when they said they’d come.
      She asks me first and then she tells them. In that order.
      Same worker for a year. That’s a record.
      He came to my match.`),
    changes: lines(`
      When she’s there, great. When she’s off nobody knows anything.`),
  },
  language: {
    little: lines(`
      The interpreter spoke the other dialect and I was too polite to say.
      They used my friend to interpret. I didn’t like that.
      I nod when I don’t understand. Please notice.`),
    much: lines(`
      Same interpreter each time. He says it how I say it.
      I did the whole meeting in English. I only looked at her twice.
      She asked which words I want to keep in my language.`),
    changes: lines(`
      On the phone no. Face to face yes.`),
  },
  fair: {
    little: lines(`
      I got followed round the shop. Again.
      My mates get a warning and I get a meeting.
      People hear where I’m from and they change their face.`),
    much: lines(`
      The head listened to both of us, not just him.
      At work they treat me same as everyone. I get the worst shifts too.
      Nobody looked at me funny at the new college.`),
    changes: lines(`
      Depends on the town. Depends on the teacher.`),
  },
  listened: {
    little: lines(`
      They write while I’m talking and they write something else.
      I said no and it’s in the plan anyway.
      Nobody asked me until the end, when there was no time.`),
    much: lines(`
      I said I wanted to stay at my college and I stayed.
      They changed the time of the meeting because I asked.
      My words are in the plan. My actual words.`),
    changes: lines(`
      {adult} listens. The people who decide don’t meet me.`),
  },
  believed: {
    little: lines(`
      They keep asking like the answer will change.
      I told the truth and they said “noted”.`),
    much: lines(`
      She said “I believe you” and then she did something about it.
      I don’t have to prove my age in my own kitchen.
      I said it once and that was enough.`),
    changes: lines(`
      People who know me, yes. People with forms, no.`),
  },
  choice: {
    little: lines(`
      I choose my cereal.
      I asked for {course} and I got what was left.
      Curfew is nine. I’m nearly eighteen.`),
    much: lines(`
      I picked my own course and I picked the bus.
      I decide who comes to my review.
      I said not now and they said OK and it was OK.`),
    changes: lines(`
      Small things yes. Big things no.`),
  },
  rights: {
    little: lines(`
      I didn’t know I could have an advocate until last week.
      Somebody should give you a list on the first day.`),
    much: lines(`
      I know what I’m owed at 18. I’ve got it on a page.
      I told my friend his rights and he got his bus pass.
      I made a complaint. Nothing bad happened. They fixed it.`),
    changes: lines(`
      I know them. Getting them is another thing.`),
  },
  future: {
    little: lines(`
      I can’t think past the letter.
      Everyone asks what I want to be. I want to be told.`),
    much: lines(`
      I want to be {job} and I know the first three steps.
      I’ve got an interview for {course}.
      I’m teaching the new ones at {sport}. I’m good at it.`),
    changes: lines(`
      Some days I plan ten years. Some days I plan lunch.`),
  },
}
