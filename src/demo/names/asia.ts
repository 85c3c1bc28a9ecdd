import { type NamePool, names } from './pool.ts'

/** Vietnamese names, family name first; written with and without their marks. */
export const vietnamese: NamePool = {
  boys: names(`
    Văn Hùng, Van Hung; Minh; Tuấn, Tuan; Đức, Duc; Văn Nam, Van Nam; Hiếu, Hieu; Quân, Quan; Thành, Thanh; Long
    Văn Đạt, Van Dat; Huy; Dũng, Dung; Khánh, Khanh; Phúc, Phuc; Sơn, Son; Trung; Hoàng, Hoang; Bảo, Bao; Cường, Cuong`),
  girls: names(`
    Thị Linh, Thi Linh; Lan; Thị Hoa, Thi Hoa; Mai; Thu; Trang; Ngọc, Ngoc; Thị Phương, Thi Phuong; Hương, Huong; Thảo, Thao
    Yến, Yen; Vy; Hà, Ha; Nhung`),
  family: names(`
    Nguyễn, Nguyen; Trần, Tran; Lê, Le; Phạm, Pham; Hoàng, Hoang; Phan; Vũ, Vu; Đặng, Dang; Bùi, Bui; Đỗ, Do
    Hồ, Ho; Ngô, Ngo; Dương, Duong; Lý, Ly; Đinh, Dinh; Mai; Cao`),
}

/** Names common in British families with roots in Pakistan. */
export const pakistani: NamePool = {
  boys: names(`
    Mohammed, Muhammad, Mohammad, Mohamed = محمد; Ali, Aly = علی; Hamza, Hamzah = حمزہ; Ibrahim = ابراہیم; Zain, Zayn, Zane = زین
    Usman, Uthman, Osman = عثمان; Bilal = بلال; Adeel, Adil = عدیل; Haider, Haidar, Hyder = حیدر; Hassan, Hasan = حسن
    Sufyan, Sufian = سفیان; Imran = عمران; Faisal, Faysal = فیصل; Kashif = کاشف; Umar, Omar = عمر; Danyal, Daniyal = دانیال; Asim, Aasim = عاصم`),
  girls: names(`
    Aisha, Ayesha, Aysha = عائشہ; Zara, Zahra = زارا; Fatima, Fatimah = فاطمہ; Maryam, Mariam = مریم; Sana = ثنا; Iqra = اقرا
    Hafsa, Hafsah = حفصہ; Alisha, Alishah; Mahnoor = ماہ نور; Noor, Nur = نور`),
  family: names(`
    Khan = خان; Hussain, Hussein, Husain = حسین; Ahmed, Ahmad = احمد; Ali = علی; Mahmood, Mehmood, Mahmud = محمود; Akhtar = اختر; Iqbal = اقبال
    Malik = ملک; Shah = شاہ; Mirza = مرزا; Butt = بٹ; Raja = راجہ; Qureshi, Kureshi = قریشی; Chaudhry, Choudhry, Chowdhury = چودھری
    Bibi = بی بی; Begum = بیگم; Rafiq = رفیق; Nawaz = نواز; Aslam = اسلم`),
}

/** Names common in British families with roots in Bangladesh. */
export const bangladeshi: NamePool = {
  boys: names(`
    Mohammed, Muhammad, Md = মোহাম্মদ; Rahim, Raheem = রহিম; Abdul = আব্দুল; Tahmid = তাহমিদ; Nabil, Nabeel = নাবিল; Shahid, Shaheed = শহীদ
    Mahin = মাহিন; Tanvir, Tanveer = তানভীর; Sajid = সাজিদ; Fahim, Faheem = ফাহিম; Imran = ইমরান; Rayhan, Raihan = রায়হান; Jubair, Zubair = জুবায়ের`),
  girls: names(`
    Nadia = নাদিয়া; Tasnim, Tasneem = তাসনিম; Fahmida = ফাহমিদা; Sumaiya, Sumaya = সুমাইয়া; Maliha = মালিহা; Rahima = রহিমা; Jannat = জান্নাত; Anika = আনিকা`),
  family: names(`
    Ahmed, Ahmad = আহমেদ; Miah, Mia, Miya = মিয়া; Ali = আলী; Uddin = উদ্দিন; Islam = ইসলাম; Hussain, Hossain = হোসেন; Rahman, Rahmaan = রহমান
    Begum = বেগম; Khatun, Khatoon = খাতুন; Choudhury, Chowdhury = চৌধুরী; Khan = খান; Haque, Hoque, Haq = হক; Karim = করিম; Alam = আলম; Akter, Akhtar = আক্তার`),
}
