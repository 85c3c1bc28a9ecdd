import { names } from './names.rules.ts'

/** Names in daily use, each with the ways papers and people write it. Invented people get them by lot. */
export const ARABIC = {
  given: names(`
    محمد/Mohammed/Muhammad/Mohamed/Mohamad/Mohammad, أحمد/احمد/Ahmed/Ahmad/Achmed, علي/على/Ali/Aly,
    حسن/Hassan/Hasan/Hassen, حسين/Hussein/Husain/Hussain/Hossein/Houcine, عمر/Omar/Umar/Omer,
    يوسف/Yousef/Yusuf/Youssef/Yousif, إبراهيم/ابراهيم/Ibrahim/Ebrahim/Brahim, خالد/Khaled/Khalid,
    عبد الرحمن/عبدالرحمن/Abdulrahman/Abdul Rahman/Abdelrahman/Abd al-Rahman/Abderrahman,
    عبد الله/عبدالله/Abdullah/Abdallah/Abdulla, عبد العزيز/عبدالعزيز/Abdulaziz/Abdul Aziz/Abdelaziz,
    محمود/Mahmoud/Mahmud/Mahmood, مصطفى/مصطفي/Mustafa/Mostafa/Moustafa, طارق/Tariq/Tarek/Tareq,
    سامي/Sami/Samy, كريم/Karim/Kareem, جمال/Jamal/Gamal/Djamel, سعيد/Saeed/Said/Saied,
    بلال/Bilal/Belal, أنس/انس/Anas/Annas, زياد/Ziad/Zeyad/Ziyad, وليد/Walid/Waleed, رامي/Rami/Ramy,
    هشام/Hisham/Hicham/Hesham, نبيل/Nabil/Nabeel, فيصل/Faisal/Faysal/Feisal, إسماعيل/Ismail/Ismael/Esmail,
    فاطمة/فاطمه/Fatima/Fatma/Fatimah, مريم/Maryam/Mariam/Meriem, عائشة/عائشه/Aisha/Ayesha/Aicha,
    زينب/Zainab/Zaynab/Zeinab, خديجة/Khadija/Khadijah/Hadija, نور/Noor/Nour/Nur, سارة/Sara/Sarah,
    ليلى/Layla/Leila/Laila, هدى/Huda/Hoda, أمينة/امينة/Amina/Ameena, ياسمين/Yasmin/Yasmine/Jasmin,
    رنا/Rana, دعاء/Doaa/Duaa, إيمان/Iman/Eman, سلمى/Salma/Selma, رشا/Rasha, حنان/Hanan/Hanane
  `),
  family: names(`
    الخطيب/Al-Khatib/Alkhatib/El Khatib/Khatib, حداد/Haddad/Hadad, السيد/El Sayed/Al-Sayed/Elsayed/Sayed,
    منصور/Mansour/Mansoor/Mansur, النجار/Al-Najjar/Alnajjar/El Naggar/Najjar, صالح/Saleh/Salih,
    عثمان/Osman/Othman/Uthman, آدم/Adam/Adem, بكر/Bakr/Bakir, الحسن/Al-Hassan/Alhasan/El Hassan/Hassan,
    قاسم/Qasim/Kassem/Qassem, سليمان/Suleiman/Sulaiman/Soliman, عيسى/Issa/Eissa/Isa, يحيى/Yahya/Yehia,
    درويش/Darwish/Darweesh, شريف/Sharif/Shareef/Cherif, العلي/Al-Ali/Alali/Ali, حمود/Hammoud/Hamoud,
    خليل/Khalil/Khaleel, رشيد/Rashid/Rasheed/Rachid, زكريا/Zakaria/Zakariya, فارس/Fares/Faris,
    كامل/Kamel/Kamil, ناصر/Nasser/Nasir/Naser, هارون/Haroun/Harun/Haroon, جابر/Jaber/Jabir/Gaber,
    البشير/El Bashir/Al-Bashir/Albashir/Bashir, الطيب/El Tayeb/Al-Tayib/Eltayeb/Tayeb, بوعزيزي/Bouazizi/Bouazzizi,
    بن سالم/Ben Salem/Bensalem/Salem, مراد/Murad/Mourad, الشامي/Al-Shami/Elshami/Alshami/Shami
  `),
} as const

