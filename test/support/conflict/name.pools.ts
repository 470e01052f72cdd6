/**
 * Names in the ways in which they reach the desk: one row is one name, its first spelling the one on the passport. Not
 * taken from the program: these are spellings as they occur, the program's rules have to find their way in them.
 */
export interface NamePool {
  readonly language: string;
  readonly women: readonly (readonly string[])[];
  readonly men: readonly (readonly string[])[];
  /** `woman|man` when the ending tells the sex. */
  readonly families: readonly (readonly string[])[];
}

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s*\/\s*/));

/** The names that weights and thresholds were set with. */
export const TUNING_POOLS: readonly NamePool[] = [
  {
    language: 'nl',
    women: rows(`Johanna / Anneke / Hanneke
      Elisabeth / Elizabeth / Els / Lisa
      Sanne
      Margaretha / Greet / Margriet
      Femke / Femke
      Catharina / Katharina / Trijn`),
    men: rows(`Johannes / Jan / Hans
      Cornelis / Kees / Cees
      Daan
      Thijs / Tijs
      Willem / Wim
      Sjoerd`),
    families: rows(`de Vries / Vries / Devries / de vries
      van den Berg / v.d. Berg / van de Berg / Vandenberg / Berg
      Jansen / Janssen
      van der Meer / vd Meer / v.d. Meer / Vandermeer
      ten Have / Tenhave
      Hoekstra
      Meijer / Meyer / Meijer
      't Hart / Hart / 't Hart
      van 't Hof / van t Hof / van het Hof`),
  },
  {
    language: 'ar',
    women: rows(`Fatima / فاطمة / Fatma / Fatimah
      Khadija / خديجة / Khadidja / Kadija / Khadijah
      Aïcha / عائشة / Aisha / Aicha / Ayesha
      Zaynab / زينب / Zineb / Zeinab
      Naima / نعيمة / Naïma / Naeema`),
    men: rows(`Mohammed / محمد / Mohamed / Muhammad / Mohamad
      Youssef / يوسف / Yousef / Joessef / Yusuf / Youcef
      Abderrahman / عبد الرحمن / Abdelrahman / Abdul Rahman / Abd al-Rahman
      Khalid / خالد / Khaled / Chalid
      Rachid / رشيد / Rashid / Rasheed`),
    families: rows(`El Amrani / العمراني / Elamrani / Al-Amrani / Amrani
      Bouzid / بوزيد / Boezid / Buzid / Bou Zid
      Benali / بن علي / Ben Ali / Bin Ali
      El Idrissi / الإدريسي / Idrissi / Al Idrisi / Elidrissi
      Chaoui / الشاوي / Chaoui / El Chaoui / Echaoui
      Haddad / حداد / Hadad / Al-Haddad`),
  },
  {
    language: 'sl',
    women: rows(`Yuliya / Юлия / Joelia / Iuliia / Julia
      Ekaterina / Екатерина / Jekaterina / Katya / Yekaterina
      Natalia / Наталья / Natalya / Natalja
      Oksana / Оксана / Oxana`),
    men: rows(`Sergei / Сергей / Sergey / Sergej
      Aleksandr / Александр / Alexander / Alexandr
      Mikhail / Михаил / Michail / Mikhael
      Yevgeny / Евгений / Evgeni / Jevgeni / Evgeny`),
    families:
      rows(`Shcherbakova|Shcherbakov / Щербакова|Щербаков / Sjtsjerbakova|Sjtsjerbakov / Shcherbakov|Shcherbakov
      Shevchenko / Шевченко / Sjevtsjenko / Schewtschenko / Szewczenko
      Volkova|Volkov / Волкова|Волков / Wolkowa|Wolkow / Volkoff|Volkoff
      Kowalska|Kowalski / Kowalskaja|Kowalski / Kowalski|Kowalski / Kovalska|Kovalski
      Żółkiewska|Żółkiewski / Zolkiewska|Zolkiewski / Zolkiewski|Zolkiewski
      Nováková|Novák / Novakova|Novak / Novak|Novak`),
  },
  {
    language: 'tr-gr-es',
    women: rows(`Ayşe / Ayse / Aysse
      Gülşen / Gulsen / Guelsen / Gulshen
      Christina / Χριστίνα / Khristina / Kristina
      María / Maria
      Guadalupe / Lupe`),
    men: rows(`Şükrü / Sukru / Shukru / Sükrü
      Çağlar / Caglar / Chaglar
      Georgios / Γιώργος / Giorgos / Yorgos / Georgios
      José / Jose / Pepe
      Konstantinos / Κωνσταντίνος / Kostas / Constantinos`),
    families: rows(`Yıldırım / Yildirim
      Öztürk / Ozturk / Oeztuerk
      Papadopoulou|Papadopoulos / Παπαδοπούλου|Παπαδόπουλος / Papadopulu|Papadopulos / Papadopoulos|Papadopoulos
      Núñez Ortega / Nunez / Nuñez Ortega / Nunez-Ortega
      García Lorca / Garcia / Garcia Lorca
      Doğan / Dogan / Doghan`),
  },
  {
    language: 'nl',
    women: rows(`Wilhelmina / Willemijn / Mien
      Maria / Marieke / Mieke
      Lotte
      Geertje / Geertie
      Annelies / Annelies
      Sofie / Sophie`),
    men: rows(`Hendrik / Henk / Hein
      Petrus / Piet / Pieter
      Bastiaan / Bas
      Gijsbert / Gijs
      Lodewijk / Lodewyk
      Jeroen`),
    families: rows(`van Dijk / van Dyk / Vandijk / Dijk
      de Groot / Groot / Degroot
      van der Heijden / v.d. Heijden / van der Heyden / vd Heijden
      Bruijn / Bruyn / Bruin
      Schouten / Schoute
      ter Horst / Terhorst / Horst
      van 't Veld / van het Veld / van t Veld
      Kuipers / Kuypers
      Schröder / Schroeder / Schroder`),
  },
  {
    language: 'ar',
    women: rows(`Samira / سميرة / Sameera / Samirah
      Malika / مليكة / Malikah / Maleka
      Hanan / حنان / Hanane / Hannan
      Yasmina / ياسمينة / Jasmina / Yassmina
      Najat / نجاة / Nadjat / Najaat`),
    men: rows(`Ibrahim / إبراهيم / Ebrahim / Ibraheem / Brahim
      Mustafa / مصطفى / Mostafa / Moustapha / Mustapha
      Abdelkader / عبد القادر / Abdelkadir / Abd el Kader / Abdul Qader
      Hicham / هشام / Hisham / Hisjam
      Soufiane / سفيان / Sufyan / Sofian / Soufyan`),
    families: rows(`El Yaakoubi / اليعقوبي / Elyaakoubi / El Jakoebi / Yacoubi
      Benjelloun / بنجلون / Ben Jelloun / Bin Jallun
      Boukhari / بخاري / Bukhari / Boechari / El Boukhari
      Mansouri / المنصوري / Al Mansuri / El Mansouri
      Touzani / التوزاني / Toezani / Touzani
      Qasim / قاسم / Kassem / Kasim / Qassem`),
  },
  {
    language: 'sl',
    women: rows(`Svetlana / Светлана / Swetlana
      Tatiana / Татьяна / Tatjana / Tatyana
      Lyudmila / Людмила / Ljoedmila / Ludmila
      Agnieszka / Agnieshka`),
    men: rows(`Dmitry / Дмитрий / Dmitri / Dmitrij
      Vladimir / Владимир / Wladimir
      Andriy / Андрій / Andrii / Andrei
      Grzegorz / Gzregorz / Grzegoz`),
    families: rows(`Zhukova|Zhukov / Жукова|Жуков / Zjoekova|Zjoekov / Zhukov|Zhukov
      Tkachenko / Ткаченко / Tkatsjenko / Tkatschenko
      Morozova|Morozov / Морозова|Морозов / Morosowa|Morosow
      Lewandowska|Lewandowski / Lewandowski|Lewandowski / Levandovska|Levandovski
      Dvořáková|Dvořák / Dvorakova|Dvorak / Dvorak|Dvorak
      Bondarenko / Бондаренко`),
  },
  {
    language: 'tr-gr-es',
    women: rows(`Gülbahar / Gulbahar / Guelbahar
      Özlem / Ozlem / Oezlem
      Eleni / Ελένη / Elleni
      Lucía / Lucia
      Beatriz / Beatris`),
    men: rows(`İbrahim / Ibrahim
      Oğuz / Oguz / Oghuz
      Nikolaos / Νικόλαος / Nikos / Nicolaos
      Joaquín / Joaquin / Joakin
      Dimitrios / Δημήτριος / Dimitris / Demetrios`),
    families: rows(`Karabulut / Kara Bulut
      Kılıç / Kilic / Kilich
      Konstantinidou|Konstantinidis / Κωνσταντινίδου|Κωνσταντινίδης / Constantinidou|Constantinidis
      Ibáñez Romero / Ibanez / Ibañez Romero
      Jiménez Vega / Jimenez / Jimenez-Vega
      Güneş / Gunes / Guenes`),
  },
];

