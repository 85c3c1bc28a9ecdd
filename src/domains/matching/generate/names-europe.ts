import { names } from './names.rules.ts'

export const ALBANIAN = {
  given: names(`
    Arben/Arbën, Besnik/Besnick, Gëzim/Gezim, Dritan/Dritën, Agim, Ardit/Ardith, Blerim/Blerimi, Shpëtim/Shpetim, Fatmir, Ilir/Ylir, Kujtim, Luan, Gjergj/Gjergji/Gerg, Xhemal/Jemal/Dzhemal,
    Xhevahir/Dzevahir/Jevahir, Qemal/Qemall/Kemal, Sokol, Skënder/Skender/Skander, Valon, Visar, Ylli/Yli, Zef, Endri/Endrit, Erjon/Eryon/Erion, Klajdi/Klaidi/Klajd, Kledis/Kledi, Ervin, Flamur, Bekim, Burim, Mentor, Petrit, Rexhep/Rexhepi/Redzep/Rejep,
    Njomëza/Njomeza/Njomza, Shqipe/Shqiponja/Shqype, Ardita, Blerta, Drita, Elira, Fjolla/Fiolla, Jehona, Lindita, Mimoza, Valbona, Vjosa/Viosa, Xhulia/Julia/Giulia, Xhensila/Jensila/Gensila, Teuta, Albana, Arta, Besa, Diellza/Dielza, Edlira, Rozafa
  `),
  family: names(`
    Hoxha/Hodza/Hoxhaj, Leka/Lekaj, Shehu/Shehi, Gashi/Gashaj, Krasniqi/Krasnici/Krasnichi, Berisha/Berishaj, Hysa/Hisa, Dervishi/Dervishaj, Prifti, Çela/Cela/Chela, Gjoka/Gjokaj/Djoka, Marku/Markaj, Ndreca/Ndrecaj, Pepa, Rama, Sula/Sulaj, Toska, Veliu/Veli, Xhafa/Jafa/Dzafa,
    Zeka/Zekaj, Bajrami/Bayrami, Cani/Çani, Duka, Elezi/Elezaj, Ferati, Haxhiu/Hadziu/Haxhi, Islami, Kola/Kolaj, Limani, Meta/Metaj, Nikolli/Nikoli, Osmani, Qosja/Qosia, Rexhepi/Redzepi, Tahiri, Uka/Ukaj, Vata/Vataj, Zogu, Gjini/Djini/Gini, Çoku/Coku
  `),
} as const

export const ROMANIAN = {
  given: names(`
    Ștefan/Stefan/Ştefan, Ionuț/Ionut/Ionuţ, Andrei/Andrey, Mihai/Mihay, Alexandru/Alexandro, Cătălin/Catalin, Florin, Gheorghe/George/Gheorge, Ion/Iancu, Vasile/Vasilie, Nicolae/Nicolaie, Cristian/Christian, Bogdan, Adrian, Răzvan/Razvan, Ciprian, Costel, Dănuț/Danut, Marius, Sorin, Viorel, Valentin, Lucian, Iulian/Julian, Laurențiu/Laurentiu, Robert, Claudiu, Sebastian,
    Elena/Helena, Ioana/Joana, Andreea/Andrea, Maria/Mariana, Mihaela/Michaela, Alexandra, Ștefania/Stefania, Gabriela, Cristina/Christina, Georgiana, Roxana, Larisa/Larissa, Denisa, Bianca, Raluca, Mădălina/Madalina, Ancuța/Ancuta, Simona, Lăcrămioara/Lacramioara, Florentina, Viorica, Rodica, Nicoleta, Daniela, Alina, Oana
  `),
  family: names(`
    Popescu, Ionescu, Țurcanu/Turcanu/Ţurcanu, Popa/Poppa, Stan, Dumitru/Dimitru, Stoica, Gheorghiu/Georghiu, Munteanu/Muntean, Constantinescu, Marin, Tudor/Tudorescu, Mocanu, Rădulescu/Radulescu, Șerban/Serban/Şerban, Lungu, Ciobanu/Chobanu, Nistor, Preda, Voicu, Vlad, Moraru, Toma, Sandu, Bratu, Cojocaru, Dinu/Dinou, Enache/Enake, Barbu, Iordache/Iordake, Crăciun/Craciun, Niță/Nita, Pârvu/Parvu/Pirvu, Rusu/Russu, Bălan/Balan, Ungureanu, Diaconu, Lupu, Matei/Mateiu, Oprea
  `),
} as const

