import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Demonstration, demonstration } from '#tests/support/demonstration.ts'

const LINK = /<a class="govuk-link" href="([^"]+)" dir="auto"/g

describe('what happened, by day, in the demonstration', () => {
  let shown: Demonstration

  before(async () => {
    shown = await demonstration(40)
  })
  after(() => shown.close())

  it('leads from every line to a page that opens for the same reader', async () => {
    const { rows } = await sql<{ id: string }>`select id from waymark.child order by id`.execute(
      shown.db,
    )
    let followed = 0
    for (const role of ['practitioner', 'manager', 'auditor'] as const) {
      const headers = { cookie: await shown.signIn(role) }
      const get = (url: string) => shown.app.inject({ url, headers })
      const hrefs = new Set<string>()
      for (const { id } of rows) {
        const page = await get(`/children/${id}/chronology`)
        if (page.statusCode !== 200) continue
        for (const [, href = ''] of page.payload.matchAll(LINK)) hrefs.add(href)
      }
      const lost: string[] = []
      for (const href of hrefs) if ((await get(href)).statusCode !== 200) lost.push(href)
      assert.deepEqual(lost, [], role)
      followed += hrefs.size
    }
    assert.ok(followed > 100)
  })
})
