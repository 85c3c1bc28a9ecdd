import { lines } from './fill.ts'
import type { ThemeWords } from './answers.ts'

/** What workers write in a view of their own. Plain, about services, and not always in agreement. */
export const WORKER_WORDS: ThemeWords = {
  little: lines(`
    I see this differently: the offer is there, and I have not yet made it work for them.
    We owe an answer on this and have not given one.
    From what I see this is harder than it sounds in our talks. I may be wrong.`),
  much: lines(`
    Going well as far as I can see. I have asked what would make it last.
    College says the same. I have not seen it for myself.
    I think this is better than they say, and I have told them so.`),
  changes: lines(`
    It depends on which of us is on duty. That is ours to put right.
    Week to week. The move unsettled it.`),
}

/** What guardians write: what the young person asked them to carry, and what has not been answered. */
export const GUARDIAN_WORDS: ThemeWords = {
  little: lines(`
    Asked me to write that nothing has changed since the last meeting.
    I have written to the council twice and wait for a reply.
    I would say less than this. We talked about why we see it differently.`),
  much: lines(`
    Told me about it with a grin. I agree.
    This was their own doing. I only sat beside them.`),
  changes: lines(`
    Good weeks and heavy weeks, and the heavy ones follow letters.`),
}

/** What carers say, as a worker wrote it down. */
export const CARER_WORDS: ThemeWords = {
  little: lines(`
    Quiet this month. Eats with us, goes up early.
    The bus is too long a day for anyone.`),
  much: lines(`
    Sings in the kitchen now. Off key.
    Brought a friend home for tea. First time.`),
  changes: lines(`
    Good days. Then a letter comes.`),
}
