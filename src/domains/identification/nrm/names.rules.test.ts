import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worked } from '#tests/support/processor-time.ts'
import { findNames, type NamedOnRecord } from './names.rules.ts'

const on = (text: string, ...names: readonly string[]) =>
  findNames(
    new Map([['family', text]]),
    names.map((name): NamedOnRecord => ({ name, whose: 'child' })),
  ).map((f) => f.word)

describe('names in the account', () => {
  it('are found as they are kept, in any case, with an ending or beside a comma', () => {
    assert.deepEqual(on('Then Selam said so.', 'Selam Tesfay'), ['Selam'])
    assert.deepEqual(on('It was selam’s phone; TESFAY, too', 'Selam Tesfay'), ['selam', 'TESFAY'])
  })

  it('are found in another spelling and another script', () => {
    assert.deepEqual(on('They called for ሰላም at night', 'Selam'), ['ሰላም'])
    assert.deepEqual(on('Then Selam ran', 'ሰላም'), ['Selam'])
    assert.deepEqual(on('Yusuf and Yousef and Юсуф', 'يوسف'), ['Yusuf', 'Yousef', 'Юсуф'])
    assert.deepEqual(on('قال ويوسف لا', 'يوسف'), ['ويوسف'])
    assert.deepEqual(on('قال يوسف', 'Yusuf'), ['يوسف'])
    assert.deepEqual(on('Nguyen went', 'Nguyễn Thị Mai'), ['Nguyen'])
    assert.deepEqual(on('他说陈 伟在那里', '陈伟'), ['陈伟'])
  })

  it('are not seen in ordinary words', () => {
    assert.deepEqual(
      on(
        'A first aid kit, the hope of work, in May 2024. Will they? May they',
        'Kit',
        'Hope',
        'May',
        'Will',
      ),
      [],
    )
    assert.deepEqual(on('They told Kit to wait', 'Kit'), ['Kit'])
    assert.deepEqual(on('my an do so', 'My An', 'Do'), [])
    assert.deepEqual(on('There was slime, salami and a solemn man', 'سلام'), [])
  })

  it('of others may stand where the form asks who somebody is; the child’s own may not', () => {
    const named: readonly NamedOnRecord[] = [
      { name: 'Selam', whose: 'child' },
      { name: 'Dawit', whose: 'around' },
    ]
    const text = 'Selam was with Dawit'
    const words = (field: string) => findNames(new Map([[field, text]]), named).map((f) => f.word)
    assert.deepEqual(words('family'), ['Selam', 'Dawit'])
    assert.deepEqual(words('who-exploited-pv'), ['Selam'])
    assert.deepEqual(words('pv-name-first-name'), [], 'where the name is asked for, it belongs')
    assert.deepEqual(words('reference'), ['Selam', 'Dawit'], 'references go into emails')
  })

  it('are looked for in 15,000 characters at once in little time', () => {
    const text = 'They were taken to a house near the sea and made to work. '.repeat(259)
    const began = worked()
    assert.deepEqual(on(text, 'Selam Tesfay', 'يوسف', 'Юсуф'), [])
    assert.ok(worked() - began < 1000)
  })
})
