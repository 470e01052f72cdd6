import { Injectable } from '@nestjs/common';
import { Database, type ImportPlan, type Write } from '@bureau/platform';
import { EvaluationRegister } from '../../application/evaluations.port';
import type { Evaluation } from '../../domain/evaluation';
import { evaluationsOf, rowsOf } from './evaluation-answer.mapper';
import type { EvaluationAnswerRow } from './evaluation-answer.row';

@Injectable()
export class DatabaseEvaluationRegister extends EvaluationRegister {
  constructor(private readonly database: Database) {
    super();
  }

  async stored(records: readonly Evaluation[]): Promise<ReadonlyMap<string, Evaluation>> {
    // A year is some dozens of requests: one read each, by key.
    const requests = [...new Set(records.map(({ request }) => request))];
    const rows = await Promise.all(
      requests.map((request) =>
        this.database.read<EvaluationAnswerRow>('SELECT * FROM evaluation_answer WHERE request = ?', [
          request,
        ]),
      ),
    );
    return evaluationsOf(rows.flat());
  }

  async save({ added, updated }: Pick<ImportPlan<Evaluation>, 'added' | 'updated'>): Promise<boolean> {
    const writes: Write[] = [
      { insert: 'evaluation_answer', rows: rowsOf(added) },
      {
        insert: 'evaluation_answer',
        rows: rowsOf(updated),
        onConflict: { key: ['request', 'parent', 'item'], then: 'update' },
      },
    ];
    const { ok } = await this.database.commit({ writes });
    return ok;
  }
}
