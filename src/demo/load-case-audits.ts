import type { Client } from 'pg'
import { inventChild, type Making, STORY } from './child.ts'
import { inventedRounds } from './case-audits.ts'
import { keepRound, recordsOfTeam } from './case-audits.queries.ts'
import type { InventedPerson } from './invented.ts'
import type { FrameworkInUse } from './rows-of-outcomes.ts'

const LOOKED_AT = 4

/** Two rounds of case audit in the first organisation's first team; none where it is too small for one. */
export async function loadCaseAudits(
  client: Client,
  making: Making,
  framework: FrameworkInUse,
): Promise<void> {
  const organisation = making.cast.organisations[0]
  const team = organisation?.teams[0]
  const person = (role: InventedPerson['role'], place = 0) =>
    making.cast.people.filter((p) => p.organisation === 0 && p.role === role)[place]?.id
  const people = [
    person('manager'),
    person('practitioner'),
    person('practitioner', 1),
    person('auditor'),
  ]
  const [manager, one, two, auditor] = people
  if (!organisation || !team || !manager || !one || !two || !auditor) return
  const around = {
    manager,
    one,
    two,
    auditor,
    ...(await recordsOfTeam(client, team.id)),
    story: inventChild(making, STORY).id,
    outcomes: framework.outcomes.slice(0, LOOKED_AT),
  }
  const where = {
    organisation: organisation.id,
    team: team.id,
    framework: framework.id,
    today: making.today,
  }
  for (const plan of inventedRounds(around)) await keepRound(client, around, where, plan)
}
