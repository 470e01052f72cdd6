import { ARGON2_COST, Argon2Hasher } from './argon2.hasher';

const cheap = new Argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 });

describe('a stored password', () => {
  it('fits itself and nothing else, and never looks the same twice', async () => {
    const hash = await cheap.hash('een lang wachtwoord');
    expect(await cheap.verify(hash, 'een lang wachtwoord')).toBe(true);
    expect(await cheap.verify(hash, 'een lang wachtwoorD')).toBe(false);
    expect(await cheap.hash('een lang wachtwoord')).not.toBe(hash);
    expect(hash).not.toContain('wachtwoord');
  });

  it('is the same password with an accent typed as one character or as two', async () => {
    const hash = await cheap.hash('ge\u00EFnteresseerd');
    expect(await cheap.verify(hash, 'gei\u0308nteresseerd')).toBe(true);
  });

  it('is argon2id with at least what OWASP asks for', async () => {
    expect(ARGON2_COST.memoryCost).toBeGreaterThanOrEqual(19_456);
    expect(await new Argon2Hasher().hash('een lang wachtwoord')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it('has a decoy of the same cost that no password fits', async () => {
    const real = await cheap.hash('een lang wachtwoord');
    expect(await cheap.verify(cheap.decoy, 'een lang wachtwoord')).toBe(false);
    expect(cheap.decoy).toHaveLength(real.length);
    const prefix = (hash: string) => hash.split('$', 4).join('$');
    expect(prefix(cheap.decoy)).toBe(prefix(real));
    expect(new Argon2Hasher().decoy).not.toBe(new Argon2Hasher().decoy);
  });
});