export const WELSH = {
  given: names(`
    Rhys/Reece/Rees/Reese, Owain/Owen/Owaine, Gwenllian/Gwen, Dylan/Dillon, Siôn/Sion/Shaun, Carys/Cerys/Karis, Nia/Nea, Emyr/Emir, Iolo, Huw/Hugh, Geraint/Gerant, Gethin/Gethyn, Ifan/Evan/Ieuan, Llŷr/Llyr/Llir, Macsen/Maxen, Morgan/Morgann, Osian/Ossian, Steffan/Stefan/Steffen, Tomos/Thomas, Iestyn/Yestin/Iestin, Aled, Bryn, Dafydd/David/Davydd, Gareth/Garreth, Gruffydd/Griffith/Gruffudd, Hywel/Howell/Hywell, Meirion/Merion, Rhodri/Rodri, Idris, Cai/Kai,
    Angharad/Angharhad, Bethan/Bethann, Catrin/Katrin/Catherine, Eleri/Elery, Elin/Ellin, Ffion/Fion/Ffyon, Heledd/Heleth, Lowri/Lowry/Laurie, Mair/Mary, Megan/Meghan, Menna, Non, Rhiannon/Riannon, Seren/Serin, Siân/Sian/Sharn, Tegan/Teagan, Anwen, Branwen, Eirlys/Eirlis, Gwyneth/Gwynedd, Mari/Marie, Efa/Eva, Cadi/Cady, Lleucu/Lleuci
  `),
  family: names(`
    Jones/Johns, Williams/William, Davies/Davis, Evans/Evens, Thomas/Tomos, Roberts/Robarts, Lewis/Louis, Hughes/Huws, Morgan/Morgans, Griffiths/Gruffydd/Griffith, Edwards/Edward, Owen/Owens, James, Rees/Rhys/Reece, Jenkins/Jenkin, Price/Prys/Pryce, Morris/Maurice, Richards/Richard, Lloyd/Llwyd, Phillips/Philips, Parry/Parri, Powell/Powel, Watkins, Howells/Hywel, Bowen/Bowens, Pritchard/Prichard, Llewellyn/Llywelyn/Llewelyn, Vaughan/Vaughn/Fychan, Rowlands/Rolands, Ellis/Elis, Bevan/Bevans, Pugh/Puw, Gwynne/Gwyn, Probert/Proberts, ap Rhys/Prys, Mathias/Matthias
  `),
} as const

export const ENGLISH = {
  given: names(`
    Jack/Jak, Thomas/Tom/Tommy, James/Jim/Jamie, William/Will/Liam/Billy, Joshua/Josh, Daniel/Dan/Danny, Samuel/Sam/Sammy, Joseph/Joe/Joey, Matthew/Matt/Mathew, Benjamin/Ben, Callum/Calum, Connor/Conor, Lewis/Louis, Nathan/Nate, Jordan/Jorden, Kieran/Kieron/Ciaran, Aaron/Arron, Reece/Rhys, Tyler/Tylor, Harvey/Harvy, Stephen/Steven/Steve, Philip/Phillip/Phil, Geoffrey/Jeffrey/Geoff, Sean/Shaun/Shawn, Aidan/Aiden, Jayden/Jaden/Jaydon, Leon/Lyon, Mason, Zachary/Zack/Zachery, Curtis/Kurtis, Dominic/Dom/Dominick, Edward/Ed/Ted,
    Emily/Emilie/Em, Chloe/Chloé/Khloe, Sophie/Sophia, Jessica/Jess/Jessika, Charlotte/Charlie/Sharlotte, Katherine/Catherine/Kate/Kathryn, Elizabeth/Elisabeth/Lizzie/Beth, Hannah/Hanna, Lucy/Lucie, Megan/Meghan, Abigail/Abby/Abigale, Rebecca/Becky/Rebekah, Georgia/Jorja, Lauren/Loren, Kayleigh/Kaylee/Kayley, Hayley/Hailey/Haley, Courtney/Courtenay, Shannon/Shanon, Paige/Page, Amy/Aimee, Natalie/Nathalie, Isabelle/Isabel/Izzy, Molly/Mollie, Ellie/Elly, Zoe/Zoë/Zoey, Leah/Lea, Jasmine/Jazmin, Alicia/Alisha/Alesha, Caitlin/Kaitlyn/Katelyn, Mackenzie/McKenzie
  `),
  family: names(`
    Smith/Smyth/Smythe, Taylor/Tailor, Brown/Browne, Johnson/Jonson/Johnston, Walker, Wright/Right, Robinson/Robson, Thompson/Thomson, White/Whyte, Green/Greene, Hall/Hal, Clarke/Clark, Jackson, Wood/Woods, Harris/Harriss, Cooper/Couper, King, Baker, Allen/Alan/Allan, Mitchell/Mitchel, Anderson/Andersen, Carter, Bailey/Bayley/Baily, Shaw/Shore, Bennett/Bennet, Collins/Collings, Stewart/Stuart, Murphy/Murphey, Murray/Murry, Reid/Read/Reed, Marshall/Marshal, O'Brien/O Brien/OBrien, O'Neill/ONeill/O'Neil, MacDonald/McDonald/Mac Donald, Hughes/Hewes, Fletcher, Harrison/Harison, Pearce/Pierce, Phillips/Philips, Nicholson/Nicolson, Barnes/Barns, Webb/Web, Stevens/Stephens, Sutton, Hartley-Jones/Hartley Jones/Hartley, Whitehead/Whitead, Ashcroft, Pemberton/Pembertown, Doyle/Doil, Gallagher/Gallager/Gallacher
  `),
} as const
