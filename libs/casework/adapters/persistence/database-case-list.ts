import { Injectable } from '@nestjs/common';
import { type Cell, Database } from '@bureau/platform';
import { CaseList, type CaseListRow, type CaseQuestion } from '../../application/case.list.query';
import type { Depth, Viewer } from '../../application/viewer';
import { askedFor, LONGEST_TOKEN } from '../../domain/people/search.tokens';
import type { CaseFileRow } from './case.rows';
import { knownTo, openTo } from './case.visibility';

type Row = CaseFileRow & { readonly is_content: number };

/** Behind every letter and figure that a token can hold, in the order of any database. */
const LAST = 'z'.repeat(LONGEST_TOKEN);
/** Up to here the cases of a word are fetched; of a more frequent one the cases are gone through in order instead. */
const RARE = 2_000;

/** The first and the last token that meet a word of the question. */
interface Asked {
  readonly range: readonly [string, string];
  readonly isRare: boolean;
}

const IS_NUMBER = /^[A-Za-z0-9._]*-[A-Za-z0-9._-]*$/;

const isNumber = (q: string | undefined): boolean => q !== undefined && IS_NUMBER.test(q);

@Injectable()
export class DatabaseCaseList extends CaseList {
  constructor(private readonly database: Database) {
    super();
  }

  async page(question: CaseQuestion, viewer: Viewer): Promise<readonly CaseListRow[]> {
    const words = isNumber(question.q) ? [] : await this.asked(question.q ?? '');
    const { where, params } = conditions(question, viewer, words);
    const content = openTo(viewer);
    const order = question.dueUntil === undefined ? 'c.number DESC' : 'c.follow_up_due, c.number';
    const rows = await this.database.read<Row>(
      `SELECT c.number, c.line, c.state, c.handler, c.deputy, c.code, c.opened_on, c.caller_type, c.caller_role,
              c.from_country, c.to_country, c.child_count, c.follow_up_due, c.incident,
              CASE WHEN ${content.sql} THEN 1 ELSE 0 END AS is_content
       FROM case_file c WHERE ${where} ORDER BY ${order} LIMIT ?`,
      [...content.params, ...params, question.most],
    );
    return rows.map(listRow);
  }

  private asked(q: string): Promise<readonly Asked[]> {
    return Promise.all(
      askedFor(q).map(async ({ word, isBeginning }) => {
        const range = [word, isBeginning ? `${word}${LAST}` : word] as const;
        // PostgreSQL counts its words itself, and joins better than it is told to.
        if (this.database.dialect === 'postgres') return { range, isRare: true };
        const [row] = await this.database.read<{ n: number }>(
          'SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM case_search WHERE token >= ? AND token <= ? LIMIT ?) AS found',
          [...range, RARE + 1],
        );
        return { range, isRare: (row?.n ?? 0) <= RARE };
      }),
    );
  }

  async depthOf(number: string, viewer: Viewer): Promise<Depth | null> {
    const [known, content] = [knownTo(viewer), openTo(viewer)];
    const [row] = await this.database.read<Pick<Row, 'is_content'>>(
      `SELECT CASE WHEN ${content.sql} THEN 1 ELSE 0 END AS is_content
       FROM case_file c WHERE c.number = ? AND (${known.sql})`,
      [...content.params, number, ...known.params],
    );
    return row ? (row.is_content === 1 ? 'content' : 'existence') : null;
  }
}

/** The texts are constant for each kind of question; everything that was asked for goes in as a parameter. */
function conditions(
  question: CaseQuestion,
  viewer: Viewer,
  words: readonly Asked[],
): { where: string; params: Cell[] } {
  const where: string[] = [];
  const params: Cell[] = [];
  const add = (condition: string, ...values: readonly Cell[]): void => {
    where.push(`(${condition})`);
    params.push(...values);
  };
  const { isOpen, line, state, handler, year, code, q, dueUntil, after } = question;
  const asksNumber = isNumber(q);
  const asksContent =
    question.isOwn === true ||
    code !== undefined ||
    dueUntil !== undefined ||
    (q !== undefined && !asksNumber);
  const visible = asksContent ? openTo(viewer) : knownTo(viewer);
  add(visible.sql, ...visible.params);
  if (isOpen !== undefined) add('c.is_open = ?', isOpen ? 1 : 0);
  if (line !== undefined) add('c.line = ?', line);
  if (state !== undefined) add('c.state = ?', state);
  if (handler !== undefined) add('c.handler = ?', handler);
  // With a sign before it, no index: SQLite would fetch a whole year to sort it.
  if (year !== undefined) add('+c.opened_year = ?', year);
  if (code !== undefined) add('c.code = ?', code);
  if (dueUntil !== undefined) add('c.is_open = 1 AND c.follow_up_due <= ?', dueUntil);
  if (q !== undefined && asksNumber) add('c.number >= ? AND c.number <= ?', q, `${q}${LAST}`);
  if (q !== undefined && !asksNumber) addWords(words, add);
  if (after) {
    if (dueUntil === undefined) add('c.number < ?', after.number);
    else
      add(
        'c.follow_up_due > ? OR (c.follow_up_due = ? AND c.number > ?)',
        after.due,
        after.due,
        after.number,
      );
  }
  return { where: where.join(' AND '), params };
}

function addWords(
  words: readonly Asked[],
  add: (condition: string, ...values: readonly Cell[]) => void,
): void {
  if (words.length === 0) add('1 = 0');
  for (const { range, isRare } of words)
    add(
      isRare
        ? 'c.number IN (SELECT case_number FROM case_search WHERE token >= ? AND token <= ?)'
        : 'EXISTS (SELECT 1 FROM case_search s WHERE s.case_number = c.number AND s.token >= ? AND s.token <= ?)',
      ...range,
    );
}

const listRow = (row: Row): CaseListRow => ({
  number: row.number,
  line: row.line as CaseListRow['line'],
  state: row.state as CaseListRow['state'],
  handler: row.handler,
  content:
    row.is_content === 1
      ? {
          code: row.code as NonNullable<CaseListRow['content']>['code'],
          openedOn: row.opened_on,
          callerType: row.caller_type,
          callerRole: row.caller_role,
          fromCountry: row.from_country,
          toCountry: row.to_country,
          childCount: row.child_count,
          deputy: row.deputy,
          followUpDue: row.follow_up_due,
          incident: row.incident,
        }
      : null,
});
