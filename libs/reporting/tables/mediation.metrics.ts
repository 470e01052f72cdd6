import type { Words } from '@bureau/kernel';
import type { MetricEntry } from '../domain/report-table';

const words = (nl: string, en: string): { readonly label: Words } => ({ label: { nl, en } });

/** What the mediation table counts, in the order of the report. */
export const MEDIATION_METRICS = {
  requests: words('Aanvragen', 'Requests'),
  not_started: words('Niet gestart', 'Not started'),
  started: words('Gestart', 'Started'),
  stopped_after_intake: words('Na de intake gestopt', 'Stopped after intake'),
  held: words('Doorgegaan', 'Held'),
  full_agreement: words('Volledige overeenkomst', 'Full agreement'),
  mirror_agreement: words('Spiegelovereenkomst', 'Mirror agreement'),
  partial_agreement: words('Deelovereenkomst', 'Partial agreement'),
  no_agreement: words('Geen overeenkomst', 'No agreement'),
  running: words('Loopt nog', 'Running'),
  success_rate_pct: { ...words('Slagingspercentage', 'Success rate'), rule: 'success-2021' },
  child_interviews: words('Kindgesprekken', 'Child interviews'),
  children_interviewed: words('Gehoorde kinderen', 'Children heard'),
  curator_assignments: words('Benoemingen van een bijzondere curator', 'Special curators appointed'),
  curator_children: words('Kinderen met een bijzondere curator', 'Children with a special curator'),
  information_requests: words('Informatieverzoeken', 'Information requests'),
} as const satisfies Record<string, MetricEntry>;

export type MediationMetric = keyof typeof MEDIATION_METRICS;
