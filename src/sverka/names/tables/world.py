"""Name parts that are common outside Eastern Europe: how much agreeing on one weighs, in bits.

Rough classes by order of magnitude (3: one man in ten where it is used; 7: one in a hundred and thirty).
Source: written for Sverka from general knowledge of Arabic, Persian, South Asian, Spanish, Chinese, Korean,
African and Turkic naming. It serves only to keep a shared Mohammed or Garcia from counting as rare.
"""

from __future__ import annotations

# Of Arabic, Persian and South Asian naming; they also tell that a name is of that naming (`names.arabic`).
MUSLIM: dict[int, str] = {
    3: "mohammed mohamed muhammad mohammad ali abu abou abdul abd abdel abdullah ahmad ahmed umm",
    4: "hassan hasan hussein hussain hossein husayn omar umar said saeed khalid khaled ibrahim mahmoud "
       "mahmud mustafa khan shah sayed sayyid seyed syed haji mullah maulavi mawlawi shaykh sheikh amir "
       "hamid abdallah abdelkader",
    5: "salah saleh salim salem samir karim rahim rahman abdulrahman abdurrahman aziz abdulaziz hakim latif "
       "malik nasser nasir nasr yusuf yousef yusif ismail khalil jamal djamal djamel kamal kamel tariq tarek "
       "walid faisal faysal majid rashid rachid reza hamed hamad hamza osama usama bilal younes yunus yasin "
       "yasser yassin zaid zayd haidar haydar jafar jaafar mehdi mahdi musa moussa moosa issa isa adam noor "
       "nur nour din uddin ullah allah taha zakaria daoud dawood sulaiman suleiman soleiman mansour mansur "
       "mokhtar mukhtar murad mourad adil adel",
    6: "abbas aboud ammar anwar asad assad aqil ata awad badr bashir basim farid farouk faruq fadil fadel "
       "fares faris fouad fuad ghulam habib haddad haq halim hani harun haroun hashim hashem hilal ihsan "
       "imad iqbal javed jabir jaber jalal jamil jawad kazem kazim mahdi mahir maher mubarak munir naji "
       "najib nabil nadir nawaz nazir omran qadir qasim qassem kassem rafiq ramadan riad riyad sabir sadiq "
       "safar saif sayf salman sami shafiq sharif sultan talal tahir wahid yahya yaqub yaqoob zahir zaki zia "
       "ziyad ziad karimi ahmadi mohammadi hosseini rezaei moradi jafari hussaini masri iraqi tikriti libi "
       "shami tunisi jaziri maghribi kurdi ansari qurashi husayni",
}
OTHERS: dict[int, str] = {
    4: "pak ri kim li wang zhang liu chen lee park choi jose juan maria luis carlos garcia lopez gonzalez rodriguez "
       "martinez hernandez perez sanchez ramirez torres nguyen tran yang wu zhao zhou",
    5: "choe hwang kwon paek rim cho ko sim won mun no sin so yu ryu ro ha hong hyon kil om chu "
       "antonio francisco manuel jesus miguel angel pedro pablo alejandro jorge fernando rafael ricardo "
       "roberto eduardo javier david daniel diego alberto ramon enrique gomez diaz cruz flores reyes morales "
       "ortiz gutierrez ramos ruiz alvarez castillo jimenez moreno romero vargas castro rojas mendoza "
       "herrera medina aguilar vega rivera silva santos huang xu sun zhu lin guo ma he hu luo gao zheng "
       "liang tang jung jong kang cho yun chong sung chol song hyok myong nam han yong kwang jean pierre "
       "joseph paul peter john james robert michael george thomas charles william henry martin moses samuel "
       "emmanuel",
}
COMMON = {bits: f"{MUSLIM.get(bits, '')} {OTHERS.get(bits, '')}" for bits in range(3, 7)}
# Of the first naming, not to be looked for in Slavic names; a word weighs `RARER_BITS`.
MUSLIM_RARER = (
    "rehman zahid zahed arif aref asif atif ayman anas awwad azhar aziza baqir bakr bakri burhan dawud "
    "ehsan faraj farhan fathi fatima ghani ghafar ghazi hadi hafiz hafez haroon hazem hikmat hisham idris "
    "ilyas imran ishaq jabbar javad kabir kader khalifa latifi luqman madani mahamat mahmoudi marwan "
    "marzouq masood masoud massoud mazen muhsin mohsen morteza murtada mujahid nadim naeem naim nizar "
    "nouri noori usman othman uthman qari qais qays razaq razzaq razak raouf riaz rida ridha saadi sabri "
    "saddam sajjad salam sattar satar shakir shakur shahid shams siraj suhail tahseen tawfiq taufik tayeb "
    "wali wasim wael yaser yazid yazdi zaher zayn zain zuhair abadi afghani akhtar akhund asghar ashraf "
    "aslam ayub ayoub azam azim bakhtiar basit basir bechir khalaf kassim mahamud mohamud hersi abdi "
    "farah warsame jama rasul rasool rauf qudus quddus saboor wahab wakil noorzai akhundzada haqqani "
    "haqani hanafi husseini hasani alavi mousavi musavi rahimi rahmani sharifi hashemi hashimi kazemi "
    "sadeghi heidari ebrahimi amiri naseri najafi jalali tehrani shirazi isfahani khorasani baghdadi "
    "sahrawi sahraoui jabouri juburi dulaymi rawi zahrani ghamdi qahtani otaibi utaybi harbi shehri "
    "dosari mutairi yemeni najdi shishani filistini lubnani suri muhajir souleymane souleyman ould sidi "
    "fazl fazal abdoulaye ousmane oumar")
