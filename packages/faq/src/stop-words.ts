import type { Locale } from '@deskbell/protocol'
import { fold } from './fold.ts'

/** Words that shape a question without saying what it is about. */
const LISTS: Readonly<Record<string, string>> = {
  en: 'a an the i my me we you your it its is are am be was do does did can could will would should how what when where which who why to of in on at for with and or if there this that have has get much many long',
  de: 'der die das den dem des ein eine einen einem einer ich mich mir mein meine meinen meiner wir ihr sie es ist sind wird werden kann können muss darf wie was wann wo welche wer warum zu in im an am auf für mit von bei und oder wenn habe hat bekomme lange viel man',
  fr: 'le la les l d un une des du de je j me mon ma mes nous vous votre vos il elle ce c est sont être ai a peux puis peut dois comment que qu quoi quand où quel quelle quels quelles qui pourquoi combien à au aux en dans sur pour avec par et ou si ne n pas',
  es: 'el la los las un una unos de del yo me mi mis nos su sus lo se es son está ser hay puedo puede debo tengo cómo qué cuándo dónde cuál cuáles quién por cuánto cuánta cuántos a al en para con y o si no que',
  it: 'il lo la i gli le l un una uno di del della dei delle d io mi mio mia miei ci vi si è sono essere ho ha posso può devo come che cosa quando dove qual quale quali chi perché quanto quanti quanta a al alla in nel per con da su e o se non c',
  pt: 'o a os as um uma de do da dos das eu me meu minha meus nos seu sua se é são ser está há posso pode devo tenho como que quando onde qual quais quem por quanto quanta quantos a ao à em no na para com e ou não',
  nl: 'de het een ik mij mijn me we wij u uw je jullie er is zijn wordt word kan kunnen moet mag hoe wat wanneer waar welke wie waarom te in op aan voor met van bij en of als heb heeft krijg lang veel dit dat',
  pl: 'ja mi mnie mój moja moje mojego moją się jest są być czy mogę można muszę jak co kiedy gdzie jaki jaka jakie jaką który która kto dlaczego ile do w we na z ze za od po dla przez i a lub jeśli nie to mam',
  cs: 'já mi mě můj moje moji mého se si je jsou být mohu můžu lze musím jak co kdy kde jaký jaká jaké který která kdo proč kolik do v ve na z ze za od po pro s k u o i a nebo když ne to mám li',
  sl: 'jaz mi me moj moja moje mojo se si je so biti ali lahko moram kako kaj kdaj kje kakšen kakšna kateri katera kdo zakaj koliko do v na z s iz za od po pri o k in ali če ne to imam',
  ru: 'я мне меня мой моя мое мои мою вы вас у ли это есть быть можно могу нужно надо как что когда где какой какая какие каким который кто почему сколько куда в во на с со за от до по для из к о и или если не бы',
  uk: 'я мені мене мій моя моє мої мою ви вас у чи це є бути можна можу треба потрібно як що коли де який яка які яким котрий хто чому скільки куди в на з із за від до по для про к і й та або якщо не би',
  tr: 'ben bana benim bir bu şu ne nasıl nerede nereye zaman kaç hangi kim niçin neden mi mı mu mü var yok ve veya ile için da de miyim mıyım muyum olarak kadar',
  ar: 'هل ما ماذا متى كيف أين كم من في على إلى عن مع أن إن هو هي لي أنا نحن لدي يمكن يمكنني أستطيع هناك هذا هذه التي الذي أو و لا لم ب ل أي',
}

const sets = new Map<string, ReadonlySet<string>>()

/** The folded stop words of a locale's language; an empty set where there is no list. */
export function stopWordsOf(locale: Locale): ReadonlySet<string> {
  const language = locale.toLowerCase().split('-', 1)[0] ?? ''
  let words = sets.get(language)
  if (!words) {
    words = new Set(Object.hasOwn(LISTS, language) ? fold(LISTS[language] ?? '').split(' ') : [])
    sets.set(language, words)
  }
  return words
}
