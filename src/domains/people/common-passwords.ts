/**
 * What the commonest passwords are made of: words, names, clubs and runs of the keyboard. A password
 * made of one of these, with figures and signs around it or several times over, is among the first
 * that anybody tries. Our own list, made from the patterns that published studies of leaked passwords
 * describe (Bonneau 2012; NCSC 2019); with the endings people add it stands for far more than a thousand.
 */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
  password passwort passcode passphrase pass word letmein letme welcome admin administrator login logon signin
  default guest user username test testing tester temp temporary changeme change secret secrets private access
  master root super superuser system server computer internet laptop iphone android samsung google facebook
  instagram youtube twitter amazon microsoft windows office outlook yahoo hotmail email waymark council
  socialworker socialwork safeguarding children childrens guardian practitioner manager monday tuesday wednesday
  thursday friday saturday sunday january february march april may june july august september october november
  december spring summer autumn winter london england scotland wales ireland britain manchester birmingham leeds
  liverpool sheffield bristol newcastle glasgow cardiff edinburgh belfast leicester coventry nottingham arsenal
  chelsea tottenham everton rangers celtic manutd mancity manchesterunited manchestercity liverpoolfc westham
  astonvilla barcelona realmadrid juventus football rugby cricket tennis golf hockey soccer baseball basketball
  superman batman spiderman pokemon pikachu naruto starwars starwar yoda matrix gandalf hogwarts harrypotter
  minecraft fortnite roblox playstation nintendo xbox mustang ferrari porsche mercedes corvette yamaha honda
  harley dragon monkey tiger lion eagle falcon phoenix panther wolf bear horse dolphin butterfly kitten kitty cat
  doggy dog puppy bunny rabbit chicken turtle flower flowers rose rainbow sunshine sunflower star stars moon
  angel angels heaven god jesus christ blessed faith hope love lover lovely loveyou iloveyou loveme lovelife
  forever always babygirl baby babe princess prince queen king sweetie sweety sweetheart honey sugar candy cookie
  chocolate cheese banana apple orange cherry peaches pepper ginger coffee beer vodka whisky pizza family mother
  mummy father daddy sister brother friend friends bestfriend michael michelle daniel jessica jennifer joshua
  ashley amanda andrew anthony thomas charlie george jordan matthew robert william david james john joseph
  hannah sarah samantha sophie olivia emily emma charlotte chloe amelia jack harry oliver oscar alfie archie
  thomas taylor justin hunter maggie buster bailey molly daisy poppy lucy max sam ben tom joe nicole natalie
  rebecca rachel laura victoria elizabeth stephanie melissa patricia barbara richard charles christopher alexander
  alex alexandra maria anna diana muhammad mohammed mohamed ahmed fatima ali hassan omar allah bismillah
  trustno trustnoone whatever nothing something anything freedom liberty peace happy happiness smile lucky magic
  killer ninja hacker shadow ghost devil demon hell sexy money dollar gold silver diamond crystal purple yellow green blue red black white pink
  hello helloworld hellothere hi goodbye please thankyou thanks openup opensesame abracadabra correcthorsebatterystaple
  thisismypassword mypassword yourpassword newpassword oldpassword mynewpassword passwordpassword letmeinnow
  qwerty qwertyuiop qwertyui qwertz azerty asdf asdfgh asdfghjkl asdfjkl zxcvbn zxcvbnm zxcv qazwsx qazwsxedc
  wsxedc qwer qweasd qweasdzxc poiuytrewq lkjhgfdsa mnbvcxz dvorak zaq xsw onetwothree onetwothreefour
  `
    .trim()
    .split(/\s+/),
)
