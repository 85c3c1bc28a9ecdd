/** What no question about services may touch, whoever types it and in which language of the pages. Pure. */

/** The same words as in waymark.asks_of_the_story; a test reads both. */
const ENGLISH =
  /(traffick|exploit|slaver|victim|smuggl|abus|assault|rape|\bsex|forced|debt bond|\bowed? .*money|perpetrat|offend|gang|what happened|happened to you|how (did|have) you (come|get|got|arrive|travel)|journey|who (hurt|harmed|took|made|brought|controlled)|were you (hurt|harmed|beaten|threatened|locked|made to)|tell (me|us) your story|your past|before you came|police|crime|criminal|evidence|\bnrm\b|conclusive|reasonable grounds|asylum|immigra|home office)/i

/**
 * The words that no page for a young person says (never-said.rules.ts), and ways to ask what happened or how somebody
 * came. Nobody who grew up with these languages has read them yet. Each stands once for all that share it.
 */
export const STORY_ELSEWHERE: Readonly<Record<string, RegExp>> = {
  cy: /masnachu|camfanteisi|dioddefwr|caethwas|goroeswr|troseddw|cam-?drin|mewnfud|lloches|ffoadur|heddlu|beth (a )?ddigwyddodd|(sut|pryd) (wnest|wnaethoch|daethost|daethoch)|pwy (wnaeth|frifodd|niweidiodd)|cyn i (ti|chi) ddod/i,
  ar: /اتجار|استغلال|ضحي|ضحاي|عبودي|ناجي|ناجين|لجوء|لاجئ|هجرة|شرطة|إساءة|(ماذا|الذي) (حدث|حصل|جرى)|كيف (جئت|وصلت|أتيت|سافرت)|من (آذاك|أجبرك|أخذك)|قصتك|قبل (مجيئك|وصولك|أن تأتي)/i,
  sq: /trafik|shfrytëz|viktim|skllav|mbijetu|abuz|dhunu|polici|azil|refugjat|emigr|imigr|[çÇ]farë (të |ju )?(ka )?ndodh|si (erdh|mbërrit|arrit)|kush (të|ju) (lëndoi|detyroi|mori)|para se të (vij|vish)/i,
  vi: /buôn (bán )?người|bóc lột|nạn nhân|nô lệ|lạm dụng|công an|cảnh sát|tị nạn|nhập cư|di trú|sống sót|(chuyện|điều|[đĐ]iều) gì đã xảy ra|(đến|tới) .*bằng cách nào|ai đã (làm hại|ép|bắt|đưa)|trước khi (bạn|em) đến|bị ép/i,
  ckb: /بازرگانی|چەوس|قوربانی|کۆیل|پۆلیس|پەناب|کۆچبەر|دەستدرێژی|چی (ڕوویدا|بەسەر)|چۆن هات/i,
  ps: /قاچاق|ناوړه ګټ|قربان|غلام|پولیس|پناه|کډوال|تیری|څه (پېښ|وشول)|څنګه راغل/i,
  fa: /استثمار|بهره.?کشی|برده|پلیس|مهاجر|سوء.?استفاده|آزار|چه (اتفاق|شد|گذشت)|(چطور|چگونه|چه ?طور) (آمد|رسید|سفر)|مجبور|سرگذشت/i,
  ti: /ንግዲ ሰብ|ምዝመዛ|ግዳይ|ባርነት|ፖሊስ|ስደተኛ|ዑቕባ|ዓመጽ|እንታይ (ኣጋጢሙ|ኣጋጠመ)|ከመይ (መጺእ|መጻእ)/i,
  am: /ዝውውር|ብዝበዛ|ሰለባ|ባርነት|ፖሊስ|ጥገኝነት|ጥቃት|ምን (ተፈጠረ|ደረሰ|አጋጠመ)|እንዴት (መጣ|መጡ|መጣህ|መጣሽ)/i,
  om: /daldala namaa|saamich|miidhamaa|garbumm|poolisii|baqat|koolugalt|maaltu (isin|si) (irra|mudat)|akkamitti dhuft/i,
}

/** Whether a question asks of what happened to somebody instead of how services are. */
export function asksOfTheStory(question: string): boolean {
  const asked = question.normalize('NFC')
  return ENGLISH.test(asked) || Object.values(STORY_ELSEWHERE).some((words) => words.test(asked))
}
