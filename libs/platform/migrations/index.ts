import type { MigrationClass } from '../database';
import { First1764000000000 } from './0001-first.migration';
import { Tasks1764100000000 } from './0002-tasks.migration';
import { Casework1764200000000 } from './0003-casework.migration';
import { Walls1764300000000 } from './0004-walls.migration';
import { Evaluations1764400000000 } from './0005-evaluations.migration';
import { CaseLists1764500000000 } from './0006-case-lists.migration';
import { Installation1764600000000 } from './0007-installation.migration';
import { SecondFactor1764700000000 } from './0008-second-factor.migration';
import { ClosingDay1764800000000 } from './0009-closing-day.migration';

/** Every migration in order. An explicit list: a pattern of file names would differ between sources, build and tests. */
export const MIGRATIONS: readonly MigrationClass[] = [
  First1764000000000,
  Tasks1764100000000,
  Casework1764200000000,
  Walls1764300000000,
  Evaluations1764400000000,
  CaseLists1764500000000,
  Installation1764600000000,
  SecondFactor1764700000000,
  ClosingDay1764800000000,
];
