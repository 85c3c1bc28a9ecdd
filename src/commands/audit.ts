import { verify } from '#platform/audit/seal.ts'
import { argumentsOf, WrongArguments, type Command } from './command.ts'
import { openExisting } from './database.ts'

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Check that the audit trail is whole',
  help: `Usage: ./waymark audit verify [--json]

Walks the chain of seals over the audit trail from the first entry to the last and
says which entries were removed, altered, added or put in another order. Prints the
newest seal: keep it somewhere else, and nobody can shorten the trail unseen.

Exit codes: 0 the trail is whole; 1 it is not, or could not be read.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, { options: { json: { type: 'boolean' } } })
    if (positionals.length !== 1 || positionals[0] !== 'verify') {
      throw new WrongArguments('The audit command knows one word: verify')
    }
    const opened = await openExisting(terminal.settings)
    try {
      let said = 0
      const verdict = await verify(opened.db, opened.keys.audit, (entries) => {
        if (entries - said < 20_000) return
        said = entries
        terminal.err(`${entries} entries checked`)
      })
      const whole = verdict.problems.length === 0
      if (values.json) terminal.out(JSON.stringify({ whole, ...verdict }))
      else terminal.out(inWords(verdict))
      return whole ? 0 : 1
    } finally {
      await opened.close()
    }
  },
}

function inWords(verdict: Awaited<ReturnType<typeof verify>>): string {
  const { entries, seals, head, problems } = verdict
  if (problems.length > 0) return ['The audit trail is NOT whole.', ...problems].join('\n')
  return `The audit trail is whole: ${entries} entries under ${seals} seals.\nNewest seal: ${head}`
}
