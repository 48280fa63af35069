/** What visitor and operator say on the pictures, by the locale of the visitor. */
export const play = {
  en: {
    query: 'broken plate',
    unknown: 'engraving',
    ask: 'My large plate arrived in two pieces. It is a present for Saturday: can you send another one to Ljubljana in time?',
    welcome: 'Oh no, I am sorry. I have one in the same glaze here on the shelf.',
    thanks: 'That would save the birthday!',
    promise: 'It leaves the workshop today and is in Ljubljana on Thursday. You needn’t send the pieces back.',
    more: 'One more thing: could you engrave “Mojca, 40” on its foot?',
    begins: 'I’ll ask at the',
    lost: 'In small letters, if there is room.',
    bye: 'Yes, we engrave by hand, up to twenty letters, and it still leaves today. A happy birthday to Mojca!',
    question: 'Do you deliver a set of twelve bowls to Maribor, and what would the parcel cost?',
  },
  ar: {
    query: 'التوصيل',
    unknown: 'نقش الأسماء',
    ask: 'وصل الطبق الكبير مكسورًا، وهو هدية ليوم السبت. هل يمكنكم إرسال طبق آخر في الوقت المناسب؟',
    welcome: 'يؤسفني ذلك. لدينا طبق آخر باللون نفسه.',
    thanks: 'هذا ينقذ عيد الميلاد!',
    promise: 'نرسله اليوم ويصل يوم الخميس. لا حاجة إلى إعادة القطع المكسورة.',
    more: 'وهل يمكن نقش اسم «ليلى» أسفل الطبق؟',
    begins: 'سأسأل في',
    lost: 'بأحرف صغيرة إن أمكن.',
    bye: 'نعم، ننقش يدويًا حتى عشرين حرفًا، ويُرسل الطبق اليوم. عيد ميلاد سعيد لليلى!',
    question: 'هل توصلون طقمًا من اثني عشر وعاءً إلى دبي، وكم تكلفة الشحن؟',
  },
  de: {
    query: 'Paket beschädigt',
    unknown: 'Gravur',
    ask: 'Mein großer Teller kam in zwei Teilen an. Er ist ein Geschenk für Samstag: Können Sie rechtzeitig einen neuen nach Graz schicken?',
    welcome: 'Oje, das tut mir leid. Ich habe noch einen mit derselben Glasur hier im Regal.',
    thanks: 'Das würde den Geburtstag retten!',
    promise:
      'Er verlässt heute die Werkstatt und ist am Donnerstag in Graz. Die Scherben brauchen Sie nicht zurückzuschicken.',
    more: 'Noch etwas: Könnten Sie „Mojca, 40“ in den Fuß gravieren?',
    begins: 'Ich frage in der',
    lost: 'In kleiner Schrift, falls Platz ist.',
    bye: 'Ja, wir gravieren von Hand, bis zu zwanzig Buchstaben, und er geht trotzdem heute noch weg. Alles Gute für Mojca!',
    question: 'Liefern Sie zwölf Schalen nach Maribor, und was würde das Paket kosten?',
  },
  ja: {
    query: '破損',
    unknown: '名入れ',
    ask: '大皿が二つに割れて届きました。土曜日に贈る品なのですが、それまでに代わりの皿を京都へ送っていただけますか？',
    welcome: 'それは申し訳ございません。同じ釉薬のものが一枚、こちらの棚にございます。',
    thanks: '誕生日に間に合います！',
    promise: '本日工房から発送し、木曜日に京都へ届きます。割れた皿をお送りいただく必要はありません。',
    more: 'もう一つ、高台に「美咲 40」と彫っていただけますか？',
    begins: '工房に聞いて',
    lost: '余白があれば小さな字でお願いします。',
    bye: 'はい、二十文字まで手彫りいたします。それでも本日発送できます。美咲さん、お誕生日おめでとうございます。',
    question: '鉢十二点を大阪まで届けていただけますか？送料はいくらになりますか？',
  },
  zh: {
    query: '破损',
    unknown: '刻字',
    ask: '大盘收到时碎成了两半。这是周六要送的礼物，能在那之前再寄一个到杭州吗？',
    welcome: '非常抱歉。架子上还有一个同样釉色的。',
    thanks: '这下生日有礼物了！',
    promise: '今天就从工坊寄出，周四送到杭州。碎片不用寄回来。',
    more: '还有一件事：能在盘底刻上“美玲 40”吗？',
    begins: '我去问一下',
    lost: '如果有空间，请刻小一点。',
    bye: '可以，我们手工刻字，最多二十个字，今天照样寄出。祝美玲生日快乐！',
    question: '十二只碗可以送到成都吗？运费是多少？',
  },
}

export const anna = {
  name: 'Anna',
  role: 'Orders and delivery',
  email: 'anna@holm.example',
  password: 'a bell for every desk',
}
export const boris = {
  name: 'Boris',
  role: 'Workshop',
  email: 'boris@holm.example',
  password: 'forty plates and a mug',
}

/** Who is signed in to the shop. */
export const customer = { id: '20418', name: 'Tina Novak', email: 'tina@visitor.example' }

/** Who else asks at the same time: three are answered, then two wait. `page` is one of the shop's, `unknown` finds nothing; English where no locale is named; `isKnown`: signed in to the shop. */
export const neighbours = {
  broken: {
    isKnown: true,
    page: 'large-plate.html',
    query: 'broken plate',
    ask: 'My large plate arrived in two pieces. It was a present for Saturday. What can we do?',
    talk: [
      ['anna', 'Oh no, I am sorry. Was the box damaged too, or only the plate?'],
      ['visitor', 'Only the plate. The box looks fine.'],
      ['anna', 'Then I’ll send you another one today, in the same glaze. You needn’t send the pieces back.'],
      ['visitor', 'That is kind. Will it reach Ljubljana by Friday?'],
    ],
    note: 'Last sand-coloured large plate of this firing. Boris, keep it for this parcel.',
  },
  handle: {
    page: 'seconds.html',
    ask: 'The mug I bought as a second has a hairline at the handle. Is it safe for hot tea?',
  },
  gift: { page: 'vases.html', query: 'gift', ask: 'Could you wrap the tall vase and add a card in my handwriting?' },
  engraving: {
    locale: 'ar',
    page: 'index.html',
    unknown: 'نقش الأسماء',
    ask: 'هل يمكنكم نقش اسمين وتاريخ أسفل وعاء التقديم قبل نهاية الشهر، وكم يكلّف ذلك؟',
  },
  slovenia: {
    page: 'delivery-and-returns.html',
    query: 'deliver abroad',
    ask: 'How long does a parcel take to Slovenia, and can it wait at a pickup point?',
  },
}
