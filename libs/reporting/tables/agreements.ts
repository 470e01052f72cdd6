import type { Agreement } from '../domain/report-agreement';

const parentsOf = (section: string, code: string): Agreement => ({
  cell: { section, metric: 'cases', dimension: 'opened_by=parent' },
  mustEqual: { section: 'line2_codes', metric: 'cases', dimension: `code=${code};opened_by=parent` },
});

/** Numbers that stand in two tables. They are counted apart, and must be the same. */
export const AGREEMENTS: readonly Agreement[] = [
  {
    cell: { section: 'cases', metric: 'cases', dimension: 'line=2' },
    mustEqual: { section: 'line2_codes', metric: 'cases', dimension: 'code=all;opened_by=all' },
  },
  parentsOf('prevention', 'prevention'),
  parentsOf('relocation', 'relocation_consent'),
  parentsOf('abduction', 'international_child_abduction'),
  parentsOf('international_contact', 'international_contact'),
];
