import type { Attempt, Command } from '../logbook';
import { appliedTwice } from './once';

const accepted = (number: string, revision: number): Attempt => ({
  sentAt: 0,
  gotAt: 1,
  status: 200,
  code: '',
  written: { number, revision },
});
const refused: Attempt = { sentAt: 0, gotAt: 1, status: 409, code: 'event-not-allowed', written: null };

const wish = (key: string | null, number: string, ...attempts: Attempt[]): Command => ({
  actor: 'anna',
  key,
  number,
  type: 'session.held',
  attempts,
});
const kept = (key: string, number: string, revision: number) => ({
  actor: 'anna',
  key,
  answer: JSON.stringify({ number, revision }),
});

describe('at most once per idempotency key', () => {
  it('is kept where every repetition got the first answer', () => {
    const commands = [
      wish('k1', 'MB-1', accepted('MB-1', 2), accepted('MB-1', 2)),
      wish('k2', 'MB-1', refused),
    ];
    expect(appliedTwice(commands, [kept('k1', 'MB-1', 2)], [])).toEqual([]);
  });

  it('is broken by a key that was applied twice', () => {
    const twice = wish('k1', 'MB-1', accepted('MB-1', 2), accepted('MB-1', 3));
    expect(appliedTwice([twice], [kept('k1', 'MB-1', 2)], [])[0]?.what).toBe(
      'session.held for MB-1 by anna (key k1) was accepted as MB-1 at 2 and as MB-1 at 3',
    );
  });

  it('is broken by a key that got a yes and a no', () => {
    const both = wish('k1', 'MB-1', accepted('MB-1', 2), refused);
    expect(appliedTwice([both], [kept('k1', 'MB-1', 2)], [])[0]?.what).toContain(
      'refused (409 event-not-allowed)',
    );
  });

  it('is broken by one place in a history that was promised to two', () => {
    const commands = [wish('k1', 'MB-1', accepted('MB-1', 2)), wish(null, 'MB-1', accepted('MB-1', 2))];
    expect(appliedTwice(commands, [kept('k1', 'MB-1', 2)], [])[0]?.what).toContain(
      'were both accepted as MB-1 at 2',
    );
  });

  it('is broken by an answer that was not kept, and by one that was kept of a refusal', () => {
    expect(appliedTwice([wish('k1', 'MB-1', accepted('MB-1', 2))], [], [])).toHaveLength(1);
    expect(appliedTwice([wish('k1', 'MB-1', refused)], [kept('k1', 'MB-1', 2)], [])).toHaveLength(1);
  });

  it('is broken by two cases that both got the same hours of the same mediators', () => {
    const [one, other] = [wish(null, 'MB-1', accepted('MB-1', 9)), wish(null, 'MB-2', accepted('MB-2', 9))];
    const duel = { pair: 'm01 and m02', commands: [one, other] };
    expect(appliedTwice([one, other], [], [duel])[0]?.what).toContain(
      'm01 and m02 were booked for the same hours',
    );
    const lost = { pair: 'm01 and m02', commands: [one, wish(null, 'MB-2', refused)] };
    expect(appliedTwice([one], [], [lost])).toEqual([]);
  });
});
