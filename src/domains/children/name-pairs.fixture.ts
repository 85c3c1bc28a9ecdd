/** Real names, invented uses: pairs for measuring how names are found. Written "one = other", by comma. */
type Pair = readonly [string, string]

const pairs = (text: string): readonly Pair[] =>
  text.split(',').map((pair): Pair => {
    const [one = '', other = ''] = pair.split('=').map((name) => name.trim())
    return [one, other]
  })

/** Missed by the peer system that was measured: what a search here must find. */
export const MISSED_ELSEWHERE = pairs(`
  Đức = Duc, Đặng = Dang, Ước = Uoc, Ștefan = Stefan, Łukasz = Lukasz, Çela = Chela,
  Gjergj = Gjergi, Xhemal = Jemal, Zhara = Zahra, Hoxha = Hodza, Mohammed = Mehmet,
  Yusuf = Joseph, Khadija = Hadija, Jallow = Diallo, محمد = Mohammed, Олександр = Oleksandr,
  فاطمة = فاطمه, O'Brien = O Brien, Anne-Marie = Anne Marie, Nguyễn Văn Đức = Nguyen Van Duc,
  Nguyễn Văn Đức = Duc Nguyen
`)

/** One name written two ways: by tradition, by script, by order, by a slip. */
export const SAME_NAME = pairs(`
  Nguyễn Thị Hồng Đào = Nguyen Hong Dao, Mohammed = Muhammad, Mohamed = Mohammed, يوسف = Yusuf,
  حسين = Hussein, حسين = Hossain, ተስፋዬ = Tesfaye, Tesfaye = Tesfai, ኣብርሃም = Abraham,
  ሓጎስ = Hagos, ተስፋዬ ገብረ = Tesfay Ghebre, فاطمة = Fatima, عبد الرحمن = Abdulrahman,
  عبد الرحمن = Abd al-Rahman, Abdurrahman = Abdelrahman, Abdul Rahman = Abdurrahman,
  عبدالله = Abdullah, Xhevahire = Dzevahire, Ahmed = Ahmad, أحمد = Ahmed, علي = Ali,
  علي حسن = Ali Hassan, هێمن = Hemin, ئەحمەد = Ahmad, خديجة = Khadija, عائشة = Aisha,
  Aisha = Ayesha, Aicha = Ayşe, Сергій = Serhii, Сергей = Sergey, Юлія = Yuliia, Sarah = Sara,
  Leila = Layla, Noor = Nour, Yasmin = Jasmin, Xhulia = Julia, Qëndrim = Qendrim,
  Qerim = Ćerim, Țurcanu = Turcanu, Wojciech = Vojciech, Gebremeskel = Gebre Meskel,
  Ghebremeskel = Gebremeskel, OBrien = O'Brien, Annemarie = Anne Marie, Nguyen = Nugyen,
  Mohamned = Mohammed, Abdullahi = Abdulahi, عثمان = Osman, رضا = Reza, نظیر = Nazir,
  مصطفى = Mustafa, إبراهيم = Ibrahim, 李明 = Li Ming, 李明 = Liming, Kateryna = Катерина,
  Hassan Ali = ALI  hassan, Özgür = Ozgur, Müller = Mueller, Cemal = Jamal, Gëzim = Gezim,
  Hüseyin = Hussein, گلاله = Galala, Thanh Trúc = Thanh Truc, Trần Minh = Minh Tran,
  Kidane = ኪዳነ, Selam = ሰላም, Yohannes = ዮሃንስ, Dawit = ዳዊት, عبد العزيز = Abdul Aziz, نور = Noor,
  سارة = Sara, Stephen = Steven, Catherine = Katherine, Kathryn = Catherine, Philip = Filip,
  Phillip = Philip, Hussain = Hussein, Husayn = Hussein, Yousef = Yusuf, Youssouf = Yusuf,
  Abdul = Abdel, Abdulla = Abdullah, Fatima = Fatimah, Fathima = Fatima, Zainab = Zaynab,
  Zeinab = Zainab, Zeynep = Zainab, Bilal = Billal, Khalid = Khaled, Khaled = Haled,
  Rashid = Rasheed, Tariq = Tarek, Nasir = Nasser, Said = Saeed, Sayed = Syed, Jamal = Gamal,
  Jamil = Gamil, Osama = Usama, Mustafa = Mostafa, Moustapha = Mustafa, Ismail = Ismael,
  Idris = Idriss, Ilyas = Elias, Suleiman = Soliman, Rahman = Rehman, Karim = Kareem,
  Amin = Ameen, Mariam = Maryam, Noura = Nura, Habibullah = Habib Ullah,
  Najibullah = Najeebullah, Ghulam = Gulam, Zahir = Zaher, Gezim = Gëzim, Shpetim = Shpëtim,
  Besnik = Besnick, Ardit = Ardith, Qazim = Kazim, Njomza = Njomëza, Fisnik = Fisnick,
  Arben = Arbën, Valbona = Valbonna, Blerim = Blerimm, Dritan = Dritën, Ylli = Ily,
  Phuong = Phương, Thảo = Thao, Hương = Huong, Tuấn = Tuan, Quỳnh = Quynh, Hiếu = Hieu,
  Linh Tran = Tran Linh, Vu = Vũ, Đinh = Dinh, Đỗ = Do, Mehari = Mehary, Berhane = Birhane,
  Berhane = ብርሃነ, Tekle = Tecle, Tsegay = Tsegaye, Tsehaye = Sehaye, Mulugeta = ሙሉጌታ,
  Haile = Hayle, Filmon = Philmon, Natnael = Nathnael, Samuel = Samuil, Yonatan = Jonathan,
  Robel = Robiel, Kibrom = Kebrom, Goitom = Goytom, Zerai = Zeray, Abraha = Abreha,
  Hiwot = Hewot, Bereket = Bereckt, Sherko = Şêrko, Rebin = Rêbîn, Hawar = Hewar,
  Karwan = Karvan, Awat = Avat, Şilan = Shilan, Jîn = Jin, Ioana = Joana, Ștefania = Stefania,
  Ionuț = Ionut, Gheorghe = George, Mihai = Mihay, Cătălin = Catalin, Andrei = Andrey,
  Krzysztof = Kshishtof, Agnieszka = Agnieshka, Małgorzata = Malgorzata, Wiktor = Victor,
  Oksana = Oxana, Dmytro = Dmitro, Дмитро = Dmytro, Володимир = Volodymyr, Наталія = Nataliya,
  Ярослав = Yaroslav, Андрій = Andriy, Ксенія = Kseniia, Yevhen = Євген, Oleh = Олег,
  Jean-Pierre = Jean Pierre, Mamadou = Mohammed, Ousmane = Usman, Aïssatou = Aissatou,
  Fatoumata = Fatumata, Ebrima = Ibrahima, Lamin = Lamine, Blessing = Blesing, Chidi = Chidy,
  Siobhan = Siobhán, Shaun = Sean, Shawn = Shaun, Aidan = Aiden, Geoff = Jeff,
  Geoffrey = Jeffrey, Lauren = Loren, Jordan = Jorden, Rhys = Reece, Kayleigh = Kaylee,
  Hayley = Hailey, Mackenzie = McKenzie, MacDonald = Mc Donald, Smith = Smyth, Taylor = Tailor,
  Johnson = Jonson, Thomson = Thompson, D'Angelo = Dangelo, Zoë = Zoe, Chloé = Chloe,
  François = Francois, ali = ALI, عمر = Umar, حسن = Hassan, زینب = Zainab, احمد = Ahmad,
  کریم = Karim, قاسم = Qasim, شریف = Sharif, جمال = Jamal, خالد = Khaled, طارق = Tariq,
  سعيد = Saeed, سلمى = Salma, ليلى = Layla, هدى = Huda, آدم = Adam, أمينة = Amina,
  زكريا = Zakaria, نجيب الله = Najibullah, حبیب الله = Habibullah, غلام = Ghulam,
  پرویز = Parviz, گل = Gul, ژیان = Zhyan, شێرکۆ = Sherko, ئارام = Aram, ڕێبین = Rebin,
  دلێر = Diler, سۆران = Soran, محمود = Mahmoud, محمد علی = Mohammad Ali,
  عبدالحمید = Abdulhamid, عبد القادر = Abdelkader, أبو بكر = Abu Bakr, أبوبكر = Abubakar,
  ياسمين = Yasmin, هاجر = Hajar, رامي = Rami, Salam = سلام, ሰመረ = Semere, ፍሬወይኒ = Frewoyni,
  ዮናስ = Yonas, ሚካኤል = Michael, ኤልሳ = Elsa, ገብረመስቀል = Gebremeskel, 王伟 = Wang Wei, 陈 = Chen,
  ਗੁਰਪ੍ਰੀਤ = Gurpreet, প্রিয়া = Priya
`)

