import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from '#tests/support/examples.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { FIELDS, FORM, labelOf, LISTS, listOf, optionsOf, STEPS } from './form.rules.ts'
import {
  type Answers,
  applies,
  besideOf,
  fieldsOn,
  FIRST,
  isPassedBy,
  isUnderstood,
  KEPT_BESIDE,
  nextStep,
  NOT_ASKED,
  pathOf,
  stepOf,
  SUMMARY,
} from './route.rules.ts'
import { isTested, problemsOf, wrongIn } from './problems.rules.ts'

const today = calendarDay('2026-11-25') as NonNullable<ReturnType<typeof calendarDay>>
const given = (answers: Record<string, string>, files = 0) => ({
  answers: new Map(Object.entries(answers)) as Answers,
  files,
})

/** Any answers at all: of the questions that lead somewhere, every choice and none. */
const deciding = [...FIELDS.values()].filter((f) => f.options !== undefined)
const anyAnswers = fc
  .tuple(
    ...deciding.map((f) =>
      fc.option(fc.constantFrom(...(f.options ?? []).map((o) => o.value)), { nil: undefined }),
    ),
  )
  .map((values) => {
    const entries = values.map((v, n) => [deciding[n]?.name ?? '', v] as const)
    return new Map(entries.filter((e): e is readonly [string, string] => e[1] !== undefined))
  })

