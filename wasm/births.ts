import { partOf } from './heads';

/**
 * Dates of birth are sets of claims; the best pair of claims counts. A claim is its earliest and its
 * latest day, each year × 512 + month × 32 + day, so a year alone is a span.
 */
let column: usize = 0;

export function birthTables(table: usize): void {
  column = load<u32>(table + 48);
}

@inline
function year(day: i32): i32 {
  return day >> 9;
}

@inline
function month(day: i32): i32 {
  return (day >> 5) & 15;
}

@inline
function dayOf(day: i32): i32 {
  return day & 31;
}

/** 15 when either has none. The ladder is in births.rules.ts: 10 is the strongest, 0 contradicts. */
export function birthLevel(one: i32, two: i32): u64 {
  const a0 = partOf(column, one);
  const a1 = partOf(column + 4, one);
  const b0 = partOf(column, two);
  const b1 = partOf(column + 4, two);
  if (a0 == a1 || b0 == b1) return 15;
  let best: i32 = 0;
  for (let a = a0; a < a1; a += 8) {
    for (let b = b0; b < b1; b += 8) {
      const level = compared(a, b);
      if (level > best) best = level;
    }
  }
  return <u64>best;
}

function compared(a: usize, b: usize): i32 {
  const a0 = load<i32>(a);
  const a1 = load<i32>(a + 4);
  const b0 = load<i32>(b);
  const b1 = load<i32>(b + 4);
  if (a0 == a1 && b0 == b1) return days(a0, b0);
  if (a0 <= b1 && b0 <= a1) return 4;
  const gap = a0 > b1 ? year(a0) - year(b1) : year(b0) - year(a1);
  return gap <= 1 ? 2 : gap <= 5 ? 1 : 0;
}

const FIRST: i32 = 33;

function days(a: i32, b: i32): i32 {
  if (a == b) return (a & 511) == FIRST ? 9 : 10;
  const sameYear = year(a) == year(b);
  const years = abs(year(a) - year(b));
  if (sameYear && month(a) == dayOf(b) && dayOf(a) == month(b)) return 8;
  const firsts = ((a & 511) == FIRST ? 1 : 0) + ((b & 511) == FIRST ? 1 : 0);
  if (firsts > 0) return assigned(firsts, years);
  if ((a & 511) == (b & 511) && years <= 5) return 7;
  if (oneDigit(a, b)) return 6;
  return parts(a, b, years);
}

/** One of them is 1 January, the day that stands for not known: the year is all it says. */
function assigned(firsts: i32, years: i32): i32 {
  if (firsts == 1) return years <= 1 ? 5 : years <= 5 ? 1 : 0;
  return years <= 2 ? 2 : years <= 5 ? 1 : 0;
}

function parts(a: i32, b: i32, years: i32): i32 {
  const same =
    (year(a) == year(b) ? 1 : 0) + (month(a) == month(b) ? 1 : 0) + (dayOf(a) == dayOf(b) ? 1 : 0);
  if (same == 2) return 3;
  return years <= 1 ? 2 : years <= 5 ? 1 : 0;
}

/** One of the eight digits differs, or two neighbours are swapped. */
function oneDigit(a: i32, b: i32): bool {
  let x = year(a) * 10000 + month(a) * 100 + dayOf(a);
  let y = year(b) * 10000 + month(b) * 100 + dayOf(b);
  let differing = 0;
  let swapped = false;
  let beforeX = -1;
  let beforeY = -1;
  for (let n = 0; n < 8; n++) {
    const p = x % 10;
    const q = y % 10;
    if (p != q) {
      differing++;
      swapped = p == beforeY && q == beforeX;
      beforeX = p;
      beforeY = q;
    } else {
      beforeX = -1;
      beforeY = -1;
    }
    x /= 10;
    y /= 10;
  }
  return differing == 1 || (differing == 2 && swapped);
}
