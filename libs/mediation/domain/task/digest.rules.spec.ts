import { plainDateOf } from '@bureau/kernel';
import { digestOf, type Reader, type Work } from './digest.rules';

const aReader = (username: string, change: Partial<Reader> = {}): Reader => ({
  username,
  roles: ['coordinator'],
  person: null,
  senior: false,
  ...change,
});
const anna = aReader('anna');
const bas = aReader('bas');
const sien = aReader('sien', { senior: true });
const mia = aReader('mia', { roles: ['mediator'], person: 'm01' });
const max = aReader('max', { roles: ['mediator'], person: 'm08' });
const joris = aReader('joris', { roles: ['jurist'] });

const work = (subject: string, change: Partial<Work> = {}): Work => ({
  subject,
  kind: 'funding',
  stage: 'overdue',
  dueOn: plainDateOf('2026-03-18'),
  forRole: 'coordinator',
  forPerson: null,
  assignee: 'anna',
  people: [],
  ...change,
});
const seen = (reader: Reader, all: readonly Work[], readers = [anna, bas, sien, mia, max, joris]) =>
  digestOf(reader, all, readers).lines.map(({ subject }) => subject);

describe('a digest', () => {
  it('holds what waits for whoever leads the request, and for nobody else', () => {
    const all = [work('1'), work('2', { assignee: 'bas' })];
    expect(seen(anna, all)).toEqual(['1']);
    expect(seen(bas, all)).toEqual(['2']);
    expect(seen(sien, all)).toEqual([]);
    expect(seen(mia, all)).toEqual([]);
  });

  it('of every coordinator holds what belongs to nobody who is still there', () => {
    const all = [work('1', { assignee: null }), work('2', { assignee: 'gone' })];
    for (const one of [anna, bas, sien]) expect(seen(one, all)).toEqual(['1', '2']);
    expect(seen(mia, all)).toEqual([]);
  });

  it('of a mediator holds what mediators must do in an own request; its coordinator sees it too', () => {
    const all = [work('1', { forRole: 'mediator', people: ['m01', 'm04'] })];
    expect(seen(mia, all)).toEqual(['1']);
    expect(seen(max, all)).toEqual([]);
    expect(seen(anna, all)).toEqual(['1']);
    expect(seen(bas, all)).toEqual([]);
  });

  it('of the senior coordinator holds what was passed on, of all requests', () => {
    const all = [work('1', { stage: 'escalated' }), work('2')];
    expect(seen(sien, all)).toEqual(['1']);
    expect(seen(bas, all)).toEqual([]);
    expect(digestOf(sien, all, [anna, sien]).nobodyIsSenior).toBe(false);
  });

  it('of every coordinator holds what was passed on when nobody is senior, and says so', () => {
    const all = [work('1', { stage: 'escalated' })];
    expect(digestOf(bas, all, [anna, bas, mia])).toMatchObject({
      nobodyIsSenior: true,
      lines: [{ subject: '1' }],
    });
    expect(seen(mia, all, [anna, bas, mia])).toEqual([]);
  });

  it('of the advice desk and of the mediation never meet', () => {
    const all = [
      work('C-1', { forRole: 'jurist', assignee: null }),
      work('C-2', { forRole: 'jurist', forPerson: 'joris', assignee: null }),
    ];
    expect(seen(joris, all)).toEqual(['C-1', 'C-2']);
    for (const one of [anna, sien, mia]) expect(seen(one, all)).toEqual([]);
    expect(seen(joris, [work('1', { assignee: null })])).toEqual([]);
  });

  it('has what is due first on top, and says how much there was no room for', () => {
    const all = Array.from({ length: 203 }, (_, index) =>
      work(`${index}`, { dueOn: plainDateOf(index === 202 ? '2026-03-01' : '2026-03-18') }),
    );
    const { lines, more } = digestOf(anna, all, [anna]);
    expect([lines.length, more, lines[0]?.subject]).toEqual([200, 3, '202']);
  });
});
