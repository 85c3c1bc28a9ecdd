import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { caseworkOf, linesOf } from './casework.rules.ts'
import { described } from './describe.rules.ts'
import { FIELDS, LISTS, optionsOf } from './form.rules.ts'
import { wrongIn } from './problems.rules.ts'
import { PREPARED_FROM } from './prepared-from.rules.ts'
import { type AsKnown, preparedFrom } from './prepared.rules.ts'
import { findNames } from './names.rules.ts'
import { sectionsOf } from './sections.rules.ts'
import { adviceOn } from './prompts.rules.ts'

const day = (text: string): CalendarDay => {
  const found = calendarDay(text)
  assert.ok(found)
  return found
}

const known: AsKnown = {
  referralId: '3f9a2c11-0000-4000-8000-000000000001',
  today: day('2026-11-25'),
  heldBy: 'BRISTOL  City council',
  knownAs: 'Kit',
  names: [
    { name: 'Selam Tesfay Haile', kind: 'on_documents' },
    { name: 'ሰላም', kind: 'also_spelled' },
  ],
  births: [
    {
      earliest: day('2010-03-02'),
      latest: day('2010-03-02'),
      source: 'child_says',
      contested: false,
    },
  ],
  languages: [
    { language: 'ti', dialect: 'Asmara', forFeelings: true, speaks: true, neverUse: false },
    { language: 'am', dialect: undefined, forFeelings: false, speaks: true, neverUse: true },
  ],
  people: [{ whoTheyAre: 'older brother' }, { whoTheyAre: 'football coach' }],
  workers: [
    {
      name: 'Ada Worker',
      part: 'social_worker',
      partName: 'Social worker',
      organisation: 'Bristol',
      phone: '0117 496 0000',
    },
    {
      name: 'Gus Guardian',
      part: 'guardian',
      partName: 'Guardian',
      organisation: 'Barnardo',
      phone: undefined,
    },
  ],
  learning: [
    { kindName: 'School', name: 'Hill School', beganOn: day('2025-09-01'), endedOn: undefined },
  ],
  claims: [
    { kind: 'birthplace', value: 'Keren' },
    { kind: 'gender', value: 'Girl' },
    { kind: 'nationality', value: 'eritrean' },
    { kind: 'nationality', value: 'Ethiopian' },
    { kind: 'home_office_reference', value: 'H1234567' },
  ],
  nation: 'england',
  listedAs: undefined,
  situations: [
    {
      forms: [
        {
          called: 'Criminal exploitation: cannabis',
          ticks: ['types-of-exploitation-forced-to-commit-crime'],
        },
      ],
      began: '2025',
      ended: 'March 2026',
      underAge: 'yes',
      goesOn: 'no',
      place: 'both',
      where: 'Stoke-on-Trent, then Leeds, and before that Vietnam and Poland',
    },
    {
      forms: [{ called: 'Forced marriage', ticks: ['types-of-exploitation-other'] }],
      began: undefined,
      ended: undefined,
      underAge: 'maybe',
      goesOn: 'no',
      place: 'not_known',
      where: undefined,
    },
  ],
  signs: ['Looks intimidated (May 2026)'],
  accounts: ['They said I owed them.'],
  addresses: ['12 Quay Street, Stoke-on-Trent ST1 1AA'],
  phones: ['07700 900123'],
  documents: [
    {
      description: 'Drawing of the house',
      kind: 'PNG',
      datedOn: day('2026-10-02'),
      noDateWhy: undefined,
    },
    { description: 'Letter', kind: 'PDF', datedOn: undefined, noDateWhy: 'none on it' },
  ],
  me: {
    name: 'Ada Worker',
    organisation: 'bristol city council',
    role: 'Practitioner',
    phone: '0117 496 0000',
  },
}

