import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@bureau/access';
import { ConflictController } from './adapters/http/conflict.controller';
import { DatabaseConflictChecks } from './adapters/persistence/database-conflict-checks';
import { DatabaseFamilyIndex } from './adapters/persistence/database-family-index';
import { DatabaseRegisteredConflicts } from './adapters/persistence/database-registered-conflicts';
import { CheckForConflicts, ConflictRules } from './application/conflict/check-for-conflicts.use-case';
import { ConflictChecks, FamilyIndex } from './application/conflict/conflict.ports';
import { DecideConflict } from './application/conflict/decide-conflict.use-case';
import { RegisteredConflicts, WallOffRegister } from './application/conflict/wall-off-register.use-case';

/** The conflict check over cases and mediation requests. Needs `Database` and `Clock` from a global module. */
@Module({})
export class ConflictModule {
  static forRoot(rules: ConflictRules): DynamicModule {
    return {
      module: ConflictModule,
      global: true,
      imports: [AccessModule],
      providers: [
        { provide: ConflictRules, useValue: rules },
        { provide: FamilyIndex, useClass: DatabaseFamilyIndex },
        { provide: ConflictChecks, useClass: DatabaseConflictChecks },
        { provide: RegisteredConflicts, useClass: DatabaseRegisteredConflicts },
        CheckForConflicts,
        DecideConflict,
        WallOffRegister,
      ],
      exports: [CheckForConflicts, DecideConflict, WallOffRegister, ConflictChecks, FamilyIndex],
    };
  }
}

/** The doors of the conflict check over HTTP. */
@Module({ imports: [AccessModule], controllers: [ConflictController] })
export class ConflictHttpModule {}
