import { Injectable } from '@nestjs/common';
import { outsideEveryWall } from '@bureau/access';
import { millisOf } from '@bureau/kernel';
import { Database, type Cell } from '@bureau/platform';
import { Worklist, type WorklistQuestion, type WorklistRow } from '../../application/worklist.query';
import { DEADLINES, DEADLINE_KINDS } from '../../domain/deadline/deadline.catalogue';
import type { RequestRow } from './request.rows';

/** Behind everything that has a date. */
const NO_DATE = Number.MAX_SAFE_INTEGER;

@Injectable()
export class DatabaseWorklist extends Worklist {
  constructor(private readonly database: Database) {
    super();
  }

  async page(question: WorklistQuestion): Promise<readonly WorklistRow[]> {
    const { where, params } = conditions(question);
    const { after } = question;
    const behind = after
      ? ` AND (COALESCE(next_due_at, ${NO_DATE}) > ? OR (COALESCE(next_due_at, ${NO_DATE}) = ? AND number > ?))`
      : '';
    const place: Cell[] = after ? [after.dueAt, after.dueAt, after.number] : [];
    const rows = await this.database.read<RequestRow & { readonly due: number }>(
      `SELECT number, kind, phase, registered_on, assignee, revision, next_deadline, next_due_on,
              COALESCE(next_due_at, ${NO_DATE}) AS due
       FROM mediation_request WHERE ${where}${behind}
       ORDER BY COALESCE(next_due_at, ${NO_DATE}), number LIMIT ?`,
      [...params, ...place, question.most],
    );
    return rows.map((row) => ({
      number: row.number,
      kind: row.kind,
      phase: row.phase as WorklistRow['phase'],
      registeredOn: row.registered_on,
      assignee: row.assignee,
      revision: row.revision,
      nextDeadline: row.next_deadline,
      nextDueOn: row.next_due_on,
      place: { dueAt: row.due, number: row.number },
    }));
  }

  async count(question: WorklistQuestion): Promise<number> {
    const { where, params } = conditions(question);
    const [row] = await this.database.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM mediation_request WHERE ${where}`,
      params,
    );
    return row?.n ?? 0;
  }
}

/** The texts are constant; everything that was asked for goes in as a parameter. */
function conditions(question: WorklistQuestion): { where: string; params: Cell[] } {
  const where = ['is_open = 1'];
  const params: Cell[] = [];
  const add = (condition: string, ...values: Cell[]): void => {
    where.push(condition);
    params.push(...values);
  };
  add(outsideEveryWall('mediation-request', 'number'), question.asker, millisOf(question.askedAt));
  if (question.ownOf !== null)
    add(
      "number IN (SELECT request FROM request_party WHERE person = ? AND role = 'mediator')",
      question.ownOf,
    );
  if (question.phase) add('phase = ?', question.phase);
  if (question.assignee) add('assignee = ?', question.assignee);
  if (question.dueBefore !== undefined) add('next_due_at < ?', question.dueBefore);
  if (question.q) add("LOWER(number) LIKE LOWER(?) ESCAPE '!'", `%${question.q.replace(/[!%_]/g, '!$&')}%`);
  if (question.role) {
    const kinds = DEADLINE_KINDS.filter((kind) => DEADLINES[kind].responsible === question.role);
    if (kinds.length > 0) add(`next_deadline IN (${kinds.map(() => '?').join(', ')})`, ...kinds);
    else add('1 = 0');
  }
  return { where: where.join(' AND '), params };
}
