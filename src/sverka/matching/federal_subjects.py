"""The federal subjects that Rosstat counts the population of Russia in, as literals.

A line: ISO 3166-2 code | Russian name | English name | other names and the main city | people |
per cent of Turkic, North Caucasian, Transcaucasian and Western naming.

People: census of 1 October 2021 (Rosstat, "Итоги Всероссийской переписи населения 2020 года", volume 1);
they add up to the published 147,182,123; of the rows only some were held against a published page. Crimea
and Sevastopol are in that count, and in the stated population, and stand under the codes that ISO has for
them. What was claimed in 2022 is in neither.

Naming: rough figures written from general knowledge, no measurement; few were held against published
shares. For the republics and wherever such peoples are more than some per cent they follow the
nationalities of that census by the reading of `tools/cultures.py`: Tatars, Bashkirs, Kazakhs, Crimean
Tatars, Azerbaijanis and Central Asians go by Turkic names; the peoples of Dagestan, Chechens, Ingush,
Circassians, Karachays and Balkars by North Caucasian ones, Ossetians half of them; Armenians and Georgians
are Transcaucasian; Germans, Jews, Poles and Koreans Western. Elsewhere a round figure for who moved there.
The rest (Russians, and peoples such as Chuvashes, Yakuts and Buryats who mostly have Russian names) is the
Slavic remainder. Tuvans, Altaians and Kalmyks have names of their own that no culture here stands for: of
their republics the counts are the least sure.
`regions` puts the four columns on the weights of the country, so that the regions add up to it.
"""

from __future__ import annotations

