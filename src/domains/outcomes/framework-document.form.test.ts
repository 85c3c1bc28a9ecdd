import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frameworkDocument, readFramework } from './framework-document.form.ts'
import { lintFramework } from './framework-lint.rules.ts'
import { byPrinciple, refuseFigure, wordsIn } from './framework.rules.ts'

const words = (text: string) => ({ en: { title: { text, state: 'draft' } } })

const small = {
  format: 'waymark-framework-1',
  key: 'small-set',
  version: '1.0',
  name: 'A small set',
  owner: 'Waymark tests',
  licence: 'Ours',
  attribution: 'Made for a test',
  definedBy: 'Nobody real',
  provisional: true,
  language: 'en',
  population: { for: 'child' },
  sources: [{ code: 'S1', text: 'A source' }],
  principles: [
    { code: 'p2', articles: [2], wording: words('Fairness') },
    { code: 'p12', articles: [12], wording: words('Being heard') },
  ],
  outcomes: [
    {
      code: 'heard',
      principles: ['p12', 'p2'],
      level: 'experience',
      sources: [{ source: 'S1', where: 'said so' }],
      wording: words('I am heard'),
      indicators: [{ code: 'heard-1', level: 'output', wording: words('Asked at each meeting') }],
    },
  ],
}

const changed = (change: (draft: typeof small & Record<string, unknown>) => void) => {
  const draft = structuredClone(small)
  change(draft)
  return readFramework(draft)
}

const warned = (change: (draft: typeof small & Record<string, unknown>) => void) => {
  const read = changed(change)
  assert.ok(read.ok)
  return lintFramework(read.framework).map((w) => `${w.path.join('.')}: ${w.text}`)
}

const sentences = (read: ReturnType<typeof readFramework>) =>
  read.ok ? [] : read.problems.map((p) => `${p.path.join('.')}: ${p.text}`)

describe('a framework document', () => {
  it('is read with its defaults filled in', () => {
    const read = readFramework(small)
    assert.ok(read.ok)
    const [outcome] = read.framework.outcomes
    assert.equal(outcome?.definedBy, 'Nobody real')
    assert.equal(outcome?.polarity, 'positive')
    assert.equal(outcome?.childOnly, false)
    assert.equal(read.framework.nation, 'uk')
    assert.deepEqual(read.framework.population, {
      for: 'child',
      ageFrom: 0,
      ageTo: null,
      labelledForUnder18: false,
    })
  })

  it('reads back the same after it is written', () => {
    const read = readFramework(small)
    assert.ok(read.ok)
    const again = readFramework(JSON.parse(JSON.stringify(frameworkDocument(read.framework))))
    assert.ok(again.ok)
    assert.deepEqual(again.framework, read.framework)
  })

  it('takes words given plainly as a draft', () => {
    const read = changed((d) =>
      Object.assign(d.outcomes[0] ?? {}, { wording: { en: { title: 'Plain' } } }),
    )
    assert.ok(read.ok)
    assert.deepEqual(read.framework.outcomes[0]?.wording['en']?.title, {
      text: 'Plain',
      state: 'draft',
    })
  })

  it('is refused when it is not a framework at all', () => {
    for (const given of [null, [], 'text', 7]) {
      assert.deepEqual(sentences(readFramework(given)), [
        ': Give the framework as one object of named fields',
      ])
    }
    assert.match(
      sentences(changed((d) => Object.assign(d, { format: 'x' }))).join(),
      /Set “format” to/,
    )
  })

  it('names every field that is wrong, with what to do', () => {
    const said = sentences(
      changed((d) => {
        Object.assign(d, { name: ' ', key: 'Not A Key', surprise: 1 })
        Object.assign(d.outcomes[0] ?? {}, { level: 'goal', principles: [] })
      }),
    )
    assert.ok(said.includes('name: Enter the name of the framework'))
    assert.ok(
      said.includes(
        'key: Use only small letters, numbers and hyphens in the key of the framework, 60 at most',
      ),
    )
    assert.ok(said.includes('surprise: Take out “surprise”: a framework has no field of that name'))
    assert.ok(said.includes('outcomes.0.level: Choose the level: outcome, experience or output'))
    assert.ok(said.includes('outcomes.0.principles: Put the outcome under at least one principle'))
  })

  it('is refused when an outcome stands under a principle that is not there', () => {
    const said = sentences(
      changed((d) => Object.assign(d.outcomes[0] ?? {}, { principles: ['p9'] })),
    )
    assert.deepEqual(said, [
      'outcomes.0.principles: There is no principle “p9”. Use the code of a principle in this framework',
    ])
  })

  it('is refused when a code is used twice, whatever its capitals', () => {
    const said = sentences(
      changed((d) => {
        const [first] = d.outcomes
        if (first) d.outcomes.push({ ...first, code: 'HEARD', indicators: [] })
      }),
    )
    assert.deepEqual(said, [
      'outcomes.1.code: Give each outcome its own code: “HEARD” is used twice',
    ])
  })

  it('is refused when a link or a source leads nowhere, or an outcome links to itself', () => {
    const said = sentences(
      changed((d) =>
        Object.assign(d.outcomes[0] ?? {}, {
          links: ['gone', 'heard'],
          sources: [{ source: 'S9' }],
        }),
      ),
    )
    assert.equal(said.length, 3)
    assert.match(
      said.join('\n'),
      /no outcome “gone”[\s\S]*link from the outcome to itself[\s\S]*no source “S9”/,
    )
  })

  it('is refused when a title is missing in its own language', () => {
    const said = sentences(changed((d) => Object.assign(d, { language: 'cy' })))
    assert.ok(said.includes('outcomes.0.wording.cy.title: Enter a title in the language “cy”'))
  })

  it('is refused when words hold characters that hide or turn the text', () => {
    for (const text of ['a\u0000b', 'a\u202eb', 'a\ud800b']) {
      const said = sentences(
        changed((d) => Object.assign(d.outcomes[0] ?? {}, { wording: words(text) })),
      )
      assert.match(said.join(), /hidden character/)
    }
  })

  it('is refused when an age range runs backwards', () => {
    const said = sentences(
      changed((d) => Object.assign(d, { population: { for: 'child', ageFrom: 18, ageTo: 8 } })),
    )
    assert.deepEqual(said, ['population.ageTo: Enter an oldest age that is not below the youngest'])
  })
})

