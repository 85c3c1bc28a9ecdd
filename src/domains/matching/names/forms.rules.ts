import { familyOf } from '#domains/children/index.ts'

/**
 * Forms of one name that neither spelling nor sound leads between, as authorities on names give them: Welsh and
 * English forms, and Welsh surnames with ap and ab grown into them (Morgan and Morgan, Welsh Surnames, 1985; Gruffudd,
 * Welsh Personal Names, 1980); short forms in daily use in English (Withycombe, The Oxford Dictionary of English
 * Christian Names, 1977; Hanks and Hodges, A Dictionary of First Names, 1990); Muslim names as the papers of Egypt, the
 * Maghreb, Turkey, Iran and Kurdistan romanise them (Schimmel, Islamic Names, 1989). They are used to link only: whoever
 * searches for a child by name is served by the children domain's own shorter list. A short form that belongs to
 * several names stands with the one it is most used for, and one that is by now a name of its own is left out.
 */
const FORMS: readonly (readonly string[])[] = `
  abigail abby abbie abi
  alexander alex alec sandy alasdair alistair
  alexandra lexi sandra
  amanda mandy
  andrew andy drew andras
  anthony tony antony
  barbara barb babs
  benjamin ben benny benji
  caroline carol carrie
  charles charlie chas siarl
  charlotte lottie
  christine christina chrissie cristin
  christopher chris kit
  daniel dan danny
  deborah debra debbie deb
  dominic dom
  dorothy dot dolly dorothea
  edward ed eddie ted teddy ned iorwerth
  eleanor elinor ellen nell nellie
  elizabeth elisabeth eliza liz lizzie beth betty betsy bess elspeth
  frances fran francesca frankie
  francis frank ffransis
  frederick fred freddie
  gabriel gabe
  gerald gerry gerallt
  gregory greg
  harold harry
  henry hal harri
  isabel isabelle isobel isabella izzy bella ishbel
  jacqueline jackie jacqui
  james jim jimmy jamie
  jennifer jenny jen
  jessica jess jessie
  jonathan jon jonny
  joseph joe joey jos
  joshua josh
  judith judy
  katherine catherine kathryn catrin katrin cathryn kate katie kathy cath kitty katharine
  kenneth ken kenny
  lawrence laurence larry lol
  leonard len lenny
  louise lou
  madeleine madeline maddie
  margaret maggie meg peggy marged mererid greta
  martin marty
  matthew matt mathew mathias matthias
  michael mike mick mickey meical
  natalie nat
  nathan nathaniel nate
  nicholas nick nicky nicolas
  nicola nikki
  oliver ollie olly
  pamela pam
  patricia pat patsy trish tricia
  patrick paddy padraig padrig
  peter pete pedr
  philip phillip phil phylip
  rebecca rebekah becky becca
  richard dick rich richie rhisiart
  robert rob bob bobby robbie rhobert
  ronald ron ronnie
  samantha sammy
  samuel sam
  sarah sally sadie
  stephanie steph
  stephen steven steve steffan
  susan sue susie suzanne susanna
  theodore theo
  theresa teresa terry tess
  thomas tom tommy tomos twm
  timothy tim
  victoria vicky vicki tori
  vincent vince
  william will bill billy willie liam gwilym wil
  zachary zack zac zach
  dafydd david dai dewi dave davy
  efa eva eve
  elin elen helen
  gruffydd gruffudd griffith griffiths guto
  gwenllian gwen gwenno
  hugh huw hughes huws hewes
  hywel howell howells howel
  ieuan ifan evan iwan evans ifans evens
  iestyn justin
  llwyd lloyd
  llywelyn llewelyn llewellyn llew
  lowri laura lowrie
  lewis louis lewys
  macsen maxen
  mair mary mari
  owain owen owens owin
  rhisiart richards
  rhodri rhod
  rhydderch roderick protheroe
  rhys reece rees reese rice
  sian jane
  sion john shon johns jones
  davies davis dafis
  vaughan fychan vaughn
  gwyn gwynne wynne
  morris maurice morys meurig
  elis ellis
  price prys pryce preece aprhys
  bevan bevans abifan abevan apevan apifan abieuan
  bowen abowen abowain
  parry parri apharri apharry
  pritchard prichard aprichard aprhisiart
  probert aprobert aprhobert
  powell powel aphywel aphowell
  pugh puw pughe aphuw aphugh
  penry apenri aphenry
  pumphrey apwmffre aphumphrey
  clarke clark clerk clerke
  reid read reed reade
  stewart stuart steuart
  geoffrey jeffrey geoff jeff
  ahmed ahmad achmed ahmet ehmed احمد
  ali aly eli علي
  amanuel emanuel emmanuel immanuel manuel
  asaad assaad esed asad اسعد
  bakr bakir bekir بكر
  bilal belal billal بلال
  dawit daweet
  elias ilyas elyas eliyas ilias الياس
  hama heme hame حمه
  hassan hasan hassen hesen حسن
  hussein hussain hossein hossain husain husayn houssein houcine hocine huseyin husen husejn حسين
  isa issa eissa essa iisa عيسي
  jaber jabir gaber gabir djaber جابر
  jafar jaafar gaafar djafar cafer jafer جعفر
  khalid khaled khalit halid xalid خالد
  mahmoud mahmud mahmood mehmud mahmut محمود
  mustafa mostafa moustafa mustapha moustapha mistefa مصطفي
  najib nagib naguib najeeb nejib نجيب
  omar umer omer
  qasim qasem kassem qassem kasim kacem gasim قاسم
  rashid rasheed rachid reshid rashed راشد رشيد
  said seid saied
  saleh salih salehe salh صالح
  suleiman soliman
  tayeb tayib taieb tayyib tayyeb طيب
  yahya yehia yehya
  youssef yousif yusif yousuf yusef
  zakaria zakariya zakarya zekeriya زكريا
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

/** A family that the children domain knows as well goes by its name there, so that the two are one. */
const FORM_OF: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>()
  for (const forms of FORMS) {
    const known = forms.map(familyOf).find((family) => family !== undefined)
    for (const form of forms)
      if (!found.has(form)) found.set(form, known ?? forms.find((f) => f !== '') ?? form)
  }
  return found
})()

/** The family of known forms a folded word belongs to; undefined for most. */
export const knownForm = (folded: string): string | undefined =>
  familyOf(folded) ?? FORM_OF.get(folded)

/** Letters that only the Latin alphabet of Kurdish uses so: x and c there are no English x and c. */
const HAWAR = /[êîûş]|x(?!h)|c(?=[aeiou]*$|[aou])/

const HAWAR_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'kh'],
  [/c(?!h)/g, 'j'],
  [/ç/g, 'ch'],
  [/ş/g, 'sh'],
  [/e/g, 'a'],
  [/ê/g, 'ei'],
  [/î/g, 'i'],
  [/û/g, 'u'],
]

/**
 * How a Kurdish word in its own Latin alphabet is spelt by English ears: Xidir is Khidir, Ezîz is Aziz, Ferec is
 * Faraj (Bedirxan and Lescot, Grammaire kurde, 1970: e is a short open a). Undefined where nothing shows that alphabet.
 */
export function englishedKurdish(word: string): string | undefined {
  const lower = word.normalize('NFC').toLowerCase()
  if (!HAWAR.test(lower)) return undefined
  return HAWAR_LETTERS.reduce((text, [letter, instead]) => text.replace(letter, instead), lower)
}

/** An article, or son of, grown into the name behind it: Alkhatib, Elsayed, Bensalem. */
const GROWN = /^(?:[ae]l|b[ei]n)(?=[^aeiou]...)/

/**
 * Further ways a word in Latin letters may have been meant: without what grew into it; with Egypt's g, which others
 * write j (Gaber, Jaber); with the j of Kurdish, Turkish, Romanian and French, which English writes zh.
 */
export function otherwiseMeant(plain: string): readonly string[] {
  return [
    plain.replace(GROWN, ''),
    plain.replace(/g+(?=[aou])/g, 'j'),
    plain.replace(/(?<!d)j/g, 'zh'),
  ].filter((other) => other !== plain)
}
