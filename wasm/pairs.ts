import { levels, levelsFrom, weightOf } from './record';

/**
 * Walking pairs of records without ever keeping them. Records before `split` are the left file and
 * the others the right; with split 0 every two records are a pair, once.
 */
let split: i32 = 0;

/** A histogram of levels: open addressing, 16 bytes an entry (levels, count). */
let histogram: usize = 0;
let mask: u64 = 0;
let distinct: i32 = 0;
let most: i32 = 0;

/** Where found pairs are written: 24 bytes each (one, two, weight, nothing, levels). */
let found: usize = 0;
let room: i32 = 0;
let written: i32 = 0;
let threshold: f32 = 0;
let scoring: bool = false;
/** Where to go on in the row at which the room became full; 0 when it did not. */
let column: i32 = 0;

/** Of all pairs only those whose numbers come to nought under this mask are looked at; 0 looks at all. */
let thin: u32 = 0;

/** Rules: for each, where the keys of a record begin (or 0 when each record has one), and the keys. */
let rules: usize = 0;

export function countInto(address: usize, bits: i32, splitAt: i32): void {
  histogram = address;
  mask = ((<u64>1) << bits) - 1;
  most = <i32>(mask - (mask >> 2));
  distinct = 0;
  memory.fill(address, 0, <usize>(mask + 1) << 4);
  split = splitAt;
  scoring = false;
  column = 0;
}

export function writeInto(address: usize, pairs: i32, atLeast: f32, splitAt: i32): void {
  found = address;
  room = pairs;
  threshold = atLeast;
  written = 0;
  split = splitAt;
  scoring = true;
  column = 0;
}

export function thinTo(mask: u32): void {
  thin = mask;
}

/** Drawn by the numbers of the two, so that every block and rule has its share and the same are drawn each time. */
@inline
function passedOver(one: i32, two: i32): bool {
  if (thin == 0) return false;
  let mixed = (<u32>one * 0x9e3779b1) ^ (<u32>two * 0x85ebca77);
  mixed = (mixed ^ (mixed >> 15)) * 0xc2b2ae3d;
  return ((mixed >> 13) & thin) != 0;
}

export function emptied(): void {
  written = 0;
}

export function writtenPairs(): i32 {
  return written;
}

export function distinctPatterns(): i32 {
  return distinct;
}

@inline
function meet(one: i32, two: i32): void {
  if (scoring) keep(one, two);
  else add(levels(one, two));
}

/** Whether to stop at this row, to go on at this column when the room is empty again. */
@inline
function isFull(next: i32): bool {
  if (!scoring || written < room) return false;
  column = next;
  return true;
}

/** Where a row begins: at its first column, or where it was left. */
@inline
function begun(first: i32): i32 {
  const from = max(first, column);
  column = 0;
  return from;
}

@inline
function keep(one: i32, two: i32): void {
  const code = levelsFrom(threshold, one, two);
  if (code == u64.MAX_VALUE) return;
  const weight = weightOf(code, one, two);
  if (weight < threshold) return;
  const place = found + <usize>written * 24;
  store<i32>(place, one);
  store<i32>(place + 4, two);
  store<f32>(place + 8, weight);
  store<u64>(place + 16, code);
  written++;
}

/** The code is kept plus one, so that nought means an empty place. */
function add(code: u64): void {
  let n = ((code * 0x9e3779b97f4a7c15) >> 20) & mask;
  while (true) {
    const place = histogram + (<usize>n << 4);
    const there = load<u64>(place);
    if (there == code + 1) {
      store<u32>(place + 8, load<u32>(place + 8) + 1);
      return;
    }
    if (there == 0) {
      if (distinct >= most) return;
      distinct++;
      store<u64>(place, code + 1);
      store<u32>(place + 8, 1);
      return;
    }
    n = (n + 1) & mask;
  }
}

/** Records from..to against from..to of the other side. Gives the row to go on from when the room is full. */
export function everyPair(from: i32, to: i32, against: i32, until: i32): i32 {
  for (let one = from; one < to; one++) {
    const first = split == 0 ? max(against, one + 1) : against;
    for (let two = begun(first); two < until; two++) {
      if (passedOver(one, two)) continue;
      meet(one, two);
      if (isFull(two + 1)) return one;
    }
  }
  return to;
}

/** Pairs drawn at random, for the chance that two different children agree. */
export function randomPairs(seed: u64, pairs: i32, records: i32): void {
  let state = seed | 1;
  const left = split == 0 ? records : split;
  const right = split == 0 ? records : records - split;
  for (let n = 0; n < pairs; n++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    const one = <i32>((state >> 33) % <u64>left);
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    const two = (split == 0 ? 0 : split) + <i32>((state >> 33) % <u64>right);
    if (one != two) add(levels(one, two));
  }
}

export function useRules(address: usize): void {
  rules = address;
}

@inline
function keysFrom(rule: i32, record: i32): usize {
  const ends = <usize>load<u32>(rules + (<usize>rule << 3));
  const keys = <usize>load<u32>(rules + (<usize>rule << 3) + 4);
  if (ends == 0) return keys + (<usize>record << 2);
  return keys + (<usize>load<u32>(ends + (<usize>record << 2)) << 2);
}

@inline
function keysTo(rule: i32, record: i32): usize {
  if (load<u32>(rules + (<usize>rule << 3)) == 0) return keysFrom(rule, record) + 4;
  return keysFrom(rule, record + 1);
}

/** The smallest key two records share by a rule, or 0. Keys of a record stand in order. */
function sharedKey(rule: i32, one: i32, two: i32): u32 {
  let a = keysFrom(rule, one);
  let b = keysFrom(rule, two);
  const a1 = keysTo(rule, one);
  const b1 = keysTo(rule, two);
  while (a < a1 && b < b1) {
    const x = load<u32>(a);
    const y = load<u32>(b);
    if (x == y && x != 0) return x;
    if (x <= y) a += 4;
    if (y <= x) b += 4;
  }
  return 0;
}

/** Whether this rule and key are the first by which the two would be compared. */
function first(rule: i32, key: u32, one: i32, two: i32): bool {
  for (let earlier = 0; earlier < rule; earlier++)
    if (sharedKey(earlier, one, two) != 0) return false;
  return load<u32>(rules + (<usize>rule << 3)) == 0 || sharedKey(rule, one, two) == key;
}

/**
 * The records of one block, in order: `members` from..to all share `key` by `rule`. `skip` rows were
 * done before. Gives how many rows are done: fewer than `until` when the room was full.
 */
export function block(
  members: usize, size: i32, rule: i32, key: u32, skip: i32, until: i32,
): i32 {
  const right = split == 0 ? 0 : firstRight(members, size);
  for (let x = skip; x < until; x++) {
    const one = load<i32>(members + (<usize>x << 2));
    for (let y = begun(split == 0 ? x + 1 : right); y < size; y++) {
      const two = load<i32>(members + (<usize>y << 2));
      if (passedOver(one, two) || !first(rule, key, one, two)) continue;
      meet(one, two);
      if (isFull(y + 1)) return x;
    }
  }
  return until;
}

function firstRight(members: usize, size: i32): i32 {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<i32>(members + (<usize>middle << 2)) < split) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list of candidates for one record: its weight with each, written in order. */
export function weigh(one: i32, candidates: usize, count: i32, weights: usize): void {
  for (let n = 0; n < count; n++) {
    const two = load<i32>(candidates + (<usize>n << 2));
    store<f32>(weights + (<usize>n << 2), weightOf(levels(one, two), one, two));
  }
}
