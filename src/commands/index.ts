import { auditCommand } from './audit.ts'
import type { Command } from './command.ts'
import { doctorCommand } from './doctor.ts'
import { migrateCommand } from './migrate.ts'
import { serveCommand } from './serve.ts'

/** Every word after ./waymark, in the order --help lists them. */
export const commands: readonly Command[] = [
  serveCommand,
  migrateCommand,
  auditCommand,
  doctorCommand,
]