/** Names that nothing was set with: what these show is what the program does with a family it has never seen. */
export const HOLDOUT_POOLS: readonly NamePool[] = [
  {
    language: 'nl',
    women: rows(`Geertruida / Truus
      Jacqueline / Jaqueline
      Marloes
      Esther / Ester
      Tjitske / Tjietske
      Dorothea / Dorothé / Thea`),
    men: rows(`Leendert / Leen
      Matthijs / Mathijs / Thijs
      Theodorus / Theo
      Jurriaan / Jurjan / Jurrian
      Wouter
      Sybren / Siebren`),
    families: rows(`van der Linden / v.d. Linden / vd Linden / Vanderlinden
      de Bruin / Bruin / Debruin
      Verhoeven / Verhoeve
      van Wijk / van Wyk / Wijk
      op den Kamp / Opdenkamp / Op de Kamp
      van 't Hoff / van het Hoff / Van t Hoff
      Postma
      Scholten / Scholte
      van Eijk / van Eyck / van Eijck`),
  },
  {
    language: 'ar',
    women: rows(`Rachida / رشيدة / Rashida / Rasheeda
      Latifa / لطيفة / Latifah / Lateefa
      Hafsa / حفصة / Hafssa / Hafza
      Nadia / نادية / Nadya / Nadiah
      Karima / كريمة / Kareema / Karimah`),
    men: rows(`Hamza / حمزة / Hamzah / Hamsa
      Tarik / طارق / Tariq / Tarek / Tareq
      Abdelhamid / عبد الحميد / Abdul Hamid / Abd al-Hamid / Abdelhamied
      Jamal / جمال / Djamal / Gamal
      Soulaimane / سليمان / Suleiman / Soleiman / Sulayman`),
    families: rows(`Zerouali / الزروالي / Zeroali / El Zerouali / Ezzerouali
      Benhaddou / بن حدو / Ben Haddou / Bin Haddu
      Ouazzani / الوزاني / Wazzani / El Ouazzani / Ouazani
      Al Khatib / الخطيب / El Khateeb / Alkhatib / Khatib
      Saleh / صالح / Salih / Salah
      El Hajjaji / الحجاجي / Elhajaji / Hajjaji / Hadjadji`),
  },
  {
    language: 'sl',
    women: rows(`Irina / Ирина / Iryna
      Anastasia / Анастасия / Anastasiya / Anastasija
      Kseniya / Ксения / Xenia / Ksenia
      Małgorzata / Malgorzata / Gosia`),
    men: rows(`Nikolai / Николай / Nikolay / Nikolaj
      Yuri / Юрий / Joeri / Yury / Jurij
      Viktor / Виктор / Victor
      Wojciech / Woychiech / Wojtek`),
    families: rows(`Chernova|Chernov / Чернова|Чернов / Tsjernova|Tsjernov / Tschernow|Tschernow
      Melnichenko / Мельниченко / Melnitsjenko / Melnytschenko
      Sokolova|Sokolov / Соколова|Соколов / Sokoloff|Sokoloff / Sokolow|Sokolow
      Wójcik / Wojcik
      Zielińska|Zieliński / Zielinska|Zielinski / Zielinski|Zielinski
      Kravchenko / Кравченко / Krawtschenko / Kravtsjenko`),
  },
  {
    language: 'tr-gr-es',
    women: rows(`Gönül / Gonul / Goenuel
      Şeyma / Seyma / Sheyma
      Athina / Αθηνά / Athena
      Concepción / Concepcion / Concha
      Inés / Ines / Inez`),
    men: rows(`Uğur / Ugur / Ughur
      Hüseyin / Huseyin / Hueseyin / Hussein
      Stavros / Σταύρος / Stauros
      Álvaro / Alvaro
      Christos / Χρήστος / Khristos / Hristos`),
    families: rows(`Çelikkaya / Celikkaya / Chelikkaya
      Erdoğmuş / Erdogmus / Erdoghmush
      Angelopoulou|Angelopoulos / Αγγελοπούλου|Αγγελόπουλος / Angelopulu|Angelopulos
      Vázquez Molina / Vazquez / Vasquez Molina
      Domínguez Prieto / Dominguez / Dominguez-Prieto
      Gündüz / Gunduz / Guenduez`),
  },
];