TABLE = """
RU-AD|Республика Адыгея|Adygea|Майкоп|496934|1.5 23 3.3 .4
RU-AL|Республика Алтай|Altai Republic|Горно-Алтайск, Горный Алтай|210924|7 .2 .2 .4
RU-ALT|Алтайский край|Altai Krai|Барнаул|2163693|1.2 .2 .4 1.5
RU-AMU|Амурская область|Amur Oblast|Благовещенск|766912|1.2 .2 .6 .5
RU-ARK|Архангельская область|Arkhangelsk Oblast|Архангельск|978873|.8 .2 .3 .4
RU-AST|Астраханская область|Astrakhan Oblast|Астрахань|960142|26 3 .7 .4
RU-BA|Республика Башкортостан|Bashkortostan|Башкирия, Bashkiria, Уфа|4091423|56.5 .1 .2 .3
RU-BEL|Белгородская область|Belgorod Oblast|Белгород|1540486|1.2 .4 .6 .3
RU-BRY|Брянская область|Bryansk Oblast|Брянск|1169161|.6 .2 .4 .4
RU-BU|Республика Бурятия|Buryatia|Улан-Удэ|978588|1.3 .2 .3 .3
RU-CE|Чеченская Республика|Chechnya|Чечня, Ичкерия, Грозный|1510824|.4 98.2 0 0
RU-CHE|Челябинская область|Chelyabinsk Oblast|Челябинск|3431224|10.5 .2 .4 .8
RU-CHU|Чукотский автономный округ|Chukotka|Чукотка, Анадырь|47490|3 1 .5 .5
RU-CU|Чувашская Республика|Chuvashia|Чувашия, Чебоксары, Чувашская Республика — Чувашия|1186909|3.3 .1 .2 .2
RU-DA|Республика Дагестан|Dagestan|Махачкала|3182054|5 91 .2 .1
RU-IN|Республика Ингушетия|Ingushetia|Магас, Назрань|509541|.2 98.8 0 0
RU-IRK|Иркутская область|Irkutsk Oblast|Иркутск|2370102|2.2 .2 .4 .6
RU-IVA|Ивановская область|Ivanovo Oblast|Иваново|927828|1.6 .5 .4 .3
RU-KAM|Камчатский край|Kamchatka Krai|Камчатка, Kamchatka, Петропавловск-Камчатский|291705|2.5 .5 .5 .7
RU-KB|Кабардино-Балкарская Республика|Kabardino-Balkaria|Кабардино-Балкария, КБР, Нальчик|904200|3 73.5 .7 .3
RU-KC|Карачаево-Черкесская Республика|Karachay-Cherkessia|Карачаево-Черкесия, КЧР, Черкесск|469865|4.5 66.5 .5 .2
RU-KDA|Краснодарский край|Krasnodar Krai|Кубань, Краснодар|5838273|1.6 1 4.6 .6
RU-KEM|Кемеровская область|Kemerovo Oblast|Кузбасс, Кемерово, Кемеровская область — Кузбасс|2600923|2.8 .2 .5 1
RU-KGD|Калининградская область|Kaliningrad Oblast|Калининград|1029966|1.8 .4 1 1.6
RU-KGN|Курганская область|Kurgan Oblast|Курган|776661|4.4 .2 .3 .4
RU-KHA|Хабаровский край|Khabarovsk Krai|Хабаровск|1292944|1.8 .3 .6 1
RU-KHM|Ханты-Мансийский автономный округ — Югра|Khanty-Mansi Autonomous Okrug|ХМАО, ХМАО-Югра, Югра, Ханты-Мансийский АО, Сургут|1711480|15 4 .4 .6
RU-KIR|Кировская область|Kirov Oblast|Киров, Вятка|1153680|3 .2 .3 .3
RU-KK|Республика Хакасия|Khakassia|Абакан|534795|1.4 .2 .3 1.1
RU-KL|Республика Калмыкия|Kalmykia|Элиста|267133|4 6 .3 .3
RU-KLU|Калужская область|Kaluga Oblast|Калуга|1069904|2.8 .5 1.2 .5
RU-KO|Республика Коми|Komi Republic|Коми, Komi, Сыктывкар|737853|2.4 .6 .3 .9
RU-KOS|Костромская область|Kostroma Oblast|Кострома|580976|.8 .5 .5 .3
RU-KR|Республика Карелия|Karelia|Петрозаводск|533121|.7 .3 .3 1.5
RU-KRS|Курская область|Kursk Oblast|Курск|1082458|.9 .3 .6 .3
RU-KYA|Красноярский край|Krasnoyarsk Krai|Красноярск|2856971|3.3 .3 .6 1
RU-LEN|Ленинградская область|Leningrad Oblast|ЛО, Ленобласть, Гатчина|2000997|2.2 .5 .7 .9
RU-LIP|Липецкая область|Lipetsk Oblast|Липецк|1143224|1.2 .3 .6 .3
RU-MAG|Магаданская область|Magadan Oblast|Магадан, Колыма|136085|2.5 1.3 .7 .8
RU-ME|Республика Марий Эл|Mari El|Йошкар-Ола|677097|6 .1 .2 .2
RU-MO|Республика Мордовия|Mordovia|Саранск|783552|5.5 .1 .2 .2
RU-MOS|Московская область|Moscow Oblast|МО, Подмосковье, Мособласть|8524665|2.9 .7 1.3 .7
RU-MOW|Москва|Moscow|МСК, Moskva, Moskau, Moscou|13010112|3.2 .9 1.4 1.4
RU-MUR|Мурманская область|Murmansk Oblast|Мурманск|667744|1.9 .5 .3 .6
RU-NEN|Ненецкий автономный округ|Nenets Autonomous Okrug|НАО, Нарьян-Мар|41434|1.5 .5 .3 .4
RU-NGR|Новгородская область|Novgorod Oblast|Великий Новгород|583387|1.1 .4 .4 .5
RU-NIZ|Нижегородская область|Nizhny Novgorod Oblast|Нижний Новгород|3119115|2.4 .2 .6 .4
RU-NVS|Новосибирская область|Novosibirsk Oblast|Новосибирск|2797176|3.9 .3 .6 1.4
RU-OMS|Омская область|Omsk Oblast|Омск|1858798|7 .2 .5 2.7
RU-ORE|Оренбургская область|Orenburg Oblast|Оренбург|1862767|15.5 .2 .6 .8
RU-ORL|Орловская область|Oryol Oblast|Орёл, Orel|713374|.9 .4 .5 .3
RU-PER|Пермский край|Perm Krai|Пермь|2532405|5.2 .2 .4 .7
RU-PNZ|Пензенская область|Penza Oblast|Пенза|1266348|7.2 .3 .5 .2
RU-PRI|Приморский край|Primorsky Krai|Приморье, Primorye, Владивосток|1845165|2.2 .3 .6 1.3
RU-PSK|Псковская область|Pskov Oblast|Псков|599084|.8 .3 .5 .6
RU-ROS|Ростовская область|Rostov Oblast|Ростов-на-Дону|4200729|2 1.3 3 .5
RU-RYA|Рязанская область|Ryazan Oblast|Рязань|1102810|1.6 .4 .7 .3
RU-SA|Республика Саха (Якутия)|Sakha (Yakutia)|Саха, Якутия, Sakha, Yakutia, Якутск|995686|2.3 .5 .4 .4
RU-SAK|Сахалинская область|Sakhalin Oblast|Сахалин, Sakhalin, Южно-Сахалинск|466609|1.9 .4 .5 5.3
RU-SAM|Самарская область|Samara Oblast|Самара|3172925|5.9 .4 .9 .6
RU-SAR|Саратовская область|Saratov Oblast|Саратов|2442575|6.2 .8 1 .6
RU-SE|Республика Северная Осетия — Алания|North Ossetia|Северная Осетия, РСО-Алания, Алания, Alania, Владикавказ|687357|.8 41.5 3.3 .3
RU-SMO|Смоленская область|Smolensk Oblast|Смоленск|888421|.9 .3 .6 .6
RU-SPE|Санкт-Петербург|Saint Petersburg|СПб, Питер, Петербург, С.-Петербург, St. Petersburg, SPb, Ленинград, Sankt-Petersburg|5601911|2.3 .6 1 1.7
RU-STA|Ставропольский край|Stavropol Krai|Ставрополье, Ставрополь|2907593|3.2 6 6 .6
RU-SVE|Свердловская область|Sverdlovsk Oblast|Екатеринбург, Yekaterinburg|4268998|5.2 .3 .5 .9
RU-TA|Республика Татарстан|Tatarstan|Татария, Казань|4004809|55 .1 .2 .3
RU-TAM|Тамбовская область|Tambov Oblast|Тамбов|982991|.9 .4 .5 .2
RU-TOM|Томская область|Tomsk Oblast|Томск|1062666|3.4 .3 .5 1.3
RU-TUL|Тульская область|Tula Oblast|Тула|1501214|1.5 .3 .8 .4
RU-TVE|Тверская область|Tver Oblast|Тверь|1230171|1.6 .4 .7 .4
RU-TY|Республика Тыва|Tuva|Тува, Кызыл|336651|.6 .1 .1 .1
RU-TYU|Тюменская область|Tyumen Oblast|Тюмень|1601940|9.5 .5 .5 1.2
RU-UD|Удмуртская Республика|Udmurtia|Удмуртия, Ижевск|1452914|6.5 .1 .3 .2
RU-ULY|Ульяновская область|Ulyanovsk Oblast|Ульяновск|1196745|13 .3 .5 .3
RU-VGG|Волгоградская область|Volgograd Oblast|Волгоград|2500781|4.2 1.2 1.2 .7
RU-VLA|Владимирская область|Vladimir Oblast|Владимир|1348134|1.8 .3 .6 .3
RU-VLG|Вологодская область|Vologda Oblast|Вологда, Череповец|1142827|.9 .3 .3 .3
RU-VOR|Воронежская область|Voronezh Oblast|Воронеж|2308792|1.1 .3 .6 .3
RU-YAN|Ямало-Ненецкий автономный округ|Yamalo-Nenets Autonomous Okrug|ЯНАО, Ямал, Yamal, Салехард|510490|12.5 3.5 .4 .6
RU-YAR|Ярославская область|Yaroslavl Oblast|Ярославль|1209811|1.7 .5 .7 .4
RU-YEV|Еврейская автономная область|Jewish Autonomous Oblast|ЕАО, Биробиджан|150453|1.2 .2 .3 1.2
RU-ZAB|Забайкальский край|Zabaykalsky Krai|Забайкалье, Чита, Transbaikal|1004125|.9 .2 .4 .3
UA-40|Севастополь|Sevastopol||547820|1.8 .2 .4 .5
UA-43|Республика Крым|Crimea|Крым, АР Крым, Симферополь|1934630|17 .2 .7 .5
"""  # noqa: E501 (a region is a line)

NEIGHBOURS = """
RU-MOW RU-MOS
RU-SPE RU-LEN
RU-AD RU-KDA
RU-ARK RU-NEN
RU-TYU RU-KHM RU-YAN
UA-40 UA-43
"""
"""Regions of one agglomeration, or cut out of one another: people name either for one home."""
