// The shell's own words: [English, Russian]. The words of an answer come from the engine.
const TEXTS = {
    brand: ["Sverka", "Сверка"],
    skip: ["Skip to the content", "К содержанию"],
    nav: ["Sections", "Разделы"],
    navAbout: ["About", "О странице"],
    navAsk: ["Check", "Проверить"],
    navLists: ["Lists", "Списки"],
    wipe: ["Wipe", "Стереть"],
    wipeTitle: ["Clear everything at once and leave an empty page", "Сразу всё стереть и оставить пустую страницу"],
    progress: ["Getting ready", "Подготовка"],

    aboutTitle: ["Are you on the lists? Look on your own device", "Есть ли вы в списках? Посмотрите на своём устройстве"],
    aboutLead: [
        "States publish lists of those they call foreign agents, undesirable, extremist. Here the lists have come to you, so that you can look without asking anyone.",
        "Государства публикуют списки тех, кого называют иностранными агентами, нежелательными, экстремистами. Здесь эти списки уже у вас, и посмотреть в них можно, никого не спрашивая.",
    ],
    isTitle: ["What this is", "Что это"],
    is: [
        ["Official lists as the state published them, with the date of each.", "Официальные списки, как их опубликовало государство, с датой каждого."],
        ["A search for any spelling of a name, with the odds that a namesake is meant.", "Поиск имени в любом написании и оценка, не тёзка ли это."],
        ["It runs inside this page. The name is not sent or saved anywhere.", "Всё работает внутри этой страницы. Имя никуда не отправляется и не сохраняется."],
    ],
    isNotTitle: ["What this is not", "Чем это не является"],
    isNot: [
        ["Not a verdict. A match is a question that only you can answer.", "Не приговор. Совпадение — это вопрос, на который ответить можете только вы."],
        ["Not a promise of safety. There are lists that nobody outside can see.", "Не обещание безопасности. Есть списки, которых снаружи не видно."],
        ["Not legal advice, and nobody's official service.", "Не юридическая консультация и ничей не официальный сервис."],
    ],
    netLoading: ["Still loading: stay connected for a moment", "Ещё загружается: пока не отключайтесь"],
    netLoadingText: ["When everything has arrived, you will be told here that you can disconnect.", "Когда всё загрузится, здесь появится надпись, что сеть можно отключить."],
    netOnline: ["You can disconnect now", "Теперь можно отключить сеть"],
    netOnlineText: [
        "Everything needed is already here. Your device says that it is connected: switch on flight mode, or Wi-Fi and mobile data off, and only then type a name.",
        "Всё нужное уже здесь. Устройство сообщает, что подключено к сети: включите авиарежим или отключите Wi-Fi и мобильные данные и только потом вводите имя.",
    ],
    netOffline: ["Your device is not connected", "Устройство не подключено к сети"],
    netOfflineText: ["That is what the browser reports. The page works in full without a network.", "Так сообщает браузер. Страница полностью работает и без сети."],
    netMore: ["What this indicator cannot know", "Чего этот указатель не знает"],
    netLimits: [
        "The browser reports only whether the device has a connection at all. It does not see other programs, browser extensions, a phone keyboard that learns what you type, or somebody with access to the device. After closing the page, close the private window as well, if you used one.",
        "Браузер сообщает только, есть ли у устройства подключение. Он не видит других программ, расширений браузера, клавиатуры, которая запоминает введённое, и тех, у кого есть доступ к устройству. Если вы открыли приватное окно, закройте потом и его.",
    ],
    begin: ["Begin", "Начать"],
    dated: ["Lists as of {date}", "Списки по состоянию на {date}"],

    askTitle: ["Whom to look for", "Кого искать"],
    whom: ["Look for", "Ищем"],
    person: ["a person", "человека"],
    organisation: ["an organisation", "организацию"],
    nameLabel: ["Full name", "Фамилия, имя, отчество"],
    nameHint: ["In any order and spelling, Cyrillic or Latin. A patronymic helps to tell namesakes apart.", "В любом порядке и написании, кириллицей или латиницей. Отчество помогает отличить тёзок."],
    orgLabel: ["Name of the organisation", "Название организации"],
    orgHint: ["Full or short, in any language. The legal form may be left out.", "Полное или краткое, на любом языке. Правовую форму можно опустить."],
    othersLabel: ["Former and other names", "Прежние и другие имена"],
    othersHint: ["If there are any, one a line: lists often hold an old surname or a pseudonym.", "Если есть, по одному в строке: в списках часто стоит прежняя фамилия или псевдоним."],
    bornLabel: ["Year of birth", "Год рождения"],
    bornHint: ["Not required. It is asked to set namesakes aside; the day and month are not needed.", "Необязательно. Нужен, чтобы отсеять тёзок; день и месяц не требуются."],
    marksLabel: ["INN, OGRN, website or channel", "ИНН, ОГРН, сайт или канал"],
    marksHint: ["Not required, separated by blanks. These are compared exactly.", "Необязательно, через пробел. Они сравниваются точно."],
    check: ["Look in the lists", "Найти в списках"],
    noName: ["Write a name first.", "Сначала напишите имя."],
    noOrg: ["Write a name, a number or a website first.", "Сначала напишите название, номер или сайт."],
    badYear: ["A year has four digits, for example 1984. It may also be left empty.", "Год — это четыре цифры, например 1984. Можно оставить пустым."],
    waiting: ["Your question is waiting: the engine is still getting ready ({percent} %). The answer will appear by itself.", "Вопрос принят: движок ещё готовится ({percent} %). Ответ появится сам."],
    looking: ["Looking…", "Ищу…"],
    spellingsTitle: ["These spellings will be found too", "Эти написания тоже найдутся"],
    spellingsHint: ["Examples, not all: the search compares sounds and letters.", "Это примеры, а не все: поиск сравнивает звуки и буквы."],

    engineLoading: ["Getting ready: {percent} %. You can already write.", "Подготовка: {percent} %. Писать уже можно."],
    engineReady: ["Ready", "Готово"],
    engineFailed: ["The engine did not start. Nothing was checked.", "Движок не запустился. Ничего не проверено."],
    engineFailedFix: ["Open this file in another, newer browser or on another device. What the browser said: {why}", "Откройте этот файл в другом, более новом браузере или на другом устройстве. Ответ браузера: {why}"],
    cutShort: ["This file is incomplete: it was cut short while being copied or loaded.", "Файл неполный: он оборвался при копировании или загрузке."],
    cutShortFix: ["Copy or download it again. Nothing was checked.", "Скопируйте или скачайте его снова. Ничего не проверено."],
    refused: ["The lists in this page cannot be trusted, so they are not used.", "Спискам в этой странице нельзя доверять, поэтому они не используются."],
    refusedFix: ["The file was damaged or changed on its way. Get the page again from somebody you trust, or open an undamaged file of lists below. Nothing was checked.", "Файл повредился или был изменён по дороге. Возьмите страницу ещё раз у того, кому доверяете, или откройте ниже неповреждённый файл списков. Ничего не проверено."],

    answerFor: ["You asked about", "Вы спрашивали"],
    what: ["What the list says", "Что сказано в списке"],
    alike: ["Why it looks alike", "Чем похоже"],
    samePerson: ["The same person?", "Тот же человек?"],
    sameOrg: ["The same organisation?", "Та же организация?"],
    rulerNo: ["somebody else", "кто-то другой"],
    rulerYes: ["the same", "тот же"],
    rulerNoOrg: ["another one", "другая"],
    rulerYesOrg: ["the same", "та же"],
    history: ["History of this entry", "История записи"],
    showFaint: ["Show faint likenesses too", "Показать и слабо похожие"],
    lookedIn: ["Where it was looked", "Где искали"],
    oldLists: ["Mind the dates", "Обратите внимание на даты"],
    notCovered: ["What cannot be checked here", "Чего здесь проверить нельзя"],
    notCoveredLead: ["These lists exist, or are reported to, and cannot be seen from outside. Not being found here says nothing about them.", "Эти списки есть или о них сообщают, но снаружи их не видно. Ответ «не найдено» к ним не относится."],
    reportedOn: ["reported {date}", "сообщение от {date}"],
    source: ["Source", "Источник"],
    again: ["Ask about somebody else", "Спросить о другом"],
    change: ["Change the question", "Изменить вопрос"],
    print: ["Print", "Напечатать"],
    save: ["Save as a text file", "Сохранить текстом"],
    keepHint: ["Paper and files keep the name you asked about. Nothing is kept unless you press here.", "На бумаге и в файле останется имя, о котором вы спрашивали. Пока вы не нажмёте, не сохраняется ничего."],
    notAdvice: ["This is not legal advice.", "Это не юридическая консультация."],
    failed: ["The question could not be answered.", "Ответить не получилось."],

    lawTitle: ["What it means", "Что это значит"],
    lawLead: ["A few questions decide which rules apply to you. Skip any of them; the answers stay in this page.", "От нескольких вопросов зависит, какие правила вас касаются. Любой можно пропустить; ответы остаются на этой странице."],
    lawBegin: ["Answer the questions", "Ответить на вопросы"],
    lawSkip: ["Skip all: show what is known without them", "Пропустить все и показать, что известно"],
    lawStep: ["Question {n} of at most {of}", "Вопрос {n}, всего не больше {of}"],
    lawUnknown: ["I don't know / skip", "Не знаю / пропустить"],
    yes: ["Yes", "Да"],
    no: ["No", "Нет"],
    next: ["Next", "Дальше"],
    lawAgain: ["Answer again", "Ответить заново"],

    listsTitle: ["The lists in this page", "Списки на этой странице"],
    asOf: ["state of {date}", "состояние на {date}"],
    old: ["old", "устарел"],
    keeper: ["kept by", "ведёт"],
    gaps: ["What it does not say", "О чём он умалчивает"],
    browse: ["Turn the pages", "Листать"],
    searchLabel: ["Find by official name", "Найти по официальному названию"],
    which: ["Which list", "Какой список"],
    allLists: ["all lists", "все списки"],
    search: ["Find", "Найти"],
    foundCount: ["Found: {count}", "Найдено: {count}"],
    more: ["Show more", "Показать ещё"],
    removed: ["removed {date}", "исключено {date}"],
    gone: ["no longer in the list", "больше нет в списке"],
    newerTitle: ["A newer file of lists", "Более новый файл списков"],
    newerText: ["If somebody gave you newer lists (a file ending in .svk), drop it anywhere on this page or choose it here. It is opened on this device only.", "Если вам передали более новые списки (файл .svk), перетащите его на страницу или выберите здесь. Он откроется только на этом устройстве."],
    newerChoose: ["Choose a file", "Выбрать файл"],
    newerTaken: ["The lists of {date} are in use now.", "Теперь используются списки от {date}."],
    newerOlder: ["That file is older ({date}) than the lists in use ({now}), so these stay.", "Этот файл старше ({date}), чем используемые списки ({now}), поэтому остаются они."],
    newerRefused: ["That file is not used.", "Этот файл не используется."],
    back: ["Back", "Назад"],
    entryNames: ["Names in the entry", "Имена в записи"],
    members: ["Members named in it", "Названные в ней участники"],
    seen: ["First seen in the state of {first}, last in that of {last}", "Впервые в состоянии на {first}, последний раз на {last}"],
    noChanges: ["No change has been seen since.", "С тех пор изменений не замечено."],
    added: ["added", "внесено"],
    removedWord: ["removed", "убрано"],
    edited: ["“{field}” changed", "изменено «{field}»"],
    silent: ["without notice", "без объявления"],
    proof: ["Source file (SHA-256)", "Исходный файл (SHA-256)"],
    colophon: ["Sverka {version}. Lists: {sha}… as of {date}.", "Сверка {version}. Списки: {sha}… по состоянию на {date}."],
};

