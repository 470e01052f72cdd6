import { instantOf } from '@bureau/kernel';
import { isLive, needsRefresh, newSession } from './session.rules';

const at = (time: string) => instantOf(`2026-03-02T${time}Z`);
const session = newSession('hash', 'anna', at('09:00:00'));

describe('a session', () => {
  it('ends after two hours in which nobody used it', () => {
    expect(isLive(session, at('10:59:59.999'))).toBe(true);
    expect(isLive(session, at('11:00:00'))).toBe(false);
  });

  it('ends twelve hours after the login, however busy', () => {
    const busy = { ...session, lastUsedAt: at('20:59:59') };
    expect(isLive(busy, at('20:59:59.999'))).toBe(true);
    expect(isLive(busy, at('21:00:00'))).toBe(false);
  });

  it('is noted as used at most once a minute', () => {
    expect(needsRefresh(session, at('09:00:59.999'))).toBe(false);
    expect(needsRefresh(session, at('09:01:00'))).toBe(true);
  });
});
