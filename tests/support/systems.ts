import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './builders.ts'
import { ada, kit, type TestPerson } from './people.ts'
import { type Fields, world, type World } from './world.ts'

/** What stands between the first and the last tag of the page's own part. */
export const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** A day as it stands in the three boxes of a form. */
export const on = (name: string, day: string): Record<string, string> => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

const NOW = new Date('2026-11-25T10:00:00Z')

/** A child of the test's own, with pages under /systems. */
export function around() {
  let w: World
  let child: ChildId
  return {
    get w() {
      return w
    },
    get child() {
      return child
    },
    async open(wanted: Parameters<typeof aChild>[1] = {}) {
      w = await world()
      child = await aChild(w, { account: kit, ...wanted })
      w.setClock(NOW)
    },
    url: (path: string) => `/children/${child}/${path}`,
    page: async (path: string, who: TestPerson = ada) =>
      main((await w.get(who, `/children/${child}/${path}`)).payload),
    post: (path: string, fields: Fields, who: TestPerson = ada) =>
      w.post(who, `/children/${child}/${path}`, fields),
    async process(more: Record<string, string> = {}): Promise<string> {
      const res = await w.post(ada, `/children/${child}/happening/add`, {
        kind: 'papers',
        system: 'asylum',
        state: 'waiting',
        whatItIs: 'You asked to stay.',
        whereItIs: 'With the office.',
        decides: 'The Home Office',
        ...on('waitingSince', '2026-01-19'),
        ...more,
      })
      assert.equal(res.statusCode, 303, res.payload)
      const { rows } = await sql<{ id: string }>`
        select id from waymark.process where child_id = ${child} order by confirmed_at desc, changed_at desc limit 1`.execute(
        w.db,
      )
      return rows[0]?.id ?? ''
    },
  }
}
