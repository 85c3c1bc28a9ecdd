import { type NamePool, names } from './pool.ts'

/** Albanian names, with and without their marks. */
export const albanian: NamePool = {
  boys: names(`
    Arben; Endrit; Klodian; Ardit; Erion; Kristi, Kristian; Fatjon; Mario; Xhulio, Julio; Ermal; Gjergj, Gjergji
    Elvis; Denis, Denisi; Ylli; Bledar; Enea; Samet; Flori, Florian; Besnik; Mërgim, Mergim; Ergi; Rexhep, Redzep
    Skënder, Skender; Alban; Dritan; Luan`),
  girls: names(`
    Elira; Besa; Ardita; Klea; Xhesika, Jessica; Anxhela, Angela; Fatjona; Mirela; Enkeleda; Brikena; Dafina; Erisa`),
  family: names(`
    Hoxha, Hodja; Prifti; Shehu; Dervishi; Gjoka; Leka; Kola; Marku; Çela, Cela; Gjini; Hysa; Lleshi; Murati; Sula
    Bardhi; Topalli; Krasniqi; Gashi; Berisha; Ndoja; Përgjoni, Pergjoni; Zefi; Kuçi, Kuci; Xhafa; Dedaj, Deda`),
}

/** Romanian names, Romani families among them; with and without their marks. */
export const romanian: NamePool = {
  boys: names(`
    Andrei; Alexandru, Alex; Ionuț, Ionut; Florin; Marius; Ștefan, Stefan; Cristian, Christian; Gabriel; Nicolae
    Mihai; Darius; Răzvan, Razvan; Constantin, Costel; Vasile; Cătălin, Catalin; Bogdan; Denis; Ricardo`),
  girls: names(`
    Maria; Andreea; Elena; Ioana; Mihaela; Alexandra; Cristina; Florentina; Roxana; Mădălina, Madalina; Ștefania, Stefania; Narcisa`),
  family: names(`
    Popa; Popescu; Ionescu; Radu; Dumitru; Stan; Stoica; Gheorghe; Matei; Ciobanu; Rusu; Munteanu; Țurcanu, Turcanu
    Constantin; Lăcătuș, Lacatus; Căldăraru, Caldararu; Moldovan; Șerban, Serban; Vasilescu; Dinu; Costache`),
}

/** Ukrainian names, with Cyrillic script. */
export const ukrainian: NamePool = {
  boys: names(`
    Oleksandr, Alexander = Олександр; Maksym, Maxim = Максим; Dmytro, Dmitri = Дмитро; Andrii, Andriy = Андрій; Bohdan, Bogdan = Богдан
    Artem, Artyom = Артем; Nazar = Назар; Ivan = Іван; Yaroslav = Ярослав`),
  girls: names(`
    Anastasiia, Anastasia = Анастасія; Sofiia, Sofia = Софія; Daryna, Darina = Дарина; Kateryna, Katerina = Катерина; Polina = Поліна; Oksana = Оксана`),
  family: names(`
    Shevchenko = Шевченко; Kovalenko = Коваленко; Bondarenko = Бондаренко; Tkachenko = Ткаченко; Melnyk, Melnik = Мельник; Kravchenko = Кравченко
    Boiko, Boyko = Бойко; Lysenko = Лисенко; Marchenko = Марченко`),
}
