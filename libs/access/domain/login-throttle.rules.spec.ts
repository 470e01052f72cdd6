import { type Instant, instantOf } from '@bureau/kernel';
import { secondsToWait } from './login-throttle.rules';

const at = (time: string): Instant => instantOf(`2026-03-02T${time}Z`);
const times = (count: number, time: string): Instant[] => Array.from({ length: count }, () => at(time));

describe('after failed logins', () => {
  it('the first four cost nothing', () => {
    expect(secondsToWait([], at('09:00:00'))).toBe(0);
    expect(secondsToWait(times(4, '09:00:00'), at('09:00:00'))).toBe(0);
  });

  it('the fifth within a quarter of an hour means waiting, in whole seconds, until it is over', () => {
    const failures = times(5, '09:00:00');
    expect(secondsToWait(failures, at('09:00:00'))).toBe(30);
    expect(secondsToWait(failures, at('09:00:29.500'))).toBe(1);
    expect(secondsToWait(failures, at('09:00:30'))).toBe(0);
  });

  it('five in more than a quarter of an hour mean nothing', () => {
    const failures = [at('09:00:00'), ...times(4, '09:15:01')];
    expect(secondsToWait(failures, at('09:15:01'))).toBe(0);
    const faster = [at('09:00:00'), ...times(4, '09:15:00')];
    expect(secondsToWait(faster, at('09:15:00'))).toBe(30);
  });

  it('every one more doubles the wait, up to a quarter of an hour', () => {
    const waits = [5, 6, 7, 8, 9, 10, 20].map((count) =>
      secondsToWait(times(count, '09:00:00'), at('09:00:00')),
    );
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
  });

  it('an hour later all is forgotten', () => {
    const failures = [...times(9, '08:00:00'), ...times(4, '09:00:00')];
    expect(secondsToWait(failures, at('09:00:00'))).toBe(0);
  });
});
