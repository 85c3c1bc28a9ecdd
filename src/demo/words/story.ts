import { lines } from './fill.ts'

/**
 * The check-ins of the story told in full. A line with @ begins one: how many days ago, whose voice,
 * in whose company, where. Each line under it is one answer: theme (or = and an outcome's code), state or reason, words; then
 * `!` when it is important, what has changed since last time, and what helps (+) or gets in the
 * way (-) with its level.
 */
export const STORY_CHECK_INS: readonly string[] = lines(`
  @ 735 | young_person | interpreter | At the office
    learning | not_at_all | መልሲ እጽበ ኣለኹ። | -service: No place until September
    home | a_little | It is clean. It is not mine.
    belonging | dont_know
    legal | not_at_all | I have a paper with a name. I have not met the name. | ! | -system: Waiting for a solicitor
    language | a_little | The interpreter was from another region. I was polite. | -service: Different interpreter each time
  @ 640 | young_person | guardian | In a café
    learning | a_little | I do maths on my phone. The free lessons. | ! | +person: My guardian found the website
    home | mostly | I cooked. The whole house smelled like my house. | +person: Marta, my carer
    belonging | a_little | I watch football from the fence.
    legal | a_little | I met her. She has kind eyes and a lot of paper. | +law: A solicitor I don’t have to pay
    faith | mostly | Two buses to church and I sleep on the second one.
  @ 540 | young_person | alone | On my phone
    learning | mostly | ESOL. I am in the class by the window. | ! | better | +service: College let me start in January
    home | mostly | ኣብዚ ጽቡቕ ኣለኹ፣ የቐንየለይ። | same
    belonging | mostly | I’m not at the fence any more. Left back. | better | +person: Coach Delroy
    legal | a_little | No news. She rings to say no news. I like that she rings. | same | -system: Nobody knows how long
    family | not_now
  @ 430 | young_person | worker | In the car
    learning | a_little | New town, no college. They said they will transfer it like a parcel. | ! | worse | -system: I was moved out of the area
    home | not_at_all | I keep my bag packed. | ! | worse | -system: Two councils deciding who pays
    belonging | not_at_all | My team is forty miles away. | worse
    legal | skipped
    listened | not_at_all | Everybody knew I was moving but me. | ! | -service: Nobody asked me until the end
  @ 330 | young_person | alone | On my phone
    learning | mostly | I’m back at the same college. I get up at six for it. | better | +system: I got a bus pass | -service: One hour forty each way
    home | changes_a_lot | Good when Jo is on shift. Different when it’s someone from the agency. | different
    belonging | a_little | I train with them Saturdays. The bus leaves before the end. | better
    legal | dont_know | There is a new one. She asked me everything again. | -service: You have to tell it all again
    listened | mostly | I said I want my college and they did it. It took three meetings. | better | +person: My guardian came to all three
    =stability | a_little | Third address. I know where the light switches are now. | -system: I was moved out of the area
  @ 215 | young_person | alone | At home
    learning | fully | Merit in maths. I showed it to my mum on the phone and she cried, the good kind. | ! | better
    home | mostly | I have my own key. | better | +person: Marta said yes, I can come back
    family | mostly | Every Sunday. She shows me what she is cooking. | ! | +person: My carer gave me her old phone
    waiting | not_at_all | A year and seven months. I counted. | -law: I’m not allowed to work yet
    faith | fully | I sing now. Second row.
    =peace | a_little | Mornings. Before anybody asks me something.
  @ 120 | young_person | friend | At college
    learning | mostly | Harder this term. That is what terms do. | same
    home | fully | The dog sleeps on my feet. | better
    belonging | fully | We won. I played all of it. Biniam says I only played half of it. | ! | better
    waiting | not_now
    =stability | mostly | The same bed since spring. | better | +person: Marta
    family | a_little | The line has not worked since the rain. | worse | -law: My mum can’t come here under the rules
  @ 24 | young_person | alone | On my phone
    learning | mostly | I’m choosing between maths and electrics. Both are wires. | ! | same | +person: My tutor, she drew both on the board
    home | mostly | Good. I asked what happens at 18 and they wrote it on one page. | same | +law: I can stay with my carer after 18
    waiting | fully | The answer came. I read it four times. | better
    mind | changes_a_lot | You think you’ll be happy and then you sleep for two days. | +service: Wednesdays, we mostly draw
    family | mostly | ኣደይ ናፊቐያ። | better
    =stability | mostly | I asked for a year in one place. Seven months so far. | same
    =peace | mostly | When I sing. And on the bus back. | better
    listened | mostly | People ask me first now. Then they tell the others. In that order. | same
  @ 536 | practitioner | alone | At the office
    home | a_little | I think this is less settled than he says. The landlord has given notice.
    legal | mostly | A good solicitor, in touch every fortnight.
  @ 424 | practitioner | alone | At the office
    home | mostly | The house is well run. I hear that this is not how it feels to him, and the move was ours.
    learning | not_at_all | We owe him a college place and have not found one.
  @ 422 | guardian | alone | At the office
    listened | not_at_all | He told me about the move. I had not been told either. I have written to the council.
    home | not_at_all | He asked me to write: bag packed.
  @ 118 | guardian | alone | At the office
    waiting | not_at_all | I have asked twice for a date. No answer.
    belonging | fully | He grinned the whole time he told me.
  @ 20 | practitioner | alone | At the office
    learning | fully | College would take him for either course tomorrow.
    mind | a_little | I worry more about this than he does. We have said so to each other.`)
