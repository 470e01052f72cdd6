import { Injectable } from '@nestjs/common';
import { endOfDay } from '@bureau/calendar';
import { instantFromMillis, millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import { Database, type Insert, type TaskRow } from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import { Digests, type StoredDigest } from '../../application/digests';
import { kindsBy, remindedUntil, stageOn, type ChaseStage } from '../../domain/deadline/chase.rules';
import { DEADLINES, type DeadlineKind } from '../../domain/deadline/deadline.catalogue';
import type { Digest, Work } from '../../domain/task/digest.rules';
import type { DigestRow } from './digest.row';
import type { RequestDeadlineRow, RequestPartyRow } from './request.rows';

type Due = Pick<RequestDeadlineRow, 'request' | 'kind' | 'due_on'> & {
  readonly assignee: string | null;
  readonly reminder_by: string | null;
  readonly overdue_by: string | null;
  readonly escalated_by: string | null;
};

const ofStage = (stage: ChaseStage): string =>
  `LEFT JOIN task ${stage} ON ${stage}.id = 'dl-' || d.request || '-' || d.kind || '-' || d.revision || '-${stage}'`;

@Injectable()
export class DatabaseDigests extends Digests {
  constructor(
    private readonly database: Database,
    private readonly rules: BureauRules,
  ) {
    super();
  }

  async of(username: string, on?: PlainDate): Promise<StoredDigest | null> {
    const [row] = on
      ? await this.database.read<DigestRow>('SELECT * FROM digest WHERE username = ? AND on_day = ?', [
          username,
          on,
        ])
      : await this.database.read<DigestRow>(
          'SELECT * FROM digest WHERE username = ? ORDER BY on_day DESC LIMIT 1',
          [username],
        );
    if (!row) return null;
    const digest = JSON.parse(row.content) as Digest;
    return { on: row.on_day as PlainDate, madeAt: instantFromMillis(row.made_at), ...digest };
  }

  /** Everything that waits for anybody on the day, of whoever's it is. */
  async workOn(today: PlainDate): Promise<readonly Work[]> {
    return [...(await this.deadlines(today)), ...(await this.otherTasks())];
  }

  private async deadlines(today: PlainDate): Promise<readonly Work[]> {
    const { calendar } = this.rules;
    const until = [...kindsBy('remindsBefore').keys()]
      .map((days) => remindedUntil(today, days, calendar))
      .reduce((last, one) => (one > last ? one : last), today);
    const before = millisOf(endOfDay(until, calendar.zone));
    const rows = await this.database.read<Due>(
      `SELECT d.request, d.kind, d.due_on, r.assignee, reminder.done_by AS reminder_by,
              overdue.done_by AS overdue_by, escalated.done_by AS escalated_by
       FROM request_deadline d JOIN mediation_request r ON r.number = d.request
       ${ofStage('reminder')} ${ofStage('overdue')} ${ofStage('escalated')}
       WHERE d.state = 'open' AND d.due_at <= ?`,
      [before],
    );
    const people = await this.people(before);
    return rows.flatMap((row) => this.workOf(row, today, people));
  }

  /** Nothing when there is nothing to say of it yet, or when somebody has ticked it off at this stage. */
  private workOf(
    row: Due,
    today: PlainDate,
    people: ReadonlyMap<string, readonly string[]>,
  ): readonly Work[] {
    const kind = row.kind as DeadlineKind;
    const dueOn = row.due_on as PlainDate;
    const stage = stageOn(kind, dueOn, today, this.rules.calendar);
    if (stage === null || isTickedOff(row, stage)) return [];
    const { responsible } = DEADLINES[kind];
    return [
      {
        subject: row.request,
        kind,
        stage,
        dueOn,
        forRole: responsible,
        forPerson: null,
        assignee: row.assignee,
        people: people.get(`${row.request} ${responsible}`) ?? [],
      },
    ];
  }

  private async people(before: number): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.read<RequestPartyRow>(
      `SELECT DISTINCT p.request, p.person, p.role FROM request_deadline d
       JOIN request_party p ON p.request = d.request WHERE d.state = 'open' AND d.due_at <= ?`,
      [before],
    );
    const people = new Map<string, string[]>();
    for (const { request, person, role } of rows) {
      const key = `${request} ${role}`;
      people.set(key, [...(people.get(key) ?? []), person]);
    }
    return people;
  }

  /** Tasks that are no stage of a deadline: of offers, of the advice desk. */
  private async otherTasks(): Promise<readonly Work[]> {
    const rows = await this.database.read<TaskRow & { readonly assignee: string | null }>(
      `SELECT t.*, r.assignee FROM task t
       LEFT JOIN mediation_request r ON r.number = t.subject
       LEFT JOIN request_deadline d ON d.request = t.subject AND d.kind = t.deadline
       WHERE t.done_at IS NULL AND (t.deadline IS NULL OR t.deadline <> t.kind)
         AND (t.deadline IS NULL OR (d.state = 'open' AND d.revision = t.revision))`,
    );
    return rows.map((row) => ({
      subject: row.subject,
      kind: row.kind,
      stage: row.stage as ChaseStage,
      dueOn: row.due_on as PlainDate | null,
      forRole: row.for_role,
      forPerson: row.for_person,
      assignee: row.assignee,
      people: [],
    }));
  }
}

/** Who ticks off what is overdue answers for it: it is not passed on, and nobody is told again. */
const isTickedOff = (row: Due, stage: ChaseStage): boolean =>
  stage === 'reminder'
    ? row.reminder_by !== null
    : row.overdue_by !== null || (stage === 'escalated' && row.escalated_by !== null);

/** Digests as part of a batch; a person's digest of a day is made once. */
export const digestRows = (
  digests: readonly { readonly username: string; readonly digest: Digest }[],
  on: PlainDate,
  madeAt: Instant,
): Insert => ({
  insert: 'digest',
  rows: digests.map(({ username, digest }) => ({
    username,
    on_day: on,
    made_at: millisOf(madeAt),
    content: JSON.stringify(digest),
  })),
  onConflict: { key: ['username', 'on_day'], then: 'ignore' },
});
