import { beside } from './beside.section.ts'
import { councilReturn } from './council-return.section.ts'
import { facts } from './facts.section.ts'
import { ownWords } from './own-words.section.ts'
import type { Section } from './section.ts'
import { whatMatters } from './what-matters.section.ts'

/** Every section of a child's page, in order within its place. A domain adds one file and one line. */
export const sections: readonly Section[] = [beside, ownWords, whatMatters, facts, councilReturn]
