import { type NamePool, names } from './pool.ts'

/** Names common in Nigeria (Yoruba, Igbo, Edo, Hausa). */
export const nigerian: NamePool = {
  boys: names(`
    David; Emmanuel, Emanuel; Daniel; Tobi, Toby; Chinedu; Oluwaseun, Seun; Ayomide, Ayo; Chukwuemeka, Emeka
    Ikechukwu, Ike; Osaze; Babatunde, Tunde; Femi, Olufemi; Kelechi; Efosa; Musa; Obinna; Temitope, Temi; Uche`),
  girls: names(`
    Blessing; Precious; Joy; Favour, Favor; Chioma; Adaeze, Ada; Temitope, Temi; Folake; Ngozi; Ese; Osas, Osasere
    Ifeoma, Ify; Funmilayo, Funmi; Amarachi, Amara`),
  family: names(`
    Okafor; Adeyemi; Okonkwo; Eze; Balogun; Osagie; Adebayo; Nwosu; Ogunleye; Igwe; Omorogbe; Afolabi; Chukwu
    Ehigiator; Olawale; Uzoma; Obi; Onyekachi; Akinola; Bello; Idowu; Aigbe`),
}

/** Names common among Somali families, here and in Somalia; a father's and grandfather's name follow. */
export const somali: NamePool = {
  boys: names(`
    Mohamed, Maxamed, Mohammed, Muhammad = محمد; Abdi, Cabdi; Ahmed, Axmed = أحمد; Hassan, Xasan = حسن; Ali, Cali = علي
    Abdullahi, Cabdullahi; Ibrahim, Ibraahim; Yusuf, Yuusuf, Yousuf; Omar, Cumar; Abdirahman, Cabdiraxmaan
    Liban, Liibaan; Zakaria, Sakariye; Mustafa, Mustaf; Hamza, Xamse; Bilal, Bilaal; Guled, Guuleed; Ismail, Ismaaciil
    Mahad, Maxad; Jama, Jaamac; Warsame`),
  girls: names(`
    Fatima, Faadumo, Fadumo; Amina, Aamina; Hodan; Khadija, Khadiijo; Ayaan, Ayan; Sahra, Zahra; Hibo, Hiba; Maryan, Maryam
    Ifrah; Nimo, Nimco; Ubah, Ubax; Fartun, Fartuun; Sagal; Deqa, Deeqa`),
  family: names(`
    Mohamed, Maxamed; Ali, Cali; Hassan, Xasan; Abdi, Cabdi; Ahmed, Axmed; Omar, Cumar; Farah, Faarax; Jama, Jaamac
    Hussein, Xuseen; Warsame; Yusuf, Yuusuf; Nur, Nuur; Osman, Cismaan; Ismail, Ismaaciil; Dirie, Diriye; Elmi, Cilmi
    Aden, Aadan; Samatar; Gedi, Geedi; Barre; Egal, Cigaal`),
}

/** Tigrinya names of Eritrea and Tigray, with Ge'ez script; a father's name follows. */
export const tigrinya: NamePool = {
  boys: names(`
    Filmon, Philemon = ፊልሞን; Yonas, Jonas = ዮናስ; Samuel = ሳሙኤል; Robel = ሮቤል; Kibrom, Kbrom = ክብሮም; Natnael, Nathnael = ናትናኤል
    Merhawi = መርሃዊ; Abel = ኣቤል; Yohannes, Yohanes = ዮሃንስ; Tesfay, Tesfai = ተስፋይ; Dawit, Dawid = ዳዊት; Henok = ሄኖክ
    Amanuel, Emanuel = ኣማኑኤል; Mehari = መሓሪ; Tekle, Tecle = ተክለ; Haben = ሃበን; Simon = ስምኦን; Aman = ኣማን; Biniam, Binyam = ቢንያም
    Teklit = ተክሊት`),
  girls: names(`
    Selam, Salam = ሰላም; Rahel, Rachel = ራሄል; Feven, Fiven = ፌቨን; Helen = ሄለን; Semhar, Samhar = ሰምሃር; Luwam = ሉዋም; Bethlehem, Betlhem = ቤተልሄም
    Eden = ኤደን; Winta = ዊንታ; Mihret = ምሕረት; Saba = ሳባ; Yordanos = ዮርዳኖስ; Hiwet, Hiwot = ሂወት`),
  family: names(`
    Tesfay, Tesfai = ተስፋይ; Haile, Hayle = ሃይለ; Gebremedhin, Ghebremedhin = ገብረመድህን; Tekle, Tecle = ተክለ; Kidane, Kidanie = ኪዳነ
    Berhane, Brhane = ብርሃነ; Mehari = መሓሪ; Abraha, Abreha = ኣብርሃ; Weldemichael, Woldemikael = ወልደሚካኤል; Ghebre, Gebre = ገብረ
    Tewelde, Teweldi = ተወልደ; Zerai, Zeray = ዘርኣይ; Habte = ሃብተ; Kiflay, Kifle = ክፍላይ; Gebreyesus, Ghebreyesus = ገብረየሱስ
    Asmelash = ኣስመላሽ; Negash = ነጋሽ; Araya = ኣርኣያ; Hagos = ሓጎስ`),
}

/** Amharic and Oromo names of Ethiopia, with Ge'ez script for the Amharic; a father's name follows. */
export const amharic: NamePool = {
  boys: names(`
    Dawit = ዳዊት; Abebe = አበበ; Bereket, Bereqet = በረከት; Yared = ያሬድ; Kidus, Kedus = ቅዱስ; Tadesse, Tadese = ታደሰ; Nahom = ናሆም
    Biruk, Bruk = ብሩክ; Solomon = ሰለሞን; Girma = ግርማ; Tamirat = ታምራት; Jemal, Jamal = ጀማል; Gemechu; Lensa`),
  girls: names(`
    Hanna, Hana = ሃና; Meron = ሜሮን; Tigist, Tigest = ትግስት; Bethlehem = ቤተልሔም; Sara, Sarah = ሣራ; Selamawit = ሰላማዊት; Almaz = አልማዝ
    Liya = ሊያ; Mahlet = ማህሌት; Chaltu`),
  family: names(`
    Bekele = በቀለ; Tadesse, Tadese = ታደሰ; Girma = ግርማ; Alemu = አለሙ; Kebede = ከበደ; Mekonnen, Makonnen = መኮንን; Tesfaye = ተስፋዬ; Abebe = አበበ
    Worku = ወርቁ; Haile = ኃይሌ; Assefa, Asefa = አሰፋ; Desta = ደስታ; Getachew = ጌታቸው; Wolde = ወልዴ; Tolosa; Negassa`),
}
