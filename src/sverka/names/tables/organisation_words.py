"""Words of organisations' names: legal forms, words of parts, and what is one concept in two languages."""

from __future__ import annotations

# Written form (lower case, no quotes or dots) -> canonical form. Own compilation from the Civil
# Code of the Russian Federation (art. 50, 123) and common foreign forms.
LEGAL_FORMS: dict[str, str] = {
    "общество с ограниченной ответственностью": "ooo", "ооо": "ooo", "llc": "ooo", "ltd": "ooo",
    "limited liability company": "ooo", "limited": "ooo", "gmbh": "ooo", "ug": "ooo", "sarl": "ooo",
    "srl": "ooo", "sia": "ooo", "oü": "ooo", "uab": "ooo", "тов": "ooo", "тоо": "ooo", "oy": "ooo",
    "bv": "ooo", "b v": "ooo", "sp z o o": "ooo", "ooo": "ooo", "s r o": "ooo", "sro": "ooo",
    "акционерное общество": "ao", "публичное акционерное общество": "ao",
    "закрытое акционерное общество": "ao", "открытое акционерное общество": "ao", "ао": "ao", "пао": "ao",
    "зао": "ao", "оао": "ao", "jsc": "ao", "pjsc": "ao", "cjsc": "ao", "ojsc": "ao", "ag": "ao",
    "inc": "ao", "инк": "ao", "incorporated": "ao", "corp": "ao", "corporation": "ao", "plc": "ao", "sa": "ao",
    "автономная некоммерческая организация": "ano", "ано": "ano", "ano": "ano",
    "autonomous non profit organization": "ano", "autonomous non-profit organization": "ano",
    "автономная некоммерческая организация дополнительного профессионального образования": "ano",
    "некоммерческая организация": "no", "non profit organization": "no", "non-profit organization": "no",
    "нко": "no", "нп": "np", "некоммерческое партнерство": "np", "нпо": "no", "ngo": "no",
    "неправительственная организация": "no", "non-governmental organization": "no",
    "non-governmental organisation": "no", "неправительственная некоммерческая организация": "no",
    "общественная организация": "oo", "межрегиональная общественная организация": "oo", "моо": "oo",
    "региональная общественная организация": "oo", "роо": "oo",
    "общероссийская общественная организация": "oo", "ооод": "oo", "оод": "oo",
    "общероссийское общественное движение": "oo", "общественное движение": "oo",
    "межрегиональное общественное движение": "oo", "региональное общественное движение": "oo",
    "местная общественная организация": "oo", "городская общественная организация": "oo",
    "областная общественная организация": "oo", "краевая общественная организация": "oo",
    "республиканская общественная организация": "oo", "международная общественная организация": "oo",
    "межрегиональное общественное объединение": "oo", "общественное объединение": "oo",
    "международное общественное объединение": "oo", "международное общественное движение": "oo",
    "public organization": "oo", "public association": "oo", "civic organization": "oo",
    "местная религиозная организация": "ro", "религиозная организация": "ro", "мро": "ro",
    "централизованная религиозная организация": "ro", "religious organization": "ro",
    "региональный общественный фонд": "fond_", "благотворительный фонд": "fond_",
    "общественный фонд": "fond_", "частное учреждение": "cu", "чу": "cu",
    "индивидуальный предприниматель": "ip", "ип": "ip", "e v": "ev", "ev": "ev",
    "eingetragener verein": "ev", "verein": "ev", "z s": "ev", "zs": "ev", "o p s": "ev", "mtü": "ev",
    "asbl": "ev", "vzw": "ev", "gge": "ev", "ggmbh": "ooo", "vši": "ev", "vsi": "ev",
    "charitable trust": "trust", "юридическое лицо": "ul",
}

# Words for a part of a body.
UNITS: dict[str, str] = {
    "отделение": "branch", "филиал": "branch", "представительство": "branch", "подразделение": "branch",
    "ячейка": "branch", "branch": "branch", "office": "branch", "chapter": "branch", "штаб": "branch",
    "структурное": "branch",
}

_STOP = """
и в во на с со о об по за для при из от до к у имени им г город зе the of for and in on to a an de la le les
du des der die das und für fur et el del i w dla na zur zum von pro та й з із
v s so ob po iz g gorod im imeni
"""
STOP = frozenset(_STOP.split())