# The same of the others. Rather too many than too few.
OTHERS_RARER = (
    "farhad ismael jan khoury maan mirza muslim nazar osman raza rostam saad safi samad samer shaker zein "
    "aden adan akbar alam amin amine arafat azmi gul dost jaan sardar sarwar sher sabur yar zaman zadran "
    "ani saudi turki armando arturo ernesto gustavo guillermo hector hugo ignacio jaime julio leonardo "
    "lorenzo marco marcos mario mauricio nelson nicolas oscar orlando raul rodolfo rodrigo salvador "
    "sergio victor vicente alfredo alonso andres aurelio cesar claudia adriana alicia ana beatriz carmen "
    "elena gloria guadalupe isabel laura leticia margarita marta martha patricia rosa sandra silvia "
    "teresa veronica edgar emilio felipe felix gabriel gerardo gilberto gonzalo ivan israel joaquin "
    "oswaldo rene ruben saul tomas ulises wilson abel adrian alvaro benjamin bernardo cristian dario "
    "edison acosta aguirre alvarado arellano avila barrera beltran benitez cabrera calderon camacho "
    "campos cano cardenas carrillo cervantes contreras cordero cortes cortez delgado dominguez escobar "
    "espinosa espinoza estrada fernandez figueroa franco fuentes galindo gallegos garza guerra guerrero "
    "guzman ibarra juarez lara leon lozano luna maldonado marin marquez mejia mendez meza miranda molina "
    "montoya munoz murillo navarro nunez ochoa orozco ortega osorio padilla palacios paredes pena pineda "
    "quintero rangel rios rincon robles rosales rosario rubio salas salazar salinas serrano sierra solis "
    "soto suarez tapia trujillo valdez valencia valenzuela vasquez vazquez velasco velazquez velez vera "
    "villa villarreal zamora zapata zavala zuniga amadou boubacar ibrahima mamadou seydou diallo traore "
    "keita coulibaly toure camara barry kone diarra sow cisse jacques francois michel andre claude "
    "philippe antoine alain bernard christian denis eric eugene felicien innocent justin laurent louis "
    "lucien marcel olivier patrice patrick raymond sylvestre theophile vincent aloys anthony brian "
    "christopher donald edward francis frank frederick gerald gregory jack jason jeffrey jonathan kenneth "
    "kevin larry mark matthew nicholas philip richard ronald scott simon stephen steven timothy tony "
    "walter alexander andrew isaac joshua jeremiah solomon sunday okello ochieng otieno smith johnson "
    "brown jones miller davis taylor anderson williams moore jackson white harris mehmet ahmet huseyin "
    "murat emre yilmaz kaya demir celik sahin yildiz aung maung myint htun soe win thein min thu zaw tun "
    "hla oo than kyaw swe nyunt khin wai cheung wong chan chow leung lam lau ng kwok fung yip tsang yuen "
    "hui mak tam tse chiu kai kin ming wei jun jie hua hai ping guang jian jing feng fang yan yi xiao xin "
    "xiang zhi hyun jin jae seung joon soo chang chun hak ik kun kuk kyong kyu ok pom pong pyong sang sok "
    "su thae tok tong tu un ung uk yol il hyong san hun hwa hwan hyang jang jon ju")
RARER_BITS = 6
# Come and go before a name; no part of it.
TITLES = (
    "mullah mulla mola molah mulah maulavi mawlawi maulawi molvi moulvi maulana mawlana shaykh sheikh "
    "sheik shaikh shekh cheikh haji hajji haj hajj alhaj alhaji hadji qari qazi mufti ustad ustaz ustadh "
    "imam ayatollah hojjatoleslam general gen brigadier brig major maj colonel col captain capt commander "
    "lieutenant lt sergeant sgt admiral marshal doctor dr engineer eng prof professor mr mrs ms sir jr sr "
    "ii iii comandante dit alias ould wuld bint binti ibn bin ben")
# Parts of a name that come and go.
HONORIFICS = (
    "khan jan jaan agha aqa akhund akhundzada sayed sayid sayyid sayyed seyed seyyed syed sahib saheb "
    "begum hafiz sardar")
# Surnames of Korea and China in their usual romanisations.
ASIAN_SURNAMES = (
    "kim ri li yi lee rhee pak park bak choe choi jong chong jung chung cho jo kang yun yoon chang jang "
    "rim im lim han sin shin so seo suh kwon kwun hwang an ahn song hong ryu yu yoo chon jon jeon ko koh "
    "mun moon son yang pae bae paek baek ho heo nam sim no ro roh ha kwak sung chu ju u woo min ra na "
    "chin jin om won chae chi o oh hyon kil pang bang pyon hyong to do tok wang zhang liu chen huang zhao "
    "wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang feng deng cao peng zeng xiao tian "
    "dong pan yuan cai jiang du ye cheng wei su lu ding ren lo shen yao cui zhong tan shi jia fan shao "
    "xia fu zou xiong bai meng qin qiu hou yan xue lei hao long duan mao tsang chan wong cheung chow "
    "leung hui kwok tse lau lam chiu hsu tsai tseng kuo")