describe('what is prepared from the record', () => {
  const prepared = preparedFrom(known)
  const value = (field: string, of: AsKnown = known) => preparedFrom(of).get(field)?.value

  it('asks nothing again that somebody said for another form, and chooses between nobody', () => {
    assert.equal(value('birthplace'), 'Keren')
    assert.equal(value('pv-gender'), 'female')
    assert.equal(value('pv-nationality'), 'Eritrean')
    assert.equal(value('pv-nationality-second'), 'Ethiopian')
    assert.equal(value('pv-ho-reference'), 'yes')
    assert.equal(value('pv-ho-reference-type'), 'H1234567')
    const differ = {
      ...known,
      claims: [
        { kind: 'birthplace', value: 'Keren' },
        { kind: 'birthplace', value: 'Kassala' },
        { kind: 'gender', value: 'neither' },
        { kind: 'nationality', value: 'Nobody’s' },
      ],
    } as const
    for (const field of ['birthplace', 'pv-gender', 'pv-nationality', 'pv-ho-reference']) {
      assert.equal(value(field, differ), undefined, field)
    }
  })

  it('says of each answer where it comes from, in the form’s own fields and lists', () => {
    for (const [name, { value: text, from }] of prepared) {
      const field = FIELDS.get(name)
      assert.ok(field, name)
      assert.ok(from.length > 5, name)
      assert.equal(wrongIn(field, text, known.today), undefined, `${name}: ${text}`)
    }
    assert.equal(value('user-organisation'), inList('bristol'))
    assert.equal(value('pv-under-age'), 'yes')
    assert.equal(value('pv-dob'), '2010-03-02')
    assert.equal(value('pv-name-first-name'), 'Selam Tesfay')
    assert.equal(value('pv-name-nickname'), 'Kit, ሰላም')
    assert.equal(
      value('pv-interpreter-requirements-language'),
      'Tigrinya (Asmara). Never in Amharic',
    )
    assert.equal(value('current-pv-location-uk-city'), 'Stoke-on-Trent')
    assert.match(
      value('what-evidence-you-will-submit') ?? '',
      /1\. Drawing.*2 October 2026\n2\. Letter.*no date: none on it/,
    )
    assert.match(value('are-others-involved-details') ?? '', /Guardian, Barnardo: Gus/)
  })

  it('takes what happened from the situations and worries, in the boxes of the form', () => {
    assert.equal(value('potential-victim-exploitative-situation-multiple'), 'yes')
    assert.match(
      value('when-did-the-exploitation-take-place-multiple') ?? '',
      /2025 to March 2026: Criminal exploitation: cannabis\nNot known to not known: Forced marriage/,
    )
    assert.equal(value('pv-under-age-at-time-of-exploitation'), 'yes')
    assert.equal(
      value('pv-under-age-at-time-of-exploitation', {
        ...known,
        situations: known.situations.slice(1),
      }),
      'not-sure',
    )
    assert.equal(value('still-in-exploitative-situation'), 'no')
    assert.equal(value('where-exploitation-happened'), 'uk-and-overseas')
    assert.equal(value('where-exploitation-happened-uk-city-1'), 'Stoke-on-Trent')
    assert.equal(value('where-exploitation-happened-uk-city-2'), 'Leeds')
    assert.equal(value('where-exploitation-happened-overseas-country-1'), 'Vietnam')
    assert.equal(value('where-exploitation-happened-overseas-country-2'), 'Poland')
    assert.equal(value('types-of-exploitation-forced-to-commit-crime'), 'yes')
    assert.equal(value('types-of-exploitation-wages-taken'), undefined)
    assert.equal(value('other-exploitation-details'), 'Forced marriage')
    assert.equal(value('modern-slavery-indicators-details'), 'Looks intimidated (May 2026)')
    assert.equal(value('what-happened'), 'They said I owed them.')
    const one = { ...known, situations: known.situations.slice(0, 1) }
    assert.equal(value('potential-victim-exploitative-situation-multiple', one), 'no')
    assert.equal(value('when-did-the-exploitation-take-place', one), '2025 to March 2026')
  })

  it('names nobody of the family, and puts no name into the reference', () => {
    assert.equal(value('family'), 'On the record: older brother.')
    const account = new Map([...prepared].map(([f, p]) => [f, p.value]))
    const named = known.names.map((n) => ({ name: n.name, whose: 'child' as const }))
    assert.deepEqual(findNames(account, named), [])
  })

  it('is not sure of an age that is contested or that dates disagree on', () => {
    const born = (from: string, source: string, contested: boolean) => ({
      earliest: day(from),
      latest: day(from),
      source,
      contested,
    })
    const of = (...births: AsKnown['births']) => ({ ...known, births })
    assert.equal(value('pv-under-age', of(born('2004-01-01', 'child_says', false))), 'no')
    assert.equal(value('pv-under-age', of(born('2004-01-01', 'age_assessment', true))), 'not-sure')
    const two = of(
      born('2010-01-01', 'child_says', false),
      born('2006-01-01', 'age_assessment', true),
    )
    assert.equal(value('pv-under-age', two), 'not-sure')
    assert.equal(value('pv-dob', two), '2010-01-01', 'what the young person says')
    assert.match(preparedFrom(two).get('pv-dob')?.from ?? '', /1 more on the record/)
    const assigned = of(
      born('2010-01-01', 'assigned', false),
      born('2011-01-01', 'document', false),
    )
    assert.equal(value('pv-dob', assigned), undefined, 'Waymark does not choose')
    assert.equal(value('pv-under-age', of()), undefined)
  })

  it('leaves open what is not in the form’s list', () => {
    const other = { ...known, me: { ...known.me, organisation: 'Hill School' } }
    assert.equal(value('user-organisation', other), undefined)
  })

  it('is described field by field, and none is left out', () => {
    const all = described()
    assert.deepEqual(
      all.map((d) => d.field),
      [...FIELDS.keys()],
    )
    assert.ok(all.every((d) => /^waymark\.\w+/.test(d.heldIn)))
    assert.deepEqual(
      all.filter((d) => d.notAsked !== null).map((d) => d.field),
      [
        'what-happened',
        'more-than-one-exploitation-situation',
        'why-are-you-making-the-referral',
        'why-they-stayed',
      ],
    )
    const all10 = [...prepared.keys()].filter((f) => !(f in PREPARED_FROM))
    assert.deepEqual(all10, [], 'prepared, and not described as prepared')
    assert.deepEqual(
      Object.keys(PREPARED_FROM).filter((f) => !FIELDS.has(f)),
      [],
    )
  })

  it('describes every field of the copy beside this project, where it is at hand', (t) => {
    const found = ['../../../../../', '../../../../../../']
      .map((up) => path.resolve(import.meta.dirname, up, 'shared/data/nrm/nrm_form.json'))
      .find((file) => existsSync(file))
    if (!found) return t.skip('no copy beside this project')
    const form = JSON.parse(readFileSync(found, 'utf8')) as { fields: { name: string }[] }
    const ours = new Set(described().map((d) => d.field))
    assert.deepEqual(
      form.fields.filter((f) => !ours.has(f.name)),
      [],
    )
  })
})

