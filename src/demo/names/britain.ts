import { type NamePool, names } from './pool.ts'

/** Names common in England. */
export const english: NamePool = {
  boys: names(`
    Jack; Alfie; Harry; Oliver; Charlie; Thomas, Tomas; Jayden, Jaden, Jaydon; Tyler, Tylor; Connor, Conor
    Ryan; Callum, Calum; Kai, Kye; Mason; Riley, Reilly; Liam; Bradley; Josh, Joshua; Lewis, Louis; Reece, Rhys
    Dylan; Ethan; Nathan; Logan; Kian, Cian; Jamie, Jaime; Aaron, Aron; Finley, Finlay; Leon; Max; Sean, Shaun, Shawn
    Corey, Cory; Ashton; Jake; Declan; Luke; Toby; Kieran, Kieron, Ciaran; Zak, Zac, Zack; Billy; Freddie, Freddy`),
  girls: names(`
    Chloe; Ellie; Megan; Lily, Lilly; Jessica; Amelia, Emilia; Ruby; Grace; Evie, Evy; Lacey, Lacy; Keira, Kiera
    Demi; Paige; Courtney; Skye, Sky; Jasmine, Yasmin; Caitlin, Kaitlyn, Catelyn; Abbie, Abby; Poppy; Scarlett, Scarlet
    Tia; Libby; Shannon; Mia, Mya; Hollie, Holly; Leah, Lia; Brooke, Brook; Niamh, Neve`),
  family: names(`
    Smith, Smyth; Jones; Taylor, Tayler; Brown, Browne; Williams; Wilson, Willson; Johnson; Davies, Davis; Robinson
    Wright; Thompson, Thomson; Evans; Walker; White; Roberts; Green, Greene; Hall; Wood; Jackson; Clarke, Clark
    Turner; Hill; Cooper; Ward; Moore, More; Harrison; Baker; Parker; Cook, Cooke; Shaw; Fletcher; Barker; Holt
    Sutcliffe, Sutcliff; Ashworth; Entwistle, Entwhistle; Murphy; Kelly, Kelley; O'Brien, OBrien; Doyle; Hargreaves
    Featherstone; Pickering; Thistlewood; Marsden; Rowbottom; Crabtree; Greenhalgh, Greenhough; Wolstenholme`),
}

/** Names common in Wales. */
export const welsh: NamePool = {
  boys: names(`
    Rhys, Rhŷs, Reece; Dylan, Dyllan; Osian; Ieuan, Iuan; Gethin; Macsen; Owain, Owen; Tomos; Gruffydd, Griffith
    Llŷr, Llyr; Iestyn, Iestin; Steffan; Cai, Kai; Emrys; Siôn, Sion`),
  girls: names(`
    Seren; Carys, Cerys; Ffion, Fion; Megan; Nia; Efa, Eva; Mali; Cadi; Elin, Elen; Gwen; Lowri; Siân, Sian; Angharad`),
  family: names(`
    Jones; Davies; Williams; Evans; Thomas; Roberts; Lewis; Hughes; Morgan; Griffiths, Griffith; Edwards; Owen
    Llewellyn, Llywelyn; Pritchard; Rees, Rhys; Vaughan; Bowen; Powell; Ap Gwilym; Cadwaladr, Cadwallader; Gwynne`),
}

/** Names common in British families with roots in the Caribbean. */
export const caribbean: NamePool = {
  boys: names(`
    Jayden; Tyrese, Tyrece; Malachi, Malakai; Jerome; Marcus; Kymani, Ky-Mani; Andre, André; Jahmal, Jamal; Rico
    Tyrell, Tyrelle; Romario; Dwayne, Duane; Elijah; Isaiah; Shaquille; Kemar; Leroy; Micah; Zion; Delroy`),
  girls: names(`
    Shanice, Shaniece; Kezia, Keziah; Tamara; Aaliyah, Aliyah; Jada, Jayda; Ebony; Chantelle, Shantel; Tianna, Tiana
    Monique; Renée, Renee; Nevaeh; Latoya; Shakira; Zaria`),
  family: names(`
    Campbell; Brown; Williams; Grant; Clarke; Francis; Gordon; Thompson; Reid; Bailey; Morgan; Henry; Lewis
    Blake; Joseph; Beckford; Barrett; Dacosta, Da Costa; St Louis, St-Louis; Hylton, Hilton; Pinnock; Forrester
    Alleyne; Braithwaite; Gumbs; Ottley; McKenzie, Mackenzie; Delpesche`),
}