export const KURDISH = {
  given: names(`
    شێرکۆ/Sherko/Şêrko/Shirko, ئارام/Aram, ڕێبین/Rebin/Rêbîn/Rebeen, هەوار/Hawar/Hewar, کاروان/Karwan/Karvan,
    سۆران/Soran, دلێر/Diler/Dler/Delir, ئازاد/Azad/Azaad, بەختیار/Bakhtiyar/Bakhtiar/Bextiyar, هێمن/Hemin/Hêmin/Heman,
    ڕزگار/Rizgar/Rezgar, سەردار/Sardar/Serdar, دیار/Diyar/Dyar, بەهمەن/Bahman/Behmen, زانا/Zana, هیوا/Hiwa/Hîwa/Heewa,
    ڕێبوار/Rebwar/Rêbwar/Rebuar, شوان/Shwan/Şwan/Shuan, کامەران/Kamaran/Kameran, سەنگەر/Sangar/Senger, گۆران/Goran,
    ئومێد/Omed/Umed/Omid, نەوزاد/Nawzad/Newzad, پێشەوا/Peshawa/Pêşewa, یوسف/Yousif/Yusif, محەمەد/Muhammad/Mihemed/Mohammed,
    ئەحمەد/Ahmad/Ehmed/Ahmed, ژیان/Zhyan/Jiyan/Zhian, شیلان/Shilan/Şîlan/Shelan, ڕۆژین/Rojin/Rozhin/Rojîn,
    گلالە/Galala/Gelale, هانا/Hana, چنار/Chnar/Çinar/Chinar, نازدار/Nazdar, سروە/Srwa/Sirwe/Serwa, لانە/Lana/Lane,
    ڤیان/Vian/Viyan/Vyan, بەیان/Bayan/Beyan, تارا/Tara, ئەڤین/Avin/Evîn/Aveen, شنە/Shna/Şine, خەندە/Khanda/Xende
  `),
  family: names(`
    عەزیز/Aziz/Ezîz/Azeez, ڕەشید/Rashid/Reşîd/Rasheed, مستەفا/Mustafa/Mistefa/Mostafa, قادر/Qadir/Kadir/Qader,
    کەریم/Karim/Kerîm/Kareem, حەسەن/Hassan/Hesen/Hasan, عومەر/Omar/Omer/Umer, ئیبراهیم/Ibrahim/Îbrahîm/Ebrahim,
    سالح/Salih/Saleh/Salh, بارزانی/Barzani/Barzanî/Barzany, تاڵەبانی/Talabani/Talebanî, جاف/Jaf/Jaff, هەورامی/Hawrami/Hewramî/Awrami,
    شێخانی/Shekhani/Şêxanî/Sheikhani, دزەیی/Dizayi/Dizeyî/Dizaee, فەرەج/Faraj/Ferec, حوسێن/Hussein/Husên/Hussain,
    نەبی/Nabi/Nebî, سەعید/Saeed/Seîd/Said, خدر/Khidir/Xidir/Khdr, مەحمود/Mahmood/Mehmûd/Mahmoud, ئەمین/Amin/Emîn/Ameen,
    ڕەسوڵ/Rasul/Resûl/Rasool, حەمە/Hama/Heme, ئەسعەد/Asaad/Esed/Assad, یاسین/Yasin/Yasîn/Yaseen, زراری/Zrari/Zirari, گەردی/Gardi/Gerdî
  `),
} as const

