/** Comparing two pieces of text, given as arrays of 32-bit code points in the shared memory. */

const WORD: usize = 4;

@inline
function at(text: usize, n: i32): u32 {
  return load<u32>(text + (<usize>n) * WORD);
}

/** Where this worker may write: two rows of flags or three rows of numbers, for the longest text. */
let scratch: usize = 0;
export const LONGEST: i32 = 4096;

export function textScratch(address: usize): void {
  scratch = address;
}

/** How many letters of `a` are met in `b` within reach; the flags say which. Halves a transposition down. */
export function jaro(a: usize, la: i32, b: usize, lb: i32): f64 {
  if (la == 0 && lb == 0) return 1;
  if (la == 0 || lb == 0) return 0;
  if (lb <= 64 && la <= 64) return shortJaro(a, la, b, lb);
  return longJaro(a, la, b, lb);
}

@inline
function reach(la: i32, lb: i32): i32 {
  const longer = la > lb ? la : lb;
  return longer > 3 ? (longer >> 1) - 1 : 0;
}

@inline
function similarity(common: i32, apart: i32, la: i32, lb: i32): f64 {
  if (common == 0) return 0;
  const c = <f64>common;
  let sum: f64 = 0;
  sum += c / <f64>la;
  sum += c / <f64>lb;
  sum += (c - <f64>(apart >> 1)) / c;
  return sum / 3.0;
}

/**
 * Up to 64 letters the flags are the bits of two numbers. Of one beginning each letter is met by the very same: all
 * those before it are taken. So it is not sought, and nothing after it is sought there.
 */
function shortJaro(a: usize, la: i32, b: usize, lb: i32): f64 {
  const window = reach(la, lb);
  const shorter = min(la, lb);
  let common = 0;
  while (common < shorter && at(a, common) == at(b, common)) common++;
  const begun = common;
  let metA: u64 = begun == 64 ? u64.MAX_VALUE : ((<u64>1) << begun) - 1;
  let metB = metA;
  for (let i = begun; i < la; i++) {
    const letter = at(a, i);
    const from = max(i - window, begun);
    const last = i + window;
    const to = last < lb ? last + 1 : lb;
    for (let j = from; j < to; j++) {
      if (at(b, j) == letter && (metB & ((<u64>1) << j)) == 0) {
        metA |= (<u64>1) << i;
        metB |= (<u64>1) << j;
        common++;
        break;
      }
    }
  }
  let apart = 0;
  const same = begun == 64 ? 0 : u64.MAX_VALUE << begun;
  metA &= same;
  metB &= same;
  while (metA != 0) {
    if (at(a, <i32>ctz(metA)) != at(b, <i32>ctz(metB))) apart++;
    metA &= metA - 1;
    metB &= metB - 1;
  }
  return similarity(common, apart, la, lb);
}

function longJaro(a: usize, la: i32, b: usize, lb: i32): f64 {
  const window = reach(la, lb);
  const metA = scratch;
  const metB = scratch + LONGEST;
  memory.fill(metA, 0, <usize>la);
  memory.fill(metB, 0, <usize>lb);
  let common = 0;
  for (let i = 0; i < la; i++) {
    const letter = at(a, i);
    const from = i > window ? i - window : 0;
    const last = i + window;
    const to = last < lb ? last + 1 : lb;
    for (let j = from; j < to; j++) {
      if (at(b, j) == letter && load<u8>(metB + <usize>j) == 0) {
        store<u8>(metA + <usize>i, 1);
        store<u8>(metB + <usize>j, 1);
        common++;
        break;
      }
    }
  }
  let apart = 0;
  let j = 0;
  for (let i = 0; i < la; i++) {
    if (load<u8>(metA + <usize>i) == 0) continue;
    while (load<u8>(metB + <usize>j) == 0) j++;
    if (at(a, i) != at(b, j)) apart++;
    j++;
  }
  return similarity(common, apart, la, lb);
}

/** Winkler's raise for a shared beginning: only above 0.7, a tenth for each of at most four letters. */
export function jaroWinkler(a: usize, la: i32, b: usize, lb: i32): f64 {
  const plain = jaro(a, la, b, lb);
  if (plain <= 0.7) return plain;
  const most = min(min(la, lb), 4);
  let prefix = 0;
  while (prefix < most && at(a, prefix) == at(b, prefix)) prefix++;
  return plain + <f64>prefix * 0.1 * (1.0 - plain);
}

/** Letters changed, dropped or added. With `swaps`, neighbours swapped count once (optimal alignment). */
export function edits(a: usize, la: i32, b: usize, lb: i32, swaps: bool): i32 {
  const row = (<usize>(lb + 1)) * WORD;
  let before = scratch;
  let above = scratch + row;
  let here = scratch + 2 * row;
  for (let j = 0; j <= lb; j++) store<i32>(above + (<usize>j) * WORD, j);
  for (let i = 1; i <= la; i++) {
    store<i32>(here, i);
    const letter = at(a, i - 1);
    for (let j = 1; j <= lb; j++) {
      const cell = (<usize>j) * WORD;
      const other = at(b, j - 1);
      let best = load<i32>(above + cell - WORD) + (letter == other ? 0 : 1);
      best = min(best, min(load<i32>(above + cell), load<i32>(here + cell - WORD)) + 1);
      if (swaps && i > 1 && j > 1 && letter == at(b, j - 2) && at(a, i - 2) == other)
        best = min(best, load<i32>(before + cell - 2 * WORD) + 1);
      store<i32>(here + cell, best);
    }
    const spare = before;
    before = above;
    above = here;
    here = spare;
  }
  return load<i32>(above + (<usize>lb) * WORD);
}

/** Whether at most one letter is changed, dropped, added, or swapped with its neighbour. No table needed. */
export function oneSlip(a: usize, la: i32, b: usize, lb: i32): bool {
  const apart = la - lb;
  if (apart > 1 || apart < -1) return false;
  const shorter = min(la, lb);
  let start = 0;
  while (start < shorter && at(a, start) == at(b, start)) start++;
  let end = 0;
  while (end < shorter - start && at(a, la - 1 - end) == at(b, lb - 1 - end)) end++;
  const leftA = la - start - end;
  const leftB = lb - start - end;
  if (leftA <= 1 && leftB <= 1) return true;
  return (
    leftA == 2 && leftB == 2 && at(a, start) == at(b, start + 1) && at(a, start + 1) == at(b, start)
  );
}

/** Whether the shorter is the beginning of the longer. */
export function begins(a: usize, la: i32, b: usize, lb: i32): bool {
  const shorter = min(la, lb);
  for (let n = 0; n < shorter; n++) if (at(a, n) != at(b, n)) return false;
  return true;
}
