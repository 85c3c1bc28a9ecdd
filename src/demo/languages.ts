/** A language a family of this group may use at home: BCP 47 tag, name in English, dialects, script. */
export type HomeLanguage = {
  readonly tag: string
  readonly name: string
  readonly dialects: readonly string[]
  readonly script: string
}

const language = (tag: string, name: string, script = 'Latn', dialects: readonly string[] = []) =>
  ({ tag, name, script, dialects }) satisfies HomeLanguage

/** The languages invented families use at home. */
export const LANGUAGES = {
  english: language('en', 'English', 'Latn', [
    'Northern',
    'South London',
    'Black Country',
    'Geordie',
  ]),
  welsh: language('cy', 'Welsh', 'Latn', ['Gogledd', 'De']),
  patois: language('jam', 'Jamaican Patois'),
  yoruba: language('yo', 'Yoruba'),
  igbo: language('ig', 'Igbo'),
  edo: language('bin', 'Edo'),
  pidgin: language('pcm', 'Nigerian Pidgin'),
  somali: language('so', 'Somali', 'Latn', ['Northern Somali', 'Benadiri', 'Maay']),
  urdu: language('ur', 'Urdu', 'Arab'),
  punjabi: language('pnb', 'Western Punjabi', 'Arab', ['Mirpuri (Pahari)', 'Lahori']),
  bengali: language('bn', 'Bengali', 'Beng'),
  sylheti: language('syl', 'Sylheti', 'Beng'),
  albanian: language('sq', 'Albanian', 'Latn', ['Gheg', 'Tosk']),
  vietnamese: language('vi', 'Vietnamese', 'Latn', ['Northern', 'Central (Nghệ An)', 'Southern']),
  tigrinya: language('ti', 'Tigrinya', 'Ethi', ['Asmara', 'Tigray']),
  saho: language('ssy', 'Saho'),
  amharic: language('am', 'Amharic', 'Ethi', ['Addis Ababa', 'Gondar']),
  oromo: language('om', 'Oromo', 'Latn', ['Eastern', 'Borana']),
  arabic: language('ar', 'Arabic', 'Arab', ['Sudanese', 'Darfuri', 'Chadian']),
  levantine: language('ar-SY', 'Arabic', 'Arab', ['Damascene', 'Aleppine', 'Daraawi']),
  zaghawa: language('zag', 'Zaghawa'),
  fur: language('fvr', 'Fur'),
  masalit: language('mls', 'Masalit'),
  sorani: language('ckb', 'Kurdish Sorani', 'Arab', ['Sulaymaniyah', 'Mahabad', 'Erbil']),
  kurmanji: language('kmr', 'Kurdish Kurmanji', 'Latn', ['Badini', 'Diyarbakır']),
  dari: language('prs', 'Dari', 'Arab', ['Kabuli', 'Hazaragi', 'Herati']),
  pashto: language('ps', 'Pashto', 'Arab', ['Nangarhari', 'Kandahari', 'Khosti']),
  romanian: language('ro', 'Romanian', 'Latn', ['Moldavian', 'Transylvanian']),
  romani: language('rom', 'Romani', 'Latn', ['Vlax', 'Ursari']),
  ukrainian: language('uk', 'Ukrainian', 'Cyrl'),
  russian: language('ru', 'Russian', 'Cyrl'),
} as const

/** English, which nearly every invented child here has some of. */
export const ENGLISH: HomeLanguage = LANGUAGES.english

/** The name in English of each language, by its tag. */
export const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.values(LANGUAGES).map((l) => [l.tag, l.name]),
)
