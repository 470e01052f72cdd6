import fc from 'fast-check';
import { DUTCH_CALENDAR } from '@bureau/calendar';
import { REQUEST_POLICY } from '@bureau/config';
import { instantOf, plainDateOf } from '@bureau/kernel';
import {
  codesOf,
  type EventOf,
  NO_AGREEMENT_REASONS,
  NOT_STARTED_REASONS,
  open,
  OUTCOMES,
  type RequestFacts,
} from '@bureau/mediation';
import { type ReportRow, rowsOf } from '../domain/report-table';
import { MEDIATION_TABLE } from './mediation.table';

const day = plainDateOf('2025-05-01');
const effects = { firstConversation: true, contactDuringMediation: false, communication: 'same' } as const;

const parent = {
  relation: 'other',
  role: 'parent',
  country: 'NL',
  languages: ['nl'],
  legalAid: false,
  secretAddress: false,
} as const;
const registration: EventOf<'request.registered'> = {
  type: 'request.registered',
  kind: 'IKO',
  source: 'parent',
  phase: 'none',
  fromCountry: 'NL',
  toCountry: 'PL',
  parents: [
    { key: 'A', ...parent },
    { key: 'B', ...parent },
  ],
  children: [{ key: 'c1', birthDate: plainDateOf('2018-03-01') }],
};
const stamp = { at: instantOf('2025-03-05T10:00:00+01:00'), on: plainDateOf('2025-03-05'), actor: null };
const opened = open('MB-2025-001', registration, stamp, REQUEST_POLICY, DUTCH_CALENDAR);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const BASE = opened.value.next.facts;

const intakeHeld = {
  ...BASE.parents,
  A: { ...BASE.parents.A, intake: { result: 'suitable', on: day } },
} as const;
const aRequest = (change: Partial<RequestFacts> = {}): RequestFacts => ({
  ...BASE,
  ...change,
});
const ended = (
  how: NonNullable<RequestFacts['end']>['how'],
  stage: NonNullable<RequestFacts['end']>['stage'],
  reason: string | null = null,
) => ({ end: { how, stage, on: day, reason } });

const report = (requests: readonly RequestFacts[]): readonly ReportRow[] =>
  rowsOf(MEDIATION_TABLE, {
    year: 2025,
    requests: requests.map((facts) => ({ facts })),
    informationRequests: 0,
  });
const valueOf = (rows: readonly ReportRow[], metric: string, dimension = 'all') =>
  rows.find((row) => row.metric === metric && row.dimension === dimension)?.value;

