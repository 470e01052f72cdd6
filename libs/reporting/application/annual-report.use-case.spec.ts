import type { YearOfCases } from '@bureau/casework';
import type { YearEvaluations } from '@bureau/correspondence';
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
  async deskOf(): Promise<YearOfCases> {
    return { cases: [], codes: [], contacts: [], parents: [], abductions: [] };
  }
  async contradictionsOf(): Promise<string[]> {
    return ['the contact of 3 March has no case'];
  }
  async evaluationsOf(): Promise<YearEvaluations> {
    return { answered: 0, scores: [] };
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
    expect(lines.slice(0, 2)).toEqual(['year,section,metric,dimension,value', '2025,cases,cases,all,0']);
    expect(lines).toContain('2025,mediation,requests,all,0');
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
    const mediation = tables.find((table: { section: string }) => table.section === 'mediation');
    expect(mediation.rules['success-2021'].basis).toBe('Annual report 2021');
    expect(mediation.rows).toContainEqual({
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

describe('a report whose numbers contradict each other', () => {
  /** Contacts without a case, as often as it is asked for; then none. */
  class Torn extends EmptyYear {
    readings = 0;
    constructor(private readonly wrong: number) {
      super();
    }
    override async deskOf(): Promise<YearOfCases> {
      this.readings += 1;
      const torn = this.readings <= 2 * this.wrong;
      const lost = { line: null, channel: 'phone', callerType: 'parent', contacts: 1 };
      return { ...(await super.deskOf()), contacts: torn ? [lost] : [] };
    }
  }

  it('is read again, for somebody may have saved between two counts', async () => {
    const report = await new AnnualReport(new Torn(2)).execute(2025);
    expect(report.tables).toHaveLength(REPORT_TABLES.length);
  });

  it('is not made when it is wrong every time, and says what disagrees and which record is to blame', async () => {
    await expect(new AnnualReport(new Torn(9)).execute(2025)).rejects.toThrow(
      /section contacts does not add up: contacts \(all\) is 1, but line=1 0 \+ line=2 0 = 0.*Put right first: the contact of 3 March has no case\./,
    );
  });

  it('is not made when two tables count one thing differently', async () => {
    class TwoCounts extends EmptyYear {
      override async deskOf(): Promise<YearOfCases> {
        const cases = [{ line: 2, month: 1, isClosedInYear: false, cases: 3 }];
        return { ...(await super.deskOf()), cases };
      }
    }
    await expect(new AnnualReport(new TwoCounts()).execute(2025)).rejects.toThrow(
      'section cases does not add up: cases (line=2) is 3, but in line2_codes cases (code=all;opened_by=all) 0',
    );
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
