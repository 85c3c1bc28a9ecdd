import { begins, jaroWinkler, oneSlip } from './text';

/**
 * The dictionary: every distinct word of the records once, with what it may be known as. A family of
 * known forms, the ways it may be said and its bare consonants are numbers of one space of classes.
 */
let chars: usize = 0;
let ends: usize = 0;
let family: usize = 0;
let sounds: usize = 0;
let bones: usize = 0;
let kinds: usize = 0;
let rarity: usize = 0;
let classRarity: usize = 0;
let signature: usize = 0;
let memo: usize = 0;

const MEMO_BITS: u64 = 20;
/** Classes a word has room for, of each kind. */
const ROOM: usize = 4;
const NONE: i32 = -1;

export function dictionary(table: usize, memory: usize): void {
  chars = load<u32>(table);
  ends = load<u32>(table + 4);
  family = load<u32>(table + 8);
  sounds = load<u32>(table + 12);
  bones = load<u32>(table + 16);
  kinds = load<u32>(table + 20);
  rarity = load<u32>(table + 24);
  classRarity = load<u32>(table + 28);
  signature = load<u32>(table + 60);
  memo = memory;
}

@inline
export function textOf(word: i32): usize {
  return chars + <usize>load<u32>(ends + (<usize>word << 2)) * 4;
}

@inline
export function lengthOf(word: i32): i32 {
  const place = ends + (<usize>word << 2);
  return <i32>(load<u32>(place + 4) - load<u32>(place));
}

@inline
export function familyOf(word: i32): i32 {
  return load<i32>(family + (<usize>word << 2));
}

@inline
export function rarityOf(word: i32): f32 {
  return load<f32>(rarity + (<usize>word << 2));
}

/** Bit 0: written without vowels. 1: its bare consonants say enough alone. From bit 3: where its classes stand. */
@inline
function kindOf(word: i32): i32 {
  return load<i32>(kinds + (<usize>word << 2));
}

@inline
function classesOf(list: usize, word: i32): usize {
  return list + ((<usize>(kindOf(word) >> 3) * ROOM) << 2);
}

/** The rarest class both words of names are in, or none. */
function shared(list: usize, a: i32, b: i32): i32 {
  const ofA = classesOf(list, a);
  const ofB = classesOf(list, b);
  let found = NONE;
  for (let n: usize = 0; n < ROOM; n++) {
    const one = load<i32>(ofA + (n << 2));
    if (one == NONE) break;
    for (let k: usize = 0; k < ROOM; k++) {
      const other = load<i32>(ofB + (k << 2));
      if (other == NONE) break;
      if (one == other && (found == NONE || rarityOfClass(one) < rarityOfClass(found))) found = one;
    }
  }
  return found;
}

@inline
function rarityOfClass(number: i32): f32 {
  return load<f32>(classRarity + (<usize>number << 2));
}

/** How rare the thing is that two words of level 4 have in common, as the logarithm of its share. */
export function sharedRarity(a: i32, b: i32): f32 {
  const kin = familyOf(a);
  let found: f32 = 0;
  if (kin != NONE && kin == familyOf(b)) found = rarityOfClass(kin);
  const said = shared(sounds, a, b);
  if (said != NONE) found = min(found, rarityOfClass(said));
  if (found == 0) {
    const bare = shared(bones, a, b);
    if (bare != NONE) found = rarityOfClass(bare);
  }
  return found;
}

/**
 * How alike two words of a name are: 5 the same spelling · 4 one name said, known or written in
 * another script · 3 one slip of the hand, or other vowels · 2 somewhat alike, or the short form · 1 an initial · 0 not.
 */
export function likeness(one: i32, two: i32): i32 {
  if (one == two) return 5;
  if (!maybe(one, two)) return 0;
  const a = min(one, two);
  const b = max(one, two);
  const key = (<u64>a << 28) | <u64>b;
  const place = memo + (<usize>((key * 0x9e3779b97f4a7c15) >> (64 - MEMO_BITS)) << 3);
  const entry = load<u64>(place);
  if (entry >> 4 == key) return <i32>(entry & 15);
  const level = compared(a, b);
  store<u64>(place, (key << 4) | <u64>level);
  return level;
}

/** Which letters a word has, one bit each (low half), and which classes it is in (high half). */
@inline
export function signatureOf(word: i32): u64 {
  return load<u64>(signature + (<usize>word << 3));
}

/**
 * A quick no: without a class in common, words whose letters differ this much cannot be alike. Never
 * says no where the slow way would say yes: Jaro–Winkler from 0.85 needs Jaro from 0.75, which needs
 * common / length of the one + common / length of the other to be 1.25.
 */
@inline
function maybe(one: i32, two: i32): bool {
  const a = signatureOf(one);
  const b = signatureOf(two);
  if (((a & b) >> 32) != 0) return true;
  const la = lengthOf(one);
  const lb = lengthOf(two);
  const shorter = min(la, lb);
  if (shorter == 1) return true;
  const lettersA = <u32>a;
  const lettersB = <u32>b;
  const common = min(la - popcnt(lettersA & ~lettersB), lb - popcnt(lettersB & ~lettersA));
  return 4 * common * (la + lb) >= 5 * la * lb;
}

function compared(a: i32, b: i32): i32 {
  const kin = familyOf(a);
  if (kin != NONE && kin == familyOf(b)) return 4;
  const sa = kindOf(a);
  const sb = kindOf(b);
  if (((sa ^ sb) & 1) != 0) return shared(bones, a, b) == NONE ? 0 : 4;
  if (shared(sounds, a, b) != NONE) return 4;
  return spelled(a, b, (sa & sb & 2) != 0);
}

function spelled(a: i32, b: i32, telling: bool): i32 {
  const ta = textOf(a);
  const tb = textOf(b);
  const la = lengthOf(a);
  const lb = lengthOf(b);
  const shorter = min(la, lb);
  if (shorter == 1) return begins(ta, la, tb, lb) ? 1 : 0;
  // Another first letter of a short word makes another name: Minh and Linh, Leka and Zeka.
  if (shorter >= 4 && oneSlip(ta, la, tb, lb))
    return shorter >= 6 || load<u32>(ta) == load<u32>(tb) ? 3 : 2;
  const alike = jaroWinkler(ta, la, tb, lb);
  if (alike >= 0.92 && shorter >= 4) return 3;
  if (telling && shared(bones, a, b) != NONE) return 3;
  if (shorter >= 3 && begins(ta, la, tb, lb)) return 2;
  return alike >= 0.85 ? 2 : 0;
}
