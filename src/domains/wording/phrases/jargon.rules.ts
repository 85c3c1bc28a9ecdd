import type { ListedPhrase } from '../phrase.rules.ts'

const FAMILY =
  'mum|mother|mam|dad|father|family|parents|parent|brother|brothers|sister|sisters|siblings|sibling|grandmother|grandparents|nan|aunt|uncle|birth'

/** The language of systems in a text about somebody’s life. */
export const JARGON: readonly ListedPhrase[] = [
  {
    code: 'absconds',
    label: 'absconds, absconding',
    ways: ['abscond*', 'AWOL'],
    unless: [
      'abscond* .. bail|custody|court|prison|trial',
      'bail|exploiter|suspect|defendant|father|offender|prisoner .. abscond*',
      'abscond* code|register',
    ],
    why: ['label'],
    say: 'was missing; was away; ran away',
    from: ['NL'],
    check: true,
  },
  {
    code: 'minor-juvenile',
    label: 'minor, juvenile',
    ways: [
      'a|the|this|these|those|unaccompanied|accompanied|separated|two|three|other|as|any|all minor|minors',
      'juvenile|juveniles',
      'minors',
    ],
    unless: [
      'minor injury|injuries|offence|offences|issue|issues|change|changes|cuts|cut|bruise|bruises|bruising|scratches|works|ailment|ailments|illness|repairs|repair|head|incident|incidents|delay|delays|matter|matters|concern|concerns|disagreement|surgery|burn|burns|role|part|crime|operation|adjustments|damage|details|detail|wound|wounds|accident|points|point|error|errors|road|procedure|infection|harm|worry|traffic|dispute|amendment|amendments|correction|corrections|fracture|cold|argument|mistake',
      'juvenile court|arthritis|idiopathic|justice|law|diabetes|detention|prison',
    ],
    why: ['label'],
    say: 'child; young person',
    from: ['OURS'],
    check: true,
  },
  {
    code: 'initials-for-a-child',
    label: 'UASC, LAC, CLA, NEET (as names)',
    ways: [
      'a|an|the|this|our|as|is|was|are|were|these|two|three|other|male|female|former|ex|new|young|another UASC|UASCS|LAC|CLA|NEET|NEETS|MISPER|YP',
      'UASC|LAC|CLA|NEET|MISPER child|children|boy|boys|girl|girls|kid|kids|male|males|female|pupil|pupils|student|students|young|population|cohort|teenager|teen',
      'YP said|was|is|has|says|states|stated|reports|reported|told|does|did|will|would|appears|went|presented',
    ],
    unless: [
      'UASC|LAC|CLA|NEET|MISPER return|returns|code|codes|leave|status|field|funding|grant|flag|team|category|module|review|reviews|nurse|medical|health|statistics|data|census|file|table|rate|rota|form|plan|policy|guidance|protocol|transfer|scheme|column|allowance|age|teams|coordinator|figures|figure|dates|date',
    ],
    why: ['jargon'],
    say: 'unaccompanied child; child in care; use their name',
    from: ['NL'],
  },
  {
    code: 'placement',
    label: 'placement (for home)',
    ways: [
      "his|her|their|current|new|previous|old|last|first|next|foster|residential|care|kit's|this|emergency placement|placements",
      'in|at|from|to|within|outside|back the|a|this|care? placement|placements',
      'placement breakdown|breakdowns|move|moves|broke|break|ended|disruption|disruptions',
    ],
    unless: [
      'work|student|college|training|school|education|nursery|university|apprenticeship|sandwich|volunteer placement|placements',
      'placement order|plan|plans|regulations|agreement|officer|team|code|codes|type|types|act|finder|student|panel|service|with|meeting|provider|start|end|date|reference',
    ],
    why: ['jargon'],
    say: 'home; where … lives',
    from: ['NL'],
    check: true,
  },
  {
    code: 'contact',
    label: 'contact (with family)',
    ways: [
      `contact with his|her|their|birth|the|a? ${FAMILY}`,
      'supervised|unsupervised|direct|indirect|letterbox|weekly|fortnightly|monthly|sibling|family|telephone contact',
      'contact session|sessions|visit|visits|arrangements|supervisor',
    ],
    unless: [
      'contact order|orders|centre|centres|details|number|numbers|tracing|sheet|book|lens',
      '~make|~lose|lost|losing|no|first|last|in|into|found|re|broke|initial contact with',
      'direct contact with|to police|service|services|team|solicitor|number|home|exploiter|exploiters',
      'arrangements for|with',
    ],
    why: ['jargon'],
    say: 'family time; seeing mum',
    from: ['NL'],
  },
  {
    code: 'siblings',
    label: 'siblings',
    ways: ['sibling|siblings'],
    unless: [
      'sibling assessment|rivalry|discount|policy',
      'sibling|siblings .. act|regulations|form|rule',
    ],
    why: ['jargon'],
    say: 'brothers and sisters; their names',
    from: ['NL'],
  },
  {
    code: 'unit-residents',
    label: 'unit, residents',
    ways: [
      'back|returned|return|moved|at|from|in|left|leaving|to|of the|our|this unit',
      'unit staff|rules|manager|keyworker',
      'other|fellow|new|all|our|the|another residents|resident',
    ],
    unless: [
      'resident in|at|permit|permission|status|doctor|parking|of',
      'local|former|nearby|older|permanent|ordinarily residents|resident',
      'unit cost|costs|price|of|meeting',
      'police|custody|hospital|neonatal|specialist|crime|referral|intensive|mental|secure|assessment|baby|intake|inpatient|health|exploitation|immigration|burns .. unit',
    ],
    why: ['jargon'],
    say: 'house; home; the other young people',
    from: ['NL'],
  },
  {
    code: 'challenging-behaviour',
    label: 'challenging, aggressive behaviour',
    ways: [
      'challenging|aggressive|violent|difficult|disruptive|bad|antisocial behaviour|behaviours|conduct',
      'behaviour|behaviours is|was|are|were|can|has|very|extremely|be|become|became|often? challenging|aggressive|difficult|disruptive',
      'became|becomes|was|is|gets|got|can|being be? very? verbally|increasingly|physically? aggressive|abusive',
    ],
    unless: [
      "father's|father|exploiter|exploiters|man's|man|men|staff|adult|adults|partner|partner's|neighbour|dealer|dealers|uncle|officer|guard|landlord|driver .. behaviour|aggressive|abusive|violent",
      'anti social behaviour order|team|act|crime|injunction',
      'relationship|home|husband|marriage|partner is|was abusive',
    ],
    why: ['label'],
    say: 'was in distress; reacted to …; needed … and did not get it',
    from: ['NL'],
  },
  {
    code: 'defiant',
    label: 'defiant',
    ways: ['defian*', 'oppositional'],
    unless: ['oppositional defiant|defiance disorder', 'in defiance of'],
    why: ['label'],
    say: 'strong-willed; confident',
    from: ['NL'],
  },
  {
    code: 'sanctions',
    label: 'sanctions',
    ways: ['sanctions', 'sanctioned', 'a|the|no|any|further sanction'],
    unless: [
      'benefit|benefits|universal|credit|dwp|jobcentre|financial|international|un|government|global|economic|uk|eu|trade|court|criminal .. sanction|sanctions|sanctioned',
      'sanctions list|regime|regulations|against|by',
      'sanction|sanctioned|sanctions .. dwp|jobcentre|benefit|benefits|credit',
    ],
    why: ['jargon'],
    say: 'consequences',
    from: ['NL'],
  },
  {
    code: 'education-as-thing',
    label: 'education (for school)',
    ways: [
      '~attend|~access|accessing|attending education',
      "his|her|their|kit's education provision|placement|setting|provider",
      'education provision|placement|setting',
      'goes|going|went|return|returned|returning|back to|into education',
    ],
    denies: true,
    unless: [
      'right|rights|able|barriers|barrier|need|needs|entitled|access .. to education',
      'access|accessing education on|under|for|and|or|act|rights',
      'goes|went back to education secretary',
    ],
    why: ['jargon'],
    say: 'school; college',
    from: ['NL'],
  },
  {
    code: 'socially-unacceptable',
    label: 'socially unacceptable behaviour',
    ways: [
      'socially unacceptable|inappropriate behaviour|behaviours',
      'inappropriate behaviour|behaviours',
    ],
    unless: [
      '14a .. socially unacceptable behaviour',
      'socially unacceptable behaviour .. 14a|code|factor|cin|census',
      'code|factor|census|cin .. socially unacceptable behaviour',
      "staff|teacher|teacher's|adult|adult's|man's|driver's|officer's|coach's|towards|toward .. inappropriate behaviour",
      'inappropriate behaviour by|of|from|towards',
    ],
    why: ['label'],
    say: 'describe what happened; keep the code in the return only',
    from: ['OURS'],
  },
  {
    code: 'the-victim',
    label: 'the victim (as a name)',
    ways: [
      'the|our|this|child|young victim|victims',
      "victim's|victims' behaviour|account|story|mother|family|home|phone",
    ],
    unless: [
      'victim|victims of|support|statement|personal|impact|code|commissioner|navigator|liaison|status|contact|contacted|care|advocate|test|definition|surcharge|rights|right',
      'potential|possible|confirmed|suspected|alleged|identified|recognised victim|victims',
      'the victims code',
    ],
    why: ['label'],
    say: 'their name; child who experienced trafficking; victim where the law needs it; survivor if they choose it',
    from: ['CSF'],
    check: true,
  },
]
