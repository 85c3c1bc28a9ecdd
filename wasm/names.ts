import { headOf } from './heads';
import { likeness, rarityOf, sharedRarity } from './words';

/** A name is its words as a set; an alias is one more name. Nine words at most are looked at. */
let names: usize = 0;
let ends: usize = 0;
let words: usize = 0;
let joined: usize = 0;
let grid: usize = 0;

const MOST: i32 = 8;
const NULL: u64 = 15;
/** Five comparisons of four bits: best word, second, third, how many words, their order. */
const ALL_NULL: u64 = 0xfffff;

export function nameTables(table: usize, scratch: usize): void {
  names = load<u32>(table + 32);
  ends = load<u32>(table + 36);
  words = load<u32>(table + 40);
  joined = load<u32>(table + 44);
  grid = scratch;
}

@inline
function offset(list: usize, n: i32): i32 {
  return <i32>load<u32>(list + (<usize>n << 2));
}

@inline
function word(list: usize, n: i32): i32 {
  return load<i32>(list + (<usize>n << 2));
}

/** What the last comparison paired: word of the one, word of the other, level; for term frequencies. */
let pairedCount: i32 = 0;

@inline
function paired(n: i32): usize {
  return grid + 256 + <usize>n * 12;
}

function note(a: i32, b: i32, level: i32): void {
  const place = paired(pairedCount++);
  store<i32>(place, a);
  store<i32>(place + 4, b);
  store<i32>(place + 8, level);
}

/** The levels of the best pair of names of two records, packed four bits each. */
export function nameLevels(one: i32, two: i32): u64 {
  const a0 = headOf(names, one);
  const a1 = headOf(names + 4, one);
  const b0 = headOf(names, two);
  const b1 = headOf(names + 4, two);
  if (a0 == a1 || b0 == b1) {
    pairedCount = 0;
    return ALL_NULL;
  }
  if (a1 - a0 == 1 && b1 - b0 == 1) return compared(a0, b0);
  let best: u64 = ALL_NULL;
  let bestValue = -1;
  let bestA = a0;
  let bestB = b0;
  for (let a = a0; a < a1; a++) {
    for (let b = b0; b < b1; b++) {
      const levels = compared(a, b);
      const value = valueOf(levels);
      if (value > bestValue) {
        bestValue = value;
        best = levels;
        bestA = a;
        bestB = b;
      }
    }
  }
  compared(bestA, bestB);
  return best;
}

/** How many pairs of names were tried: what an agreement among many is worth less for. */
export function namePairs(one: i32, two: i32): i32 {
  const a = headOf(names + 4, one) - headOf(names, one);
  const b = headOf(names + 4, two) - headOf(names, two);
  return a * b;
}

function valueOf(levels: u64): i32 {
  let value = 0;
  for (let n: u64 = 0; n < 3; n++) {
    const level = (levels >> (n * 4)) & 15;
    if (level != NULL) value += <i32>(level * level) * (n == 0 ? 2 : 1) - (level == 0 ? 6 : 0);
  }
  return value + 20;
}

function compared(a: i32, b: i32): u64 {
  const a0 = offset(ends, a);
  const b0 = offset(ends, b);
  const na = min(offset(ends, a + 1) - a0, MOST);
  const nb = min(offset(ends, b + 1) - b0, MOST);
  pairedCount = 0;
  if (na == nb && isSame(a0, b0, na)) return theSame(a0, na);
  let freeA: u32 = (1 << na) - 1;
  let freeB: u32 = (1 << nb) - 1;
  let firstB = -1;
  let firstA = -1;
  let order: u64 = NULL;
  fill(a0, na, b0, nb);
  for (let level = 5; level > 0; level--) {
    for (let i = 0; i < na; i++) {
      if ((freeA & (1 << i)) == 0) continue;
      for (let j = 0; j < nb; j++) {
        if ((freeB & (1 << j)) == 0 || load<u8>(grid + <usize>(i * MOST + j)) != level) continue;
        freeA &= ~(1 << i);
        freeB &= ~(1 << j);
        note(word(words, a0 + i), word(words, b0 + j), level);
        if (firstA < 0) {
          firstA = i;
          firstB = j;
        } else if (order == NULL && level > 1) order = i > firstA == j > firstB ? 1 : 0;
        break;
      }
    }
  }
  let countA = na;
  let countB = nb;
  if (freeA != 0 && freeB != 0) {
    countA -= merged(a0, na, freeA, b0, nb, freeB, false);
    countB -= merged(b0, nb, freeB, a0, na, freeA, true);
  }
  return packed(countA, countB, order);
}

