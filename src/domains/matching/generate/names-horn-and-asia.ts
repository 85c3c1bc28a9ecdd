import { names } from './names.rules.ts'

/** Given, father's and grandfather's names are one stock: there is no family name. */
export const TIGRINYA = {
  given: names(`
    ተስፋይ/Tesfay/Tesfai/Tesfaye, ገብረ/Gebre/Ghebre/Gebru, ሃይለ/Haile/Hayle/Haylay, ኪዳነ/Kidane/Kidaneh, በረኸት/Bereket/Berekhet/Bereket,
    ሃብቶም/Habtom/Habtam, ፍልሞን/Filmon/Philmon/Filimon, ሮቤል/Robel/Robiel, ዮናስ/Yonas/Jonas, ዳዊት/Dawit/Daweet/David, ኣብርሃም/Abraham/Abrham/Abreham,
    ሙሴ/Musie/Muse/Mussie, ሳሙኤል/Samuel/Samuiel, ናትናኤል/Natnael/Nathnael/Natinael, ኤርሚያስ/Ermias/Ermyas/Yermias, ሄኖክ/Henok/Henock/Hienok,
    ክብሮም/Kibrom/Kebrom/Kbrom, መሓሪ/Mehari/Mehary/Meharie, ጎይቶም/Goitom/Goytom/Goytem, ዘርአይ/Zeray/Zerai/Zeraay, ተኽለ/Tekle/Tecle/Tekhle,
    ተወልደ/Tewelde/Tewolde/Teweldeh, ወልዱ/Weldu/Woldu/Weldue, ገብረመስቀል/Gebremeskel/Ghebremeskel/Gebre Meskel, ገብረሂወት/Gebrehiwet/Ghebrehiwot/Gebre Hiwet,
    ሃብተማርያም/Habtemariam/Habte Mariam/Habtemaryam, ተኽለሃይማኖት/Teklehaimanot/Tekle Haymanot/Teclehaimanot, ወልደገብርኤል/Weldegebriel/Weldegabriel/Welde Gebriel,
    ሰመረ/Semere/Semerie, ፀጋይ/Tsegay/Tsegai/Segay, ብርሃነ/Berhane/Birhane/Brhane, ዮሃንስ/Yohannes/Johannes/Yohanes, ኢሳይያስ/Isaias/Isayas/Esayas,
    ሰላም/Selam/Salam/Selaam, ሂወት/Hiwet/Hiwot/Hewet, ፍረወይኒ/Frewoyni/Freweini/Freweyni, ለተብርሃን/Letebrhan/Letebirhan/Lete Berhan, ኣበባ/Abeba/Abebe/Ababa,
    ሳባ/Saba, ራሄል/Rahel/Rahiel, ሚልዮን/Million/Milion/Milyon, ብሩክ/Bruk/Biruk/Birouk, ኣማኑኤል/Amanuel/Amanuiel/Emanuel, ዓንዶም/Andom/Andem, ኣስመላሽ/Asmelash/Asmelas
  `),
  family: [],
} as const

