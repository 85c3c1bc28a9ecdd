import assert from 'node:assert/strict'
import { neverSaidIn } from '#domains/words/index.ts'
import { describe, it } from 'node:test'
import { lintFramework } from './framework-lint.rules.ts'
import { outcomeLabels } from './framework-labels.rules.ts'
import { allWordings, byPrinciple } from './framework.rules.ts'
import { provisionalSet } from './provisional-set.ts'

const set = provisionalSet()
const LANGUAGES = ['en', 'cy', 'sq', 'vi', 'ar']

/** Themes young people and researchers named in the sources, by principle, and where each is found here. */
const THEMES: Record<string, Record<string, string>> = {
  p2: {
    'equality of opportunity': 'fair-chances',
    'equal outcomes whatever my status': 'equal-whatever-papers',
    freedom: 'freedom',
    'free of discrimination': 'respect',
    'treated like any other young person': 'like-any-other',
    'understood in my language': 'understood-language',
    'fair treatment when age is asked about and in criminal justice': 'fair-treatment',
    inclusion: 'belonging',
  },
  p3: {
    'kept informed': 'kept-informed',
    'good legal advice, family reunion': 'legal-help',
    'a status to build on': 'settled',
    'an independent guardian or trusted adult': 'adult-on-my-side',
    'decisions in time': 'timely-decisions',
    'my interests first': 'my-interests-first',
    'people who are trained': 'trained-people',
    'support past 18': 'support-continues',
    'quality and timing of support': 'right-support',
  },
  p6: {
    'am safe': 'safe',
    'feel safe': 'feel-safe',
    'safe home': 'safe-home',
    stability: 'stability',
    peace: 'peace',
    'psychological recovery': 'recovery',
    'ordinary life': 'ordinary-life',
    'physical health': 'health',
    'mental health help': 'mind-care',
    learning: 'learning',
    'work and training': 'work',
    money: 'money',
    'loved and valued': 'loved',
    belonging: 'belonging',
    community: 'community',
    identity: 'identity',
    'faith and belief': 'faith',
    'family contact': 'family',
    'adults who care': 'caring-adults',
  },
  p12: {
    'listened to': 'listened-to',
    believed: 'believed',
    'views in my plans': 'views-in-plans',
    choices: 'choices',
    control: 'control',
    autonomy: 'autonomy',
    'know my rights': 'know-rights',
    'able to contribute': 'contribute',
    'plan my future': 'future',
    hope: 'hope',
    'what I say matters': 'what-i-say-matters',
    confidence: 'confidence',
    trust: 'trust',
    'shaping services': 'shape-services',
    acknowledgement: 'acknowledged',
  },
}

describe('the provisional set', () => {
  it('holds every theme of the sources under its principle', () => {
    const under = new Map(
      byPrinciple(set).map(({ principle, outcomes }) => [
        principle.code,
        new Set(outcomes.map((o) => o.code)),
      ]),
    )
    for (const [principle, themes] of Object.entries(THEMES)) {
      for (const [theme, code] of Object.entries(themes)) {
        assert.ok(under.get(principle)?.has(code), `${theme} is not under ${principle}`)
      }
    }
    assert.deepEqual(
      set.principles.map((p) => p.articles),
      [[2], [3], [6], [12]],
    )
  })

  it('is not taken for the official framework, in number or in name', () => {
    assert.notEqual(set.outcomes.length, 25)
    assert.notEqual(set.outcomes.flatMap((o) => o.indicators).length, 86)
    assert.equal(set.name, 'Provisional outcome set (source-derived)')
    assert.equal(set.provisional, true)
    assert.match(
      set.notice,
      /^This is not the Creating Stable Futures Positive Outcomes Framework and is not endorsed by its authors\./,
    )
  })

  it('passes the second look without a warning: nothing worded by what is lacking, every source named', () => {
    assert.deepEqual(lintFramework(set), [])
    assert.ok(set.outcomes.every((o) => o.sources.length > 0 && o.polarity === 'positive'))
  })

  it('has a title and a question for every outcome in five languages, all called drafts', () => {
    for (const o of set.outcomes) {
      for (const language of LANGUAGES) {
        assert.ok(
          o.wording[language]?.title && o.wording[language].explanation,
          `${o.code} ${language}`,
        )
      }
    }
    const states = new Set(
      allWordings(set).flatMap((w) =>
        Object.values(w).flatMap((l) => Object.values(l).map((x) => x.state)),
      ),
    )
    assert.deepEqual([...states], ['draft'])
  })

  it('asks in short plain sentences, about services and life now', () => {
    const banned = /traffick|exploit|victim|abuse|\bcase\b|offen|asylum|immigra|disclos|assess/i
    const english = set.outcomes.map((o) => o.wording['en'])
    const questions = english.map((w) => w?.explanation?.text ?? '')
    const texts = [...questions, ...english.map((w) => w?.title?.text ?? '')]
    const sentences = texts.flatMap((text) => text.split(/[.?]/))
    assert.deepEqual(
      texts.filter((text) => banned.test(text)),
      [],
    )
    assert.deepEqual(
      questions.filter((text) => !text.endsWith('?')),
      [],
    )
    assert.deepEqual(
      sentences.filter((s) => s.trim().split(/\s+/).length > 20),
      [],
    )
  })

  it('gives every outcome words of its own in each language', () => {
    for (const language of LANGUAGES) {
      const titles = set.outcomes.map((o) => o.wording[language]?.title?.text)
      assert.equal(new Set(titles).size, titles.length, language)
    }
  })

  it('holds equality, freedom, a future and giving back as outcomes, each with its source', () => {
    for (const code of ['fair-chances', 'freedom', 'future', 'contribute']) {
      const found = set.outcomes.find((o) => o.code === code)
      assert.equal(found?.level, 'outcome', code)
      assert.ok(found.sources.length > 0 && found.sources.every((s) => s.where !== ''), code)
    }
  })

  it('leaves peace, feeling safe, hope and recovery to the young person alone', () => {
    for (const code of [
      'peace',
      'stability',
      'feel-safe',
      'hope',
      'recovery',
      'loved',
      'belonging',
    ]) {
      assert.equal(set.outcomes.find((o) => o.code === code)?.childOnly, true, code)
    }
  })

  it('links recovery with choice, control, future, identity, community and autonomy', () => {
    const { links = [] } = set.outcomes.find((o) => o.code === 'recovery') ?? {}
    for (const code of ['choices', 'control', 'future', 'identity', 'community', 'autonomy']) {
      assert.ok(links.includes(code), code)
    }
  })
})

describe('the words of the framework a young person is shown', () => {
  it('say nothing, in any language, of what happened to anybody', () => {
    const set = provisionalSet()
    for (const language of LANGUAGES) {
      const shown = [...outcomeLabels(set, language).values()].flatMap((l) =>
        l.language === language ? [l.title, l.explanation ?? ''] : [],
      )
      const never = neverSaidIn(language)
      assert.ok(never)
      assert.deepEqual(
        shown.filter((s) => never.test(s)),
        [],
        language,
      )
    }
  })
})
