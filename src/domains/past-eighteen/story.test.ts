import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ann } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { asksOfTheStory, STORY_ELSEWHERE } from './story.rules.ts'

/** One that asks what happened or how they came, and one that names what was done, in each language of the pages. */
const ASKED: Readonly<Record<string, readonly [string, string]>> = {
  cy: ['Beth ddigwyddodd i ti?', 'Oedd yr heddlu yn garedig?'],
  sq: ['Çfarë të ka ndodhur?', 'A të ndihmoi policia?'],
  vi: ['Chuyện gì đã xảy ra với bạn?', 'Công an có giúp bạn không?'],
  ar: ['ماذا حدث لك؟', 'هل تعرضت للاستغلال؟'],
  ckb: ['چی ڕوویدا؟', 'پۆلیس یارمەتی دایت؟'],
  ps: ['تاسو ته څه پېښ شول؟', 'پولیس مرسته وکړه؟'],
  'fa-AF': ['برای شما چه اتفاق افتاد؟', 'پولیس کمک کرد؟'],
  fa: ['چگونه آمدید؟', 'آیا پلیس کمک کرد؟'],
  ti: ['እንታይ ኣጋጢሙኩም?', 'ፖሊስ ሓጊዙኩም ዶ?'],
  am: ['ምን ተፈጠረ?', 'ፖሊስ ረድቶዎታል?'],
  om: ['Maaltu isin irra gahe?', 'Poolisiin isin gargaare?'],
}

/** The product's own questions as they are translated. */
const given = (language: string): readonly string[] => {
  const file = new URL(`../words/languages/${language}/later.json`, import.meta.url)
  const words: Readonly<Record<string, { readonly text: unknown }>> = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return Object.entries(words).flatMap(([path, { text }]) =>
    path.startsWith('later.questions.') && typeof text === 'string' ? [text] : [],
  )
}

describe('a question about services, in whatever language it is typed', () => {
  let w: World
  const inDatabase = async (questions: readonly string[]) => {
    const { rows } = await w.acting(ann, (tx) =>
      sql<{ question: string }>`
        select q as question from unnest(${[...questions]}::text[]) q where waymark.asks_of_the_story(q)`.execute(
        tx,
      ),
    )
    return rows.map((r) => r.question)
  }

  before(async () => {
    w = await world()
  })

  it('is refused when it asks what happened, by the page and by the database alike', async () => {
    const all = Object.values(ASKED).flat()
    assert.deepEqual(all.filter(asksOfTheStory), all)
    const apart = all.map((q) => q.normalize('NFD'))
    assert.deepEqual(apart.filter(asksOfTheStory), apart, 'however its letters are put together')
    assert.deepEqual(await inDatabase([...all, ...apart]), [...all, ...apart])
    for (const [question] of Object.values(ASKED)) {
      const res = await w.post(ann, '/questions-about-services', { question, about: 'home' })
      assert.equal(res.statusCode, 422, question)
      assert.match(res.payload, /This asks about what happened to somebody/)
    }
  })

  it('is kept when it asks how services are: not one of the product’s own is refused in any language', async () => {
    for (const language of Object.keys(ASKED)) {
      const own = given(language)
      assert.ok(own.length >= 10, language)
      assert.deepEqual(own.filter(asksOfTheStory), [], language)
      assert.deepEqual(await inDatabase(own), [], language)
    }
  })

  it('is read by the same words here and in the database', async () => {
    const { rows } = await sql<{ body: string }>`
      select prosrc as body from pg_proc where proname = 'asks_of_the_story'`.execute(w.db)
    for (const [language, words] of Object.entries(STORY_ELSEWHERE)) {
      assert.ok(rows[0]?.body.includes(`'${words.source}'`), language)
    }
  })
})
