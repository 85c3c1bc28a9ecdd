import { pick, type Random } from '../random.ts'

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  sport: [
    'football',
    'boxing',
    'cricket',
    'running',
    'basketball',
    'swimming',
    'volleyball',
    'the gym',
    'cycling',
    'badminton',
  ],
  position: [
    'left back',
    'in goal',
    'on the wing',
    'centre midfield',
    'striker',
    'wherever they need me',
  ],
  subject: [
    'maths',
    'art',
    'science',
    'English',
    'food tech',
    'history',
    'PE',
    'music',
    'computing',
    'geography',
  ],
  course: [
    'plumbing',
    'hair and beauty',
    'motor mechanics',
    'ESOL',
    'catering',
    'bricklaying',
    'health and social care',
    'IT',
    'barbering',
    'electrics',
    'business',
    'childcare',
  ],
  job: [
    'a nurse',
    'an electrician',
    'a chef',
    'a barber',
    'a teacher',
    'an engineer',
    'a midwife',
    'a mechanic',
    'a lorry driver',
    'a paramedic',
    'a football coach',
    'a translator',
    'someone who fixes phones',
  ],
  food: [
    'jollof',
    'rice and peas',
    'injera',
    'pho',
    'byrek',
    'biryani',
    'dolma',
    'bolani',
    'sarmale',
    'cawl',
    'roast potatoes',
    'pasta',
    'chicken and chips',
    'bariis',
    'ful',
    'momos',
    'pancakes',
  ],
  relative: [
    'my little sister',
    'my brother',
    'my nan',
    'my mum',
    'my big sister',
    'my cousin',
    'my grandad',
    'my auntie',
    'my twin brothers',
    'my dad',
  ],
  friend: [
    'my friend from college',
    'my mate next door',
    'my friend from football',
    'the boys from the house',
    'my friend from church',
    'my friend from mosque',
    'my best friend',
    'the girl who sits next to me',
  ],
  adult: [
    'my foster carer',
    'my keyworker',
    'my teacher',
    'my guardian',
    'my PA',
    'the lady at the library',
    'my coach',
    'my college tutor',
    'my nan',
  ],
  music: [
    'drill',
    'gospel',
    'afrobeats',
    'old songs',
    'K-pop',
    'R&B',
    'songs from home',
    'the piano',
    'nasheeds',
    'rap',
    'drum and bass',
  ],
  animal: [
    'the dog',
    'a cat',
    'my hamster',
    'the neighbour’s rabbit',
    'horses',
    'pigeons',
    'goats',
  ],
  time: [
    'in the mornings',
    'at night',
    'when it is quiet',
    'on Sundays',
    'after Friday prayers',
    'after school',
    'when it rains',
    'on the bus',
  ],
  bus: ['the 36', 'the 192', 'the 8', 'the 11', 'two buses', 'the tram', 'the last bus'],
  small: [
    'a bike',
    'a phone that works',
    'my own key',
    'a lock on my drawer',
    'a lamp',
    'a desk',
    'new boots',
    'a prayer mat',
    'a photo of my mum',
    'a sewing machine',
    'warm gloves',
  ],
}

/** Fills {slots} in a template, each with something ordinary. Throws on a slot that does not exist. */
export function fill(r: Random, template: string): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const choices = SLOTS[slot]
    if (!choices) throw new Error(`No words for {${slot}}`)
    return pick(r, choices)
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** One of the templates, filled. */
export function say(r: Random, templates: readonly string[]): string {
  return fill(r, pick(r, templates))
}

/** Reads a list of templates, one on a line. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
