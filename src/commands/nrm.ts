import { type DescribedNrm, describedNrm, nrmFormVersion } from '#domains/identification/index.ts'
import { argumentsOf, type Command, WrongArguments } from './command.ts'

export const nrmCommand: Command = {
  name: 'nrm',
  summary: 'Say where each field of the NRM referral form is kept',
  help: `Usage: ./waymark nrm describe [--json]

describe  Every field of the Home Office's form for a referral to the National Referral Mechanism,
          by the form's own id: what it asks, on which page, whether the form goes on without it,
          under which keys it reaches the casework system, where Waymark holds the answer, and
          what on the record it is prepared from. Needs no database and changes nothing.
          --json prints one document: form (source, commit, date) and fields.

Exit codes: 0 done; 2 called in a way it does not understand.`,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, { options: { json: { type: 'boolean' } } })
    const [act, ...more] = positionals
    if (act !== 'describe') throw new WrongArguments('Say which: nrm describe')
    if (more.length > 0) throw new WrongArguments(`Nothing is known of ${more.join(' ')}`)
    const fields = describedNrm()
    terminal.out(
      values.json === true
        ? JSON.stringify({ form: nrmFormVersion, fields }, undefined, 2)
        : fields.map(lineOf).join('\n'),
    )
    return 0
  },
}

function lineOf(d: DescribedNrm): string {
  const notAsked = d.notAsked === null ? '' : `  not asked: ${d.notAsked}`
  const from = d.preparedFrom === null ? '' : `  from ${d.preparedFrom}`
  return `${d.field}  ${d.step ?? '-'}  in ${d.heldIn}${from}${notAsked}`
}
