/**
 * Plain words for a young person's own three: short, easy to spell and to say, things one can picture; none that frightens,
 * none that stands for a journey, a place or a substance of exploitation. Our own list.
 */
export const PASSPHRASE_WORDS: readonly string[] = `
  acorn actor album amber anchor apple apron arrow atlas attic autumn axle badge bagel baker ball balloon bamboo
  banana banjo barn basil basket bay beach bead beak bean bear beetle bell belt bench berry bike bird biscuit
  blanket blossom blue bonnet book boot bottle bow bowl box branch brass bread breeze brick bridge bright broom
  brown brush bubble bucket bud bulb bus bush butter button cabin cable cactus cake camel camera candle canoe
  canvas cap car caravan card carpet carrot cart castle catch cedar chair chalk cheese cherry chess chestnut
  circle circus city clay clear cliff clock cloth cloud clover coat cobweb coconut coin comet compass cone cook
  copper coral cork corn cotton cover crab crane crayon cream creek cricket crown cube cup curry curtain curve
  cushion daisy dance dawn day deer desk dew dial diamond diary dish dolphin donkey door dot dove dragon drawer
  dream drum duck dune eagle early earth east echo egg eight elbow elephant elm engine evening falcon fan
  feather fern fiddle field fig film finch fish five flag flask flint float flock floor flour flower flute fog
  forest fork fossil fountain four fox frame frog frost fruit garden garlic gate giant ginger giraffe glass
  globe glove gold goose grain grape grass gravel green grey guitar gull hammer hammock harbour harp hat hazel
  heather hedge hello heron high hill holly honey hood hoop horse ink iris iron island ivory ivy jacket jam jar
  jelly jewel jigsaw jug juice jungle kayak kettle key kind king kite kitten kiwi knot ladder lagoon lake lamp
  lantern large lark laugh laurel lavender lawn leaf leather lemon lemur lentil letter light lily lime line
  linen lion lizard log lotus lunch magnet mango map maple marble march market marsh mask mat meadow medal melon
  menu metal middle mill mint mirror mitten mole moon morning mosaic moss moth motor mountain mouse mud museum
  music napkin narrow nest net new nine north note nut nutmeg oak oar oasis oat ocean olive onion orange orbit
  orchard orchid organ otter oval oven owl paddle page paint palace palm panda panel paper paprika park parrot
  parsley path pattern peach peacock peanut pear pebble pedal pelican pen pencil penguin pepper piano picnic
  picture pilot pine pink planet plant plate plum pocket poem pond pony poppy post potato pottery prism puddle
  puffin pump pumpkin puppet purple puzzle queen quick quiet quilt quiz rabbit radio rail rain raisin ramp raven
  ray red reed ribbon rice ring river road robin robot rock rocket roof rose round rug ruler saddle saffron sail
  salad salt sand sandal satchel sauce scarf scooter seal seat seed seven shade sheep shelf shell ship shirt
  shoe shore silk silver singer six skate sky slipper slope small smile smooth soap sock sofa soft song soup
  south space spark sparrow spice spider spinach spiral sponge spoon spring square squirrel stable stage stair
  stamp star station steam stem step stone stool story straw stream string sugar summer sun swan sweater swift
  swing table tail tailor tall tap tea teapot tennis thimble thread three thunder ticket tiger tile timber toast
  tomato topaz torch tortoise towel tower toy track tractor train tram tray tree trumpet tulip turnip turtle
  twig two umbrella valley van vase velvet village vine violet violin voice walnut warm water wave wheat wheel
  whistle white wide willow wind window winter wolf wood wool yarn year yellow yoghurt young zebra zero zigzag
`
  .trim()
  .split(/\s+/)
