import { auditCommand } from './audit.ts'
import { clocksCommand } from './clocks.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { filesCommand } from './files.ts'
import { frameworkCommand } from './framework.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { matchingCommand } from './matching.ts'
import { migrateCommand } from './migrate.ts'
import { nrmCommand } from './nrm.ts'
import { researchCommand } from './research.ts'
import { serveCommand } from './serve.ts'

/** Every word after ./waymark, in the order --help lists them. */
export const commands: readonly Command[] = [
  serveCommand,
  initCommand,
  migrateCommand,
  importCommand,
  frameworkCommand,
  clocksCommand,
  nrmCommand,
  researchCommand,
  demoCommand,
  auditCommand,
  filesCommand,
  matchingCommand,
  doctorCommand,
]
