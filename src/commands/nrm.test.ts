import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Terminal } from './command.ts'
import { nrmCommand } from './nrm.ts'

async function said(...args: readonly string[]) {
  const out: string[] = []
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it uses nothing else of the world
  const terminal = {
    out: (text: string) => out.push(text),
    err: () => undefined,
  } as unknown as Terminal
  const code = await nrmCommand.run(args, terminal)
  return { code, text: out.join('\n') }
}

type Document = {
  readonly form: { readonly commit: string }
  readonly fields: readonly { readonly field: string; readonly heldIn: string }[]
}

describe('./waymark nrm describe', () => {
  it('prints every field of the form with where it is held, none without', async () => {
    const { code, text } = await said('describe', '--json')
    assert.equal(code, 0)
    const { form, fields } = JSON.parse(text) as Document
    assert.match(form.commit, /^[0-9a-f]{40}$/)
    assert.equal(fields.length, 142)
    assert.deepEqual(
      fields.filter((f) => !/^waymark\.\w/.test(f.heldIn)),
      [],
    )
  })

  it('prints a line for each for people, and says when it is called in another way', async () => {
    const { text } = await said('describe')
    assert.equal(text.split('\n').length, 142)
    assert.match(text, /^reference {2}\/reference {2}in waymark\.nrm_answer/)
    await assert.rejects(said('other'), /nrm describe/)
    await assert.rejects(said('describe', 'more'), /Nothing is known of more/)
  })
})
