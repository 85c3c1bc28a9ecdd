/** A whole file or return that cannot be read. Its message is one sentence for the reader, saying what to do. */
export function unreadable(sentence: string): Error {
  const problem = new Error(sentence)
  problem.name = 'Unreadable'
  return problem
}

/** The sentence, when that is what went wrong; undefined for anything else, which is a surprise. */
export function whyUnreadable(problem: unknown): string | undefined {
  return problem instanceof Error && problem.name === 'Unreadable' ? problem.message : undefined
}