describe('the form', () => {
  it('is held whole: 142 fields, 75 pages, and its lists', () => {
    assert.equal(FIELDS.size, 142)
    assert.equal(STEPS.size, 75)
    assert.deepEqual(
      Object.fromEntries(Object.entries(LISTS).map(([name, list]) => [name, list.length])),
      {
        policeForces: 47,
        localAuthorities: 451,
        nationalities: 222,
        countries: 197,
        firstResponderOrganisations: 526,
        ukRegions: 98,
        ukCitiesAndTowns: 1622,
        verifiedEmailDomains: 52,
        verifiedEmailExtensions: 6,
      },
    )
  })

  it('has a list of the right length for every question that chooses from one', () => {
    for (const field of FIELDS.values()) {
      if (field.optionList === undefined) continue
      assert.ok(listOf(field), field.name)
      assert.equal(optionsOf(field)?.length, field.optionList, field.name)
    }
  })

  it('is the same as the copy it was taken from, where that is at hand', (t) => {
    const other = ['../../../../../', '../../../../../../'].map((up) =>
      path.resolve(import.meta.dirname, up, 'shared/data/nrm/nrm_form.json'),
    )
    const found = other.find((file) => existsSync(file))
    if (!found) return t.skip('no copy beside this project')
    assert.deepEqual(JSON.parse(readFileSync(found, 'utf8')), JSON.parse(JSON.stringify(FORM)))
  })

  it('has no condition and no check that this code does not know', () => {
    const forks = [...STEPS.values()].flatMap((s) => s.forks)
    assert.deepEqual(
      forks.filter((f) => !isUnderstood(f.condition)),
      [],
    )
    const checks = [...FIELDS.values()].flatMap((f) => f.validators)
    assert.deepEqual(
      checks.filter((c) => !isTested(c)),
      [],
    )
  })

  it('leads to every page, or it is said why not', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(anyAnswers, fc.nat({ max: 2 }), (answers, files) => {
        for (const step of pathOf({ answers, files })) reached.add(step)
      }),
      { numRuns: 3000, seed: 4 },
    )
    reached.add(SUMMARY)
    const silent = [...STEPS.keys()].filter((s) => !reached.has(s) && !(s in NOT_ASKED))
    assert.deepEqual(silent, [])
    const both = [...reached].filter((s) => s in NOT_ASKED)
    assert.deepEqual(both, [], 'said not to be asked, and asked')
    const lost = [...FIELDS.keys()].filter((name) => {
      const step = stepOf(name)
      return (step === undefined || !reached.has(step)) && !KEPT_BESIDE.some((k) => k === name)
    })
    assert.deepEqual(lost, [])
  })

  it('always ends at its summary, whatever is answered and in whatever order', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat({ max: 100 }), (answers, files) => {
        const path = pathOf({ answers, files })
        assert.equal(path[0], FIRST)
        assert.equal(nextStep(path.at(-1) ?? '', { answers, files }), SUMMARY)
        assert.equal(new Set(path).size, path.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('asks for a local authority for a child, and when nobody is sure, and for no consent', () => {
    for (const age of ['yes', 'not-sure']) {
      const g = given({ 'pv-under-age': age, 'pv-want-to-submit-nrm': 'no' })
      const path = pathOf(g)
      assert.ok(path.includes('/local-authority-contacted-about-child'))
      assert.ok(isPassedBy('/pv-want-to-submit-nrm', g.answers), 'the form answers it by itself')
      for (const adult of [
        '/does-pv-need-support',
        '/refuse-nrm',
        '/who-contact',
        '/pv-gender-dtn',
      ])
        assert.ok(!path.includes(adult), adult)
    }
  })

  it('tells of an adult without their name when they do not want to be referred', () => {
    const no = pathOf(given({ 'pv-under-age': 'no', 'pv-want-to-submit-nrm': 'no' }))
    assert.ok(no.includes('/refuse-nrm') && no.includes('/pv-nationality-dtn'))
    assert.ok(!no.includes('/pv-name-dtn') && !no.includes('/pv-name-referral'))
  })

  it('asks about documents only when there are some', () => {
    assert.ok(!pathOf(given({}, 0)).includes('/what-evidence-you-will-submit'))
    assert.ok(pathOf(given({}, 1)).includes('/what-evidence-you-will-submit'))
  })

  it('shows a box beside an answer only with that answer', () => {
    for (const field of FIELDS.values()) {
      const beside = besideOf(field)
      if (!beside) continue
      assert.ok(FIELDS.has(beside.field), field.name)
      assert.equal(applies(field, new Map()), false, field.name)
      assert.equal(applies(field, new Map([[beside.field, beside.value]])), true, field.name)
    }
    const police = fieldsOn('/reported-to-police', new Map([['reported-to-police', 'no']]))
    assert.deepEqual(
      police.map((f) => f.name),
      ['reported-to-police'],
    )
  })

  it('stops at what is over a limit, outside a list or not what it asks for, with a sentence', () => {
    const wrong = (name: string, value: string) => {
      const field = FIELDS.get(name)
      assert.ok(field, name)
      return wrongIn(field, value, today)
    }
    assert.equal(wrong('family', 'a'.repeat(15_000)), undefined)
    assert.match(
      wrong('family', 'a'.repeat(15_001)) ?? '',
      /15,000 characters or fewer.*1 too long/,
    )
    assert.match(wrong('alternative-number-relation-to-pv', 'a'.repeat(251)) ?? '', /250/)
    assert.match(wrong('user-organisation', 'A school') ?? '', /list/)
    assert.equal(wrong('user-organisation', LISTS.firstResponderOrganisations[0] ?? ''), undefined)
    assert.match(wrong('fr-alternative-contact', 'nobody') ?? '', /email/)
    assert.match(wrong('pv-phone-number-yes', 'call me') ?? '', /phone number/)
    assert.match(wrong('details-last-contact', 'see https://example.org') ?? '', /web page/)
    assert.match(wrong('does-pv-have-children-yes-amount', 'two') ?? '', /number/)
    assert.match(wrong('pv-dob', '2026-02-30') ?? '', /real date/)
    assert.match(wrong('pv-dob', '2026-11-25') ?? '', /before today/)
    assert.match(wrong('pv-dob', '1899-12-31') ?? '', /after 1 January 1900/)
  })

  it('says when a date of birth and the answer about age cannot both be so', () => {
    const of = (age: string, dob: string) =>
      problemsOf(given({ 'pv-under-age': age, 'pv-dob': dob }), today).filter(
        (p) => p.field === 'pv-dob',
      )
    assert.match(of('yes', '2000-01-01')[0]?.text ?? '', /cannot both be so/)
    assert.match(of('no', '2012-01-01')[0]?.text ?? '', /cannot both be so/)
    assert.deepEqual(of('not-sure', '2000-01-01'), [])
    assert.deepEqual(of('yes', '2008-11-26'), [])
    assert.equal(of('yes', '2008-11-25').length, 1, 'on the birthday they are 18')
  })

  it('misses nothing that the form requires, and nothing when all is there', () => {
    const missing = new Set(problemsOf(given({ 'pv-under-age': 'yes' }), today).map((p) => p.field))
    for (const name of ['reference', 'birthplace', 'pv-name-first-name', 'fr-details-phone'])
      assert.ok(missing.has(name), name)
    assert.ok(!missing.has('pv-dob'), 'the date of birth may be left out')
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const whole = new Map(answers)
        // Answered until nothing is left to ask, since answers bring questions.
        for (let n = 0; n < 8; n += 1) {
          for (const p of problemsOf({ answers: whole, files: 0 }, today)) {
            const field = FIELDS.get(p.field)
            assert.ok(field)
            whole.set(field.name, fit(field.name))
          }
        }
        assert.deepEqual(problemsOf({ answers: whole, files: 0 }, today), [])
      }),
      { numRuns: 100 },
    )
  })

  it('has words for every question', () => {
    for (const field of FIELDS.values()) {
      const step = STEPS.get(stepOf(field.name) ?? '')
      assert.ok(labelOf(field, step).length > 2, field.name)
      assert.doesNotMatch(labelOf(field, step), /</, field.name)
    }
  })
})

/** An answer the form accepts. */
function fit(name: string): string {
  const field = FIELDS.get(name)
  if (!field) return ''
  if (field.type === 'checkbox') return 'yes'
  if (field.type === 'date') return ''
  const options = optionsOf(field)
  if (options) return options[0]?.value ?? ''
  if (field.validators.includes('email')) return 'a@example.org'
  if (field.validators.includes('numeric')) return '1'
  return field.validators.length > 0 ? '07700 900123' : 'Something true'
}
