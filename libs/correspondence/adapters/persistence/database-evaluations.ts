import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { Evaluations, type ScoreCount, type YearEvaluations } from '../../application/evaluations.port';

@Injectable()
export class DatabaseEvaluations extends Evaluations {
  constructor(private readonly database: Database) {
    super();
  }

  async ofYear(year: number): Promise<YearEvaluations> {
    const [[forms], scores] = await Promise.all([
      this.database.read<{ n: number }>(
        'SELECT COUNT(*) AS n FROM (SELECT DISTINCT request, parent FROM evaluation_answer WHERE request_year = ?) form',
        [year],
      ),
      this.database.read<ScoreCount>(
        'SELECT item, score, COUNT(*) AS answers FROM evaluation_answer WHERE request_year = ? GROUP BY item, score',
        [year],
      ),
    ]);
    return { answered: forms?.n ?? 0, scores };
  }
}
