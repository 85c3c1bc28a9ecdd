import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const yesTo = (...asked: readonly string[]) => Object.fromEntries(asked.map((a) => [a, 'yes']))
const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describe('what happened, by day: homes, who stands beside them, and the way past eighteen', () => {
  let w: World
  let child: ChildId
  let at: string
  let stay: string

  const add = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const columns = sql.join(Object.keys({ child_id: child, ...row }).map((c) => sql.ref(c)))
    const values = sql.join(Object.values({ child_id: child, ...row }))
    const { rows } = await sql<{
      id: string
    }>`insert into ${sql.table(`waymark.${table}`)} (${columns}) values (${values}) returning id`.execute(
      w.db,
    )
    return rows[0]?.id ?? ''
  }

  before(async () => {
    w = await world()
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, ben] })
    at = `/children/${child}/chronology`
    await sql`update waymark.allocation set started_on = '2025-01-05'`.execute(w.db)
    stay = await add('home_stay', {
      kind: 'foster',
      called: 'With Rosa',
      footing: 'looked_after',
      began_on: '2025-02-01',
      ended_on: '2025-09-01',
      ended_why: 'their_wish',
      why_here: 'She speaks Albanian',
    })
    await add('home_stay', {
      kind: 'hotel',
      called: 'A hotel that never was',
      footing: 'other',
      began_on: '2025-03-01',
      why_here: 'x',
      not_so_because: 'Written on the wrong record',
    })
    const found = {
      stay_id: stay,
      ...yesTo('own_room', 'lock', 'phone', 'wash', 'visitors', 'access', 'adults', 'seen_alone'),
      night: 'awake',
      found: 'right',
      why: 'x',
    }
    await add('home_check', { ...found, on_day: '2025-03-03', no_view_because: 'no_interpreter' })
    await add('home_check', {
      ...found,
      on_day: '2025-03-10',
      view_words: 'Më pëlqen këtu',
      view_language: 'sq',
      view_said_by: 'child',
    })
    await add('home_address', { stay_id: stay, words: '7 Hidden Lane' })
    await saidOfHome('Dritarja ime', '2025-03-11T10:00Z')
    await saidOfHome('Kopshti', '2025-04-11T10:00Z')
    await add('standing_step', {
      part: 'advocate',
      kind: 'not_there',
      on_day: '2025-04-01',
      because: 'service_full',
      again_on: '2025-05-01',
      words: 'He would like one',
      said_by: 'someone_else',
      written_by: ada.id,
    })
    await goodbyes()
    await add('carer', {
      person_id: ivy.id,
      name: 'Rosa Carer',
      who_they_are: 'Foster carer',
      decides: 'young_person',
      agreed_on: '2025-05-01',
      agreed_how: 'x',
      invited_by: ada.id,
      invited_at: '2025-05-01T09:00Z',
      ended_at: '2025-08-20T09:00Z',
      ended_because: 'moved',
    })
    await pastEighteen()
  })

  const saidOfHome = async (good: string, said_at: string) =>
    add('home_said', {
      ...yesTo('room', 'door', 'phone', 'food', 'rest', 'visitors', 'night'),
      good,
      language: 'sq',
      said_at,
    })

  async function goodbyes() {
    const { rows } = await sql<{ id: string; person_id: string }>`
      select id, person_id from waymark.allocation where child_id = ${child}`.execute(w.db)
    const of = (who: typeof ada) => rows.find((r) => r.person_id === who.id)?.id
    await add('handover', {
      allocation_id: of(ada),
      goodbye: 'met',
      goodbye_on: '2025-06-01',
      next: 'somebody',
      next_name: 'Nora Next',
      hello: 'planned',
      hello_on: '2025-06-02',
    })
    await add('handover', {
      allocation_id: of(ben),
      goodbye: 'not_possible',
      goodbye_on: '2025-06-03',
      goodbye_because: 'He fell ill',
      goodbye_again_on: '2025-07-01',
      next: 'nobody_needed',
    })
  }

  async function pastEighteen() {
    await add('turning_eighteen', { eligible_on: '2025-06-10', assessed_on: '2025-06-20' })
    const adult = await add('adult_person', {
      name: 'Paul Adviser',
      service: 'Leaving care',
      part: 'personal_adviser',
      takes_over: 'x',
      named_on: '2025-07-01',
    })
    await add('adult_meeting', {
      adult_id: adult,
      met_on: '2025-07-08',
      place: 'A café',
      says: 'Ishte mirë',
      says_language: 'sq',
      written_by: ada.id,
    })
    await add('own_watch', {
      often: 'month',
      asks: 'How I sleep',
      agreed_by: 'child',
      agreed_at: '2025-08-01T09:00Z',
    })
    await add('follow_up', { entry_on: '2025-08-02', agreed_by: 'child' })
  }

  it('are told with their days and in their words', async () => {
    const html = mainOf((await w.get(ada, at)).payload)
    const order = [
      'Moved out: With Rosa (foster home). They wished to move',
      'The account of Rosa Carer ended. They no longer live there',
      'Agreed what they want to be asked. Every month',
      'Met Paul Adviser of Leaving care',
      'Paul Adviser of Leaving care was named to go on after eighteen',
      'What they need for adult life was assessed',
      'A goodbye to their key worker was not possible: He fell ill',
      'Said goodbye to their key worker',
      'Rosa Carer (Foster carer) was given an account for what was agreed',
      'Advocate. Nobody is there yet. The service has nobody free. Somebody said for them',
      'Somebody looked whether With Rosa is right for them. Right for them',
      'Moved in: With Rosa (foster home)',
    ].map((text) => [html.indexOf(text), text] as const)
    assert.deepEqual(
      order.filter(([place]) => place < 0),
      [],
    )
    assert.deepEqual(
      order,
      order.toSorted(([a], [b]) => a - b),
    )
    assert.match(html, /lang="sq">Më pëlqen këtu</)
    assert.match(html, /No words of theirs: there was no interpreter/)
    assert.match(html, /lang="sq">Ishte mirë</)
  })

  it('leave out what is only planned, was written in error, or has readers of its own', async () => {
    for (const who of [ada, meg]) {
      const html = mainOf((await w.get(who, at)).payload)
      assert.match(html, /Moved in: With Rosa/)
      assert.doesNotMatch(html, /never was|Nora Next|Hidden Lane|asked again later/)
    }
  })

  it('lead to pages that open for the same reader, and hold what was said before too', async () => {
    for (const who of [ada, ivy, meg]) {
      const html = mainOf((await w.get(who, at)).payload)
      const links = [...html.matchAll(/<a class="govuk-link" href="([^"]+)" dir="auto"/g)]
      assert.ok(links.length > 12)
      for (const [, href = ''] of links) {
        assert.equal((await w.get(who, href)).statusCode, 200, `${who.name} ${href}`)
      }
    }
    const home = (await w.get(ada, `/children/${child}/home`)).payload
    assert.match(home, /Kopshti[\s\S]*What they said of it before[\s\S]*Dritarja ime/)
  })

  it('go when they take back what they said of their home', async () => {
    assert.match((await w.get(ada, at)).payload, /lang="sq">Kopshti</)
    await sql`update waymark.home_said set taken_back_at = now() where good = 'Kopshti'`.execute(
      w.db,
    )
    const html = (await w.get(ada, at)).payload
    assert.doesNotMatch(html, /Kopshti/)
    assert.match(html, /Dritarja ime/)
  })

  it('are marked like any other, but not where the row was written in error', async () => {
    const mark = (id: string) => `${at}/moved_in/${id}`
    const saved = await w.post(ada, mark(stay), { why: 'Her choice', version: '0' })
    assert.equal(saved.statusCode, 303)
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.home_stay where not_so_because is not null`.execute(w.db)
    assert.equal((await w.get(ada, mark(rows[0]?.id ?? ''))).statusCode, 404)
  })

  it('say on their own page whom they met, and nothing of what is for others', async () => {
    const html = mainOf((await w.get(kit, '/me/by-day')).payload)
    assert.match(html, /You met Paul Adviser[\s\S]*Ishte mirë/)
    assert.doesNotMatch(html, /Somebody looked|goodbye|With Rosa|assessed/)
  })
})