describe('the four principles', () => {
  it('hold every outcome at least once, and memberships add up', () => {
    const read = readFramework(small)
    assert.ok(read.ok)
    const turned = byPrinciple(read.framework)
    const places = turned.reduce((sum, { outcomes }) => sum + outcomes.length, 0)
    const memberships = read.framework.outcomes.reduce((sum, o) => sum + o.principles.length, 0)
    assert.equal(places, memberships)
    assert.deepEqual(
      turned.map(({ outcomes }) => outcomes.map((o) => o.code)),
      [['heard'], ['heard']],
    )
  })
})

describe('a figure', () => {
  it('may hold one level, never several', () => {
    assert.equal(refuseFigure([{ level: 'outcome' }, { level: 'outcome' }]), undefined)
    assert.equal(refuseFigure([]), undefined)
    assert.equal(refuseFigure([{ level: 'outcome' }, { level: 'output' }]), 'levels-mixed')
  })
})

describe('words in a language', () => {
  it('fall back to the framework’s own language and say so', () => {
    const wording = { en: { title: { text: 'Home', state: 'draft' as const } } }
    assert.deepEqual(wordsIn(wording, 'title', 'cy', 'en'), {
      text: 'Home',
      state: 'draft',
      language: 'en',
      asked: false,
    })
    assert.equal(wordsIn(wording, 'title', 'en', 'en')?.asked, true)
    assert.equal(wordsIn(wording, 'practice', 'cy', 'en'), undefined)
  })
})

describe('a second look at a framework', () => {
  it('flags an outcome worded by what is lacking', () => {
    const said = warned((d) =>
      Object.assign(d.outcomes[0] ?? {}, { wording: words('Reduced risk of harm') }),
    )
    assert.match(
      said.join('\n'),
      /outcomes\.0\.wording\.en\.title: Worded by what is lacking \(“Reduced”\)/,
    )
  })

  it('flags an outcome marked as negative', () => {
    const said = warned((d) => Object.assign(d.outcomes[0] ?? {}, { polarity: 'negative' }))
    assert.match(said.join('\n'), /outcomes\.0\.polarity: Marked as negative/)
  })

  it('flags an outcome with no indicator, no source or no explanation', () => {
    const said = warned((d) =>
      Object.assign(d.outcomes[0] ?? {}, { indicators: [], sources: [] }),
    ).join('\n')
    assert.match(said, /outcomes\.0: No indicator/)
    assert.match(said, /outcomes\.0\.sources: No source is named/)
    assert.match(said, /outcomes\.0\.wording\.en\.explanation: There is no question or explanation/)
  })

  it('flags a language that was begun and not finished', () => {
    const said = warned((d) =>
      Object.assign(d.principles[0] ?? {}, {
        wording: { ...words('Fairness'), cy: { title: { text: 'Tegwch', state: 'draft' } } },
      }),
    )
    assert.ok(
      said.includes(
        'outcomes.0.wording.cy.title: There is no title in Welsh: it would be shown in English',
      ),
    )
  })

  it('flags a set made for adults', () => {
    const said = warned((d) => Object.assign(d, { population: { for: 'adult', ageFrom: 18 } }))
    assert.match(said.join('\n'), /refused for anybody who is or may be under 18/)
  })
})
