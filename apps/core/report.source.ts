import { Injectable } from '@nestjs/common';
import { CaseFigures, InformationRequests } from '@bureau/casework';
import { Evaluations } from '@bureau/correspondence';
import { RequestsOfYear } from '@bureau/mediation';
import { ReportSource } from '@bureau/reporting';

/** The annual report reads what the other contexts keep, through their own doors. */
@Injectable()
export class BureauReportSource extends ReportSource {
  constructor(
    private readonly requests: RequestsOfYear,
    private readonly informationRequests: InformationRequests,
    private readonly cases: CaseFigures,
    private readonly evaluations: Evaluations,
  ) {
    super();
  }

  requestsOf(year: number) {
    return this.requests.facts(year);
  }

  blame(year: number): Promise<void> {
    return this.requests.blame(year);
  }

  informationRequestsOf(year: number): Promise<number> {
    return this.informationRequests.countByYear(year);
  }

  deskOf(year: number) {
    return this.cases.ofYear(year);
  }

  contradictionsOf(year: number) {
    return this.cases.contradictions(year);
  }

  evaluationsOf(year: number) {
    return this.evaluations.ofYear(year);
  }
}
