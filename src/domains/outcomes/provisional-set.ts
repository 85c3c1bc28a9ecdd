/** Our own provisional set, read as strictly as anybody else's. Not the CSF-POF, and never called so. */
import document from './provisional-set.json' with { type: 'json' }
import { readFramework } from './framework-document.form.ts'
import type { Framework } from './framework.rules.ts'

let held: Framework | undefined

/** The set itself. Throws, with every problem, when the file was edited into something that cannot be read. */
export function provisionalSet(): Framework {
  if (held) return held
  const read = readFramework(document)
  if (!read.ok) {
    const problems = read.problems.map((p) => `${p.path.join('.')}: ${p.text}`)
    throw new Error(`The provisional set cannot be read.\n${problems.join('\n')}`)
  }
  held = read.framework
  return held
}
