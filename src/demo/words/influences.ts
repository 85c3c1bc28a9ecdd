import type { Influence, Level } from '../invented.ts'
import { lines } from './fill.ts'

/** What helps and what gets in the way, by who or what it comes from. */
export const INFLUENCES: Readonly<
  Record<Influence['direction'], Readonly<Record<Level, readonly string[]>>>
> = {
  helps: {
    person: lines(`
      {adult}
      {friend}
      {relative}, on the phone
      My coach. He doesn’t ask, he just trains me
      The lady at the food bank who remembers my name`),
    service: lines(`
      College. They let me come early
      The youth club on Thursdays
      The same keyworker coming every week
      The homework place at the library
      My advocate came with me`),
    system: lines(`
      I got a bus pass
      The meeting was at a time I could come
      They wrote one plan and not three
      I was told the date and it didn’t move`),
    law: lines(`
      I can stay with my carer after 18
      A solicitor I don’t have to pay
      The right to have someone of my own with me
      Being allowed to study`),
  },
  gets_in_the_way: {
    person: lines(`
      Somebody in the house I don’t get on with
      People staring
      New worker, doesn’t know me yet
      A boy at college, it’s being sorted`),
    service: lines(`
      They cancel and don’t ring
      Opening times. I’m in college then
      Different interpreter each time
      You have to tell it all again at every new place
      No places left on {course}`),
    system: lines(`
      Waiting. Nobody knows how long
      Two councils deciding who pays
      I was moved out of the area
      The form needs a paper I don’t have
      It’s always “not our team”`),
    law: lines(`
      I’m not allowed to work yet
      Things stop at 18
      The rule about the date on my paper
      My mum can’t come here under the rules`),
  },
}
