import { envExample } from './env.example';
import { envSchema } from './env.schema';
import { loadConfig, WrongSettings } from './load-config';

describe('the settings of a process', () => {
  it('need nothing to be set', () => {
    expect(loadConfig({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      BUREAU_TIMEZONE: 'Europe/Amsterdam',
      SWEEP_SECONDS: 60,
      SECOND_FACTOR_FOR: [],
    });
  });

  it('name the roles that must have a second factor, and only roles that there are', () => {
    expect(loadConfig({ SECOND_FACTOR_FOR: 'admin, coordinator' })).toMatchObject({
      SECOND_FACTOR_FOR: ['admin', 'coordinator'],
    });
    expect(() => loadConfig({ SECOND_FACTOR_FOR: 'admin,boss' })).toThrow(/SECOND_FACTOR_FOR: must be among/);
    expect(() => loadConfig({ SECOND_FACTOR_FOR: 'toString' })).toThrow(WrongSettings);
  });

  it('take whole keys only, and never repeat one that is wrong', () => {
    const key = 'A'.repeat(43);
    expect(loadConfig({ BUREAU_KEY: `${key}=,${key}` })).toMatchObject({ BUREAU_KEY: `${key}=,${key}` });
    for (const wrong of ['geheim', `${key},geheim`, 'A'.repeat(42), `${key},`])
      expect(() => loadConfig({ BUREAU_KEY: wrong })).toThrow(/^(?!.*geheim)[^]*BUREAU_KEY: must be/);
  });

  it('take an empty value as not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ PORT: 3000 });
  });

  it('name everything that is wrong at once, and what to change', () => {
    const wrong = {
      PORT: 'many',
      BUREAU_TIMEZONE: 'Amsterdam',
      DATABASE_URL: 'mysql://x',
      QUEUE_URL: 'amqp://x',
    };
    expect(() => loadConfig(wrong)).toThrow(WrongSettings);
    for (const name of Object.keys(wrong))
      expect(() => loadConfig(wrong)).toThrow(new RegExp(`${name}: must be`));
  });

  it('never repeat a database address that is wrong: it may hold a password', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://anna:secret@db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') as string }) as Error,
    );
  });

  it('are each explained in .env.example', () => {
    for (const name of Object.keys(envSchema.shape))
      expect(envExample()).toMatch(new RegExp(`# [A-Z].+\\n# ${name}=`));
  });
});
