/** A framework as a file to take away: JSON or CSV, which read back the same. */
import { writeCsv } from './framework-csv.ts'
import { frameworkDocument } from './framework-document.form.ts'
import { rowsOf } from './framework-rows.rules.ts'
import type { Framework } from './framework.rules.ts'
import { writeXlsx } from './framework-xlsx-write.ts'

export const FRAMEWORK_FORMATS = ['json', 'csv', 'xlsx'] as const
export type FrameworkFormat = (typeof FRAMEWORK_FORMATS)[number]

/** Name, type and bytes of the file. The name carries the key and the version. */
export function frameworkFile(
  framework: Framework,
  format: FrameworkFormat,
): { readonly name: string; readonly type: string; readonly body: Buffer } {
  const name = `${framework.key}-${framework.version}.${format}`
  if (format === 'csv') {
    const body = Buffer.from(writeCsv(rowsOf(framework)))
    return { name, type: 'text/csv; charset=utf-8', body }
  }
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name, type, body: writeXlsx('Framework', rowsOf(framework)) }
  }
  const body = Buffer.from(`${JSON.stringify(frameworkDocument(framework), null, 2)}\n`)
  return { name, type: 'application/json; charset=utf-8', body }
}