# word or "~stem" (six folded Latin letters at most) -> one key for both languages.
_GROUPS: dict[str, str] = {
    "fond": "fdn фаундейшн фаундэйшн фонд фонда fund foundation fundacja stiftung fondation nadace",
    "borb": "~borb борьбы борьба fight fighting struggle against anti анти противодействия противодействие",
    "korupc": "коррупция коррупцией коррупции corruption anticorruption антикоррупционный антикоррупционная",
    "centr": "сентер центр центра центры center centre centrum zentrum цэнтр",
    "institut": "инститьют институт института institute institut",
    "asociac": "assn ассосиэйшн ассоциация ассоциации association asociace stowarzyszenie",
    "soius": "юнион союз союза union",
    "dvijen": "движение движения movement",
    "obschestv": "сосайети сосаети общество общества society",
    "civil": "сивил сивик гражданский гражданская гражданское гражданского гражданских civil civic",
    "prav": "райтс право права прав rights right",
    "chelovek": "хьюман человек человека human",
    "pravozash": "правозащитный правозащитная правозащитное правозащитников defenders",
    "zashit": "защита защиты защиту defence defense protection",
    "svobod": (
        "фридом либерти фри свобода свободы свободу свободная свободный свободное свободной freedom free liberty свободных "
    ),
    "rossi": (
        "раша рашен рашиан россия россии russia rossiya российский российская российское российских russian русский "
        "русская "
    ),
    "demokrat": "демокраси демократия демократии democracy демократический демократическая democratic демократию",
    "info": "информейшн информация информации information информационный информационное информационная",
    "agent": "агентство агентства agency",
    "gazet": "газета газеты newspaper gazette",
    "radio": "радио radio",
    "telekan": "телеканал телекомпания channel tv тв television телевидение",
    "izdan": "издание издательство publishing publisher",
    "journal": "журнал журнала magazine journal",
    "novost": "ньюс новости новостей news",
    "media": "медиа media сми мультимедиа",
    "nezavis": "независимый независимая независимое независимых независимой independent",
    "nacional": "нэшнл нейшнл национальный национальная национальное national всероссийский",
    "mejdunar": "intl интернешенел интернейшнл международный международная международное международных international интернешнл интернэшнл",
    "evrop": "юроп юропиан европа европы европейский европейская европейское europe european",
    "mir": "пис уорлд ворлд мир мира мирный peace world",
    "molod": "юс молодежь молодежи молодежный молодежная молодежное youth",
    "obrazov": "образование образования образовательный education educational",
    "issled": "рисерч ресерч стадис исследование исследования исследований исследовательский research studies",
    "razvit": "развитие развития development",
    "podderj": "поддержка поддержки поддержку support",
    "pomosch": "эйд помощь помощи aid help assistance relief",
    "socialn": "социальный социальная социальное social",
    "ekolog": "экология экологический экологическая экологии ecological environmental environment",
    "jensch": "женщина женщины женщин женский женская women woman",
    "det": "дети детей детский children child",
    "otkryt": "опен оупен открытый открытая открытое открытые open",
    "nov": "новый новая новое новой new",
    "vybor": "выборы выборов избирателей elections election voters",
    "platform": "платформа platform platforms платформы",
    "komand": "команда команды team", "onlain": "онлайн online live лайв", "plus": "плюс plus",
    "holding": "холдинг холдинговая holding company компания компании",
    "zakon": "закон закона law",
    "sud": "суд суда court",
    "ukrain": "украина украины украинский ukraine ukrainian",
    "belarus": "беларусь белоруссия беларуси belarus belarusian белорусский",
    "kongres": "конгресс congress",
    "sovet": "каунсил совет совета council",
    "komitet": "коммити комитет комитета committee",
    "forum": "форум форума forum",
    "set": "нетворк сеть сети network",
    "grup": "группа группы group",
    "proekt": "проджект проект проекта project",
    "partia": "партия партии party",
    "universit": "юниверсити университет университета university",
    "akadem": "академия академии academy",
    "biblio": "библиотека библиотеки library",
    "muzei": "музей museum",
    "istor": "хистори история истории исторический history historical",
    "pamiat": "память памяти memory",
    "kultur": "культура культуры культурный culture cultural",
    "nauk": "наука науки научный science scientific",
    "politic": "полиси политика политики политический политическая policy political politics",
    "ekonom": "экономика экономики экономический economic economics economy",
    "analit": "аналитический аналитическая analytical analysis",
    "socio": "социология социологический sociological",
    "zdorov": "хелс здоровье здоровья health",
    "bezopas": "безопасность безопасности security",
    "narod": "народ народа народный народная народов people peoples",
    "krym": "крым крыма crimea crimean крымский",
    "tatar": "татары татарский татар tatar tatars",
    "cerkov": "церковь церкви church",
    "svidet": "свидетели свидетелей witnesses",
    "armia": "армия армии army legion",
    "legion": "легион легиона",
    "sot": "солдатских солдат soldiers",
    "mater": "мать матери матерей mothers mother",
    "sever": "норд север севера северный north northern",
    "kavkaz": "кавказ кавказа кавказский caucasus caucasian",
    "sibir": "сибирь сибири siberia siberian",
    "moskov": "москва москвы московский московская moscow",
    "rastorj": "расследование расследования расследований investigations investigative investigation",
    "solidar": "солидарити солидарность солидарности solidarity",
    "tolerant": "толерантность tolerance",
    "zdrav": "здравоохранение",
    "korol": "королевство kingdom",
    "german": "германия германии германский германское германская germany german deutsche deutscher deutsches дойче",
    "ssha": "сша соединенные usa us америка america",
}
# Words that tell one body from another and are translated: they weigh by their length, as any other word.
_TELLING: dict[str, str] = {
    "priroda": "природа природы природный nature natural", "lesnoi": "лес леса лесов лесной лесная forest forests",
    "jivotn": "животные животных animal animals", "bednost": "бедность бедности бедностью poverty",
    "jurnalist": "журналист журналистов журналистики журналисты journalist journalists journalism",
    "student": "студент студентов студенческий студенческая студенты student students",
    "uchitel": "учитель учителей учителя teacher teachers", "vrach": "врач врачей врачи doctor doctors",
    "iurist": "юрист юристов юристы lawyer lawyers", "advokat": "адвокат адвокатов адвокаты advocate advocates",
    "arhiv": "архив архива архивы archive archives", "klimat": "климат климата климатический climate",
    "semia": "семья семьи семей семейный family families", "iskusstv": "искусство искусства искусств art arts",
    "teatr": "театр театра theatre theater", "muzyka": "музыка музыки музыкальный music musical",
    "sportiv": "спорт спорта спортивный sport sports", "gorod": "город города городской городская city urban",
    "region": "регион региона региональный региональная регионов region regional regions",
    "buduschee": "будущее будущего future", "deistvie": "действие действия action", "golos": "голос голоса voice voices",
    "jizn": "жизнь жизни life", "pravda": "правда правды truth", "nadejda": "надежда надежды hope",
    "zemlia": "земля земли earth", "okean": "океан океана ocean", "shkola": "школа школы school schools",
    "sadov": "сад сада сады садов garden gardens", "znanie": "знание знания знаний knowledge",
    "dialog": "диалог диалога dialog dialogue", "bejenec": "беженец беженцы беженцев беженцам refugee refugees",
    "migraci": "миграция миграции миграционный migration migrants", "pytka": "пытка пытки пыток torture",
    "nasilie": "насилие насилия насилию насилием violence", "ravenstvo": "равенство равенства equality",
    "spravedl": "справедливость справедливости justice", "nasledie": "наследие наследия heritage legacy",
    "iazyk": "язык языка языков языки language languages", "literatur": "литература литературы literature",
    "kniga": "книга книги книг book books", "reka": "река реки рек river rivers", "gora": "гора горы гор mountain",
    "svet": "свет света light", "ogon": "огонь огня fire", "zvezda": "звезда звезды star stars",
    "solnce": "солнце солнца sun", "vostok": "восток востока восточный east eastern",
    "zapad": "запад запада западный west western", "iujny": "юг юга южный south southern",
    "inostran": "иностранный иностранных foreign", "biznes": "бизнес бизнеса business",
    "tehnolog": "технология технологии технологий technology technologies", "internet": "интернет интернета internet",
    "korabl": "корабль корабля ship", "dvor": "двор двора yard", "veter": "ветер ветра wind",
    "grajdan": "гражданин граждан граждане citizen citizens", "volonter": "волонтер волонтеров volunteer volunteers",
    "zakluch": "заключенный заключенных заключенным prisoner prisoners", "sled": "след следа trace",
    "most": "мост моста мосты bridge bridges", "lug": "луг луга лугов meadow meadows", "more": "море моря морей sea",
    "pole": "поле поля field fields", "vesna": "весна весны spring", "utro": "утро утра morning",
}
TELLING: dict[str, str] = {word: key for key, words in _TELLING.items() for word in words.split()}
CONCEPTS: dict[str, str] = {word: key for key, words in _GROUPS.items() for word in words.split()}

# What a bracket may hold beside an alias: a country is not a name of the organisation.
_COUNTRIES = """
сша великобритания германия франция польша литва латвия эстония чехия швеция норвегия финляндия
нидерланды бельгия швейцария австрия италия испания канада украина грузия армения азербайджан казахстан
киргизия узбекистан таджикистан туркменистан молдавия молдова израиль турция япония китай беларусь
белоруссия россия болгария румыния венгрия словакия словения сербия хорватия греция кипр ирландия дания
исландия мальта люксембург португалия австралия европа usa us uk germany france poland lithuania latvia
estonia czechia sweden norway finland netherlands belgium switzerland austria italy spain canada ukraine
georgia armenia russia российская федерация соединенные штаты америки соединенное королевство чешская
республика
"""
COUNTRIES = frozenset(_COUNTRIES.split())