@inline
function isSame(a0: i32, b0: i32, count: i32): bool {
  for (let n = 0; n < count; n++) if (word(words, a0 + n) != word(words, b0 + n)) return false;
  return true;
}

/** As `compared` says of two names that are word for word the same. */
function theSame(a0: i32, count: i32): u64 {
  for (let n = 0; n < count; n++) note(word(words, a0 + n), word(words, a0 + n), 5);
  const second: u64 = count < 2 ? NULL : 5;
  const third: u64 = count < 3 ? NULL : 5;
  const order: u64 = count < 2 ? NULL : 1;
  return 5 | (second << 4) | (third << 8) | (2 << 12) | (order << 16);
}

@inline
function swapped(n: usize): void {
  const a = load<i32>(n);
  const b = load<i32>(n + 4);
  const level = load<i32>(n + 8);
  store<i32>(n, load<i32>(n - 12));
  store<i32>(n + 4, load<i32>(n - 8));
  store<i32>(n + 8, load<i32>(n - 4));
  store<i32>(n - 12, a);
  store<i32>(n - 8, b);
  store<i32>(n - 4, level);
}

function fill(a0: i32, na: i32, b0: i32, nb: i32): void {
  for (let i = 0; i < na; i++) {
    const one = word(words, a0 + i);
    for (let j = 0; j < nb; j++)
      store<u8>(grid + <usize>(i * MOST + j), <u8>likeness(one, word(words, b0 + j)));
  }
}

/** Two neighbouring words of the one, written as one word by the other. Gives how many words that saves. */
function merged(a0: i32, na: i32, freeA: u32, b0: i32, nb: i32, freeB: u32, turned: bool): i32 {
  for (let i = 0; i + 1 < na; i++) {
    const both: u32 = 3 << i;
    const together = word(joined, a0 + i);
    if (together < 0 || (freeA & both) == 0) continue;
    for (let j = 0; j < nb; j++) {
      if ((freeB & (1 << j)) == 0 || likeness(together, word(words, b0 + j)) < 3) continue;
      if ((freeA & both) != both && !release(word(words, a0 + i), word(words, a0 + i + 1), turned))
        continue;
      const other = word(words, b0 + j);
      note(turned ? other : together, turned ? together : other, 4);
      return 1;
    }
  }
  return 0;
}

/** One of the two words was already paired with something: that pair is given up for the better reading. */
function release(first: i32, second: i32, turned: bool): bool {
  for (let n = 0; n < pairedCount; n++) {
    const mine = load<i32>(paired(n) + (turned ? 4 : 0));
    if (mine != first && mine != second) continue;
    if (load<i32>(paired(n) + 8) > 3) return false;
    pairedCount--;
    memory.copy(paired(n), paired(pairedCount), 12);
    return true;
  }
  return false;
}

@inline
function levelAt(n: i32): u64 {
  return n < pairedCount ? <u64>load<i32>(paired(n) + 8) : 0;
}

/** Sorts what was paired, best first, and packs it. */
function packed(countA: i32, countB: i32, order: u64): u64 {
  for (let n = 1; n < pairedCount; n++) {
    for (let k = n; k > 0 && levelAt(k) > levelAt(k - 1); k--) swapped(paired(k));
  }
  const fewer = min(countA, countB);
  const apart = abs(countA - countB);
  const second = fewer < 2 ? NULL : levelAt(1);
  const third = fewer < 3 ? NULL : levelAt(2);
  const count: u64 = apart == 0 ? 2 : apart == 1 ? 1 : 0;
  return levelAt(0) | (second << 4) | (third << 8) | (count << 12) | (order << 16);
}

/**
 * What the rarity of the words adds to the weights of their levels: the share of records with that
 * very word (or its class) stands in for the average chance `u`. Call after `nameLevels`.
 */
export function nameRarity(chances: usize): f32 {
  let sum: f32 = 0;
  for (let n = 0; n < pairedCount; n++) {
    const level = load<i32>(paired(n) + 8);
    if (level < 4) continue;
    const a = load<i32>(paired(n));
    const b = load<i32>(paired(n) + 4);
    const rare = level == 5 ? rarityOf(a) : sharedRarity(a, b);
    if (n < 3) sum += load<f32>(chances + ((<usize>n * 16 + <usize>level) << 2)) - rare;
    else sum -= rare * <f32>0.5;
  }
  return sum;
}
