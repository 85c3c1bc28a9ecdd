import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { type AboutMe, type Topic, TOPICS } from '#domains/children/index.ts'
import { type Frame, frameIn } from '#domains/words/index.ts'

/** The topics, in the order in which they are asked. */
const TOPIC_CODES: readonly Topic[] = [
  'want_known',
  'strengths',
  'got_through',
  'wishes',
  'please_dont_ask',
  'culture',
  'faith',
  'identity',
]

/** The topic an address names. */
export const topicNamed = (text: string | undefined): Topic | undefined =>
  TOPIC_CODES.find((t) => t === text && t in TOPICS)

type Line = {
  readonly topic: string
  readonly title: string
  readonly words: string | undefined
  readonly language: string
  readonly href: string
}

/** What is written about me, topic by topic. */
export function ownWordLines(frame: Frame, aboutMe: readonly AboutMe[]): readonly Line[] {
  return TOPIC_CODES.map((topic) => {
    const about = aboutMe.find((a) => a.topic === topic)
    return {
      topic,
      title: frame.w.ownWords.topics[topic],
      words: about?.words,
      language: about?.language ?? frame.language,
      href: `/me/own-words/${topic}`,
    }
  })
}

export type OwnWordsView = Frame & { readonly lines: readonly Line[] }

export function ownWordsView(language: string, aboutMe: readonly AboutMe[]): OwnWordsView {
  const frame = frameIn(language, false, (w) => w.ownWords.title)
  return { ...frame, lines: ownWordLines(frame, aboutMe) }
}

export type WriteOwnWordsView = Frame & {
  readonly errors: Errors
  readonly heading: string
  readonly version: number
  readonly words: string
  /** Set when it changed meanwhile: what is kept now. */
  readonly kept: { readonly words: string; readonly language: string } | undefined
}

export function writeOwnWordsView(given: {
  readonly language: string
  readonly topic: Topic
  readonly about: AboutMe | undefined
  readonly typed: string | undefined
  readonly problems: readonly Problem[]
  readonly conflict: boolean
}): WriteOwnWordsView {
  const frame = frameIn(given.language, false, (w) => w.ownWords.title)
  const { about } = given
  return {
    ...frame,
    errors: errorsOf(given.problems),
    heading: frame.w.ownWords.topics[given.topic],
    version: about?.version ?? 0,
    words: given.typed ?? about?.words ?? '',
    kept: given.conflict && about ? { words: about.words, language: about.language } : undefined,
  }
}
