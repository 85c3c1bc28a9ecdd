/** The kernel of matching. Built by `npm run wasm`; README.md beside says how it is laid out. */
export { edits, jaro, jaroWinkler, textScratch } from './text';
export { fieldFrequency, levels, nameFrequency, open, useModel, weightOf } from './record';
export {
  block,
  countInto,
  distinctPatterns,
  emptied,
  everyPair,
  randomPairs,
  thinTo,
  useRules,
  weigh,
  writeInto,
  writtenPairs,
} from './pairs';
export { counts, diceEmptied, diceFor, diceOne, diceTwo, diceWritten } from './dice';
