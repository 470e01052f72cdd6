import { setTimeout as sleep } from 'node:timers/promises';
import { Visitor } from '../../support/http.visitor';
import type { SeededChance } from '../../support/seeded.chance';
import type { KeptProcess } from '../stage/kept-process';
import type { Account } from '../stage/stage';
import type { Attempt } from '../logbook';

/** Longer than the program may take to notice that its database has fallen silent. */
const PATIENCE_MS = 25_000;
const AGAIN_MS = 150;

export interface Reply {
  readonly sentAt: number;
  readonly gotAt: number;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly text: string;
  readonly code: string;
}

export interface Letter {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody with an account, who logs in again whenever the session is over. */
export class Caller {
  private token: string | null = null;

  constructor(
    readonly account: Account,
    private readonly apis: readonly KeptProcess[],
    private readonly chance: SeededChance,
    /** Answers that no contract knows. */
    private readonly onOddity: (what: string) => void,
  ) {}

  /** Where somebody answers just now; several of them when there are. */
  get doors(): readonly string[] {
    return this.apis.flatMap(({ base }) => (base === null ? [] : [base]));
  }

  /** Once to any door, or to the one given. A session that is over is renewed first, without counting as an attempt. */
  async send(letter: Letter, door?: string): Promise<Reply> {
    for (;;) {
      const base = door ?? (await this.anyDoor());
      if (this.token === null && !(await this.logIn(base))) return this.noAnswer(Date.now());
      const token = this.token;
      const reply = await this.carry(base, token, letter);
      if (reply.status !== 401) return reply;
      if (this.token === token) this.token = null;
    }
  }

  private async anyDoor(): Promise<string> {
    for (; ; await sleep(AGAIN_MS)) {
      const { doors } = this;
      if (doors.length > 0) return this.chance.among(doors);
    }
  }

  private async logIn(base: string): Promise<boolean> {
    const { username, password } = this.account;
    const reply = await this.carry(base, null, {
      method: 'POST',
      path: '/api/session?token=1',
      body: { username, password },
    });
    if (reply.status !== 201) return false;
    this.token = (JSON.parse(reply.text) as { readonly token: string }).token;
    return true;
  }

  private async carry(base: string, token: string | null, letter: Letter): Promise<Reply> {
    const { method, path, body, headers = {} } = letter;
    const sentAt = Date.now();
    const visitor = new Visitor(base, token);
    const text = body && JSON.stringify(body);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await visitor.send(
        method,
        path,
        text,
        { ...(text && { 'content-type': 'application/json' }), ...headers },
        signal,
      );
      const { status } = answer;
      const code = status < 400 ? '' : answer.code;
      if (!KNOWN.has(status)) this.onOddity(`${method} ${path} answered ${answer.summary}`);
      return { sentAt, gotAt: Date.now(), status, text: answer.text, code };
    } catch {
      if (signal.aborted) this.onOddity(`${method} ${path} did not answer within ${PATIENCE_MS} ms`);
      return this.noAnswer(sentAt);
    }
  }

  private noAnswer(sentAt: number): Reply {
    return { sentAt, gotAt: Date.now(), status: null, text: '', code: '' };
  }
}

const KNOWN = new Set([200, 201, 204, 401, 403, 404, 409, 422, 429, 503]);

/** Whether sending the same again might bring a better answer. */
export const isPassing = (status: number | null): boolean =>
  status === null || status === 503 || status === 429;

export function attemptOf({ sentAt, gotAt, status, text, code }: Reply): Attempt {
  const isDone = status === 200 || status === 201;
  const answer = isDone ? (JSON.parse(text) as { readonly number: string; readonly revision: number }) : null;
  return {
    sentAt,
    gotAt,
    status,
    code,
    written: answer && { number: answer.number, revision: answer.revision },
  };
}
