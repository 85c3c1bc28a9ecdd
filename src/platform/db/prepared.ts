import type { PostgresPool } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/*
 * Row-level security makes planning a query dearer than running it: each policy is planned with it.
 * A statement that comes again is therefore named, and PostgreSQL keeps its plan on that connection
 * (a child's page took half the time). The last word stays where it was: a kept plan belongs to the
 * role it was made for, and PostgreSQL plans anew when the role is another.
 */

const AFTER_SEEING_IT = 2
/** Of one connection: a plan is about 0.2 MB there, and a day's work goes through some hundreds of statements. */
const MOST_KEPT = 400
/**
 * pg remembers the names that were dropped too, and PostgreSQL a statement that failed at first and can no
 * longer be dropped by name: after so many of them a connection is given up for a new one.
 */
const [MOST_LEFT_BEHIND, A_FAILURE_IS] = [2000, 10]
const LONGEST = 20_000
const CACHED_PLAN_OF_ANOTHER_SHAPE = '0A000'

/**
 * The text of a statement that came often enough in this process to be worth keeping, from the third time on. Texts
 * that come once, or that have no end of forms (a list of any length), are soon forgotten. It is always the very same
 * text that is given: each page puts a statement together anew, and ten connections would keep a copy of each.
 */
export function comeAgain(most = MOST_KEPT * 10): (sql: string) => string | undefined {
  const seen = new Map<string, { readonly text: string; times: number }>()
  return (sql) => {
    if (sql.length > LONGEST) return undefined
    const one = seen.get(sql) ?? { text: sql, times: 0 }
    one.times++
    // Put last again: what is forgotten is what did not come for longest.
    seen.delete(one.text)
    seen.set(one.text, one)
    const [oldest] = seen.keys()
    if (seen.size > most && oldest !== undefined) seen.delete(oldest)
    return one.times > AFTER_SEEING_IT ? one.text : undefined
  }
}

/** What one connection keeps prepared: the last so many statements that were used. */
export type Kept = {
  /** The name of this statement here, and the name that is dropped for it, if one is. */
  readonly use: (sql: string) => {
    readonly name: string
    readonly isNew: boolean
    readonly drop: string | undefined
  }
  /** It failed the first time and may not be there: its name is never asked to be dropped. */
  readonly forget: (sql: string) => void
  readonly isWornOut: () => boolean
}

export function keptStatements(most = MOST_KEPT): Kept {
  const names = new Map<string, string>()
  let [given, left] = [0, 0]
  return {
    use(sql) {
      // A name is never given twice on a connection: pg takes a name it knows for one that is there.
      const isNew = !names.has(sql)
      const name = names.get(sql) ?? `w${given++}`
      // A map keeps the order in which keys came: taken out and put back, the last used is last.
      names.delete(sql)
      names.set(sql, name)
      const [oldest] = names
      if (names.size <= most || oldest === undefined) return { name, isNew, drop: undefined }
      names.delete(oldest[0])
      left++
      return { name, isNew, drop: oldest[1] }
    },
    forget(sql) {
      names.delete(sql)
      left += A_FAILURE_IS
    },
    isWornOut: () => left > MOST_LEFT_BEHIND,
  }
}

/** The pool as Kysely takes it, with the statements in use kept prepared on each connection. */
export function preparing(pool: Pool, most = MOST_KEPT): PostgresPool {
  const known = comeAgain()
  const kept = new WeakMap<PoolClient, Kept>()
  const keptOn = (client: PoolClient): Kept => {
    const before = kept.get(client)
    if (before) return before
    const now = keptStatements(most)
    kept.set(client, now)
    return now
  }
  return {
    connect: async () => {
      const client = await pool.connect()
      return prepared(client, known, keptOn(client))
    },
    end: () => pool.end(),
  }
}

function prepared(
  client: PoolClient,
  known: (sql: string) => string | undefined,
  kept: Kept,
): PoolClient {
  let outdated = false
  const query = async (text: string, parameters: readonly unknown[]) => {
    const values = [...parameters]
    const again = values.length > 0 ? known(text) : undefined
    if (again === undefined) return client.query({ text, values })
    const { name, isNew, drop } = kept.use(again)
    try {
      if (drop !== undefined) await client.query(`deallocate ${drop}`)
      return await client.query({ name, text: again, values })
    } catch (error) {
      if (isNew) kept.forget(again)
      // The tables changed under a running server: this connection is given up, and the next plans anew.
      outdated ||= codeOf(error) === CACHED_PLAN_OF_ANOTHER_SHAPE
      throw error
    }
  }
  const release = () => client.release(outdated || kept.isWornOut())
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query
      if (key === 'release') return release
      return Reflect.get(target, key) as unknown
    },
  })
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
