import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { ensureKeys } from '#platform/config/keys.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, kit, meg, northmere, southmere } from '#tests/support/people.ts'
import { main } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'
import { researchCommand } from '../../commands/research.ts'

const ORDER = {
  recipient: 'The invented safe room',
  purpose: 'How services are after a year. Approved by the board.',
}
const DAY = '2026-11-25'

describe('an extract for research', () => {
  let w: World
  let folder: string
  let theirs: ChildId
  const children: ChildId[] = []
  const consent = (child: ChildId, step: string, given: boolean) =>
    sql`insert into waymark.consent_step (child_id, step, given, said_by, written_by) values (${child}, ${step}, ${given}, 'child', ${kit.id})`.execute(
      w.db,
    )
  async function agreed(child: ChildId, entry: string) {
    await sql`insert into waymark.follow_up (child_id, entry_on, agreed_by) values (${child}, ${entry}, 'child')`.execute(
      w.db,
    )
    await sql`insert into waymark.follow_up_point (child_id, months, due_on, outcome, closed_on) values (${child}, 0, ${entry}, 'answered', ${entry}), (${child}, 3, ${entry}::date + 92, null, null)`.execute(
      w.db,
    )
    await sql`insert into waymark.follow_up_answer (child_id, point_id, question_id, answer, words, private_to, at)
      select ${child}, p.id, q.id, 'partly', 'Only my sister knows', ${kit.id}, now() from waymark.follow_up_point p, waymark.service_question q
      where p.child_id = ${child} and p.months = 0 and q.code = 'home'`.execute(w.db)
    await consent(child, 'research', true)
  }
  const take = async () => (await w.post(ann, '/research-extracts', ORDER)).payload
  const names = (csv: string) =>
    new Set(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    )

  before(async () => {
    w = await world()
    w.setClock(new Date(`${DAY}T10:00:00Z`))
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-research-'))
    ensureKeys(folder)
    theirs = await aChild(w, { knownAs: 'Kestrel', account: kit, bornOn: '2008-05-17' })
    for (let n = 0; n < 9; n++)
      children.push(
        await aChild(w, {
          knownAs: `Name ${n}`,
          allocatedTo: [],
          bornOn: n < 7 ? '2006-02-11' : '2010-03-03',
        }),
      )
    for (const child of children) await agreed(child, '2025-03-14')
    await agreed(await aChild(w, { organisationId: southmere, allocatedTo: [] }), '2025-03-14')
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is not made of fewer than ten, and says so', async () => {
    const payload = await take()
    assert.match(payload, /Fewer than ten people agree to research now/)
    assert.match(payload, /The invented safe room/)
    assert.match(
      (await w.post(ann, '/research-extracts', { recipient: '', purpose: 'x' })).payload,
      /Enter who receives it/,
    )
  })

  it('holds no name, no number, no day and no word of anybody, and dates made coarse', async () => {
    await agreed(theirs, '2025-03-20')
    const csv = await take()
    assert.equal(names(csv).size, 10)
    const { rows } = await sql<Record<string, string>>`
      select c.id, c.known_as, o.name from waymark.child c join waymark.organisation o on o.id = c.organisation_id`.execute(
      w.db,
    )
    for (const row of rows)
      for (const value of Object.values(row)) assert.equal(csv.includes(value), false, value)
    assert.doesNotMatch(csv, /sister|Kestrel|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f]{4}/)
    assert.match(
      csv,
      /2025 first half,0,2025 quarter 1,answered,home,Is where you live right for you\?,partly/,
    )
  })

  it('leaves an age out where fewer than five are alike', async () => {
    const csv = await take()
    assert.match(csv, /18 to 20/)
    assert.doesNotMatch(csv, /under 16|16 to 17/)
    assert.match(csv, /not given/)
  })

  it('calls each person otherwise in the next, so that two extracts cannot be laid together', async () => {
    const [first, second] = [names(await take()), names(await take())]
    assert.equal(
      [...first].some((name) => second.has(name)),
      false,
    )
  })

  it('drops whoever takes it back from the next', async () => {
    const more = await aChild(w, { allocatedTo: [] })
    await agreed(more, '2025-03-15')
    assert.equal(names(await take()).size, 11)
    await w.post(kit, '/me/later/asking', { steps: ['contacted', 'counted'] })
    assert.equal(names(await take()).size, 10)
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from waymark.research_extract_person p join waymark.research_extract e on e.id = p.extract_id
      where p.child_id = ${theirs} and e.number = (select max(number) from waymark.research_extract)`.execute(
      w.db,
    )
    assert.equal(Number(rows[0]?.n), 0)
  })

  it('tells each young person to whom their answers went', async () => {
    assert.match(
      main((await w.get(kit, '/me/later/asking')).payload),
      /Your answers went, without your name[\s\S]*The invented safe room/,
    )
  })

  it('is for whoever leads research alone, on the page and in the database', async () => {
    for (const who of [meg, ada, kit]) {
      assert.equal((await w.get(who, '/research-extracts')).statusCode, 403)
      await assert.rejects(
        w.acting(who, (tx) =>
          sql`select * from waymark.make_research_extract(${randomBytes(32)}, ${DAY}, 'A purpose of words', 'Somebody')`.execute(
            tx,
          ),
        ),
        /only whoever leads research/,
      )
    }
    const read = await w.acting(ann, (tx) =>
      sql`select * from waymark.follow_up_answer`.execute(tx),
    )
    assert.equal(read.rows.length, 0)
    assert.match(
      main((await w.get(ann, '/research-extracts')).payload),
      /Number 1, 25 November 2026[\s\S]*of 10 people/,
    )
  })

  it('is made by the command too, which keeps the key apart only when it is asked to', async () => {
    const file = path.join(folder, 'extract.csv')
    const run = async (args: readonly string[]) => {
      const [out, err]: [string[], string[]] = [[], []]
      const settings = {
        port: 0,
        host: '127.0.0.1',
        data: folder,
        databaseUrl: w.webUrl,
        databaseAdminUrl: undefined,
        origin: undefined,
        proxies: 0,
      }
      const code = await researchCommand.run(
        [
          'extract',
          '--organisation',
          'northmere',
          '--for',
          ORDER.recipient,
          '--purpose',
          ORDER.purpose,
          ...args,
        ],
        {
          settings,
          out: (t) => out.push(t),
          err: (t) => err.push(t),
          input: new PassThrough(),
          stopped: new AbortController().signal,
        },
      )
      return { code, said: [...out, ...err].join('\n') }
    }
    const { code, said } = await run(['--output', file, '--key-file', `${file}.key`, '--json'])
    assert.equal(code, 0, said)
    assert.match(said, /"people":10/)
    assert.equal(names(readFileSync(file, 'utf8')).size, 10)
    assert.match(readFileSync(`${file}.key`, 'utf8'), /^[0-9a-f]{64}\n$/)
    // What cannot be written is not made.
    await assert.rejects(run(['--output', file]))
    const { rows } = await sql<{
      n: string
    }>`select count(*) as n from waymark.research_extract where organisation_id = ${northmere}`.execute(
      w.db,
    )
    const before = Number(rows[0]?.n)
    await run(['--output', path.join(folder, 'another.csv')])
    assert.equal(existsSync(path.join(folder, 'another.csv.key')), false)
    const then = await sql<{
      n: string
    }>`select count(*) as n from waymark.research_extract where organisation_id = ${northmere}`.execute(
      w.db,
    )
    assert.equal(Number(then.rows[0]?.n), before + 1)
  })
})
