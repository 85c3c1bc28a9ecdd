import { beside } from './beside.section.ts'
import { facts } from './facts.section.ts'
import { ownWords } from './own-words.section.ts'
import type { Section } from './section.ts'

/** Every section of a child's page, in order within its place. A domain adds one file and one line. */
export const sections: readonly Section[] = [beside, ownWords, facts]
