/** One name in every way it is written; the first as in its own script or spelling. */
export type Written = readonly string[]

/** Reads a list: names apart by commas, ways of writing one apart by strokes. */
export const names = (text: string): readonly Written[] =>
  text.split(',').map((name) =>
    name
      .trim()
      .split('/')
      .map((way) => way.trim()),
  )
