"""Phonemic keys of the given names. Written by tools/build_given_keys.py; do not edit."""

KEYS = """\
!Ana=233,271s,484s !Anka=44,233s !UlA=232 !alA=164s,166s,168s,169s,248s !ala=168 !anA=173s !ana=173
!anisA=276 !anisa=276s !anka=173s !dAna=184 !danA=11s,34s !dana=301s !ganA=26s !gana=173 !hana=173x !kirA=50s
!kira=50s,198 !lAjlA=237s !lAna=228s,300 !lajla=237 !lana=221s,291s !lidA=202 !lida=202s !lydA=202x !marA=209
!mara=208s,209s,226s,271s !musA=209s !musa=421 !sofA=223 !sofa=223s !ulA=228s Ceslav=340 Cristina=199x
Cristine=199x Salva=470 Samil=162 Savkat=446 Savket=446 Sevket=446 Slomo=400 Smuel=399x Sura=0s,164s Surik=0s
Surka=0s Suxrat=449 Zan=140 Zana=191 Zeka=38s ZekiC=38s Zena=38s,186s ZeneCka=186s Zenek=38s ZeniC=38s
Zenka=38s ZenuSa=186s Zenula=38s,186s Zera=28s,40s Zerik=28s,40s Zevtneva=286 aSa=105s aSana=105s aSenka=105s
aSet=135 aSka=105s aSuna=105s abdala=374 abdraxman=426 abdula=374 abdulag=374x abdulax=374 abduragman=426x
abduraxman=426 abragam=360 abrajl=443x abram=360 abubakar=427 abubakr=427 ada=296s,303s adam=354 adelina=296
adik=354s adolf=386 adviga=303 aelina=264 afanasi=10 afona=10s afrosina=255 agaSa=280s agafa=280 agata=280
aglaSa=483s aglaa=483 aglajda=483 agmad=114x agmed=114x agmet=114x agna=282 agneSa=282s agnes=282x agnesa=282
agnuSa=282s agor=40 agrafena=279 agripina=279 ajSa=328 ajSat=328 ajda=239 ajdar=335 ajgul=307 ajrat=130
akav=105 akilina=486 akim=385 akiv=105 akob=105x akov=105 aksana=200 aksina=200 akub=105x akula=486s
akulina=486 ala=168 alaksandar=0 alaksandr=0 alaksandra=164 alaksej=1 albert=2 albina=169 albinka=169s
aleSa=1s aleSenka=1s aleSka=1s aleftina=248 aleg=71 aleks=0s,1sx aleksa=164s aleksaSa=164s aleksander=0x
aleksandr=0 aleksandra=164 aleksandre=0 aleksej=1 aleksi=1 aleksis=1x alena=165,189 alenka=165s,189s
alesa=213 alevcina=248 alevtina=248 alfa=308 alfira=308 alfred=358 ali=126 alibek=437 alica=167x alice=167x
alik=0s,2s,71s aliks=0s alimpada=285 alina=166 alinka=166s alinoCka=166s alisa=167 alixan=127 alizaveta=190
alka=168s,248s almaz=369 almira=313 aloCka=168s alsu=316 alusa=168s amalan=41 ames=105x amina=240 aminat=324
aminet=324 amir=384 an=44,173x anZela=172 anZelika=172 anZelina=171 ana=173,233 anastasa=170 anatol=3
anatole=3x anatoli=3 anatolka=3s andi=4sx andre=4x andreas=4x andrej=4 andrejka=4s andrev=4x andri=4
andruSa=4s andruSka=4s andruxa=4s andrzej=4x ane=173x aneCka=173s aneta=173s anfisa=263 anfiska=263
angela=172x angelika=172x angelina=171 anika=173s anina=233 anisa=276 anka=44 anoCka=233s antanina=174
antoSa=5s,174s antojne=5x anton=5 antona=174x antoni=5 antonida=274 antonina=174 antoxa=5s anuSa=173s
anuSka=173s anusa=233s anuta=173s anutka=173s anvar=132 apanas=10 apolinara=215 apti=441 ara=106s,234s
aram=133 araslav=106 araslava=234 arcem=8 arcemi=8 arik=106s arina=196 arka=106s arkaSa=6s arkada=6s arkadi=6
arkadus=6x arkadz=6 armen=134 armolaj=396 arnold=406 aroSa=106s arofej=395 aroslav=106 aroslava=234 ars=7s
arsen=7 arsena=7s arseni=7 arsenus=7x arsik=7s arslanbek=433 arsuSa=7s arsuxa=7s artem=8 artemCik=8s artemi=8
artemis=8x artemka=8s artik=8s artur=9 arturCik=9s artura=9 arturik=9s as=106s
asa=164s,170s,173s,261s,282s,323 asat=323 asena=292 aslan=128 aslanbek=434 astap=72x asxad=129 asxat=129
atanasus=10x aub=471 augeni=38x augusta=261x aup=471 avdaka=187 avdoSa=187s avdokim=39 avdota=187 avgen=38
avgena=186 avgeni=38 avgusta=261 avram=360 avxim=42 axad=391 axat=391 axmad=114 axmat=114x axmed=114
axmedik=114s axmet=114 azamat=342 azat=131 azep=49 bagdan=11 bagdana=301 barbara=177x baris=12 basil=17x
baxtar=445 baxter=445 bazil=17s beci=190s bekxan=438 bela=297s,298 bena=18s benamin=18 bert=2s bertik=2s
beslan=424 bina=169s bob=12s boda=11s bodka=11s bogdaSa=11s bogdan=11 bogdana=301 bora=12s boran=12s boris=12
borisik=12s boriska=12s borka=12s branislav=357 bronislav=357 bulat=352 cimafej=87 ciril=50x cixan=89
dZabrajl=443 dZebrajl=443 daSa=183s daSenka=183s daSka=183s daSula=183s daSuna=183s daSuta=183s daman=35
damir=333 dan=34s danCik=34s dana=184 danel=34s danik=34s danil=34 danila=34 danilka=34s danilo=34
danka=34s,184s danuta=302 dara=183 darana=183 darena=183s darik=100s darina=183s daruSka=183s dato=33s
dava=33s david=33 davlet=139 davud=33x dejv=33s dema=35s,394s deman=35 demid=394 den=36s denCik=36s dena=36s
denis=36 denisi=36 denisik=36s deniska=36s devid=33 devik=33s di=184s dilSat=447 dilSed=447 dima=13s,37s
dimas=37s dimiC=37s dimitres=37x dimitri=37 dimka=13s,37s dimon=37s dimula=37s dina=252 dinar=350 dinara=235
dinard=350 dinarka=235s dinka=36s dinoCka=252s dmitri=37 dmitro=37 dodik=33s dron=4s druSa=4s druna=4s
duna=187s dunaSa=187s dunka=187s dusa=187s dzaman=35 dzamid=394 dzanis=36 dzima=37s dzina=252 dzmitri=37
eZen=38s eaCim=385x eakim=385 ean=44,140x,473 eana=191x eane=191x ebragim=118x ed=99s eda=99s ediCka=99s
edik=99s edka=99s eduard=99 edvard=99 efim=42 efimka=42s efrasina=255 efrosina=255 egan=44x egn=44x
egor=28s,40 egorSa=40s egorik=40s egorka=28s,40s egoruSka=40s ekaterina=188 elSan=410 ela=229s,230s,258s,295s
elag=47x elas=47x eldar=100 eldarik=100s eleCka=229s,230s eleanor=229x elen=189x elena=189 elenka=189s
eleonora=229 eli=190s eliSa=397x elina=264 elisabet=190x elisej=397 eliza=190s elizabet=190 elizabeta=190
elizaveta=190 elka=229s,230s elman=411 elmira=230 elsa=258x elvina=331 elvira=230 elvirka=230s elza=258
elzoCka=258s ema=231,265s emanuel=407x emanujl=407 emela=41s emelan=41 emelka=41s emeluSka=41s emi=265s
emil=101 emila=265 emile=101x emili=265x emir=384 emoCka=231s endru=4s enver=132 eric=102x erik=102,402s
ermoSa=396s ermolaj=396 ernest=402 ernestik=402s erofej=395 erofi=395 erzi=104x esa=49s,292s esef=49x
esena=292 esenka=292s esif=49 esip=49 eskender=455 etene=85 eub=471 eudoka=187x eugen=38x eugena=186x
eugene=38x eva=185,295s evdoka=187 evdoki=96 evdokim=39 eve=185x evelina=295 evelinka=295s evfimi=42
evfrosina=255 evgeSa=38s,186s evgen=38 evgena=186 evgeni=38 evstafi=72 faa=251s fadej=347 faeCka=251s
fajna=251 fajnka=251s fana=251s,293s fanil=362 fanis=363 fargad=160x farid=159 farida=320 farux=448
farxad=160 farxat=160 fatima=238 fatma=238x feda=91s fedaSa=91s fedaj=91s fedar=91 fedir=91 fedka=91s
fedoci=477 fedor=91 fedosa=281 fedot=477 fedotka=477s feduSa=91s feduna=91s fekla=487 fekluSka=487s feliks=92
fena=281s,487s feodosa=281 fil=93s fila=92s,93s filip=93 filipe=93x filipka=93s filipok=93s filka=93s
fima=42s,222s fimka=42s fira=277s fisa=263s flor=478 flura=319 foma=97 franc=355 franciSak=355 franciSek=355x
francis=355x francisk=355 franz=355x frol=478 frolka=478s frosa=255s frosina=255 ga=28s gaSa=280s gabrel=26x
gadZi=431 gadZimurad=430 gadZimurat=430 gagik=136 gajdar=414 galCenok=182s gala=182s galina=182 galinka=182s
galka=182s galoCka=182s galuna=182s galusa=182s gamid=372 gamzat=423x gana=173 ganag=173x garasim=379
gardzej=393 gari=137 garik=46s gasan=124 gavrik=26s gavril=26 gavrila=26 gavrilo=26 gavruSa=26s geSa=27s,38s
gejdar=414 gejnriC=29x gela=171s gelen=189x gelena=189x gelene=189x gelka=171s genCik=27s gena=27s,38s,186s
genaSa=27s genadi=27 genadus=27x genadz=27 genka=27s genri=29x genrik=29 genrix=29 genula=27s georg=28x
george=28x,104x georges=28x georgi=28 gera=28s,30s,379s gerasim=379 gergi=28 gerik=30s german=30 gilaren=378x
gina=217s glaSa=277s,483s glafira=277 glafirka=277s gleb=31 glebuSka=31s glib=31 gnat=45 goSa=28s,40s,46s
goSik=28s goSka=40s goga=28s,46s gogi=28s gora=40s gordej=393 gordi=393 gorpina=279 gosa=46s graCa=461
grana=279s grant=461 gregori=32x griSa=32s griSana=32s griSka=32s gric=32s grig=32s grigori=32 grina=32s
grixa=32s gruSa=279s gruna=279s grzegorz=32x gulSat=311 gula=236s gulnar=236 gulnara=236 gulnarka=236s
gulnaz=310 guram=138 guri=388 gusajn=125x gusejn=125 gusta=261s guzel=306 ibragim=118 ibraxim=118 icik=370s
icxak=370 ida=192s,250s,275 idris=472 igar=46 ignaSa=45s ignaSka=45s ignat=45 ignati=45 ignatus=45x igor=46
igoreCek=46s igoreSa=46s igorek=46s igoruSa=46s igoruna=46s ilSat=334 ila=47 ilaren=378 ilas=121 ilaz=121
ildar=120 ildarik=120s ildus=346 ilgam=413x ilgiz=336 ilik=47s ilnur=345 ilona=259 iluSa=47s iluSka=47s
iluna=47s iluxa=47s ilxam=413 ina=194,249s inal=436 inesa=249 inez=249x inga=195 ingoCka=195s inguSa=195s
inok=48s inokenti=48 inula=194s inusa=194s ira=196s,250s,270s irajda=250 irakli=143 irek=341 iren=196s
irena=196s,270 irene=196x iriSa=196s iriSeCka=196s iriSka=196s irik=341 irina=196 irinka=196s iriska=196s
irka=196s iroCka=196s irusa=196s isa=420 isaa=94 isaag=94x isabela=297x isaj=94 isak=370 iskander=0 islam=422
islambek=444 ismajl=119 israel=480x ivan=44 ivane=44 ivanko=44s ivanuSka=44s iveta=299 ivete=299x
iza=297s,370s,475s,480s izabela=297 izabelka=297s izaslav=475 izka=480s izmajl=119 izrajl=480 kacarina=188
kada=6s kamil=122 kamila=243 kanstancin=52 kapa=260s kapitalina=260 kapitolina=260 kara=197s karen=458
kariSa=197s karim=123 karina=197 karinka=197s kasimir=339x kata=188s katarina=188 kate=188sx katena=188s
katenka=188s katerina=188 katerine=188x katka=188s katrin=188s katrusa=188s katuSa=188s katusa=188s
katuxa=188s kazbek=144 kazim=408 kazimerz=339x kazimir=339 keSa=48s keSka=48s kenti=48s ket=188s ketrin=188s
kim=373 kira=198 kirik=50s kiril=50 kirila=50 kirilo=50 kirka=50s kiruSa=50s kiruSka=50s kiruna=50s
kiruxa=50s kiti=188s klaSa=245s klara=257 klaroCka=257s klauda=245x klava=245s klavda=245 klavdza=245
klavka=245s klavoCka=245s klavusa=245s klement=51x klim=51 kliment=51 koka=52s kola=70s kolan=70s kolka=70s
koluSa=70s koluna=70s koluxa=70s konstanti=52x konstantin=52 konstantine=52 kosmas=53x kosta=52s kostaSa=52s
kostan=52s kostantin=52 kostik=52s kostuSa=52s kostuna=52s kota=52s kozma=53 kris=199s kriscina=199
krista=199s kristi=199s kristina=199 kristinka=199s kristuSa=199s ksana=200s ksena=200 ksuSa=200s ksuSka=200s
ksuna=200s ksuta=200s ksuxa=200s kurban=432 kuza=53s kuzema=53s kuzka=53s kuzma=53 kvrban=432x la=273
ladik=22s ladimir=21s ladislaus=22x lajla=237 lajsan=321 lala=214s lana=300 lanka=221s lanoCka=221s
lara=201s,378s laren=378 larisa=201 lariska=201s larka=201s laroCka=201s larusa=201s laurence=54x lavr=54s
lavrenti=54 lavrik=54s lavruSa=54s laza=387s lazar=387 lazarus=387x lazik=387s leCi=440 leSa=1s leSik=1s
leSka=1s leag=273x leakadza=305 leanid=56 lega=71s lejla=237 lejloCka=237s lejsan=321 leka=1s lela=189s,214s
lelik=71s lenCik=56s lena=56s,57s,165s,189s,482s,485s leneCka=56s lenik=56s lenka=56s,189s lenoCka=189s
lenok=189s lenuSka=56s lenula=189s lenur=453 lenusa=189s leo=55x,56s leokada=305 leon=55,57s leonid=56
leonidas=56x leonti=57 leontus=57x lera=15s,176s lerka=176s leroSa=176s les=0s lesa=164s,213 lesik=0s lev=55
levCik=55s leva=55s levan=464 levik=55s levka=55s levon=464 levuSka=55s lexa=1s lida=202 lidka=202s
lidoCka=202s liduSa=202s liduna=202s lidusa=202s lidza=202 lila=203 lilana=203 lileCka=203s lilea=203
lilek=203s lili=203x lilka=203s lina=166s,171s,215s,295s,486s lipa=285s lisa=283s liza=190s lizaveta=190
lizeta=190s lizka=190s lizok=190s lizonka=190s lora=201s loroCka=201s luSa=47s luba=204s lubaSa=204s
lubana=204s lubasa=204s lubava=204 lubov=204 lubuSa=204s lubuna=204s luda=205s ludaSa=205s ludmila=205
ludok=205s lujsa=272x lujse=272x lujza=272 luka=58 lukaS=58 lukaSa=58s lukaSka=58s lukan=58 lukas=58x
luke=58x lusa=205s lusena=205s lusik=205s maSa=209s,271s maSenka=209s maSuta=209s maSutka=209s maa=206
macvej=64 madina=244 madinat=329 maeCka=206s maga=115s magamed=115 magmud=389x mago=115s magomed=115
magomedali=425 magomedik=115s magomet=115 majka=206s majkl=67s majsej=364 maka=59s makar=59 makares=59x
makari=59 makarka=59s makaruSka=59s maks=60s maksik=60s maksim=60 maksimCik=60s maksime=60x maksimilan=60
maksimka=60s maksimuSka=60s maksimus=60x makson=60s maksuSa=60s mamut=389 mana=209s manaSa=209s mansur=145
mara=209 maraSa=209s maram=326 maran=367 marana=271,484 marane=271x maranka=271s,484s marat=61 maratik=61s
marcel=146x marcin=63 mare=209x marfa=256 marfuSa=256s marfuta=256s marga=207s margaret=207x margarita=207
margo=207s margoSa=207s mari=209x mariSa=208s,209s mariSka=208s marik=62s marika=209s marina=208 marine=208s
marinka=208s marinoCka=208s mark=62 marko=62 markuSa=62s markus=62x mars=375 marsel=146 marta=256 martin=63
marusa=209s maruska=209s marxva=256 matas=64x matev=64x matfej=64 matreSa=254s matrena=254 matrenka=254s
matrona=254 matruna=254 matuSa=64s matuSka=64s matuxa=64s matvej=64 matvejka=64s matveuSka=64s matvi=64
mauSa=206s maxmud=389 maxmut=389 meCislav=366 merem=326 meri=209s miCael=67x miCel=67x miSa=67s miSana=67s
miSel=67s miSiko=67s miSka=67s miSuk=67s miSunka=67s miSutka=67s migajl=67x mika=67s mikalaj=70 mike=67sx
mikita=69 mikola=70 mikolaj=70 mila=205s,265s,291s,485s milana=291 milanka=291s milena=485 miloCka=205s
miloS=95 milos=95x mira=288s miraslav=66 miraslava=288 mirek=66s mirka=288s miroSa=65s miron=65 mirona=65s
miroslav=66 miroslava=288 miroxa=65s mita=37s mitaj=37s mitek=37s mitka=37s mitrafan=338 mitrofan=338
mituSa=37s mixa=67s mixajl=67 mixajlo=67 mixal=67 mixas=67 mixejl=67 modest=68 mogamed=115x mojSa=364s
mojSe=364 mojsej=364 mona=364s,400s mosa=364s moses=364x mota=64s,254s motka=64s motra=254 moxamed=115
mscislav=474 mstiSa=474s mstislav=474 mugamad=115x mula=399s murad=116 murat=116 musa=421 muse=287x
museCka=209s muslim=117 muxamad=115 muxamed=115 muza=287 mxal=67 nada=210 nadeZda=210 nadejka=210s
nadenka=210s nadin=210s naduSa=210s naduxa=210s nadzeZda=210 nadzea=210 nagum=383x najl=147 najla=312
najle=312 najlka=147s nara=236s nariman=451 nasta=170s nastasa=170 nastena=170s nastenka=170s nastuSa=170s
nastusa=170s nastuxa=170s nata=211s nataSa=211s nataSka=211s natala=211 natale=211x natali=211s natalka=211s
natka=211s natola=3s natula=211s natulka=211s natusa=211s naum=383 navum=383 nazar=392 nazarik=392s
nazarka=392s nela=253,267s neleCka=253s neli=253 nelka=253s neloCka=253s nestar=398 nestor=398 niCelas=70x
niCipor=349 nik=69s,70s nika=179s,180s nikifar=349 nikifor=349 nikita=69 nikitas=69x nikitka=69s nikiton=69s
nikitos=69s nikituSka=69s nikola=70s nikolaSa=70s nikolaj=70 nikolas=70 nikolaus=70x nikolenka=70s
nikolka=70s nikolo=70 nikoloz=70 nina=212,267s ninel=267 ninoCka=212s ninok=212s ninula=212s ninusa=212s
nizami=416 nodar=465 nona=269 nonoCka=269s nora=229s nuSa=173s nuSka=173s nura=173s nurka=173s nurlan=148
nurmagomed=429 nusa=173s nuta=173s oksana=200 oktabrina=286 olCa=214s ola=214s oleZa=71s oleZek=71s
oleZenka=71s oleZka=71s oleg=71 oleguSka=71s oleksa=1s oleksandr=0 oleksandra=164 oleksi=1 olena=165,189
olenka=214s oles=0s olesa=213 olga=214 olguSa=214s olguna=214s olimpada=285 olka=214s oluSa=214s oluSka=214s
oluna=214s omar=149 omelan=41 ondrej=4 onisa=276 opanas=10 orina=196 osa=49s osip=49 osman=150 ostap=72
otar=466 paSa=73s,247s,284s paSka=73s paSko=73s paSuna=73s palaSa=246s palagea=246 palina=215 pana=247s
panas=10 pancelajmon=371 pantelej=371 pantelejmon=371 pantuSa=371s paraSa=247s parana=247s paraska=247
paraskeva=247 paraskova=247 patimat=238 patro=74 paul=73 paulina=284x pauline=215x paval=73 pavel=73 pavle=73
pavlik=73s pavlina=284 pavlo=73 pavluSa=73s pavluSka=73s pavluxa=73s paxa=73s pelaga=246 pelagea=246
pelageuSka=246s per=74s pere=74x peta=74s peter=74x petka=74s petr=74 petre=74 petrik=74s petro=74
petruSa=74s petruna=74s petrus=74s petruxa=74s petuSa=74s petuna=74s pilip=93 plato=75x platoSa=75s platon=75
platona=75s pol=73s pola=215s,246s,284s polenka=215s polina=215 polinka=215s poluSa=246s poluSka=215s
potana=476s potap=476 potapka=476s prakop=348 praskova=247 proSa=76s proSka=76s prokip=348 prokoSa=348s
prokofi=348 prokopi=348 prona=247s proxor=76 ra=176s raSid=112 raSidka=112s raSik=112s raa=216s,250s
radik=332 radmir=390 radzivon=107 raeCka=216s rafael=152 rafajl=152 rafig=381 rafik=381 rafis=377 rajka=216s
rajl=356 rajs=353 rajsa=216 rajska=216s raman=77 ramazan=113 ramik=151s ramil=151 ramila=322 ramilka=151s
ramzan=113 rascislav=78 rauSa=216s rauf=415 ravSan=412 ravil=153 razala=266 refat=452 regina=217
reginoCka=217s remzi=456 rena=217s renat=111 reuben=463x,481x rezeda=318 rezo=468 riSat=337 rif=361 rifat=452
rigor=32 rim=344 rima=218 rimka=218s rimoCka=218s rimula=218s rina=188s,196s,197s,208s rinat=111 rinatik=111s
rit=207s rita=207s ritula=207s ritusa=207s rob=108s robert=108 roda=107s roden=107 rodik=107s rodka=107s
romCik=77s roma=77s romaSa=77s romaSka=77s romajn=77x roman=77 romaxa=77s romik=77s romka=77s romuald=382
rona=179s rosa=219x rosala=266x rose=219x rosta=78s rostik=78s rostislav=78 rovSan=412 roza=219,266s
rozala=266 ruben=463 rudik=109s rudolf=109 rufat=154 rufina=314 rus=79s rusa=79s rusik=79s ruslan=79
ruslanCik=79s ruslana=220 ruslanik=79s ruslanka=79s rustam=110 rustamCik=110s rustem=110 rustik=110s
ruva=481s ruven=481 ruvim=481 ruvin=481 saSa=0s,164s saSek=0s saSenka=164s saSka=0s saSko=0s saed=155x
safa=223 sajd=155 sajfula=428 sajfulax=428 salamon=400 salavat=156 samen=82 samir=418 samuel=399x samujl=399
samusa=399s samvel=462 sana=0s,164s,200s sandra=164s sanek=0s sanka=0s sargej=83 sava=80 saveli=80 savka=80
savuSka=80s scapan=85 scepanida=278 sejd=155 sejran=457 sejtmamut=457 sem=399s sema=82s,399s semen=82
semenka=82s semik=82s semuSka=82s sena=7s,82s,292s senka=7s,82s serZ=83s serafim=343 serafima=222
serafimka=222s sereZa=83s sereZik=83s serega=83s serena=83s serge=83x sergej=83 sergejka=83s sergi=83
sergo=83s serguSa=83s serguna=83s sergus=83x seri=83s serun=83s server=454 seva=24s sevik=24s sevil=330
sevula=24s sima=222s simeon=82 simoCka=222s simon=82x skandar=0
slava=22s,25s,66s,78s,81s,84s,106s,234s,262s,288s,289s,357s,474s,475s slavan=25s
slavik=25s,78s,81s,84s,106s,474s slavka=25s,234s slavon=25s slavuna=234s snaZana=224 sneZa=224s sneZana=224
sneZanka=224s sneZka=224s sniZana=224 sofa=223 sofe=223x sofi=223s sofika=223s sofoCka=223s sol=400s
sola=400s solejman=157x solik=400s solomon=400 sona=223s soneCka=223s srulik=480s stanik=84s stanislas=84x
stanislav=84 stanislava=262 stas=84s stasa=84s,170s,262s stasan=84s stasik=84s staska=170s,262s stason=84s
stax=84s steSa=85s,278s,293s stefa=293s stefan=85 stefana=293 stefane=293x stefanida=278 stefen=85x
stefka=293s stepa=85s stepaSa=85s stepaSka=85s stepan=85 stepana=85s stepanida=278 stepka=85s stepuSka=85s
steven=85x sulejman=157 svat=81s svataslav=81 svatik=81s svatlana=221 svatoslav=81 sveta=221s svetik=221s
svetka=221s svetlana=221 svetlanka=221s svetula=221s svetusa=221s svitlana=221 taSa=211s taa=225s tacana=227
tadej=347 tadeuS=347 tadeus=347x tadevuS=347 taeCka=225s tagir=158 tagirCik=158s tajka=225s tajsa=225
tajska=225s tala=211s talgad=380 talgat=380 talik=20s tamaS=97 tamar=226x tamara=226 tamarka=226s
tamerlan=435 tamriko=226s tamusa=226s tanCik=227s tana=227s taneCka=227s tanka=227s tanuSa=227s tanuSka=227s
taras=86 tarasi=86 tarasik=86s taraska=86s tasa=170s,225s taska=170s tata=211s,227s tatana=227 tatanka=227s
tatka=227s tauSa=225s taxir=158 tejmur=88 tekla=487 tema=8s temiC=8s temik=8s temka=8s temur=88 tengiz=469
teodor=91 teodore=91x teresa=304 tereza=304 tetana=227 tiCen=89x tiSa=89s tiSka=89s tigran=459 tim=87s,88s
tima=87s,88s timka=87s,88s timoSa=87s timoSka=87s timofej=87 timofejka=87s timofi=87 timona=87s timote=87x
timoti=87x timoxa=87s timur=88 timurCik=88s timurik=88s tina=175s,199s,248s tixon=89 tixona=89s toSa=5s,75s
todosa=281 tola=3s tolan=3s tolik=3s tolka=3s toma=226s tomas=97x tomusa=226s tona=174s,260s,274s
toneCka=174s toni=5sx tonik=5s tonuSa=174s tori=180s tosa=174s toska=174s toxa=5s traxim=90 troSa=90s
troSka=90s trofim=90 trofimka=90s trona=90s tural=417 tusa=211s ujlam=403 ulCa=232s ulCik=232s ula=232
ulaSa=228s,232s uladzimir=21 uladzislav=22 uladzislava=289 ulan=401 ulana=228 ulanka=228s ule=232x ulek=232s
ulenka=232s uli=103 ulik=401s ulka=228s,232s ulugbek=450 ulus=103x umar=149 unus=163 urCa=104s urCik=104s
ura=104 uraSa=104s urana=104s uras=104s urec=104s uri=104 urik=104s urka=104s urok=104s usef=163x usevalad=24
usman=150 usta=294s ustina=294 usuf=163 usup=163 uxim=42 vaCa=25s vaCaslav=25 vaCeslav=25 vaCik=25s
vaclav=359 vada=13s vadik=13s vadim=13 vadka=13s vaduSa=13s vadzim=13 vagan=460 vagif=409 vagn=460
vaklav=25x,359x vala=14s,175s,176s valancin=14 valancina=175 valaran=16 valdemar=21x valek=14s,15s
valentin=14 valentina=175 valentine=14x valentinka=14s valer=15 valera=15,16s,176 valeran=16 valeri=15
valerik=15s valerka=15s valik=14s valka=14s valter=404 valuSa=14s,175s valuna=175s valuxa=175s vana=44s
vanda=268 vaneCka=44s vanek=44s vanka=44s vanuSa=44s vanuSka=44s vanuxa=44s vara=177s varenka=177s varka=177s
varuSa=177s varuxa=177s varvara=177 vasa=17s,283s vasan=17s vasek=17s vasena=283s vasil=17 vasilek=17s
vasili=17 vasilisa=283 vasiliska=283s vaska=17s vava=177s vaxtang=467 vela=181s velet=181x veleta=181
veloCka=181s vena=18s venamin=18 vener=351 venera=317 venik=18s venka=18s venus=317x vera=178,179s
veranika=179 verka=178s veroCka=178s verona=179s veroniCka=179s veronika=179 veruSa=178s veruna=178s
verunka=178s verusa=178s veta=190s vetoCka=181s vic=19sx vika=180s vikenci=365 vikenti=365 viktar=19
viktoSa=180s viktor=19 viktora=180 viktorka=180s vikuSa=180s vikusa=180s vilam=403 vilen=479 vilgelm=405
vilka=479s vincent=365 vira=178,230s visxan=439 vita=19s,20s,180s vital=20 vitala=20s vitali=20 vitalik=20s
vitalka=20s vitalus=20x vitan=19s vitas=19s,20s vitek=19s,20s vitka=19s,20s vituSa=19s vituxa=19s
vlad=21s,22s,23s vlada=22s,289s,482s vladik=22s vladimir=21 vladislav=22 vladislava=22,289 vladka=22s
vladlen=23 vladlena=482 vladuSa=22s vola=24s volga=214 voloda=21s volodimir=21 volodka=21s vovCik=21s
vova=21s vovan=21s vovik=21s vovka=21s vovuna=21s vsevolod=24 vugar=419 xadZi=431 xadZimurad=430
xadZimurat=430 xada=325x xadiZa=325 xadiZat=325 xadidZa=325 xaled=161 xalid=161 xamid=372 xamit=372 xamza=423
xamzat=423 xariton=98 xasan=124 xatidZe=325 xejdar=414 xenrik=29 xoma=97 xristina=199 xusejn=125 xvedar=91
zaCari=43x zajnab=327 zajnap=327 zarina=241 zaur=141 zaxar=43 zaxari=43 zaxarik=43s zaxarka=43s zaxaruSka=43s
zejnab=327 zejnep=327 zelimxan=442 zema=315s zemfira=315 zenovi=376 zina=192s,376s zinajda=192 zinka=192s
zinoCka=192s zinov=376 zinovi=376 zinuSa=192s zinula=192s zlata=290 zlatka=290s zlatoCka=290s zmicer=37
zoa=193 zoe=193x zoeCka=193s zoenka=193s zojka=193s zufar=368 zula=309s zulfa=309 zurab=142 zuxra=242
"""
