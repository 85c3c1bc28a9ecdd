/**
 * Dice similarity of bit fields of `words` 64-bit words. Four columns and two rows are compared
 * together; after `checkpoint` words the eight are given up when none of them can still reach the
 * threshold (exact: nothing is lost). The last word is a division in double precision.
 */
let words: i32 = 16;
let checkpoint: i32 = 8;
let threshold: f64 = 0.8;
let whole: i64 = 0;

/** Found pairs: row, column, and the similarity as a double, 16 bytes each. */
let found: usize = 0;
let room: i32 = 0;
let written: i32 = 0;

export function diceFor(length: i32, checked: i32, atLeast: f64, address: usize, pairs: i32): void {
  words = length;
  checkpoint = checked;
  threshold = atLeast;
  whole = <i64>Math.floor(atLeast * 65536.0);
  found = address;
  room = pairs;
  written = 0;
}

export function diceEmptied(): void {
  written = 0;
}

export function diceWritten(): i32 {
  return written;
}

@inline
function bits(row: usize, n: usize): u64 {
  return load<u64>(row + (n << 3));
}

/** For each field: how many bits are set, and how many from the checkpoint on. */
export function counts(fields: usize, count: i32, all: usize, rest: usize): void {
  for (let n = 0; n < count; n++) {
    const row = fields + <usize>n * <usize>(words << 3);
    let early: u64 = 0;
    let late: u64 = 0;
    for (let w = 0; w < checkpoint; w++) early += popcnt(bits(row, w));
    for (let w = checkpoint; w < words; w++) late += popcnt(bits(row, w));
    store<u32>(all + (<usize>n << 2), <u32>(early + late));
    store<u32>(rest + (<usize>n << 2), <u32>late);
  }
}

@inline
function offer(row: i32, column: i32, common: u64, sum: u32): void {
  if ((<i64>common << 17) < whole * <i64>sum) return;
  const alike = sum == 0 ? 0.0 : (2.0 * <f64>common) / <f64>sum;
  if (alike < threshold || sum == 0) return;
  const place = found + (<usize>written << 4);
  store<i32>(place, row);
  store<i32>(place + 4, column);
  store<f64>(place + 8, alike);
  written++;
}

@inline
function may(common: u64, restA: u32, restB: u32, sum: u32): bool {
  return (<i64>(common + <u64>min(restA, restB)) << 17) >= whole * <i64>sum;
}

@inline
function number(list: usize, n: i32): u32 {
  return load<u32>(list + (<usize>n << 2));
}

/**
 * Two rows of the left (`a` and the one after it) with columns from..to of the right. The columns
 * are taken by fours; what is over, and a single row, by `diceOne`.
 */
export function diceTwo(
  left: usize, leftAll: usize, leftRest: usize, a: i32,
  right: usize, rightAll: usize, rightRest: usize, from: i32, to: i32,
): bool {
  if (written + 2 * (to - from) > room) return false;
  const size = <usize>(words << 3);
  const x0 = left + <usize>a * size;
  const x1 = x0 + size;
  const p0 = number(leftAll, a);
  const p1 = number(leftAll, a + 1);
  const r0 = number(leftRest, a);
  const r1 = number(leftRest, a + 1);
  const early = <usize>checkpoint;
  const end = <usize>words;
  let b = from;
  for (; b + 4 <= to; b += 4) {
    const y0 = right + <usize>b * size;
    const y1 = y0 + size;
    const y2 = y1 + size;
    const y3 = y2 + size;
    let c00: u64 = 0, c01: u64 = 0, c02: u64 = 0, c03: u64 = 0;
    let c10: u64 = 0, c11: u64 = 0, c12: u64 = 0, c13: u64 = 0;
    let n: usize = 0;
    for (; n < early; n++) {
      const u = bits(x0, n), v = bits(x1, n);
      const q0 = bits(y0, n), q1 = bits(y1, n), q2 = bits(y2, n), q3 = bits(y3, n);
      c00 += popcnt(u & q0); c01 += popcnt(u & q1); c02 += popcnt(u & q2); c03 += popcnt(u & q3);
      c10 += popcnt(v & q0); c11 += popcnt(v & q1); c12 += popcnt(v & q2); c13 += popcnt(v & q3);
    }
    const s0 = number(rightAll, b), s1 = number(rightAll, b + 1);
    const s2 = number(rightAll, b + 2), s3 = number(rightAll, b + 3);
    const t0 = number(rightRest, b), t1 = number(rightRest, b + 1);
    const t2 = number(rightRest, b + 2), t3 = number(rightRest, b + 3);
    if (!(
      may(c00, r0, t0, p0 + s0) || may(c01, r0, t1, p0 + s1) ||
      may(c02, r0, t2, p0 + s2) || may(c03, r0, t3, p0 + s3) ||
      may(c10, r1, t0, p1 + s0) || may(c11, r1, t1, p1 + s1) ||
      may(c12, r1, t2, p1 + s2) || may(c13, r1, t3, p1 + s3)
    )) continue;
    for (; n < end; n++) {
      const u = bits(x0, n), v = bits(x1, n);
      const q0 = bits(y0, n), q1 = bits(y1, n), q2 = bits(y2, n), q3 = bits(y3, n);
      c00 += popcnt(u & q0); c01 += popcnt(u & q1); c02 += popcnt(u & q2); c03 += popcnt(u & q3);
      c10 += popcnt(v & q0); c11 += popcnt(v & q1); c12 += popcnt(v & q2); c13 += popcnt(v & q3);
    }
    offer(a, b, c00, p0 + s0); offer(a, b + 1, c01, p0 + s1);
    offer(a, b + 2, c02, p0 + s2); offer(a, b + 3, c03, p0 + s3);
    offer(a + 1, b, c10, p1 + s0); offer(a + 1, b + 1, c11, p1 + s1);
    offer(a + 1, b + 2, c12, p1 + s2); offer(a + 1, b + 3, c13, p1 + s3);
  }
  if (b < to) {
    diceOne(left, leftAll, a, right, rightAll, b, to);
    diceOne(left, leftAll, a + 1, right, rightAll, b, to);
  }
  return true;
}

/** One row with columns from..to. */
export function diceOne(
  left: usize, leftAll: usize, a: i32,
  right: usize, rightAll: usize, from: i32, to: i32,
): bool {
  if (written + (to - from) > room) return false;
  const size = <usize>(words << 3);
  const row = left + <usize>a * size;
  const mine = number(leftAll, a);
  for (let b = from; b < to; b++) {
    const other = right + <usize>b * size;
    let common: u64 = 0;
    for (let n: usize = 0; n < <usize>words; n++) common += popcnt(bits(row, n) & bits(other, n));
    offer(a, b, common, mine + number(rightAll, b));
  }
  return true;
}
