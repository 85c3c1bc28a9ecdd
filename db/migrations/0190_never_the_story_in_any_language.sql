-- A question about services that asks of what happened is refused in the ten other languages of the pages too.
create or replace function waymark.asks_of_the_story(question text) returns boolean language sql immutable parallel safe set search_path = pg_catalog as $$
  select normalize(question) ~* any (array[
    '(traffick|exploit|slaver|victim|smuggl|abus|assault|rape|\msex|forced|debt bond|\mowed? .*money|perpetrat|offend|gang|what happened|happened to you|how (did|have) you (come|get|got|arrive|travel)|journey|who (hurt|harmed|took|made|brought|controlled)|were you (hurt|harmed|beaten|threatened|locked|made to)|tell (me|us) your story|your past|before you came|police|crime|criminal|evidence|\mnrm\M|conclusive|reasonable grounds|asylum|immigra|home office)',
    'masnachu|camfanteisi|dioddefwr|caethwas|goroeswr|troseddw|cam-?drin|mewnfud|lloches|ffoadur|heddlu|beth (a )?ddigwyddodd|(sut|pryd) (wnest|wnaethoch|daethost|daethoch)|pwy (wnaeth|frifodd|niweidiodd)|cyn i (ti|chi) ddod',
    'اتجار|استغلال|ضحي|ضحاي|عبودي|ناجي|ناجين|لجوء|لاجئ|هجرة|شرطة|إساءة|(ماذا|الذي) (حدث|حصل|جرى)|كيف (جئت|وصلت|أتيت|سافرت)|من (آذاك|أجبرك|أخذك)|قصتك|قبل (مجيئك|وصولك|أن تأتي)',
    'trafik|shfrytëz|viktim|skllav|mbijetu|abuz|dhunu|polici|azil|refugjat|emigr|imigr|[çÇ]farë (të |ju )?(ka )?ndodh|si (erdh|mbërrit|arrit)|kush (të|ju) (lëndoi|detyroi|mori)|para se të (vij|vish)',
    'buôn (bán )?người|bóc lột|nạn nhân|nô lệ|lạm dụng|công an|cảnh sát|tị nạn|nhập cư|di trú|sống sót|(chuyện|điều|[đĐ]iều) gì đã xảy ra|(đến|tới) .*bằng cách nào|ai đã (làm hại|ép|bắt|đưa)|trước khi (bạn|em) đến|bị ép',
    'بازرگانی|چەوس|قوربانی|کۆیل|پۆلیس|پەناب|کۆچبەر|دەستدرێژی|چی (ڕوویدا|بەسەر)|چۆن هات',
    'قاچاق|ناوړه ګټ|قربان|غلام|پولیس|پناه|کډوال|تیری|څه (پېښ|وشول)|څنګه راغل',
    'استثمار|بهره.?کشی|برده|پلیس|مهاجر|سوء.?استفاده|آزار|چه (اتفاق|شد|گذشت)|(چطور|چگونه|چه ?طور) (آمد|رسید|سفر)|مجبور|سرگذشت',
    'ንግዲ ሰብ|ምዝመዛ|ግዳይ|ባርነት|ፖሊስ|ስደተኛ|ዑቕባ|ዓመጽ|እንታይ (ኣጋጢሙ|ኣጋጠመ)|ከመይ (መጺእ|መጻእ)',
    'ዝውውር|ብዝበዛ|ሰለባ|ባርነት|ፖሊስ|ጥገኝነት|ጥቃት|ምን (ተፈጠረ|ደረሰ|አጋጠመ)|እንዴት (መጣ|መጡ|መጣህ|መጣሽ)',
    'daldala namaa|saamich|miidhamaa|garbumm|poolisii|baqat|koolugalt|maaltu (isin|si) (irra|mudat)|akkamitti dhuft'
  ])
$$;
comment on function waymark.asks_of_the_story(text) is 'Whether a text asks, in any language of the pages, of what happened to somebody instead of how services are. story.rules.ts says the same in the same words; a test holds them together.';