export const AFGHAN = {
  given: names(`
    احمد/Ahmad/Ahmed, محمد/Mohammad/Muhammad/Mohammed, نجیب‌الله/نجیب الله/Najibullah/Najeebullah/Najib Ullah,
    حبیب‌الله/حبیب الله/Habibullah/Habib Ullah/Habeebullah, رحمت‌الله/رحمت الله/Rahmatullah/Rahmat Ullah/Rahmatollah,
    عزت‌الله/عزت الله/Ezatullah/Izzatullah/Ezat Ullah, ذبیح‌الله/ذبیح الله/Zabihullah/Zabiullah/Zabih Ullah,
    سمیع‌الله/سمیع الله/Samiullah/Sami Ullah/Samihullah, شفیق‌الله/شفیق الله/Shafiqullah/Shafiq Ullah,
    عنایت‌الله/عنایت الله/Enayatullah/Inayatullah/Enayat Ullah, اسدالله/اسد الله/Asadullah/Assadullah/Asad Ullah,
    فرهاد/Farhad/Ferhad, غلام علی/Ghulam Ali/Gholam Ali/Ghulamali, نور آغا/Noor Agha/Nooragha/Nur Agha, گل آغا/Gul Agha/Gulagha,
    عبدالحمید/عبد الحمید/Abdul Hamid/Abdulhamid/Abdulhameed, عبدالقادر/عبد القادر/Abdul Qadir/Abdulqader/Abdul Qader,
    میرویس/Mirwais/Mirways/Mirwise, جاوید/Jawid/Javed/Jawed, فرید/Farid/Fareed, حمید/Hamid/Hameed, نصیر/Nasir/Naseer,
    رضا/Reza/Raza, مهدی/Mahdi/Mehdi, مرتضی/Murtaza/Morteza/Murtaza, علی‌رضا/علی رضا/Ali Reza/Alireza/Ali Raza,
    ظاهر/Zahir/Zaher, شیرزاد/Sherzad/Shirzad, پرویز/Parwiz/Parviz/Parwez, ادریس/Idris/Edris/Edrees, بلال/Bilal/Belal,
    زهرا/Zahra/Zehra, مریم/Maryam/Mariam, فرشته/Fereshta/Freshta/Fereshteh, شبنم/Shabnam, پروانه/Parwana/Parvana,
    نرگس/Nargis/Narges, زرمینه/Zarmina/Zarmena, پلوشه/Palwasha/Plwasha/Palwesha, حسینه/Hasina/Hassina, ملالی/Malalai/Malalay
  `),
  family: names(`
    نوری/Noori/Nouri/Nuri, احمدی/Ahmadi/Ahmady, کریمی/Karimi/Karimy, رحیمی/Rahimi/Raheemi, حیدری/Haidari/Heydari/Haydari,
    صدیقی/Sediqi/Seddiqi/Siddiqi, ستانکزی/Stanikzai/Stanekzai/Stanikzay, احمدزی/Ahmadzai/Ahmadzay, یوسفزی/Yousafzai/Yusufzai/Yousefzai,
    هوتک/Hotak/Hotaki, خان/Khan, زمان/Zaman, امیری/Amiri/Ameeri, حسینی/Hussaini/Hosseini/Husaini, رضایی/Rezaie/Rezai/Rezaee,
    محمدی/Mohammadi/Muhammadi, نظری/Nazari/Nazary, عظیمی/Azimi/Azeemi, سلطانی/Sultani/Soltani, صافی/Safi/Saafi,
    مومند/Momand/Mohmand, شینواری/Shinwari/Shinwary, اکبری/Akbari/Akbary, جعفری/Jafari/Jaffari, غفوری/Ghafoori/Ghafouri/Ghafuri,
    پوپل/Popal/Popel, وردک/Wardak/Vardak, نیازی/Niazi/Niyazi, ابراهیم‌خیل/Ibrahimkhel/Ebrahimkhil/Ibrahim Khel, زدران/Zadran/Jadran
  `),
} as const
