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
