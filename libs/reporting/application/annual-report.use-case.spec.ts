import type { RequestFacts } from '@bureau/mediation';
import { REPORT_FORMATS } from '../adapters/render/report-formats';
import { REPORT_TABLES } from '../tables';
import { AnnualReport } from './annual-report.use-case';
import { ReportSource } from './report-source.port';

class EmptyYear extends ReportSource {
  blame(): Promise<void> {
    return Promise.resolve();
  }

  async requestsOf(): Promise<RequestFacts[]> {
    return [];
  }
  async informationRequestsOf(year: number): Promise<number> {
    return year - 2000;
  }
}

/** As much of a request as the report looks at. */
const request = (outcome: 'full' | 'none'): RequestFacts =>
  ({
    kind: 'NIKO',
    registered: { on: '2025-03-05' },
    parents: { A: { intake: { result: 'suitable' } }, B: { intake: null } },
    outcome: { outcome, reasons: outcome === 'none' ? ['safety'] : [] },
    end: { how: 'outcome_recorded', stage: 'in_sessions' },
    interviews: [],
    curators: [],
  }) as unknown as RequestFacts;

class FourMediations extends EmptyYear {
  override async requestsOf(): Promise<RequestFacts[]> {
    return [request('full'), request('none'), request('none'), request('none')];
  }
}

describe('the annual report', () => {
  it('prints one fact a row, zeros too, and an empty cell for a percentage of nothing', async () => {
    const lines = REPORT_FORMATS.csv
      .render(await new AnnualReport(new EmptyYear()).execute(2025))
      .split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      'year,section,metric,dimension,value',
      '2025,mediation,requests,all,0',
    ]);
    expect(lines).toContain('2025,mediation,success_rate_pct,kind=IKO,');
    expect(lines).toContain('2025,mediation,information_requests,all,25');
  });

  it('prints a percentage with one decimal, also when it is whole', async () => {
    const text = REPORT_FORMATS.csv.render(await new AnnualReport(new FourMediations()).execute(2025));
    expect(text).toContain('\r\n2025,mediation,success_rate_pct,all,25.0\r\n');
  });

  it('gives the same facts as JSON, every percentage with its rule and its n', async () => {
    const report = await new AnnualReport(new FourMediations()).execute(2025);
    const { year, tables } = JSON.parse(REPORT_FORMATS.json.render(report));
    expect([year, tables.length]).toEqual([2025, REPORT_TABLES.length]);
    expect(tables[0].rules['success-2021'].basis).toBe('Annual report 2021');
    expect(tables[0].rows).toContainEqual({
      year: 2025,
      section: 'mediation',
      metric: 'success_rate_pct',
      dimension: 'kind=NIKO',
      value: 25,
      rule: 'success-2021',
      n: 4,
    });
    const csvRows = REPORT_FORMATS.csv.render(report).trim().split('\r\n').length - 1;
    expect(tables.flatMap((table: { rows: unknown[] }) => table.rows)).toHaveLength(csvRows);
  });
});

it('has every section once, with title, definition and basis', () => {
  const sections = REPORT_TABLES.map(({ section }) => section);
  expect(new Set(sections).size).toBe(sections.length);
  for (const { title, definition, basis, metrics } of REPORT_TABLES) {
    expect([title.nl, title.en, definition.nl, definition.en, basis].every(Boolean)).toBe(true);
    expect(Object.values(metrics).every(({ label }) => label.nl && label.en)).toBe(true);
  }
});
