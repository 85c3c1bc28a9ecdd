import { plainLetters, wordsOf } from '#domains/children/index.ts'

/** Where a name is written and given as this one is: only a guess from its letters, to group results by. */
export type Tradition =
  | 'Vietnamese'
  | 'Albanian'
  | 'Arabic'
  | 'Kurdish'
  | 'Tigrinya or Amharic'
  | 'Afghan'
  | 'Romanian'
  | 'Welsh'
  | 'Chinese'
  | 'Cyrillic'
  | 'English or other'
  | 'no name'

const SCRIPTS: readonly (readonly [RegExp, Tradition])[] = [
  [/\p{Script=Ethiopic}/u, 'Tigrinya or Amharic'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/[ەێۆڵڕ]/, 'Kurdish'],
  [/[ټډړښږېګڼ]|[پچژگ]|ی|ک/, 'Afghan'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/[ăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộơớờởỡợụủứừửữựỳỵỷỹđ]/i, 'Vietnamese'],
  [/[șțşţ]|ă/i, 'Romanian'],
  [/[êîû]/i, 'Kurdish'],
  [/[ëç]/i, 'Albanian'],
  [/[ŵŷ]/i, 'Welsh'],
]

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const MARKS: readonly (readonly [Tradition, ReadonlySet<string>, RegExp])[] = [
  [
    'Vietnamese',
    words(
      'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly thi van dinh trinh',
    ),
    /^(?:ng[aeiouy]|nguy|phu|thu|truo|quy|xua)/,
  ],
  [
    'Tigrinya or Amharic',
    words('haile tekle kidane berhe abraha mehari filmon robel yonas selam bereket hagos dawit'),
    /^(?:g[h]?ebre|gebre|tesfa|wolde|weld[eu]|habte|mehr?et|berha|birha|tseg|zer[ae]|kibr|negas|semer)/,
  ],
  [
    'Albanian',
    words('hoxha leka shehu gashi krasniqi berisha hysa dervishi arben agim besnik ardit prifti'),
    /xh|gj|^q[aeiou]|shq|nj|aj$|aku$|oli$/,
  ],
  [
    'Romanian',
    words('ion ionut andrei mihai popa popescu ionescu florin gheorghe radu'),
    /escu$|eanu$|iu$/,
  ],
  [
    'Welsh',
    words('rhys owain gwen dylan sion carys nia emyr iolo huw jones-evans prys'),
    /^ll|^rh[yi]|wyn|^gw|^ap$|dd$/,
  ],
  [
    'Afghan',
    words('khan noori ahmadi karimi rahimi haidari sediqi stanikzai ghulam gul zaman hotak'),
    /ullah$|zai$|zada$|ud+in$|yar$|^najib|^habib/,
  ],
  [
    'Kurdish',
    words('azad hawar rebin karwan shilan rojin baran sherko diyar hemin zhyan ciwan'),
    /^zh|^[sş]h?er(?:k|z)|wan$|^hewa/,
  ],
  [
    'Arabic',
    words(
      'mohammed muhammad mohamed ahmed ahmad ali hassan hussein omar yusuf ibrahim khaled fatima',
    ),
    /^ab[du]|^al[a-z]{4}|^kh[aeiou]|^mahm|^must/,
  ],
]

/** The tradition most of a name's words point to. */
export function traditionOf(names: readonly string[]): Tradition {
  const text = names.join(' ')
  if (!/\p{L}/u.test(text)) return 'no name'
  const script = SCRIPTS.find(([letters]) => letters.test(text.normalize('NFC')))
  if (script) return script[1]
  const folded = wordsOf(text).map(plainLetters)
  const points = MARKS.map(([tradition, known, shape]) => ({
    tradition,
    count:
      folded.filter((w) => known.has(w)).length * 2 + folded.filter((w) => shape.test(w)).length,
  }))
  const best = points.toSorted((a, b) => b.count - a.count)[0]
  return best && best.count > 0 ? best.tradition : 'English or other'
}
