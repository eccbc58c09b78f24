/**
 * What leaked passwords are made of, in the languages of this service, and the words that name
 * the service itself. Lower case.
 */
export const commonWords: readonly string[] = `
a i my me is the and you we love the your mon ma mes le la les et je te toi moi
password passwords passwort passw0rd pass passe word motdepasse mdp secret secrets private
qwerty azerty login logon user username guest test tester testing default change changeme
changeit letmein welcome bienvenue hello bonjour bonsoir salut admin administrator administrateur
root system server computer internet google facebook youtube instagram whatsapp microsoft windows
apple iphone samsung android nokia orange amazon netflix
iloveyou loveyou loveme lovely love amour jetaime mylove babygirl baby bebe cherie coeur heart
angel ange jesus christ god dieu allah mohamed mohammed muhammad fatima aminata moussa ibrahim
ousmane amadou mamadou oumar bakary traore keita coulibaly diarra toure
michael michelle jennifer jessica ashley daniel charlie thomas andrew joshua matthew robert
william nicolas nicole camille julien marie pierre maria anthony jordan hannah amanda
princess princesse queen king prince superman batman spiderman pokemon naruto starwars matrix
dragon monkey tiger lion eagle panther wolf chicken butterfly papillon bird dog doggy chien chat
cat kitty horse rabbit
football foot soccer baseball basketball hockey tennis liverpool arsenal chelsea barcelona
barca realmadrid madrid juventus marseille paris lyon ronaldo messi mbappe
sunshine soleil summer winter spring autumn hiver printemps flower fleur rainbow purple blue red
green black white yellow orange silver golden chocolate chocolat cookie banana apple cheese pepper
sugar honey coffee
monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
dimanche january february march april june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
one two three four five six seven eight nine ten zero
freedom liberty liberte master mustang harley corvette ferrari porsche yamaha honda toyota
shadow hunter killer ninja trustno trust nothing whatever forever family famille friend friends
amis papa maman mother father brother sister frere soeur happy money argent lucky success
america american usa states united newyork california texas france french africa afrique mali
malien bamako senegal dakar
visa visas bond bonds portal portail caution cautions consulate consulat consular embassy ambassade
passport passeport travel voyage border frontiere officer treasury refund officier
correct horse battery staple
abc abcd abcde xyz aaa zaq zaqwsx qaz wsx qazwsx asd asdf zxc zxcv
`
  .split(/\s+/)
  .filter(Boolean);
