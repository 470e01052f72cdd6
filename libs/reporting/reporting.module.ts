import { type DynamicModule, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { AnnualReport } from './application/annual-report.use-case';
import { ReportSource } from './application/report-source.port';

/** The annual report. Whoever puts the program together says where the facts come from. */
@Module({})
export class ReportingModule {
  static readingFrom(source: Type<ReportSource>, imports: ModuleMetadata['imports'] = []): DynamicModule {
    return {
      module: ReportingModule,
      imports,
      providers: [{ provide: ReportSource, useClass: source }, AnnualReport],
      exports: [AnnualReport],
    };
  }
}
