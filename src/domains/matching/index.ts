/** What other domains, desks and commands may know of matching. README.md says how they fit together. */
export { block, type Blocks } from './blocking/blocks.ts'
export { BLOCKING_RULES, type BlockingRule } from './blocking/rules.ts'
export { compare, openWaterfalls, type Step, type Waterfall, waterfallOf } from './compare.ts'
export { arenaAgain } from './kernel/kernel.ts'
export { planOf, scorePairs, trainModel, type Plan, type Trained } from './link.ts'
export { type Answer, type Index, openIndex } from './look-up.ts'
export {
  chanceOf,
  type Model,
  priorWeight,
  STARTING_MODEL,
  weightOf,
} from './model/model.rules.ts'
export { type Crew, openCrew, type Watching } from './pairs/crew.ts'
export type { Found } from './pairs/work.ts'
export { type BirthClaim, FIELDS, type FieldName, type MatchRecord, SLOTS } from './record.rules.ts'
export { BIRTH_LEVELS } from './register/birth-days.rules.ts'
export { type Frequencies, frequenciesOf } from './register/rarity.rules.ts'
export { type Encoder, openEncoder, type Register, registerOf } from './register/register.ts'
export { blockingKeys } from './blocking/keys.ts'
export { alignment, jaro, jaroWinkler, levenshtein } from './text-likeness.ts'
export { Unreadable } from './evaluate/csv-rows.rules.ts'
export { evaluate } from './evaluate/evaluate.ts'
export type { Evaluation } from './evaluate/evaluation.rules.ts'
export { generatePairs, type Pairs } from './generate/pairs.rules.ts'
export { TRADITIONS } from './generate/people.rules.ts'
export {
  birthsOfRecord,
  fieldOfRecord,
  firstBirth,
  firstOfField,
  firstWords,
  keyOf,
} from './blocking/rules.ts'
export { bitField, fieldKeys, folded, pieces, tokenIndices } from './encodings/clkhash.rules.ts'
export { dicePairs, type DiceState, type DiceWatching, type Fields } from './encodings/dice.ts'
export { readPeopleFile } from './evaluate/people-file.rules.ts'
export { daitchMokotoff } from './sounds/daitch-mokotoff.rules.ts'
export { readForms } from './names/forms-read.rules.ts'
export { nameWords } from './names/name-words.rules.ts'
