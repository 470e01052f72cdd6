import { Injectable } from '@nestjs/common';
import { InformationRequests } from '@bureau/casework';
import { RequestsOfYear } from '@bureau/mediation';
import { ReportSource } from '@bureau/reporting';

/** The annual report reads what the other contexts keep, through their own doors. */
@Injectable()
export class BureauReportSource extends ReportSource {
  constructor(
    private readonly requests: RequestsOfYear,
    private readonly informationRequests: InformationRequests,
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
}
