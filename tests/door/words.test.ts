import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { comeIn, wordsOn } from './young.ts'

describe('three words of one’s own', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const madeBy = async (v: Visitor) => {
    await v.get('/me/way-in')
    return wordsOn((await v.send('/me/way-in/words')).payload)
  }

  const signIn = async (typed: Record<string, string>, whose = 'mine') => {
    const v = visitor(w)
    await v.get(`/in/${whose}`)
    return { v, res: await v.send(`/in/${whose}`, typed) }
  }

  it('are made, not invented, shown once, and open the pages from any device', async () => {
    const v = await comeIn(w, await aChild(w, { knownAs: 'Sol' }))
    const { name, words } = await madeBy(v)
    assert.match(words, /^[a-z]+ [a-z]+ [a-z]+$/)
    assert.doesNotMatch((await v.get('/me/way-in?done=words')).payload, new RegExp(words))
    const { v: back, res } = await signIn({ name, words })
    assert.equal(res.headers.location, '/me/start')
    assert.match((await back.follow()).payload, /Sol/)
  })

  it('are taken in any case, with any spaces, commas and accents, and all in one box', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name, words } = await madeBy(v)
    const [one = '', two = '', three = ''] = words.split(' ')
    const accented = one.replace('a', 'á').replace('e', 'é').replace('o', 'ö')
    for (const typed of [
      { name, words: `  ${words.toUpperCase()} ` },
      { name: name.toUpperCase().replaceAll('-', ' '), words: `${accented}, ${two}.  ${three}!` },
      { name: ` ${name} `, words: `${one}\n${two}\t${three}` },
      { name: `${name.replaceAll('-', ' ')} ${words}`, words: '' },
      { name: `${name}, ${words}`, words: '' },
    ]) {
      assert.equal((await signIn(typed)).res.statusCode, 303, JSON.stringify(typed))
    }
  })

  it('are asked for in boxes that can be pasted into, said into, and filled by a password keeper', async () => {
    const { payload } = await visitor(w).get('/in/mine')
    const box = (id: string) => new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(payload)?.[0] ?? ''
    assert.match(box('name'), /type="text"[^>]*autocomplete="username"/)
    assert.match(box('words'), /type="text"[^>]*autocomplete="current-password"/)
    assert.doesNotMatch(payload, /onpaste|captcha|readonly|maxlength/i)
  })

  it('new ones end the old ones and everybody who came in with them', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const old = await madeBy(v)
    const { v: elsewhere } = await signIn(old)
    assert.equal((await elsewhere.get('/me')).statusCode, 200)
    const fresh = await madeBy(v)
    assert.equal((await elsewhere.get('/me')).headers.location, '/in?next=%2Fme')
    assert.equal((await v.get('/me')).statusCode, 200)
    assert.equal((await signIn(old)).res.statusCode, 422)
    assert.equal((await signIn(fresh)).res.statusCode, 303)
  })

  it('get one answer when they are wrong, whether or not there is such a name, and for staff’s', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name } = await madeBy(v)
    const said = new Set<string>()
    for (const tried of [name, 'moon-river-17', ada.userName]) {
      const { res } = await signIn({ name: tried, words: 'kite moss oak' })
      assert.equal(res.statusCode, 422)
      said.add(/<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(res.payload)?.[0] ?? '')
    }
    assert.equal(said.size, 1)
  })

  it('share one limit on guesses with the other door', async () => {
    const v = await comeIn(w, await aChild(w, {}))
    const { name, words } = await madeBy(v)
    for (let n = 0; n < 5; n++) await signIn({ name, words: 'kite moss oak' })
    assert.equal((await signIn({ name, words })).res.statusCode, 429)
    const staff = visitor(w)
    await staff.get('/sign-in')
    assert.equal(
      (await staff.send('/sign-in', { userName: name, password: words })).statusCode,
      429,
    )
  })
})
