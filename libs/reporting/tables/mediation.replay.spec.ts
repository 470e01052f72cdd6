import { readFileSync } from 'node:fs';
import { DUTCH_CALENDAR, localDate } from '@bureau/calendar';
import { REQUEST_POLICY } from '@bureau/config';
import { instantOf } from '@bureau/kernel';
import {
  advance,
  type EventOf,
  type LaterEvent,
  open,
  type RequestFacts,
  type RequestSnapshot,
} from '@bureau/mediation';
import { type ReportRow, rowsOf } from '../domain/report-table';
import { MEDIATION_TABLE } from './mediation.table';

type RecordedEvent = EventOf<'request.registered'> | LaterEvent;

/** The requests of a replay file as they stand after its last line. Throws at the first event that is refused. */
function folded(file: string): RequestFacts[] {
  const requests = new Map<string, RequestSnapshot>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { at, request, ...event } = JSON.parse(line) as { at: string; request: string } & RecordedEvent;
    const stamp = { at: instantOf(at), on: localDate(instantOf(at), 'Europe/Amsterdam'), actor: null };
    const current = requests.get(request);
    const decided = current
      ? advance(current, event as LaterEvent, stamp, DUTCH_CALENDAR)
      : open(request, event as EventOf<'request.registered'>, stamp, REQUEST_POLICY, DUTCH_CALENDAR);
    if (!decided.ok) throw new Error(`${request} refuses ${event.type}: ${JSON.stringify(decided.error)}`);
    requests.set(request, decided.value.next);
  }
  return [...requests.values()].map(({ facts }) => facts);
}

const FOLDED = folded('test/fixtures/2025/mediation-events.ndjson');
const report = (year: number, informationRequests: number): readonly ReportRow[] =>
  rowsOf(MEDIATION_TABLE, { year, requests: FOLDED.map((facts) => ({ facts })), informationRequests });
const csvLine = ({ year, section, metric, dimension, value }: ReportRow): string =>
  [year, section, metric, dimension, value].join(',');

describe('the mediations of 2025, folded from their events', () => {
  it('repeats every figure of the printed report of 2025', () => {
    const [header, ...expected] = readFileSync('test/fixtures/2025/expected-mediation.csv', 'utf8')
      .trim()
      .split('\r\n');
    expect(header).toBe('year,section,metric,dimension,value');
    expect(report(2025, 71).map(csvLine).sort()).toEqual(expected.sort());
  });

  it('counts a request in the year of its registration and in no other', () => {
    expect(report(2026, 0)[0]).toMatchObject({ metric: 'requests', dimension: 'all', value: 0 });
  });
});
