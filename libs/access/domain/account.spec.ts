import { type AccountDraft, accountOf } from './account';
import { passwordViolation } from './password.rules';
import { ROLES } from './roles.catalogue';
import { parseUsername } from './username.rules';

const draft = (changes: Partial<AccountDraft> = {}): AccountDraft => ({
  username: 'anna',
  displayName: 'Anna de Vries',
  roles: ['coordinator'],
  language: 'nl',
  person: null,
  ...changes,
});

const wrongWith = (changes: Partial<AccountDraft>): string[] => {
  const result = accountOf(draft(changes));
  return result.ok ? [] : result.error.map(({ code }) => code);
};

describe('an account', () => {
  it('is told everything that is wrong with it at once', () => {
    const result = accountOf({ username: '', displayName: ' ', roles: ['boss'], language: 'fr', person: '' });
    if (result.ok) throw new Error('this is no account');
    expect(result.error.map(({ code }) => code)).toEqual([
      'username-shape',
      'display-name-shape',
      'role-unknown',
      'language-unknown',
      'person-shape',
    ]);
    for (const { words, basis } of result.error) {
      expect(words.nl).not.toBe('');
      expect(words.en).not.toBe(words.nl);
      expect(basis.en).not.toBe('');
    }
  });

  it('wears at least one role, and none that does not exist', () => {
    expect(wrongWith({ roles: [] })).toEqual(['role-missing']);
    expect(wrongWith({ roles: ['coordinator', 'toString'] })).toEqual(['role-unknown']);
    expect(wrongWith({ roles: ['Coordinator'] })).toEqual(['role-unknown']);
  });

  it('has names of one line: no line break, no U+0000, nothing endless', () => {
    expect(wrongWith({ displayName: 'Anna\nde Vries' })).toEqual(['display-name-shape']);
    expect(wrongWith({ displayName: 'Anna\u0000' })).toEqual(['display-name-shape']);
    expect(wrongWith({ displayName: 'x'.repeat(121) })).toEqual(['display-name-shape']);
    expect(wrongWith({ person: 'M\t07' })).toEqual(['person-shape']);
  });

  it('has its username in lower case, its names without blanks around them and each role once', () => {
    expect(
      accountOf(
        draft({
          username: 'Anna.DeVries',
          displayName: '  Anna ',
          roles: ['jurist', 'jurist'],
          person: ' M07 ',
        }),
      ),
    ).toEqual({
      ok: true,
      value: {
        username: 'anna.devries',
        displayName: 'Anna',
        roles: ['jurist'],
        language: 'nl',
        person: 'M07',
        disabled: false,
        senior: false,
        secondFactor: false,
      },
    });
  });
});

describe('a username', () => {
  it.each(['a', '', 'anna vries', 'änna', 'anna@bureau.nl', 'a/b', 'x'.repeat(61), 'anna\n', '\u212Aees'])(
    'is not %j',
    (text) => expect(parseUsername(text).ok).toBe(false),
  );

  it.each(['an', 'a.b-c_d', '007', 'x'.repeat(60)])('may be %j', (text) =>
    expect(parseUsername(text)).toEqual({ ok: true, value: text }),
  );
});

describe('a password', () => {
  it('is refused for its length and for nothing else', () => {
    expect(passwordViolation('elf tekens.')?.code).toBe('password-too-short');
    expect(passwordViolation('x'.repeat(201))?.code).toBe('password-too-long');
    expect(passwordViolation('twaalf teken')).toBeNull();
    expect(passwordViolation('x'.repeat(200))).toBeNull();
  });

  it('counts what people call a character', () => {
    expect(passwordViolation('🔑'.repeat(6))?.code).toBe('password-too-short');
    expect(passwordViolation('🔑'.repeat(12))).toBeNull();
  });
});

it('every role has a label and a basis in both languages', () => {
  for (const { label, basis } of Object.values(ROLES))
    for (const text of [label.nl, label.en, basis.nl, basis.en]) expect(text).not.toBe('');
});