describe('mediation in the annual report', () => {
  it('gives no success rate of nothing', () => {
    const rate = report([]).find(({ metric }) => metric === 'success_rate_pct');
    expect(rate).toMatchObject({ value: null, share: { rule: 'success-2021', n: 0 } });
  });

  it('counts mirror agreements as success, partial ones not, and running mediations in the denominator', () => {
    const mediation = (outcome: 'mirror' | 'partial') =>
      aRequest({
        parents: intakeHeld,
        outcome: { outcome, reasons: [], effects },
        ...ended('outcome_recorded', 'in_sessions', outcome),
      });
    const rows = report([mediation('mirror'), mediation('partial'), aRequest({ parents: intakeHeld })]);
    expect(['held', 'running', 'success_rate_pct'].map((metric) => valueOf(rows, metric))).toEqual([
      3, 1, 33.3,
    ]);
  });

  it('counts an ending after intake as stopped, whatever ended it', () => {
    const hows = ['stopped_after_intake', 'withdrawn', 'overtaken'] as const;
    const rows = report(hows.map((how) => aRequest({ parents: intakeHeld, ...ended(how, 'after_intake') })));
    expect([valueOf(rows, 'stopped_after_intake'), valueOf(rows, 'held')]).toEqual([3, 0]);
  });

  it('gives a request that did not start the reason it has, and an open one none yet', () => {
    const rows = report([
      aRequest(),
      aRequest(ended('not_started', 'before_intake', 'financial')),
      aRequest(ended('withdrawn', 'before_intake')),
      aRequest(ended('overtaken', 'before_intake')),
    ]);
    expect(valueOf(rows, 'not_started')).toBe(4);
    const reasons = rows.filter(({ dimension }) => dimension.startsWith('reason='));
    expect(reasons.map(({ metric, dimension, value }) => [metric, dimension, value])).toEqual([
      ['not_started', 'reason=case_withdrawn', 1],
      ['not_started', 'reason=financial', 1],
      ['not_started', 'reason=settled_otherwise', 1],
    ]);
  });

  it('counts a mediation that was withdrawn from between sessions as held without agreement, for another reason', () => {
    const rows = report([aRequest({ parents: intakeHeld, ...ended('withdrawn', 'in_sessions') })]);
    expect([valueOf(rows, 'held'), valueOf(rows, 'no_agreement', 'reason=other')]).toEqual([1, 1]);
  });

  it('counts a child once that was heard twice, and a curator only once appointed', () => {
    const interview = (...children: string[]) => ({ on: day, interviewer: 'x', children, deliveredOn: null });
    const curator = (appointedOn: typeof day | null, ...children: string[]) => ({
      curator: 'x',
      children,
      step: 'asked' as const,
      askedOn: day,
      appointedOn,
      reportedOn: null,
    });
    const rows = report([
      aRequest({
        interviews: [interview('c1', 'c2'), interview('c1')],
        curators: [curator(day, 'c1'), curator(day, 'c1', 'c2'), curator(null, 'c3')],
      }),
    ]);
    const metrics = ['child_interviews', 'children_interviewed', 'curator_assignments', 'curator_children'];
    expect(metrics.map((metric) => valueOf(rows, metric))).toEqual([2, 2, 2, 2]);
  });

  it('adds up for whatever can have happened to its requests', () => {
    const end = fc.record({
      how: fc.constantFrom(
        'not_started' as const,
        'stopped_after_intake' as const,
        'outcome_recorded' as const,
        'withdrawn' as const,
        'overtaken' as const,
      ),
      stage: fc.constantFrom('before_intake' as const, 'after_intake' as const, 'in_sessions' as const),
      on: fc.constant(day),
      reason: fc.constantFrom(null, ...codesOf(NOT_STARTED_REASONS)),
    });
    const outcome = fc.record({
      outcome: fc.constantFrom(...codesOf(OUTCOMES)),
      reasons: fc.subarray(codesOf(NO_AGREEMENT_REASONS)),
      effects: fc.constant(effects),
    });
    const request = fc
      .record({
        kind: fc.constantFrom('IKO' as const, 'NIKO' as const),
        parents: fc.constantFrom(intakeHeld, BASE.parents),
        end: fc.option(end),
        outcome: fc.option(outcome),
        registered: fc.constantFrom(BASE.registered, { ...BASE.registered, on: plainDateOf('2024-12-31') }),
      })
      .map(aRequest);
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const rows = report(requests);
        const value = (metric: string, dimension?: string) => valueOf(rows, metric, dimension) as number;
        const ofYear = requests.filter(({ registered }) => registered.on.startsWith('2025'));
        expect(value('requests')).toBe(ofYear.length);
        for (const dimension of ['all', 'kind=IKO', 'kind=NIKO']) {
          const [started, held, mirror, full] = ['started', 'held', 'mirror_agreement', 'full_agreement'].map(
            (metric) => value(metric, dimension),
          ) as [number, number, number, number];
          expect(started + value('not_started', dimension)).toBe(value('requests', dimension));
          expect(held + value('stopped_after_intake', dimension)).toBe(started);
          const others = ['partial_agreement', 'no_agreement', 'running'].map((metric) =>
            value(metric, dimension),
          );
          expect(full + mirror + others.reduce((sum, other) => sum + other, 0)).toBe(held);
          const rate = valueOf(rows, 'success_rate_pct', dimension);
          if (held === 0) expect(rate).toBeNull();
          else expect(Math.abs(Number(rate) - (100 * (full + mirror)) / held)).toBeLessThan(0.051);
        }
        const named = rows.filter(
          ({ metric, dimension }) => metric === 'not_started' && dimension.startsWith('reason='),
        );
        expect(named.reduce((sum, row) => sum + Number(row.value), 0)).toBeLessThanOrEqual(
          value('not_started'),
        );
      }),
      { numRuns: 200 },
    );
  });
});
