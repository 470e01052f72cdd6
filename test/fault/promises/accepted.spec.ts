import type { Attempt, Command } from '../logbook';
import { type HistoryLine, lostOrInvented } from './accepted';

const answered = (status: number | null, number?: string, revision = 1): Attempt => ({
  sentAt: 0,
  gotAt: 1,
  status,
  code: '',
  written: number === undefined ? null : { number, revision },
});

const wish = (type: string, number: string | null, ...attempts: Attempt[]): Command => ({
  actor: 'anna',
  key: 'anna-1',
  number,
  type,
  attempts,
});

const line = (request: string, position: number, type: string): HistoryLine => ({
  request,
  position,
  type,
  actor: 'anna',
});

const REGISTERED = line('MB-1', 1, 'request.registered');
const registering = wish('request.registered', null, answered(201, 'MB-1'));

describe('no accepted event is lost', () => {
  it('is kept where every 2xx answer stands in the history and nothing else does', () => {
    const talk = wish('information_talk.held', 'MB-1', answered(null), answered(200, 'MB-1', 2));
    const refused = wish('request.closed', 'MB-1', answered(409));
    const history = [REGISTERED, line('MB-1', 2, 'information_talk.held')];
    expect(lostOrInvented([registering, talk, refused], history)).toEqual([]);
  });

  it('is broken by an answer that the history does not know', () => {
    const lost = wish('information_talk.held', 'MB-1', answered(200, 'MB-1', 2));
    expect(lostOrInvented([registering, lost], [REGISTERED])).toEqual([
      {
        promise: 'accepted',
        what: 'information_talk.held for MB-1 by anna (key anna-1) was accepted as MB-1 at 2, and the history has no such line',
      },
    ]);
  });

  it('is broken where another event stands in its place', () => {
    const history = [REGISTERED, line('MB-1', 2, 'request.withdrawn')];
    const talk = wish('information_talk.held', 'MB-1', answered(200, 'MB-1', 2));
    expect(lostOrInvented([registering, talk], history)).toHaveLength(1);
  });

  it('is broken by an event that was refused and written all the same', () => {
    const refused = wish('request.closed', 'MB-1', answered(409));
    const history = [REGISTERED, line('MB-1', 2, 'request.closed')];
    const [violation] = lostOrInvented([registering, refused], history);
    expect(violation?.what).toMatch(
      /^the history has request.closed of anna as MB-1 at 2, which nobody was told/,
    );
  });

  it('lets an answer that never came explain one line of the history, and no second', () => {
    const silent = wish('session.held', 'MB-1', answered(null));
    const once = [REGISTERED, line('MB-1', 2, 'session.held')];
    expect(lostOrInvented([registering, silent], once)).toEqual([]);
    expect(lostOrInvented([registering, silent], [...once, line('MB-1', 3, 'session.held')])).toHaveLength(1);
  });
});
