/** What came back, read to its end. */
export class HttpAnswer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
  ) {}

  get mediaType(): string {
    return (this.headers.get('content-type') ?? '').split(';')[0] ?? '';
  }

  /** The body as JSON; an empty object when it is none. */
  body<T extends object = Record<string, unknown>>(): T {
    try {
      return JSON.parse(this.text) as T;
    } catch {
      return {} as T;
    }
  }

  /** The stable code of a problem document; the bare text where it is none. */
  get code(): string {
    return this.mediaType === 'application/problem+json'
      ? String(this.body()['code'])
      : `no problem: ${this.text}`;
  }

  /** A sentence for a failing test: what was answered. */
  get summary(): string {
    return `${this.status} ${this.text.slice(0, 200)}`;
  }
}

export type Headed = Readonly<Record<string, string>>;

/** Somebody with a browser or a program of their own, at the HTTP door. */
export class Visitor {
  constructor(
    readonly base: string,
    readonly bearer: string | null,
  ) {}

  async send(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Headed = {},
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: { ...(this.bearer !== null && { authorization: `Bearer ${this.bearer}` }), ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      ...(signal && { signal }),
    });
    return new HttpAnswer(answer.status, answer.headers, await answer.text());
  }

  get(path: string, headers?: Headed): Promise<HttpAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Headed = {}): Promise<HttpAnswer> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  register(registration: object, headers?: Headed): Promise<HttpAnswer> {
    return this.post('/api/mediation-requests', registration, headers);
  }

  /** Sends one event to a request. */
  tell(number: string, event: object, headers?: Headed): Promise<HttpAnswer> {
    return this.post(`/api/mediation-requests/${number}/events`, event, headers);
  }

  /** Sends events that are expected to be taken, one after the other; answers the last. */
  async tellAll(number: string, events: readonly object[]): Promise<HttpAnswer> {
    let last = new HttpAnswer(0, new Headers(), '');
    for (const event of events) {
      last = await this.tell(number, event);
      if (last.status !== 200) throw new Error(`${JSON.stringify(event)}: ${last.summary}`);
    }
    return last;
  }

  /** Registers, and answers the number that was given out. */
  async opens(registration: object): Promise<string> {
    const answer = await this.register(registration);
    if (answer.status !== 201) throw new Error(answer.summary);
    return String(answer.body()['number']);
  }

  view<T extends object = Record<string, unknown>>(number: string): Promise<T> {
    return this.get(`/api/mediation-requests/${number}`).then((answer) => {
      if (answer.status !== 200) throw new Error(answer.summary);
      return answer.body<T>();
    });
  }

  async token(username: string, password: string): Promise<string> {
    const answer = await this.post('/api/session?token=1', { username, password });
    if (answer.status !== 201) throw new Error(`${username}: ${answer.summary}`);
    return String(answer.body()['token']);
  }
}
