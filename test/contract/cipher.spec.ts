import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCESS_ROWS, ACCESS_SEALED } from '@bureau/access';
import {
  Cipher,
  type Database,
  GivenKeys,
  KeyFile,
  KeyMissing,
  MIGRATIONS,
  newKeyText,
  openKeyring,
  resealAll,
  SealBroken,
  textsByKey,
} from '@bureau/platform';
import { describeOnEachDatabase } from '../support/databases';

const SECRET = 'Dorpsstraat 1, geheim, é';
const of = (username: string) => ({ table: 'second_factor', column: 'secret', row: [username] });
const keyed = (...keys: string[]) => new Cipher(new GivenKeys(keys.join(',')));

describe('a sealed text', () => {
  const cipher = keyed(newKeyText());

  it('opens to what was sealed, and is written differently each time', () => {
    const [one, two] = [cipher.seal(SECRET, of('anna')), cipher.seal(SECRET, of('anna'))];
    expect(one).not.toBe(two);
    expect(one).not.toContain('Dorps');
    expect([one, two].map((sealed) => cipher.open(sealed, of('anna')))).toEqual([SECRET, SECRET]);
    expect(cipher.open(cipher.seal('', of('anna')), of('anna'))).toBe('');
  });

  it('does not open with another key, also when that key claims its name', () => {
    const sealed = cipher.seal(SECRET, of('anna'));
    const other = keyed(newKeyText());
    expect(() => other.open(sealed, of('anna'))).toThrow(KeyMissing);
    const renamed = sealed.replace(cipher.prefix, other.prefix);
    expect(() => other.open(renamed, of('anna'))).toThrow(SealBroken);
  });

  it('does not open when any one byte of it was changed or it was cut off', () => {
    const sealed = cipher.seal(SECRET, of('anna'));
    const body = Buffer.from(sealed.slice(cipher.prefix.length), 'base64url');
    for (let place = 0; place < body.length; place += 1) {
      const changed = Buffer.from(body);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const text = cipher.prefix + changed.toString('base64url');
      expect(() => cipher.open(text, of('anna'))).toThrow(SealBroken);
    }
    for (const length of [0, 11, 12, 27, body.length - 1]) {
      const text = cipher.prefix + body.subarray(0, length).toString('base64url');
      expect(() => cipher.open(text, of('anna'))).toThrow(SealBroken);
    }
    for (const nonsense of ['', SECRET, 'v2.00000000.AAAA', 'v1.00000000.'])
      expect(() => cipher.open(nonsense, of('anna'))).toThrow(SealBroken);
  });

  it('opens in no other row, column or table', () => {
    const sealed = cipher.seal(SECRET, of('anna'));
    for (const place of [
      of('bas'),
      { ...of('anna'), column: 'phone' },
      { ...of('anna'), table: 'account' },
      { ...of('anna'), row: ['an', 'na'] },
      { table: 'second_factor', column: 'secret', row: [] },
    ])
      expect(() => cipher.open(sealed, place)).toThrow(SealBroken);
  });
});

describe('the key file', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bureau-keys-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = () => join(folder, 'deep', 'bureau.sqlite.key');

  it('is made when first something is sealed, for its owner only, and is the same for every process', () => {
    const [one, two] = [new Cipher(new KeyFile(path())), new Cipher(new KeyFile(path()))];
    const sealed = one.seal(SECRET, of('anna'));
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(two.open(sealed, of('anna'))).toBe(SECRET);
  });

  it('stands beside the SQLite database unless another place is named; PostgreSQL needs a given key', () => {
    expect(openKeyring('sqlite:/data/bureau.sqlite')).toMatchObject({ path: '/data/bureau.sqlite.key' });
    expect(openKeyring('sqlite:/data/b.sqlite', { file: '/run/key' })).toMatchObject({ path: '/run/key' });
    const none = openKeyring('postgres://somewhere/bureau');
    expect(() => none.current()).toThrow(/bureau keys new.*BUREAU_KEY/);
    expect(() => openKeyring('postgres://somewhere/bureau', { keys: newKeyText() }).current()).not.toThrow();
  });

  it('that is gone is not made anew to open what the lost one sealed', () => {
    const cipher = new Cipher(new KeyFile(path()));
    const sealed = cipher.seal(SECRET, of('anna'));
    rmSync(path());
    expect(() => cipher.open(sealed, of('anna'))).toThrow(KeyMissing);
    expect(() => statSync(path())).toThrow();
  });

  it('with a line that is no key is refused, and the line is not told', () => {
    new KeyFile(path()).current();
    writeFileSync(path(), `${readFileSync(path(), 'utf8')}half-a-key\n`);
    expect(() => new KeyFile(path()).current()).toThrow(/Key 2 cannot be read/);
    expect(() => new KeyFile(path()).current()).not.toThrow(/half-a-key/);
  });

  it('does not take two new keys at once', () => {
    const file = new KeyFile(path());
    file.current();
    writeFileSync(`${path()}.next`, '');
    expect(() => file.add()).toThrow(/remove .*\.next/);
  });
});

