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

/** Small words inside names. They are searched for, but their absence never counts against a match. */
const PARTICLES = new Set(
  'thi van al el ar as ash an at ad az bin ibn ben bint binti bte ould mint abu umm um abd abdul abdel abdal abdoul abdou abdu abdur de da do dos del della di la le du von der den o mc mac st ال بن ابن بنت عبد ابو ام'.split(
    ' ',
  ),
)

/** Whether a folded word is a particle: an article, "son of", a Vietnamese middle Thị or Văn. */
export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded)
}
