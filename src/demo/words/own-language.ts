/**
 * Short things said in other languages, kept verbatim and never translated by the generator.
 * Each means what its English neighbour would: "I feel fine here, thank you", "I want to study",
 * "I am waiting for an answer", "I miss my mother", "I have a good friend". Keyed by BCP 47 tag.
 */
export const OWN_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  cy: [
    'Dw i’n iawn yma, diolch.',
    'Dw i eisiau astudio.',
    'Dw i’n aros am ateb.',
    'Mae gen i ffrind da.',
  ],
  sq: [
    'Jam mirë këtu, faleminderit.',
    'Dua të studioj.',
    'Po pres një përgjigje.',
    'Më mungon mami.',
    'Kam një shok të mirë.',
  ],
  vi: [
    'Em thấy ổn ở đây, cảm ơn.',
    'Em muốn đi học.',
    'Em đang chờ câu trả lời.',
    'Em nhớ mẹ.',
    'Em có một người bạn tốt.',
  ],
  ar: ['أنا بخير هنا، شكرًا.', 'أريد أن أدرس.', 'أنتظر الجواب.', 'أشتاق إلى أمي.', 'عندي صديق طيب.'],
  'ar-SY': ['أنا منيح هون، شكرًا.', 'بدي أدرس.', 'عم أستنى الجواب.', 'اشتقت لأمي.'],
  ti: ['ኣብዚ ጽቡቕ ኣለኹ፣ የቐንየለይ።', 'ክመሃር እደሊ።', 'መልሲ እጽበ ኣለኹ።', 'ኣደይ ናፊቐያ።', 'ጽቡቕ ዓርኪ ኣለኒ።'],
  am: ['እዚህ ደህና ነኝ፣ አመሰግናለሁ።', 'መማር እፈልጋለሁ።', 'መልስ እየጠበቅኩ ነው።', 'እናቴ ናፈቀችኝ።', 'ጥሩ ጓደኛ አለኝ።'],
  ckb: [
    'لێرە باشم، سوپاس.',
    'دەمەوێت بخوێنم.',
    'چاوەڕێی وەڵامم.',
    'بیری دایکم دەکەم.',
    'هاوڕێیەکی باشم هەیە.',
  ],
  kmr: [
    'Ez li vir baş im, spas.',
    'Ez dixwazim bixwînim.',
    'Ez li benda bersivê me.',
    'Min bêriya dayika xwe kiriye.',
  ],
  prs: [
    'من اینجا خوب هستم، تشکر.',
    'می‌خواهم درس بخوانم.',
    'منتظر جواب هستم.',
    'دلم برای مادرم تنگ شده.',
    'یک دوست خوب دارم.',
  ],
  ps: ['زه دلته ښه یم، مننه.', 'غواړم زده کړه وکړم.', 'ځواب ته انتظار یم.', 'یو ښه ملګری لرم.'],
  so: [
    'Halkan waan ku fiicanahay, mahadsanid.',
    'Waxaan rabaa inaan wax barto.',
    'Jawaab ayaan sugayaa.',
    'Hooyaday waan u xiisay.',
    'Waxaan leeyahay saaxiib fiican.',
  ],
  ro: [
    'Mă simt bine aici, mulțumesc.',
    'Vreau să învăț.',
    'Aștept un răspuns.',
    'Mi-e dor de mama.',
    'Am un prieten bun.',
  ],
  uk: ['Мені тут добре, дякую.', 'Я хочу вчитися.', 'Я чекаю на відповідь.', 'Я сумую за мамою.'],
  ur: ['میں یہاں ٹھیک ہوں، شکریہ۔', 'میں پڑھنا چاہتا ہوں۔', 'میرا ایک اچھا دوست ہے۔'],
  bn: ['আমি এখানে ভালো আছি, ধন্যবাদ।', 'আমি পড়তে চাই।', 'আমার একজন ভালো বন্ধু আছে।'],
  jam: ['Mi good, yuh know.', 'Mi miss mi granny bad.'],
  pcm: ['I dey okay for here.', 'I wan go school.', 'I still dey wait.'],
}