/** Two different names, which must not be shown for one another. */
export const DIFFERENT = pairs(`
  Anh = Ian, Anh = Una, Ian = Una, Amira = Omar, Ali = Ella, Dong = Tank, Hai = Huy,
  Thuy = Thi, Maria = Marta, Hassan = Hussein, Mahmoud = Mohammed, Ahmed = Hamid,
  Karim = Ikram, Amir = Amira, Minh = Min, Linh = Lin, Anh = An, Jack = Jake, علي = Ella,
  علي = Ola, محمد = Mahmoud, حسن = Hussein, سمير = Samara, Kevin = Kofi, Tesfaye = Tewolde,
  Jason = Mason, Samira = Amira, Nguyen = Nolan, Duc = Duke, Lan = Leon, Bao = Bea, Mai = Mia,
  Omar = Amar, Noor = Nora, Sami = Sam, Hana = Hannan, Grace Kelly = Grace Adams,
  Ali Reza = Ali Hassan, Nguyen Van Duc = Nguyen Van Hai, Mohammed Ali = Mohammed Hassan,
  Selam = Salim, Kit = Kate, Tom = Tim, Ella = Ellie, Eve = Ava, Amina = Imani, Dara = Dora,
  Aram = Erum, Ben = Bian, Jan = Jon, Long = Lang, Tuan = Tien, Thanh = Thinh, Hung = Hang,
  Sofia = Safia, Ben Carter = Tom Carter, Abdul Khan = Tariq Khan,
  Van Tran = Minh Tran, An Nguyen = Minh Nguyen, Le Minh = Do Minh, Mohammed Le = Mohammed Ali
`)
