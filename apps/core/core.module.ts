import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ACCESS_ROWS, AccessModule, Journal, SecondFactorPolicy } from '@bureau/access';
import { CaseDeskModule, CASEWORK_ROWS, CaseworkModule, ConflictModule } from '@bureau/casework';
import { bureauRules, type Env, MATCH_POLICY, secondFactorRules } from '@bureau/config';
import { CORRESPONDENCE_ROWS, CorrespondenceModule } from '@bureau/correspondence';
import type { Clock } from '@bureau/kernel';
import { MEDIATION_ROWS, MediationModule } from '@bureau/mediation';
import { MEDIATOR_ROWS, MediatorsModule } from '@bureau/mediators';
import { AuditJournal, type JobsRole, PlatformModule, QueueModule } from '@bureau/platform';
import { ReportingModule } from '@bureau/reporting';
import { BureauReportSource } from './report.source';

const ROWS = [...ACCESS_ROWS, ...MEDIATION_ROWS, ...MEDIATOR_ROWS, ...CASEWORK_ROWS, ...CORRESPONDENCE_ROWS];

const accountJournal = (audit: AuditJournal): Journal => ({
  record: (entry) => audit.record('accounts', entry),
});

/** What the bureau decides about accounts, and where it writes down what happens to them. */
@Global()
@Module({})
class AccountRulesModule {
  static forRoot({ SECOND_FACTOR_FOR }: Env): DynamicModule {
    const policy = new SecondFactorPolicy(secondFactorRules(SECOND_FACTOR_FOR));
    return {
      module: AccountRulesModule,
      providers: [
        { provide: Journal, inject: [AuditJournal], useFactory: accountJournal },
        { provide: SecondFactorPolicy, useValue: policy },
      ],
      exports: [Journal, SecondFactorPolicy],
    };
  }
}

export interface CoreOptions {
  readonly clock?: Clock;
  /** What this process does about jobs; when left out, nothing: a command ends before any of them is due. */
  readonly jobs?: JobsRole;
}

/** All contexts of the bureau put together, without any door to the outside: what every process has in common. */
@Module({})
export class CoreModule {
  static forRoot(env: Env, { clock, jobs = 'rests' }: CoreOptions = {}): DynamicModule {
    const rules = bureauRules(env.BUREAU_TIMEZONE);
    const casework = CaseworkModule.forRoot(rules);
    const contexts = [
      AccountRulesModule.forRoot(env),
      AccessModule,
      MediatorsModule,
      casework,
      ConflictModule.forRoot({ policy: MATCH_POLICY }),
      CorrespondenceModule,
      MediationModule.forRoot(rules),
      CaseDeskModule,
      ReportingModule.readingFrom(BureauReportSource, [casework, CorrespondenceModule]),
    ];
    return {
      module: CoreModule,
      imports: [
        PlatformModule.forRoot({
          url: env.DATABASE_URL,
          rows: ROWS,
          keys: { keys: env.BUREAU_KEY, file: env.BUREAU_KEY_FILE },
          ...(clock && { clock }),
        }),
        QueueModule.forRoot({ url: env.QUEUE_URL, role: jobs, sweepMillis: env.SWEEP_SECONDS * 1000 }),
        ...contexts,
      ],
      exports: [AccessModule, MediatorsModule, casework, CorrespondenceModule, ReportingModule],
    };
  }
}
