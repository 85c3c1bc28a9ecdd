import type { PostgresPool } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/*
 * Row-level security makes planning a query dearer than running it: each policy is planned with it.
 * A statement that comes again is therefore named, and PostgreSQL keeps its plan on that connection
 * (a child's page took half the time). The last word stays where it was: a kept plan belongs to the
 * role it was made for, and PostgreSQL plans anew when the role is another.
 */

const AFTER_SEEING_IT = 2
const MOST_NAMES = 600
const LONGEST = 20_000
const CACHED_PLAN_OF_ANOTHER_SHAPE = '0A000'

/**
 * Names the statements of one process, in the order in which they came again. Texts that come once,
 * or that have no end of forms (a list of any length), never fill a connection: there are at most
 * so many names.
 */
export function statementNames(most = MOST_NAMES): (sql: string) => string | undefined {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= most || sql.length > LONGEST) return undefined
    const times = (seen.get(sql) ?? 0) + 1
    if (times <= AFTER_SEEING_IT) {
      if (seen.size > most * 4) seen.clear()
      seen.set(sql, times)
      return undefined
    }
    seen.delete(sql)
    const name = `w${names.size}`
    names.set(sql, name)
    return name
  }
}

/** The pool as Kysely takes it, with statements that come again kept prepared on each connection. */
export function preparing(pool: Pool): PostgresPool {
  const nameOf = statementNames()
  return {
    connect: async () => prepared(await pool.connect(), nameOf),
    end: () => pool.end(),
  }
}

function prepared(client: PoolClient, nameOf: (sql: string) => string | undefined): PoolClient {
  let outdated = false
  const query = async (text: string, parameters: readonly unknown[]) => {
    const values = [...parameters]
    const name = values.length > 0 ? nameOf(text) : undefined
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values })
    } catch (error) {
      // The tables changed under a running server: this connection is given up, and the next plans anew.
      outdated ||= codeOf(error) === CACHED_PLAN_OF_ANOTHER_SHAPE
      throw error
    }
  }
  const release = () => client.release(outdated)
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