describe('what goes out', () => {
  const answers = new Map([...preparedFrom(known)].map(([f, p]) => [f, p.value]))
  const given = { answers: answers.set('where-exploitation-happened', 'uk-and-overseas'), files: 2 }

  it('stands under the casework keys, each answer once, and by the form’s own fields', () => {
    const out = caseworkOf(given, [
      { name: 'a.pdf', description: 'Letter', datedOn: undefined, mediaType: 'application/pdf' },
    ])
    const casework = out['casework'] as Record<string, string>
    assert.equal(casework['AdultOrChild'], 'yes')
    assert.equal(casework['Customer.Surname'], 'Haile')
    assert.equal(casework['Type'], 'yes', 'the form answers for a child')
    assert.equal(casework['ExploitationLocationPresented'], 'uk-and-overseas')
    assert.equal(casework['Document1.Name'], 'a.pdf')
    assert.equal((out['fields'] as Record<string, string>)['pv-name-last-name'], 'Haile')
    assert.equal('Customer.Phone' in casework, false, 'the form does not ask a child for it')
  })

  it('has every question of the path once, in the form’s order, under a section', () => {
    const lines = linesOf(given)
    assert.equal(new Set(lines.map((l) => l.field)).size, lines.length)
    assert.ok(
      lines.findIndex((l) => l.field === 'reference') <
        lines.findIndex((l) => l.field === 'pv-dob'),
    )
    assert.equal(lines.find((l) => l.field === 'pv-dob')?.text, '2 3 2010')
    const steps = sectionsOf(given).flatMap((s) => s.steps)
    assert.ok(!steps.includes('/pv-want-to-submit-nrm'))
    assert.equal(new Set(steps).size, steps.length)
  })

  it('is told what a reader would miss, as advice', () => {
    const advice = adviceOn(
      new Map([
        ['professional-insight', 'I think so.'],
        ['family', 'x'.repeat(200)],
        ['living-conditions', 'x'.repeat(200)],
        ['modern-slavery-indicators', 'no'],
      ]),
    ).map((a) => a.field)
    assert.deepEqual(advice, [
      'professional-insight',
      'living-conditions',
      'modern-slavery-indicators',
    ])
  })
})

const inList = (start: string): string | undefined =>
  optionsOf(FIELDS.get('user-organisation') ?? (null as never))
    ?.map((o) => o.value)
    .find((v) => v.toLowerCase().startsWith(start) && LISTS.firstResponderOrganisations.includes(v))
