import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, gus, ivy, kit, meg, mia, sam } from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'
import { aPlace, dayIn, learnt, livesIn, moveOf } from './home.fixture.ts'

const PLACE: Fields = {
  called: 'The <b> house',
  kind: 'supported_lodgings',
  runBy: 'agency',
  roomFor: '3',
  atShortNotice: 'yes',
  night: 'awake',
  specialist: ['after_exploitation', 'with_a_baby'],
  access: 'step_free',
}
const CARER: Fields = {
  name: 'Ray Lane',
  part: 'lodgings_host',
  languages: 'en, ti',
  specialist: 'alone_in_the_country',
  ...dayIn('beganOn', '2024-01-01'),
}

describe('homes and those who care there', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { knownAs: 'Kit' })
  })

  it('are written down with what they can do, and asked for again in plain words', async () => {
    const wrong = await w.post(ada, '/homes/add', { ...PLACE, roomFor: '-1', kind: '' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /Enter for how many there is room, from 0 to 200/)
    assert.match(wrong.payload, /value="with_a_baby" checked/)
    const added = await w.post(ada, '/homes/add', PLACE)
    assert.equal(added.statusCode, 303)
    const at = String(added.headers['location'])
    assert.match((await w.get(gus, '/homes')).payload, /No home is written down yet/)
    const page = (await w.get(ada, at)).payload
    assert.match(page, /The &lt;b&gt; house/)
    assert.match(page, /Nobody who cares here is written down/)
    const odd = await w.post(ada, `${at}/carers/add`, { ...CARER, languages: 'English' })
    assert.match(odd.payload, /Enter short codes of languages/)
    assert.equal((await w.post(ada, `${at}/carers/add`, CARER)).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /Ray Lane[\s\S]*Speaks English, Tigrinya/)
    const stale = await w.post(ada, `${at}/change`, { ...PLACE, version: '7' })
    assert.equal(stale.statusCode, 409)
  })

  it('are read by those who work with children and by nobody of another organisation', async () => {
    const { id, carer } = await aPlace(w, { called: 'Own house' })
    for (const page of ['/homes', `/homes/${id}`, `/homes/carers/${carer}`]) {
      assert.equal((await w.get(ivy, page)).statusCode, 200, page)
      assert.equal((await w.get(ann, page)).statusCode, 403, page)
    }
    for (const who of [sam, mia]) {
      assert.equal((await w.get(who, `/homes/${id}`)).statusCode, 404)
      assert.equal((await w.get(who, `/homes/carers/${carer}`)).statusCode, 404)
    }
    assert.equal((await w.get(kit, '/homes')).statusCode, 403)
    assert.equal((await w.post(ivy, '/homes/add', PLACE)).statusCode, 403)
  })

  it('finds only carers who are trained on that day, and no more once one thing that is needed has lapsed', async () => {
    const yes = await aPlace(w, { called: 'Trained house', carer: 'Ola Trained' })
    await aPlace(w, { called: 'Untrained house', carer: 'Una Untrained', trained: false })
    const find =
      '/homes/find?look=yes&language=vi&specialist=after_exploitation&also=notice&also=house'
    const found = (await w.get(ada, find)).payload
    assert.match(found, /Ola Trained/)
    assert.doesNotMatch(found, /Una Untrained/)
    const elsewhere = (await w.get(ada, `${find}&access=step_free`)).payload
    assert.doesNotMatch(elsewhere, /Ola Trained/)
    const first = await w.db
      .selectFrom('waymark.carer_training as r')
      .innerJoin('waymark.training_topic as t', 't.id', 'r.topic_id')
      .select(['r.id'])
      .where('r.carer_id', '=', yes.carer)
      .where('t.code', '=', 'signs')
      .executeTakeFirstOrThrow()
    const notSo = `/homes/carers/${yes.carer}/training/${first.id}/not-so`
    assert.match((await w.get(meg, notSo)).payload, /Signs of exploitation/)
    assert.equal((await w.post(meg, notSo, { because: 'Another carer was meant' })).statusCode, 303)
    assert.doesNotMatch((await w.get(ada, find)).payload, /Ola Trained/)
    const kept = (await w.get(ada, `/homes/carers/${yes.carer}`)).payload
    assert.match(kept, /Not so:[\s\S]*Another carer was meant/)
    w.setClock(new Date('2028-12-02T10:00:00Z'))
    const lapsed = (await w.get(ada, '/homes/find?look=yes')).payload
    assert.match(lapsed, /Nobody who is trained today fits/)
    w.setClock(new Date('2026-11-25T10:00:00Z'))
  })

  it('lists for managers what has lapsed, topic by topic, and rolls it up by who runs the home', async () => {
    const { carer } = await aPlace(w, {
      called: 'Lapsed house',
      carer: 'Lea Lapsed',
      trained: false,
    })
    await learnt(w, carer, '2024-01-01', '2026-01-01')
    const page = (await w.get(meg, '/homes/training')).payload
    assert.match(
      page,
      /Lea Lapsed[\s\S]*?Signs of exploitation \(needed\): Lapsed: held until 1 January 2026/,
    )
    assert.match(page, /The council or trust: foster carer[\s\S]*?\d+ of \d+/)
    assert.doesNotMatch((await w.get(meg, '/homes/training?runBy=charity')).payload, /Lea Lapsed/)
    const learns = `/homes/carers/${carer}/training/add`
    const { id } = await w.db
      .selectFrom('waymark.training_topic')
      .select('id')
      .where('code', '=', 'signs')
      .executeTakeFirstOrThrow()
    const now = { topic: id, givenBy: 'The team', ...dayIn('doneOn', '2026-11-20') }
    assert.match((await w.post(meg, learns, { ...now, topic: 'x' })).payload, /Choose about what/)
    assert.equal((await w.post(meg, learns, now)).statusCode, 303)
    assert.match(
      (await w.get(meg, `/homes/carers/${carer}`)).payload,
      /Holds until 20 November 2028/,
    )
    const still = (await w.get(meg, '/homes/training')).payload
    assert.match(
      still,
      /Lea Lapsed[\s\S]*?Signs of exploitation \(needed\): Holds until 20 November 2028/,
    )
  })

  it('shows the gaps when a child moves in all the same, and keeps them with the reason', async () => {
    const { id } = await aPlace(w, { called: 'Gap house', carer: 'Gil Gap', trained: false })
    const url = `/children/${child}/home/move`
    const res = await w.post(ada, url, moveOf(id, '2026-11-20'))
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Gil Gap: Signs of exploitation, which they have not learnt/)
    assert.match(res.payload, /Near college/)
    const reason = { gapsReason: 'The only Vietnamese speaker; the course is on 3 December.' }
    assert.equal((await w.post(ada, url, moveOf(id, '2026-11-20', reason))).statusCode, 303)
    const page = (await w.get(ada, `/children/${child}/home`)).payload
    assert.match(page, /Lacking on the day they moved in:[\s\S]*Gil Gap: Signs of exploitation/)
    assert.match(page, /The only Vietnamese speaker/)
    const carer = await w.db
      .selectFrom('waymark.home_carer')
      .select('id')
      .where('name', '=', 'Gil Gap')
      .executeTakeFirstOrThrow()
    await learnt(w, carer.id, '2026-11-24', '2028-11-24')
    const later = (await w.get(ada, `/children/${child}/home`)).payload
    assert.match(later, /Lacking on the day they moved in/)
    assert.doesNotMatch(later, /Lacking today/)
  })

  it('lets nobody place with gaps and no reason, nor hide them, whoever asks the database', async () => {
    const other = await aChild(w)
    const { id } = await aPlace(w, { called: 'Sql house', carer: 'Sia Sql', trained: false })
    const place = (reason: string | null) =>
      w.acting(ada, (tx) =>
        sql`insert into waymark.home_stay (child_id, place_id, kind, called, footing, began_on, why_here, gaps, gaps_reason)
          values (${other}, ${id}, 'foster', 'Sql house', 'looked_after', '2026-11-20', 'x', '[]', ${reason})`.execute(
          tx,
        ),
      )
    await assert.rejects(place(null), /gaps_have_a_reason/)
    await place('Said why')
    const { gaps } = await w.db
      .selectFrom('waymark.home_stay')
      .select('gaps')
      .where('child_id', '=', other)
      .executeTakeFirstOrThrow()
    assert.match(JSON.stringify(gaps), /Sia Sql/)
    await assert.rejects(
      w.acting(ada, (tx) =>
        sql`update waymark.home_stay set gaps = '[]' where child_id = ${other}`.execute(tx),
      ),
      /permission denied/,
    )
    const twice = w.acting(ada, (tx) =>
      sql`insert into waymark.home_stay (child_id, kind, called, footing, began_on, why_here)
        values (${other}, 'other', 'At once', 'other', '2026-11-22', 'x')`.execute(tx),
    )
    await assert.rejects(twice, /lives_in_one_home/)
    const theirs = w.acting(sam, (tx) =>
      sql`insert into waymark.home_stay (child_id, place_id, kind, called, footing, began_on, why_here)
        values (${other}, ${id}, 'foster', 'x', 'other', '2026-11-22', 'x')`.execute(tx),
    )
    await assert.rejects(theirs, /in a place that whoever writes it knows/)
  })

  it('says how many live in a home, and never who', async () => {
    const hidden = await aChild(w, { knownAs: 'Hidden', allocatedTo: [] })
    const { id } = await aPlace(w, { called: 'Full house' })
    await livesIn(w, meg, hidden, id)
    const page = (await w.get(ada, '/homes')).payload
    assert.match(page, /Full house[\s\S]*?Room for 2; 1 live there/)
    assert.doesNotMatch(page, /Hidden/)
  })
})
