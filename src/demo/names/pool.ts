/** A name as it is spelled in Latin letters, commonest spelling first, and in its own script. */
export type PoolName = {
  readonly spellings: readonly [string, ...string[]]
  readonly own: string | undefined
}

/** Names of one tradition, each list in order of how common the names are. */
export type NamePool = {
  readonly boys: readonly PoolName[]
  readonly girls: readonly PoolName[]
  readonly family: readonly PoolName[]
}

/**
 * Reads a list of names, one name between semicolons or on a line:
 * "Mohammed, Muhammad = محمد" is two spellings and the name in its own script.
 */
export function names(text: string): readonly PoolName[] {
  return text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [latin = '', own] = entry.split('=').map((part) => part.trim())
      const [first = '', ...rest] = latin.split(',').map((spelling) => spelling.trim())
      return { spellings: [first, ...rest], own }
    })
}
