import { setImmediate as nextTick } from 'node:timers/promises';
import { Turns } from './turns';

describe('taking turns', () => {
  it('lets one at a time work on a key, in the order of asking', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await nextTick();
      seen.push(`${name} ends`);
    };
    await Promise.all(['first', 'second', 'third'].map((name) => turns.take('MB-2026-001', work(name))));
    expect(seen).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
      'third begins',
      'third ends',
    ]);
  });

  it('does not let one key wait for another', async () => {
    const turns = new Turns();
    let release: () => void = () => undefined;
    const held = turns.take('a', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(turns.take('b', () => Promise.resolve('done'))).resolves.toBe('done');
    release();
    await held;
  });

  it('goes on after a turn that failed', async () => {
    const turns = new Turns();
    const failed = turns.take('a', () => Promise.reject(new Error('full disk')));
    const next = turns.take('a', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('full disk');
    await expect(next).resolves.toBe('done');
  });
});
