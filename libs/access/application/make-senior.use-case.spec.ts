import { anAccountsBureau, ANNA } from '../../../test/support/accounts.bureau';
import { MakeSenior } from './make-senior.use-case';

async function aBureau() {
  const bureau = anAccountsBureau();
  await bureau.add.execute(ANNA, 'admin');
  await bureau.add.execute({ ...ANNA, username: 'carla', roles: ['coordinator'] }, 'admin');
  return { ...bureau, make: new MakeSenior(bureau.store, bureau.journal) };
}
const seniorsOf = async ({ list }: ReturnType<typeof anAccountsBureau>): Promise<string[]> =>
  (await list.execute()).filter(({ senior }) => senior).map(({ username }) => username);

describe('a senior coordinator', () => {
  it('is a coordinator who was made one, until that is ended; both are written down', async () => {
    const bureau = await aBureau();
    expect(await seniorsOf(bureau)).toEqual([]);
    expect(await bureau.make.execute('Carla', true, 'admin')).toEqual({
      ok: true,
      value: { username: 'carla' },
    });
    expect(await seniorsOf(bureau)).toEqual(['carla']);
    await bureau.make.execute('carla', false, 'admin');
    expect(await seniorsOf(bureau)).toEqual([]);
    expect(bureau.journal.actions.filter((action) => action === 'account.senior')).toHaveLength(2);
  });

  it('can be one from the start', async () => {
    const bureau = await aBureau();
    await bureau.add.execute({ ...ANNA, username: 'sien', roles: ['coordinator'], senior: true }, 'admin');
    expect(await seniorsOf(bureau)).toEqual(['sien']);
  });

  it('is nobody who coordinates nothing, and nobody who is not there', async () => {
    const bureau = await aBureau();
    expect(await bureau.make.execute('anna', true, 'admin')).toMatchObject({
      ok: false,
      error: { code: 'senior-not-coordinator' },
    });
    expect(await bureau.make.execute('nobody', true, 'admin')).toMatchObject({
      error: { code: 'unknown-account' },
    });
    const added = await bureau.add.execute({ ...ANNA, username: 'mo', senior: true }, 'admin');
    expect(added).toMatchObject({ ok: false, error: { violations: [{ code: 'senior-not-coordinator' }] } });
    expect(await seniorsOf(bureau)).toEqual([]);
  });
});
