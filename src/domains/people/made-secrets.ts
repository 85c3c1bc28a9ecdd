import { randomInt } from 'node:crypto'
import * as rules from './made-secrets.rules.ts'

const pick = (below: number): number => randomInt(below)

/** Secrets made from the system's own randomness. */
export const makeRecoveryCodes = (): readonly string[] => rules.recoveryCodes(pick)
export const makeThreeWords = (): string => rules.threeWords(pick)
export const makeOneTimePassword = (): string => rules.oneTimePassword(pick)
export const makeUserName = (): string => rules.neutralUserName(pick)
