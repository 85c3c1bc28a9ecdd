/**
 * Names that papers of different countries give to one person though neither spelling nor sound
 * leads from one to the other. Short on purpose: each line is a family of forms met on one child's
 * documents, not every cognate (Ivan and John stay apart).
 */
const FAMILIES: readonly (readonly string[])[] = [
  [
    'mohammed',
    'muhammad',
    'mohamed',
    'mehmet',
    'muhammed',
    'magomed',
    'mamadou',
    'muhamet',
    'mohamud',
    'محمد',
  ],
  ['yusuf', 'youssef', 'yousef', 'yusif', 'yosef', 'jusuf', 'joseph', 'josef', 'jozef', 'يوسف'],
  ['khadija', 'khadijah', 'hadija', 'hadidja', 'kadija', 'khadidja', 'hatice', 'خديجه'],
  ['jallow', 'jalloh', 'diallo', 'dialo', 'jalo', 'djalo'],
  ['njie', 'ndiaye', 'njai', 'njay'],
  ['jobe', 'diop', 'joof', 'diouf'],
  ['ibrahim', 'ebrahim', 'ibrahima', 'brahim', 'ebrima', 'abraham', 'abrham', 'ابراهيم'],
  ['maryam', 'mariam', 'miriam', 'meryem', 'merjem', 'mary', 'maria', 'مريم'],
  ['yaqub', 'yacoub', 'yakub', 'jakub', 'jacob', 'yaqoob', 'يعقوب'],
  ['musa', 'moussa', 'musie', 'muse', 'moses', 'موسي'],
  ['dawud', 'daoud', 'dawood', 'daud', 'davud', 'david', 'dawit', 'داود'],
  ['sulayman', 'suleiman', 'sulaiman', 'suleyman', 'sulejman', 'solomon', 'سليمان'],
  ['yohannes', 'johannes', 'yohanes', 'yonas', 'yohanis'],
  ['yahya', 'yahia', 'jahja', 'يحيي'],
  ['zahra', 'zara', 'zehra', 'zohra', 'zhara', 'زهرا'],
  ['aisha', 'ayesha', 'aysha', 'aicha', 'ayse', 'aishatu', 'عايشه', 'عائشه'],
  ['fatima', 'fatma', 'fatime', 'fatimah', 'fadma', 'فاطمه'],
  ['omar', 'umar', 'omer', 'oumar', 'عمر'],
  ['uthman', 'othman', 'osman', 'usman', 'ousmane', 'عثمان'],
  ['mikael', 'michael', 'mikhail', 'mikhael', 'mykhailo', 'michal', 'mihail'],
  ['alexander', 'aleksander', 'oleksandr', 'aleksandr', 'alexandru', 'iskander'],
  ['georgi', 'gjergj', 'giorgi', 'george', 'gheorghe', 'giorgis', 'ghiorghis'],
  ['stephen', 'steven', 'stefan', 'stepan', 'istifanos', 'estifanos'],
  ['zainab', 'zaynab', 'zeinab', 'zeynep', 'zejneb', 'زينب'],
  ['jamal', 'gamal', 'djamal', 'cemal', 'xhemal', 'جمال'],
  ['jamil', 'gamil', 'djamil', 'cemil', 'xhemil', 'جميل'],
  ['said', 'saeed', 'saaid', 'sait', 'سعيد'],
  ['sayed', 'syed', 'sayyid', 'seyed', 'سيد'],
  ['sean', 'shaun', 'shawn', 'shane'],
  ['aidan', 'aiden', 'aidyn'],
  ['jeff', 'geoff'],
  ['rhys', 'reece', 'reese'],
  ['elizabeth', 'elisabeth', 'elsabet', 'elzbieta', 'elisaveta'],
]

const FAMILY_OF = new Map(
  FAMILIES.flatMap((names) => names.map((name) => [name, names[0] ?? name])),
)

/** The family a folded name belongs to, named by its first member; undefined for most names. */
export function familyOf(folded: string): string | undefined {
  return FAMILY_OF.get(folded)
}

/** Articles and "son of", wherever they stand. */
const ALWAYS = new Set(
  'al el ar as ash ad az bin ibn bint binti bte ould mint thi ال بن ابن بنت'.split(' '),
)
/** Small words when they stand inside a name; first or last they may be somebody's own: Van, Do, Ben. */
const INSIDE = new Set(
  'van an at ben abu umm um de da do dos del della di la le du von der den o mc mac st ابو ام'.split(
    ' ',
  ),
)

/**
 * Whether a folded word is a particle in its place, counted from 0: an article, "son of", a Vietnamese
 * middle Thị or Văn. Particles are searched for, but their absence never counts against a match.
 */
export function isParticle(folded: string, place: number, words: number): boolean {
  return ALWAYS.has(folded) || (INSIDE.has(folded) && place > 0 && place < words - 1)
}

/** Whether a word may stand between Abd and the name it serves. */
export function isArticle(folded: string): boolean {
  return /^(?:[aeu][lrsnztd]h?|ال)$/.test(folded)
}
