import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, ben, ivy, kit } from '#tests/support/people.ts'
import { around, main, on } from '#tests/support/systems.ts'

describe('the map of the systems around a child', () => {
  const a = around()
  let asylum = ''
  let court = ''
  before(async () => {
    await a.open()
    asylum = await a.process({ namedPerson: 'Rowan, caseworker', ring: '0300 000 0000' })
    court = await a.process({
      kind: 'court',
      system: 'family_court',
      state: 'going_on',
      whatItIs: 'Where you live.',
      decides: 'The family court',
      ...on('waitingSince', ''),
    })
  })

  it('tells of every live process whose it is, since when they wait, and which systems nobody wrote about', async () => {
    const page = await a.page('systems')
    assert.match(
      page,
      />Asylum<[\s\S]*You asked to stay[\s\S]*The Home Office[\s\S]*Rowan, caseworker/,
    )
    assert.match(page, /Since 19 January 2026, for 310 days/)
    assert.match(page, />Family court<[\s\S]*Where you live/)
    assert.match(page, /Nothing is written about: [^<]*Health[^<]*Housing/)
    const unsaid = await a.post('happening/add', {
      kind: 'court',
      state: 'going_on',
      whatItIs: 'x',
      whereItIs: 'y',
      decides: 'z',
    })
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.payload, /Choose which system it is/)
  })

  it('flags two processes on one day, says whom to ring, and keeps how it was settled', async () => {
    const ask = (process: string, what: string, more: Record<string, string> = {}) =>
      a.post('systems/demands/add', { process, what, ...on('onDay', '2026-12-03'), ...more })
    assert.equal((await ask(asylum, 'The interview', { fromTime: '9:30' })).statusCode, 303)
    assert.equal((await ask(asylum, 'Bring photos')).statusCode, 303)
    assert.doesNotMatch(
      await a.page('systems'),
      /Asked for at once/,
      'one process, one clash of none',
    )
    assert.equal((await ask(court, 'The hearing.', { fromTime: '10am' })).statusCode, 303)
    const page = await a.page('systems')
    assert.match(page, /Asked for at once[\s\S]*3 December 2026[\s\S]*At the same time:/)
    assert.match(
      page,
      /The interview[\s\S]*Rowan, caseworker, The Home Office<\/bdi>, <bdi>0300 000 0000/,
    )
    assert.match(page, /On the same day/)
    assert.doesNotMatch(page, /The hearing\./, 'no full stop before what follows it')
    const href = /systems\/clashes\/([0-9a-f-]+\/[0-9a-f-]+)"/.exec(page)?.[1] ?? ''
    assert.equal((await a.post(`systems/clashes/${href}`, {})).statusCode, 422)
    const settled = { how: 'first_moved', note: 'Rang Rowan <b>', version: '0' }
    assert.equal((await a.post(`systems/clashes/${href}`, settled)).statusCode, 303)
    assert.match(
      await a.page('systems'),
      /Asked for at once, and settled[\s\S]*Rang Rowan &lt;b&gt;/,
    )
    assert.equal((await a.post(`systems/clashes/${href}`, settled)).statusCode, 409)
  })

  it('flags what the calendar asks on the same day', async () => {
    await sql`insert into waymark.appointment (child_id, starts_at, kind, with_whom, place, why, interpreter)
      values (${a.child}, '2026-12-03T10:00:00Z', 'fun', 'The coach', 'The pitch', 'The cup match', 'not_needed')`.execute(
      a.w.db,
    )
    assert.match(await a.page('systems'), /The cup match[\s\S]*Whom to ring: <bdi>The coach/)
  })

  it('takes two that contradict each other, though on other days', async () => {
    const later = { process: court, what: 'Hand in the passport', ...on('onDay', '2027-01-20') }
    await a.post('systems/demands/add', later)
    const form = (await a.w.get(ada, a.url('systems/clashes/add'))).payload
    const ids = [...form.matchAll(/name="first" type="radio" value="([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    )
    const same = await a.post('systems/clashes/add', {
      first: ids[0] ?? '',
      second: ids[0] ?? '',
      why: 'x',
    })
    assert.match(same.payload, /Choose two different ones/)
    const last = ids.at(-1) ?? ''
    const said = { first: ids[0] ?? '', second: last, why: 'The office holds the passport.' }
    assert.equal((await a.post('systems/clashes/add', said)).statusCode, 303)
    assert.match(
      await a.page('systems'),
      /They contradict each other[\s\S]*The office holds the passport/,
    )
  })

  it('says what cannot be, in a sentence, and keeps what was typed', async () => {
    const bad: readonly [Record<string, string>, RegExp][] = [
      [{ ...on('onDay', '2026-02-30') }, /Enter the day, like 27 3 2026/],
      [{ ...on('onDay', '2926-02-03') }, /Check the year of the day/],
      [{ ...on('untilDay', '2026-12-01') }, /The last day must not be before the first/],
      [{ fromTime: '25:00' }, /Enter the time it begins, like 9:30 or 2pm/],
      [{ fromTime: '10:00', untilTime: '9:00' }, /It must end after it begins/],
      [{ process: 'nothing' }, /Choose which process asks it/],
    ]
    for (const [more, sentence] of bad) {
      const fields = { process: asylum, what: 'Typed <i>', ...on('onDay', '2026-12-03'), ...more }
      const res = await a.post('systems/demands/add', fields)
      assert.equal(res.statusCode, 422, JSON.stringify(more))
      assert.match(res.payload, sentence)
      assert.match(res.payload, /value="Typed &lt;i&gt;"/)
    }
  })

  it('says where somebody asked again for a decision, and to the young person on which days only', async () => {
    const page = await a.page('systems')
    assert.match(
      page,
      /Nobody has written that they asked again[\s\S]*To be asked again by 16 February 2026/,
    )
    const link = /href="([^"]+\/clocks\/[^"]+\/ask-again)"/.exec(page)?.[1] ?? ''
    const asked = {
      ofWhom: 'Rowan, caseworker',
      how: 'phone',
      step: 'again',
      ...on('askedOn', '2026-11-23'),
    }
    assert.equal((await a.w.post(ada, link, asked)).statusCode, 303)
    const now = await a.page('systems')
    assert.match(
      now,
      /23 November 2026: asked once more, Rowan, caseworker, by telephone[\s\S]*No answer yet/,
    )
    assert.match(now, /To be asked again by 21 December 2026/)
    const own = main((await a.w.get(kit, '/me/happening')).payload)
    assert.match(own, /We asked about it again on 23 November 2026/)
    assert.doesNotMatch(own, /Rowan|telephone|by 21 December/)
  })

  it('owes a decision of every system, once, wherever it is said to belong', async () => {
    const rules = async (state: string) => {
      const { rows } = await sql<{ rule: string }>`
        select k.rule from waymark.clock k join waymark.process_wait w on w.id = k.about_id
        where k.child_id = ${a.child} and w.process_id = ${home} and k.state = ${state}`.execute(
        a.w.db,
      )
      return rows.map((r) => r.rule)
    }
    const fields = {
      kind: 'home',
      state: 'waiting',
      whatItIs: 'A flat.',
      whereItIs: 'x',
      decides: 'The council',
    }
    const home = await a.process({ ...fields, system: 'housing' })
    assert.deepEqual(await rules('running'), ['process.decision'])
    await a.post(`happening/${home}`, {
      ...fields,
      system: 'asylum',
      version: '1',
      ...on('waitingSince', '2026-01-19'),
    })
    assert.deepEqual(await rules('running'), ['asylum.decision'])
    assert.deepEqual(await rules('no_longer_owed'), ['process.decision'])
  })

  it('is read by an auditor and changed by none, and is not there for others', async () => {
    assert.doesNotMatch(await a.page('systems', ivy), /Change it|Write what is asked/)
    assert.equal((await a.w.get(ben, a.url('systems'))).statusCode, 404)
    assert.equal((await a.post('systems/demands/add', {}, ivy)).statusCode, 403)
  })
})