export const AMHARIC = {
  given: names(`
    አበበ/Abebe/Abbebe, ከበደ/Kebede/Kebbede, ታደሰ/Tadesse/Tadese/Taddese, ሙሉጌታ/Mulugeta/Mulugeta/Mulugetta, ተስፋዬ/Tesfaye/Tesfay/Tesfaie, ጌታቸው/Getachew/Getachow/Getacho,
    አለማየሁ/Alemayehu/Alemayhu/Alemayew, ደረጀ/Dereje/Derege/Derejie, ግርማ/Girma/Ghirma, ዮሴፍ/Yosef/Yoseph/Joseph, ሰለሞን/Solomon/Selomon/Selemon, ብርሃኑ/Birhanu/Berhanu/Brhanu,
    ኃይሉ/Hailu/Haylu, መኮንን/Mekonnen/Mekonen/Makonnen, ወርቁ/Worku/Werku/Workou, አስፋው/Asfaw/Asfaou, ዘውዱ/Zewdu/Zewdie/Zewudu, ፍቅሩ/Fikru/Fikiru/Fekru,
    በቀለ/Bekele/Bekkele, ደሳለኝ/Desalegn/Dessalegn/Desaleng, ታምራት/Tamrat/Tamirat, ዳንኤል/Daniel/Danial, ኤልያስ/Elias/Eliyas/Elyas, እስጢፋኖስ/Estifanos/Istifanos/Stephanos,
    ጥላሁን/Tilahun/Tilahoun/Telahun, ወንድወሰን/Wondwossen/Wendwesen/Wondwosen, ኤርሚያስ/Ermias/Ermiyas, ቢንያም/Biniam/Binyam/Beniam, ሀብታሙ/Habtamu/Habtamou, አሸናፊ/Ashenafi/Ashenafy,
    ሰናይት/Senait/Sinait/Senayt, ትዕግስት/Tigist/Tegest/Tigst, መሰረት/Meseret/Messeret, አልማዝ/Almaz/Almaaz, ብርቱካን/Birtukan/Birtukan/Bertukan, ሄለን/Helen/Hellen/Hilen,
    ማርታ/Marta/Martha, ሃና/Hana/Hanna, ቤተልሔም/Bethlehem/Betelhem/Bethelhem, የኔነሽ/Yenenesh/Yeneneh, ፀሐይ/Tsehay/Tsehai/Sehay, ገነት/Genet/Ghenet
  `),
  family: [],
} as const

export const VIETNAMESE = {
  given: names(`
    Đức/Duc, Minh, Hùng/Hung, Tuấn/Tuan, Dũng/Dung, Nam, Hải/Hai, Long, Quân/Quan, Hiếu/Hieu, Trung, Thành/Thanh, Phong, Sơn/Son, Khánh/Khanh, Bảo/Bao, Cường/Cuong, Đạt/Dat,
    Hoàng/Hoang, Huy, Kiên/Kien, Lâm/Lam, Nghĩa/Nghia, Phúc/Phuc, Quang, Tài/Tai, Thắng/Thang, Toàn/Toan, Tú/Tu, Việt/Viet, Vinh, Anh, Ước/Uoc,
    Lan, Hương/Huong, Thảo/Thao, Linh, Trang, Phương/Phuong, Ngọc/Ngoc, Mai, Hoa, Thu, Hà/Ha, Nga, Yến/Yen, Hạnh/Hanh, Hiền/Hien, Nhung, Loan, Oanh, Quỳnh/Quynh, Vân/Van, Xuân/Xuan, Đào/Dao, Bích/Bich, Chi, Diễm/Diem, Giang
  `),
  middle: names(
    'Văn/Van, Thị/Thi, Hữu/Huu, Đình/Dinh, Quốc/Quoc, Ngọc/Ngoc, Thanh, Minh, Hồng/Hong, Xuân/Xuan, Đức/Duc, Kim, Thùy/Thuy, Công/Cong',
  ),
  family: names(`
    Nguyễn/Nguyen, Nguyễn/Nguyen, Nguyễn/Nguyen, Nguyễn/Nguyen, Nguyễn/Nguyen, Nguyễn/Nguyen, Trần/Tran, Trần/Tran, Lê/Le, Lê/Le, Phạm/Pham, Phạm/Pham, Hoàng/Hoang, Huỳnh/Huynh, Phan, Vũ/Vu, Võ/Vo,
    Đặng/Dang, Bùi/Bui, Đỗ/Do, Hồ/Ho, Ngô/Ngo, Dương/Duong, Lý/Ly, Đinh/Dinh, Trịnh/Trinh, Đoàn/Doan, Lương/Luong, Mai, Cao, Tạ/Ta, Hà/Ha
  `),
} as const
