/** Who of the told pairs says what: the first worker beside the young person told in full, the second, the manager. */
export type Speaker = 'worker' | 'secondWorker' | 'manager'

export type ToldRecord = {
  readonly names: readonly string[]
  /** A day, or none. */
  readonly born: string | undefined
  readonly source: string
  readonly language: string
  readonly phone?: string
}

export type ToldPair = {
  /** Without a first record, the first is that of the young person told in full. */
  readonly one: ToldRecord | undefined
  readonly two: ToldRecord
  /** Whether the first worker stands beside both, or the second. */
  readonly beside: 'worker' | 'secondWorker'
  readonly said: readonly {
    readonly act: string
    readonly by: Speaker
    readonly reason: string
    readonly to?: Speaker
  }[]
}

const record = (
  names: readonly string[],
  born: string | undefined,
  language: string,
  source = 'child_says',
  phone?: string,
): ToldRecord => ({ names, born, source, language, ...(phone ? { phone } : {}) })

/** Pairs as they are hard to see: in ten ways of writing, with days of birth that moved. All invented. */
export const PAIRS: readonly ToldPair[] = [
  {
    one: undefined,
    two: record(['Jonatan Tecle', 'ዮኒ ተኽለ'], undefined, 'Tigrinya', 'document'),
    beside: 'worker',
    said: [
      {
        act: 'same',
        by: 'secondWorker',
        reason:
          'The port wrote the name as it sounds in Italian. The photo is the same young man, and he says so.',
      },
      {
        act: 'agreed',
        by: 'manager',
        reason: 'I asked him with an interpreter. He remembers both interviews.',
      },
    ],
  },
  {
    one: record(['Hồng Đào', 'Nguyễn Thị Hồng Đào'], '2009-03-12', 'Vietnamese'),
    two: record(['Hong Dao Nguyen'], '2009-01-01', 'Vietnamese', 'assigned'),
    beside: 'secondWorker',
    said: [],
  },
  {
    one: record(['عبد الرحمن محمد'], '2008-11-04', 'Arabic'),
    two: record(['Mohammed Abdulrahman'], '2008-04-11', 'Arabic', 'document'),
    beside: 'worker',
    said: [
      {
        act: 'same',
        by: 'secondWorker',
        reason:
          'Day and month are swapped on the paper from the port, and the name is in another order.',
      },
    ],
  },
  {
    one: record(['Xhevahire Hoxha'], '2010-06-21', 'Albanian', 'child_says', '07700 900123'),
    two: record(['Dzevahire Hodza'], '2009-06-21', 'Albanian', 'age_assessment', '+44 7700 900123'),
    beside: 'secondWorker',
    said: [
      {
        act: 'cannot_say',
        by: 'secondWorker',
        reason: 'One telephone, but it is the telephone of the house. Two girls live there.',
      },
    ],
  },
  {
    one: record(['ڕێبین عەزیز'], '2007-01-01', 'Kurdish (Sorani)', 'assigned'),
    two: record(['Rebin Aziz'], '2007-01-01', 'Kurdish (Sorani)', 'assigned'),
    beside: 'worker',
    said: [
      {
        act: 'handed_over',
        by: 'manager',
        to: 'worker',
        reason: 'You have met both, or the one, whichever it is.',
      },
    ],
  },
  {
    one: record(['Jade Williams'], '2010-05-14', 'English'),
    two: record(['Jayde Wiliams'], '2010-05-14', 'English', 'family_says'),
    beside: 'secondWorker',
    said: [
      {
        act: 'not_same',
        by: 'secondWorker',
        reason: 'Cousins, born on one day. Both came to the club together yesterday.',
      },
    ],
  },
]

/** Records that these pairs add to the invented children. */
export const DOUBLES: number = PAIRS.reduce((sum, pair) => sum + (pair.one ? 2 : 1), 0)
