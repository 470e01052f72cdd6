import { codesOf, KINDS, type RequestFacts } from '@bureau/mediation';
import { percentage } from '../domain/percentage';
import { defineReportTable, type Fact } from '../domain/report-table';
import { SHARE_RULES } from '../domain/share-rules.catalogue';
import {
  childrenHeard,
  childrenWithCurator,
  curatorsOf,
  interviewsOf,
  noAgreementReasons,
  notStartedReasons,
  type Standing,
  standingOf,
} from './mediation.counting';
import { MEDIATION_METRICS, type MediationMetric } from './mediation.metrics';
import type { MediationData } from './report-data';

export const MEDIATION_TABLE = defineReportTable({
  section: 'mediation',
  title: { nl: 'Mediation', en: 'Mediation' },
  definition: {
    nl: 'Aanvragen tellen eenmaal, in het jaar van registratie. Gestart: er is een intake gehouden. Doorgegaan: gestart en niet na de intake gestopt. Een informatieverzoek is nooit een aanvraag.',
    en: 'Requests count once, in the year of registration. Started: an intake was held. Held: started and not stopped after intake. An information request is never a request.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: MEDIATION_METRICS,
  sums: [
    { whole: 'requests', parts: ['started', 'not_started'] },
    { whole: 'started', parts: ['held', 'stopped_after_intake'] },
    {
      whole: 'held',
      parts: ['full_agreement', 'mirror_agreement', 'partial_agreement', 'no_agreement', 'running'],
    },
  ],
  splits: [
    {
      whole: 'all',
      parts: 'kind=*',
      metrics: [
        'requests',
        'not_started',
        'started',
        'stopped_after_intake',
        'held',
        'full_agreement',
        'mirror_agreement',
        'partial_agreement',
        'no_agreement',
        'running',
        'child_interviews',
        'children_interviewed',
        'curator_assignments',
        'curator_children',
      ],
    },
  ],
  facts: ({ year, requests, informationRequests }: MediationData): readonly Fact<MediationMetric>[] => {
    const ofYear = requests
      .map(({ facts }) => facts)
      .filter(({ registered }) => registered.on.startsWith(`${year}-`));
    const ofKind = (code: RequestFacts['kind']) => ofYear.filter(({ kind }) => kind === code);
    return [
      ...counts('all', ofYear),
      ...codesOf(KINDS).flatMap((kind) => counts(`kind=${kind}`, ofKind(kind))),
      ...reasons('not_started', ofYear, notStartedReasons),
      ...reasons('no_agreement', ofYear, noAgreementReasons),
      { metric: 'information_requests', dimension: 'all', value: informationRequests },
    ];
  },
});

function counts(dimension: string, requests: readonly RequestFacts[]): readonly Fact<MediationMetric>[] {
  const standings = requests.map(standingOf);
  const at = (...wanted: readonly Standing[]) =>
    standings.filter((standing) => wanted.includes(standing)).length;
  const total = (of: (facts: RequestFacts) => number) => requests.reduce((sum, facts) => sum + of(facts), 0);
  const count = (metric: MediationMetric, value: number) => ({ metric, dimension, value });

  const started = requests.length - at('not_started');
  const held = started - at('stopped_after_intake');
  const { decimals } = SHARE_RULES['success-2021'];
  return [
    count('requests', requests.length),
    count('not_started', at('not_started')),
    count('started', started),
    count('stopped_after_intake', at('stopped_after_intake')),
    count('held', held),
    count('full_agreement', at('full_agreement')),
    count('mirror_agreement', at('mirror_agreement')),
    count('partial_agreement', at('partial_agreement')),
    count('no_agreement', at('no_agreement')),
    count('running', at('running')),
    {
      metric: 'success_rate_pct',
      dimension,
      value: percentage(at('full_agreement', 'mirror_agreement'), held, decimals),
      n: held,
    },
    count('child_interviews', total(interviewsOf)),
    count('children_interviewed', total(childrenHeard)),
    count('curator_assignments', total(curatorsOf)),
    count('curator_children', total(childrenWithCurator)),
  ];
}

/** One row for each reason that was given, by name. */
function reasons(
  metric: 'not_started' | 'no_agreement',
  requests: readonly RequestFacts[],
  of: (facts: RequestFacts) => readonly string[],
): readonly Fact<MediationMetric>[] {
  const given = requests.filter((facts) => standingOf(facts) === metric).flatMap(of);
  return [...new Set(given)].sort().map((reason) => ({
    metric,
    dimension: `reason=${reason}`,
    value: given.filter((other) => other === reason).length,
  }));
}
