/** For the start of a name, before a vowel, and elsewhere: the codes letters may have; '' is not coded. */
export type Code = readonly [readonly string[], readonly string[], readonly string[]]

/** Letters, then the three places; a stroke stands between readings, a hyphen for not coded. */
const TABLE = `
AI AJ AY: 0 1 -
AU: 0 7 -
Ą: - - 6|-
A: 0 - -
B: 7 7 7
CHS: 5 54 54
CH C: 5|4 5|4 5|4
CK: 5|45 5|45 5|45
CZ CS CSZ CZS: 4 4 4
DRZ DRS DS DSH DSZ DZ DZH DZS: 4 4 4
D DT: 3 3 3
EI EJ EY: 0 1 -
EU: 1 1 -
Ę: - - 6|-
E: 0 - -
FB F: 7 7 7
G: 5 5 5
H: 5 5 -
IA IE IO IU: 1 - -
I: 0 - -
J: 1|4 -|4 -|4
KS: 5 54 54
KH K: 5 5 5
L: 8 8 8
MN: 66 66 66
M: 6 6 6
NM: 66 66 66
N: 6 6 6
OI OJ OY: 0 1 -
O: 0 - -
P PF PH: 7 7 7
Q: 5 5 5
RZ RS: 94|4 94|4 94|4
R: 9 9 9
SCHTSCH SCHTSH SCHTCH: 2 4 4
SCH: 4 4 4
SHTCH SHCH SHTSH: 2 4 4
SHT SCHT SCHD: 2 43 43
SH: 4 4 4
STCH STSCH SC STRZ STRS STSH: 2 4 4
ST: 2 43 43
SZCZ SZCS: 2 4 4
SZT SHD SZD SD: 2 43 43
SZ S: 4 4 4
TCH TTCH TTSCH: 4 4 4
TH: 3 3 3
TRZ TRS TSCH TSH TS TTS TTSZ TC TZ TTZ TZS TSZ: 4 4 4
Ţ: 3|4 3|4 3|4
T: 3 3 3
UI UJ UY: 0 1 -
UE: 0 1 -
U: 0 - -
V W: 7 7 7
X: 5 54 54
Y: 1 - -
ZDZ ZDZH ZHDZH: 2 4 4
ZD ZHD: 2 43 43
ZH ZS ZSCH ZSH Z: 4 4 4
`

const codesOf = (text: string): readonly string[] =>
  text.split('|').map((c) => (c === '-' ? '' : c))

export const CODES: ReadonlyMap<string, Code> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [letters = '', codes = ''] = line.split(': ')
      const [first = '', vowel = '', other = ''] = codes.split(' ')
      const code: Code = [codesOf(first), codesOf(vowel), codesOf(other)]
      return letters.split(' ').map((l): readonly [string, Code] => [l, code])
    }),
)