const FIELDS = {
    official_name: ["official name", "официальное имя"], listed_on: ["listed on", "дата внесения"],
    published_on: ["published on", "дата публикации"], removed_on: ["removed on", "дата исключения"],
    birth_year: ["birth year", "год рождения"], legal_basis: ["legal basis", "основание"],
    names: ["names", "имена"], members: ["members", "участники"], domains: ["websites", "сайты"],
    handles: ["channels", "каналы"], category: ["kind", "вид"], decisions: ["decision", "решение"],
    note: ["note", "примечание"], number: ["number", "номер"], inn: ["INN", "ИНН"], ogrn: ["OGRN", "ОГРН"],
    country: ["country", "страна"], digest: ["text", "текст"], terrorism: ["terrorism mark", "отметка о терроризме"],
};

const MONTHS = [
    "January February March April May June July August September October November December".split(" "),
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
];

let lang = (navigator.languages || [navigator.language]).some((code) => /^(ru|be|uk|kk|ky|uz|tg|hy|az|ka)\b/i.test(code)) ? "ru" : "en";

/** The words under `key` in the present language, `{blanks}` filled. */
function say(key, filled = {}) {
    const pair = Array.isArray(key) ? key : TEXTS[key];
    return pair[lang === "ru" ? 1 : 0].replace(/\{(\w+)\}/g, (_, blank) => filled[blank]);
}

/** `2026-07-16` as people write it. */
function sayDate(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    if (!day) return iso;
    return `${day} ${MONTHS[lang === "ru" ? 1 : 0][month - 1]} ${year}${lang === "ru" ? " г." : ""}`;
}
