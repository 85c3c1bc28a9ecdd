import { partOf } from './heads';
import { familyOf, lengthOf, rarityOf, signatureOf, textOf } from './words';
import { jaroWinkler, oneSlip } from './text';

/** The other things known: each a set of values for a record, each value a word of the dictionary. */
let table: usize = 0;
let count: i32 = 0;

export const EXACT: i32 = 0;
export const TEXT: i32 = 1;
export const OVERLAP: i32 = 2;
export const NUMBER: i32 = 3;
const NULL: u64 = 15;

export function fieldTables(address: usize): void {
  count = load<i32>(address + 56);
  table = address + 64;
}

@inline
export function fieldCount(): i32 {
  return count;
}

/** The rarity of what was found the same by the last comparison; 0 when it says nothing. */
let rare: f32 = 0;

@inline
export function foundRarity(): f32 {
  return rare;
}

export function fieldLevel(field: i32, one: i32, two: i32): u64 {
  const place = table + <usize>(field << 4);
  const column = <usize>load<u32>(place);
  const kind = load<i32>(place + 8);
  rare = 0;
  // No record says anything here: nothing of it is in memory.
  if (column == 0) return NULL;
  const a0 = partOf(column, one);
  const a1 = partOf(column + 4, one);
  const b0 = partOf(column, two);
  const b1 = partOf(column + 4, two);
  if (a0 == a1 || b0 == b1) return NULL;
  if (kind == OVERLAP) return overlap(a0, a1, b0, b1);
  let best: i32 = 0;
  for (let a = a0; a < a1; a += 4) {
    for (let b = b0; b < b1; b += 4) {
      const x = load<i32>(a);
      const y = load<i32>(b);
      const level = x == y ? 3 : kind == EXACT ? 0 : kind == TEXT ? near(x, y) : slip(x, y) ? 2 : 0;
      if (level == 3 && rarityOf(x) < rare) rare = rarityOf(x);
      if (level > best) best = level;
    }
  }
  return <u64>best;
}

/** Nothing said, the same value, or neither: what is known of a field before any text is looked at. */
export const SAME: i32 = 3;
export const SILENT: i32 = 15;
export const OTHER: i32 = 0;
/** May be anything: the words of an address are not looked at twice. */
export const OPEN: i32 = -1;

/** As `fieldLevel` where it says 3 or 15, and its rarity with it; otherwise only that it will say less than 3. */
export function fieldAtOnce(field: i32, one: i32, two: i32): i32 {
  const place = table + <usize>(field << 4);
  const column = <usize>load<u32>(place);
  rare = 0;
  if (column == 0) return SILENT;
  const a0 = partOf(column, one);
  const a1 = partOf(column + 4, one);
  const b0 = partOf(column, two);
  const b1 = partOf(column + 4, two);
  if (a0 == a1 || b0 == b1) return SILENT;
  if (load<i32>(place + 8) == OVERLAP) return OPEN;
  let best = OTHER;
  for (let a = a0; a < a1; a += 4) {
    const x = load<i32>(a);
    for (let b = b0; b < b1; b += 4) {
      if (x != load<i32>(b)) continue;
      best = SAME;
      rare = min(rare, rarityOf(x));
    }
  }
  return best;
}

/** 2: one slip of the hand. 1: the same district, the same mailbox elsewhere, or much alike. */
function near(x: i32, y: i32): i32 {
  if (slip(x, y)) return 2;
  const kin = familyOf(x);
  if (kin != -1 && kin == familyOf(y)) return 1;
  const la = lengthOf(x);
  const lb = lengthOf(y);
  if (min(la, lb) < 5) return 0;
  const a = <u32>signatureOf(x);
  const b = <u32>signatureOf(y);
  const common = min(la - popcnt(a & ~b), lb - popcnt(b & ~a));
  // Jaro–Winkler from 0.9 needs Jaro from 0.83, which needs the two shares of what is common to be 1.5.
  if (2 * common * (la + lb) < 3 * la * lb) return 0;
  return jaroWinkler(textOf(x), la, textOf(y), lb) >= 0.9 ? 1 : 0;
}

/** One letter changed alters at most two bits of the signature; a quick no. */
function slip(x: i32, y: i32): bool {
  if (popcnt(<u32>(signatureOf(x) ^ signatureOf(y))) > 2) return false;
  const la = lengthOf(x);
  const lb = lengthOf(y);
  return min(la, lb) >= 4 && oneSlip(textOf(x), la, textOf(y), lb);
}

/** Two sets of words, such as an address: what share of the smaller is in the larger. */
function overlap(a0: usize, a1: usize, b0: usize, b1: usize): u64 {
  const na = <i32>((a1 - a0) >> 2);
  const nb = <i32>((b1 - b0) >> 2);
  let met = 0;
  let used: u64 = 0;
  for (let a = a0; a < a1; a += 4) {
    for (let n = 0; n < nb && n < 64; n++) {
      if ((used & ((<u64>1) << n)) != 0) continue;
      if (!sameWord(load<i32>(a), load<i32>(b0 + (<usize>n << 2)))) continue;
      used |= (<u64>1) << n;
      met++;
      break;
    }
  }
  if (met == 0) return 0;
  const fewer = min(na, nb);
  if (met == na && met == nb) return 4;
  if (met == fewer) return 3;
  return met * 2 >= fewer ? 2 : 1;
}

function sameWord(x: i32, y: i32): bool {
  return x == y || slip(x, y);
}
