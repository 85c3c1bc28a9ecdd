/** Words that would tell a person looking over a shoulder what this is, in each language of the pages. */
const NEVER: Readonly<Record<string, RegExp>> = {
  en: /traffick|exploit|victim|slaver|surviv|\bcase|perpetrat|offend|abus|gang|\bnrm\b|immigra|asylum|refugee|referral|police/i,
  cy: /masnachu|camfanteisi|dioddefwr|caethwas|goroeswr|\bachos|troseddw|cam-?drin|mewnfud|lloches|ffoadur|heddlu/i,
  ar: /اتجار|استغلال|ضحي|ضحاي|عبودي|قضية|ناجي|ناجين|لجوء|لاجئ|هجرة|شرطة|إساءة/,
  sq: /trafik|shfrytëz|viktim|skllav|mbijetu|abuz|dhunu|polici|azil|refugjat|emigr|imigr/i,
  vi: /buôn (bán )?người|bóc lột|nạn nhân|nô lệ|lạm dụng|công an|cảnh sát|tị nạn|nhập cư|di trú|sống sót/i,
  ckb: /بازرگانی|چەوس|قوربانی|کۆیل|پۆلیس|پەناب|کۆچبەر|دەستدرێژی/,
  ps: /قاچاق|ناوړه ګټ|قربان|غلام|پولیس|پناه|کډوال|تیری/,
  'fa-AF': /قاچاق|استثمار|بهره.?کشی|قربان|برده|پلیس|پولیس|پناهجو|پناهنده|مهاجر|سوء.?استفاده|آزار/,
  fa: /قاچاق|استثمار|بهره.?کشی|قربان|برده|پلیس|پناهجو|پناهنده|مهاجر|سوء.?استفاده|آزار/,
  ti: /ንግዲ ሰብ|ምዝመዛ|ግዳይ|ባርነት|ፖሊስ|ስደተኛ|ዑቕባ|ዓመጽ/,
  am: /ዝውውር|ብዝበዛ|ሰለባ|ባርነት|ፖሊስ|ስደተኛ|ጥገኝነት|ጥቃት/,
  om: /daldala namaa|saamich|miidhamaa|garbumm|poolisii|baqat|koolugalt/i,
}

/** What no text for a young person says in that language; undefined for a language nobody has made a list for. */
export const neverSaidIn = (language: string): RegExp | undefined => NEVER[language]
