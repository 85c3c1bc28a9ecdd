import { birthLevel, birthTables } from './births';
import {
  fieldAtOnce, fieldCount, fieldLevel, fieldTables, foundRarity, OPEN, SAME, SILENT,
} from './fields';
import { headTables } from './heads';
import { nameLevels, namePairs, nameRarity, nameTables } from './names';
import { textScratch } from './text';
import { dictionary } from './words';

const SLOTS_BEFORE_FIELDS: i32 = 6;
/** Among the fields, in the order of FIELDS. */
const POSTCODES: i32 = 4;
const PLACES: i32 = 5;
const NULL: u64 = 15;
const TOP: u64 = 3;
/** From this level of the first or the second comparison on a word of the names is alike. */
const ALIKE: u64 = 2;

/**
 * Weights as 16 slots of 16 levels, three times: where no word of the names is alike, where one is, and
 * where two are; then the logarithms of the chances `u` of the first kind, against which rarity is measured.
 */
let weights: usize = 0;
let chances: usize = 0;
let fieldRarity: usize = 0;

/**
 * Told once to each worker: where the tables are, and 9 MiB of its own to write in (memo 8 MiB, then
 * 128 KiB for texts, the grid of a name and the rarities).
 */
export function open(table: usize, own: usize): void {
  dictionary(table, own);
  const small = own + (8 << 20);
  textScratch(small);
  nameTables(table, small + (128 << 10));
  fieldRarity = small + (132 << 10);
  headTables(table);
  birthTables(table);
  fieldTables(table);
}

export function useModel(address: usize): void {
  weights = address;
  chances = address + 3072;
}

/** A town that a postcode of one district says already is not counted twice. */
@inline
function placesOnce(code: u64): u64 {
  const district = (code >> (<u64>(SLOTS_BEFORE_FIELDS + POSTCODES) * 4)) & 15;
  if (district == 0 || district == NULL) return code;
  store<f32>(fieldRarity + (<usize>PLACES << 2), 0);
  return code | (NULL << (<u64>(SLOTS_BEFORE_FIELDS + PLACES) * 4));
}

/** The levels of two records, four bits for each comparison; 15 where either says nothing. */
export function levels(one: i32, two: i32): u64 {
  return withFields(firstLevels(one, two), one, two);
}

/** The levels of the names and the birth. */
@inline
function firstLevels(one: i32, two: i32): u64 {
  return nameLevels(one, two) | (birthLevel(one, two) << 20);
}

function withFields(first: u64, one: i32, two: i32): u64 {
  let code = first;
  const fields = fieldCount();
  for (let n = 0; n < fields; n++) {
    const level = fieldLevel(n, one, two);
    store<f32>(fieldRarity + (<usize>n << 2), level == TOP ? foundRarity() : 0);
    code |= level << (<u64>(SLOTS_BEFORE_FIELDS + n) * 4);
  }
  return placesOnce(code);
}

@inline
function isAlike(level: u64): bool {
  return level >= ALIKE && level != NULL;
}

@inline
function entry(list: usize, slot: i32, level: u64): f32 {
  return load<f32>(list + ((<usize>slot * 16 + <usize>level) << 2));
}

/** The weights for as many words as are alike. */
@inline
function listFor(code: u64): usize {
  return weights + (isAlike(code & 15) ? (isAlike((code >> 4) & 15) ? 2048 : 1024) : 0);
}

/** The weight of the pair that `levels` compared last, in bits, term frequencies included. */
export function weightOf(code: u64, one: i32, two: i32): f32 {
  let sum: f32 = 0;
  const slots = SLOTS_BEFORE_FIELDS + fieldCount();
  const list = listFor(code);
  for (let slot = 0; slot < slots; slot++) sum += entry(list, slot, (code >> (slot * 4)) & 15);
  return sum + frequencies(code, one, two);
}

/** What rounding may add. */
const SLACK: f32 = 0.01;

/**
 * The levels of two records whose weight may be as much as `least`, or all ones where it cannot be: the names and the
 * birth are compared, and of the rest only whether it is the same; what is not is taken for the best it may still be.
 */
export function levelsFrom(least: f32, one: i32, two: i32): u64 {
  const first = firstLevels(one, two);
  const list = listFor(first);
  let most: f32 = nameFrequency(first, one, two) + SLACK;
  for (let slot = 0; slot < SLOTS_BEFORE_FIELDS; slot++)
    most += entry(list, slot, (first >> (slot * 4)) & 15);
  const fields = fieldCount();
  for (let n = 0; n < fields; n++) most += bestOf(n, list, fieldAtOnce(n, one, two));
  return most < least ? u64.MAX_VALUE : withFields(first, one, two);
}

function bestOf(n: i32, list: usize, known: i32): f32 {
  if (known == SILENT) return 0;
  const slot = SLOTS_BEFORE_FIELDS + n;
  const rare = foundRarity();
  let best = entry(list, slot, TOP) + (rare == 0 ? 0 : entry(chances, slot, TOP) - rare);
  if (known != SAME) {
    best = max(entry(list, slot, 0), max(entry(list, slot, 1), entry(list, slot, 2)));
    if (known == OPEN) best = max(best, max(entry(list, slot, TOP), entry(list, slot, 4)));
  }
  // A town may yet be left out for what the postcode says.
  return n == PLACES ? max(best, 0) : best;
}

/** The part of the weight that comes from how rare the agreeing values are. */
export function frequencies(code: u64, one: i32, two: i32): f32 {
  let sum = nameFrequency(code, one, two);
  const fields = fieldCount();
  for (let n = 0; n < fields; n++) sum += fieldFrequency(n);
  return sum;
}

/** The names' part; less what trying several pairs of names makes likelier by chance. */
export function nameFrequency(code: u64, one: i32, two: i32): f32 {
  const best = code & 15;
  if (best == NULL || best == 0) return 0;
  const tried = namePairs(one, two);
  return (best >= 4 ? nameRarity(chances) : 0) - (tried > 1 ? log2of(tried) : 0);
}

export function fieldFrequency(n: i32): f32 {
  const rare = load<f32>(fieldRarity + (<usize>n << 2));
  return rare == 0 ? 0 : entry(chances, SLOTS_BEFORE_FIELDS + n, TOP) - rare;
}

/** Without the tables of Math.log2: data of the module would be written over the shared memory. */
function log2of(n: i32): f32 {
  let x = <f64>n;
  let whole = 0;
  while (x >= 2) {
    x /= 2;
    whole++;
  }
  const y = (x - 1) / (x + 1);
  const z = y * y;
  const half = y * (1 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z / 11)))));
  return <f32>(<f64>whole + 2.8853900817779268 * half);
}
