/** Words around a name that do not tell people apart; each list says where it comes from. */
interface PartsEntry {
  readonly basis: string;
  readonly words: string;
}

/** Words that many leave out, and that others write as part of the name behind them. */
const PARTICLES = {
  dutch: {
    basis: 'Voorvoegsels of the personal records database (BRP, tabel 36)',
    words: "van de den der ter ten te het op in aan bij onder over tot uit voor vd vder vden 't t 's s d",
  },
  german: { basis: 'German and Austrian civil status', words: 'von vom zu zum zur am im auf' },
  romance: {
    basis: 'French, Spanish, Portuguese and Italian civil status',
    words: 'du des le la les da das do dos e y del della delle di lo los las san',
  },
  arabic: {
    basis: 'Arabic and Berber names: the article, "son of", "daughter of", "father of", "people of"',
    words:
      'al el ul ad ar as at ech es ed er en ben bin ibn bint bent abu abou bou oum umm ould oulad ait ayt bn bnt bu',
  },
} as const satisfies Record<string, PartsEntry>;

const TITLES: PartsEntry = {
  basis: 'Titles of Dutch letters and forms',
  words:
    'dhr mevr mw mr dr drs ing ir prof heer mevrouw meneer mrs ms miss herr frau mme m2 geb gehuwd hajj haji',
};

/**
 * The surnames and given names that say least about who somebody is: a match on one of these counts for less.
 * Written as they sound (see `name.sound.ts`), so that every spelling of Mohammed is the same entry.
 */
const COMMON = {
  dutch: {
    basis:
      'Nederlandse Familienamenbank and Voornamenbank (Meertens Instituut): the most frequent of the country',
    words:
      'jong jansen janssen vries berg bakker dijk visser smit smits meijer boer mulder groot bos vos peters hendriks leeuwen dekker brouwer wit dijkstra graaf ' +
      'jan johannes maria anna piet peter johanna cornelis hendrik willem thomas daan sanne lisa eva sophie mark paul',
  },
  turkish: {
    basis: 'Nüfus idaresi (Türkiye): the most frequent',
    words:
      'yilmaz kaya demir celik sahin yildiz ozturk aydin arslan dogan mehmet mustafa ahmet ali fatma ayse emine',
  },
  arabic: {
    basis: 'Voornamenbank (Meertens Instituut): the most frequent names of Moroccan and Syrian families',
    words:
      'mohamed ahmed ali youssef hassan fatima khadija aicha omar ibrahim said rachid alaoui amrani idrissi bennani',
  },
  slavic: {
    basis: 'Polish PESEL register and Russian civil status: the most frequent',
    words:
      'nowak kowalski wisniewski ivanov smirnov kuznetsov popov novak anna maria olga elena sergei alexander',
  },
  spanish: {
    basis: 'Instituto Nacional de Estadística: the most frequent',
    words:
      'garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez jose maria carmen antonio juan',
  },
} as const satisfies Record<string, PartsEntry>;

/** Short and long forms of one given name, in one row each. */
const SHORT_FORMS: PartsEntry = {
  basis: 'Nederlandse Voornamenbank (Meertens Instituut); house list for other languages',
  words: [
    'johannes jan hans johan',
    'johanna jo anneke hanneke joke',
    'cornelis cees kees cor',
    'hendrik henk hein',
    'willem wim pim',
    'wilhelmina willemijn mien mina',
    'elisabeth elizabeth lisa els betty bep lies',
    'maria marie mieke ria marieke',
    'catharina katharina trijn tineke karin kaat',
    'petrus pieter piet peter',
    'margaretha greet margriet gretha',
    'gerardus gerard gerrit',
    'theodorus theo',
    'antonius anton ton toon',
    'franciscus frans',
    'jacobus jacob jaap koos',
    'alexander aleksandr sasha alex',
    'ekaterina katja katya jekaterina',
    'mikhail mikhael misha michael',
    'elena jelena yelena lena helena',
    'francisco paco',
    'jose pepe',
    'guadalupe lupe',
    'georgios giorgos yorgos jorgos',
    'konstantinos kostas',
    'ioannis yannis giannis',
    'nikolaos nikos',
    'dimitrios dimitris mitsos',
    'panagiotis panos',
    'evangelos vangelis',
    'athanasios thanasis',
    'adrianus adriaan arie ad',
    'gijsbertus gijs',
    'lambertus bert',
    'egbert bert',
    'albertus albert bert bertus',
    'arnoldus arnold nol',
    'martinus martijn maarten tinus',
    'leonardus leo leendert',
    'everdina dina',
    'hendrika rika riek heintje',
    'geertruida truus geertje',
    'jacoba coba coby',
    'antonia toos tonnie',
    'dmitri dima mitya',
    'vladimir volodja vova',
    'sergei serjozja',
    'anastasia nastya',
    'natalia natasha',
    'tatjana tanja',
    'joanna asia',
    'francisca fransisca paca paqui',
    'dolores lola',
    'enrique quique',
    'ignacio nacho',
    'katarzyna kasia',
    'malgorzata gosia',
    'aleksandra ola',
    'mohamed mo',
    'abdullah abdellah abdul',
  ].join(';'),
};

const split = (words: string): readonly string[] => words.split(' ');
const all = (lists: Readonly<Record<string, PartsEntry>>): readonly string[] =>
  Object.values(lists).flatMap(({ words }) => split(words));

const particles = new Set(all(PARTICLES));
const titles = new Set(split(TITLES.words));

export const isParticle = (word: string): boolean => particles.has(word);
export const isTitle = (word: string): boolean => titles.has(word);
export const COMMON_WORDS: readonly string[] = all(COMMON);

/** Per given name, the rows of short forms it stands in. */
export const SHORT_FORM_ROWS: readonly (readonly string[])[] = SHORT_FORMS.words.split(';').map(split);
