import { type NamePool, names } from './pool.ts'

/** Arabic names common in Sudan and Syria, with Arabic script; in Sudan a father's name follows. */
export const arabic: NamePool = {
  boys: names(`
    Mohammed, Mohamed, Muhammad, Mohammad = محمد; Ahmed, Ahmad = أحمد; Ali, Aly = علي; Omar, Omer, Umar = عمر
    Ibrahim, Ebrahim = إبراهيم; Mustafa, Mostafa, Moustafa = مصطفى; Hassan, Hasan = حسن; Khalid, Khaled = خالد
    Abdallah, Abdullah, Abdalla = عبد الله; Yousif, Yusuf, Youssef, Yousef = يوسف; Adam, Adem = آدم; Osman, Othman = عثمان
    Hamza, Hamzeh = حمزة; Idris, Idriss = إدريس; Bashir, Basheer = بشير; Ismail, Esmail = إسماعيل; Tariq, Tarek = طارق
    Salih, Saleh = صالح; Abdelrahman, Abdul Rahman, Abdulrahman = عبد الرحمن; Musa, Mousa = موسى; Yasir, Yasser = ياسر
    Haroun, Harun = هارون; Anwar = أنور; Zakaria, Zakariya = زكريا`),
  girls: names(`
    Fatima, Fatma, Fatimah = فاطمة; Mariam, Maryam, Miriam = مريم; Aisha, Aysha, Aicha = عائشة; Amna, Amina = آمنة
    Nour, Noor, Nur = نور; Huda, Hoda = هدى; Zainab, Zeinab = زينب; Salma = سلمى; Rania = رانيا; Hanan = حنان; Sara, Sarah = سارة
    Layla, Leila = ليلى; Ikhlas = إخلاص`),
  family: names(`
    Mohammed, Mohamed = محمد; Ahmed, Ahmad = أحمد; Adam, Adem = آدم; Ibrahim, Ebrahim = إبراهيم; Ali = علي; Osman, Othman = عثمان
    Hassan, Hasan = حسن; Abdallah, Abdalla = عبد الله; Ismail = إسماعيل; Idris, Idriss = إدريس; Abakar, Abaker = أبكر
    Haroun, Harun = هارون; Yahya, Yehia = يحيى; Suleiman, Sulaiman, Soliman = سليمان; al-Hassan, Alhassan = الحسن
    al-Khatib, Alkhatib = الخطيب; Haddad = حداد; Darwish, Darweesh = درويش; Bakhit, Bakheet = بخيت; Tijani, Tigani = تيجاني`),
}

/** Kurdish names of Iran, Iraq and Turkey, in Latin letters and in Sorani script. */
export const kurdish: NamePool = {
  boys: names(`
    Ahmad, Ahmed = ئەحمەد; Rebin, Rêbîn = ڕێبین; Karwan, Karvan = کاروان; Zanyar, Zaniar = زانیار; Soran = سۆران
    Hiwa, Hêwa = هیوا; Aram = ئارام; Dilshad, Dlshad = دڵشاد; Shvan, Şivan, Shwan = شوان; Sirwan = سیروان; Azad = ئازاد
    Rawand, Rawend = ڕاوەند; Barzan = بارزان; Baran = باران; Hersh, Harsh = هێرش; Rojhat, Roj = ڕۆژهات; Diyar = دیار; Miran = میران`),
  girls: names(`
    Shilan, Şîlan = شیلان; Avin, Evîn = ئەڤین; Zhiwan, Jiwan = ژیوان; Rojin, Rozhin = ڕۆژین; Nasrin = نەسرین; Hana = هانا
    Dilnia = دڵنیا; Berivan, Bêrîvan = بێریڤان; Sazan = سازان`),
  family: names(`
    Ahmadi, Ahmedi = ئەحمەدی; Karimi = کەریمی; Mahmoudi, Mahmudi = مەحموودی; Hassan, Hesen = حەسەن; Rasouli, Rasuli = ڕەسووڵی
    Mirzaei, Mirzayi = میرزایی; Qaderi, Ghaderi, Kaderi = قادری; Amin, Emin = ئەمین; Abdullah, Evdila = عەبدوڵڵا; Salih, Saleh = ساڵح
    Hosseini, Husseini = حوسێنی; Sharifi = شەریفی; Jalal, Celal = جەلال; Barzani = بارزانی; Moradi = مورادی; Rostami, Rustami = ڕۆستەمی`),
}

/** Afghan names (Dari and Pashto), with Arabic script; many have one name only, or take a father's. */
export const afghan: NamePool = {
  boys: names(`
    Mohammad, Mohammed, Muhammad = محمد; Ahmad, Ahmed = احمد; Abdul, Abdol = عبدل; Zabihullah, Zabiullah = ذبیح‌الله
    Najibullah, Najib, Najeebullah = نجیب‌الله; Hamid, Hameed = حمید; Farid, Fareed = فرید; Rahmatullah, Rahmat = رحمت‌الله
    Omid, Omeed = امید; Imran, Emran = عمران; Sayed, Sayyid, Said = سید; Ehsan, Ihsan = احسان; Zalmay, Zalmai = زلمی
    Hekmatullah, Hikmat = حکمت‌الله; Wali = ولی; Noorullah, Nurullah = نورالله; Jawad, Javad = جواد; Asad = اسد; Idrees, Edris = ادریس`),
  girls: names(`
    Zahra, Zohra = زهرا; Fatima, Fatema = فاطمه; Maryam, Mariam = مریم; Shabnam = شبنم; Parwana, Parvana = پروانه; Laila, Leila = لیلا
    Freshta, Fereshta = فرشته; Nazanin = نازنین; Hadia = هادیه`),
  family: names(`
    Khan = خان; Ahmadzai, Ahmadzay = احمدزی; Rahimi = رحیمی; Hotak = هوتک; Safi = صافی; Stanikzai, Stanekzai = ستانکزی
    Noori, Nuri = نوری; Mohammadi = محمدی; Hussaini, Hosseini = حسینی; Karimi = کریمی; Wardak = وردک; Zadran, Jadran = ځدراڼ
    Popal = پوپل; Sharifi = شریفی; Haidari, Heydari = حیدری; Rasuli, Rasooli = رسولی; Akbari = اکبری; Niazi = نیازی`),
}