describeOnEachDatabase(
  'a new key',
  (open) => {
    const put = async (database: Database, rows: readonly (readonly [string, string])[]) => {
      const written = rows.map(([username, secret]) => ({
        username,
        secret,
        is_confirmed: 1,
        last_step: 0,
        created_at: 0,
      }));
      await database.commit({ writes: [{ insert: 'second_factor', rows: written }] });
    };
    const sealedOf = async (database: Database, username: string): Promise<string> => {
      const [row] = await database.read<{ secret: string }>(
        'SELECT secret FROM second_factor WHERE username = ?',
        [username],
      );
      return row?.secret ?? '';
    };

    it('takes over every text, more than one page of them, and those it finds already in hand', async () => {
      const database = await open();
      const [old, next] = [newKeyText(), newKeyText()];
      const people = Array.from({ length: 450 }, (_, index) => `person${index}`);
      await put(
        database,
        people.map((name) => [name, keyed(old).seal(`secret of ${name}`, of(name))]),
      );
      const both = keyed(next, old);
      expect(await resealAll(database, both, ACCESS_SEALED)).toEqual({ done: 450, failures: [] });
      expect([...(await textsByKey(database, ACCESS_SEALED)).values()]).toEqual([450]);
      for (const name of people)
        expect(keyed(next).open(await sealedOf(database, name), of(name))).toBe(`secret of ${name}`);
      expect(await resealAll(database, both, ACCESS_SEALED)).toEqual({ done: 0, failures: [] });
    });

    it('names what does not open, leaves it as it is and goes on with the rest', async () => {
      const database = await open();
      const [old, next] = [newKeyText(), newKeyText()];
      const anna = keyed(old).seal('of anna', of('anna'));
      await put(database, [
        ['anna', anna],
        ['bas', anna],
        ['carla', keyed(old).seal('of carla', of('carla'))],
      ]);
      const { done, failures } = await resealAll(database, keyed(next, old), ACCESS_SEALED);
      expect(done).toBe(2);
      expect(failures).toEqual([expect.stringContaining('second_factor.secret of bas')]);
      expect(await sealedOf(database, 'bas')).toBe(anna);
    });

    it('loses nothing that others write with the earlier key meanwhile', async () => {
      const database = await open();
      const [old, next] = [newKeyText(), newKeyText()];
      const people = Array.from({ length: 60 }, (_, index) => `person${index}`);
      await put(
        database,
        people.map((name) => [name, keyed(old).seal('first', of(name))]),
      );
      const both = keyed(next, old);
      const writer = async () => {
        for (const name of people) {
          const set = { secret: keyed(old).seal('second', of(name)) };
          await database.commit({
            guard: { change: 'second_factor', where: { username: name }, set },
            writes: [],
          });
          expect(both.open(await sealedOf(database, name), of(name))).toBe('second');
        }
      };
      await Promise.all([resealAll(database, both, ACCESS_SEALED), writer()]);
      await resealAll(database, both, ACCESS_SEALED);
      for (const name of people)
        expect(keyed(next).open(await sealedOf(database, name), of(name))).toBe('second');
    });
  },
  { entities: [...ACCESS_ROWS], migrations: MIGRATIONS },
);
