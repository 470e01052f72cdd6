import type { FileName } from '@bureau/access';
import type { HttpAnswer, Visitor } from '../http.visitor';

/** A call as somebody would make it who wants to know more than they may. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** What is known of a file that a wall hides: none of it may come out of any door. */
export interface HiddenFile {
  readonly name: FileName;
  /** A number of the same shape that was never given out. */
  readonly absent: string;
  /** Texts that stand in this file and in no other. */
  readonly secrets: readonly string[];
  /** The id of a task of this file; null when it has none. */
  readonly task: string | null;
  /** The id of a hand-over of this file; null when it has none. */
  readonly handover: string | null;
}

interface Asked {
  readonly kind: FileName['kind'];
  readonly number: string;
  readonly task: string;
  readonly handover: string;
}

interface NamesAFile {
  readonly names: readonly FileName['kind'][];
  /** The calls about this file: first the hidden one, then one that was never there. */
  readonly calls: (asked: Asked) => readonly Call[];
}
interface ListsFiles {
  readonly lists: (number: string) => readonly Call[];
}
interface TellsOfNoFile {
  readonly why: string;
}

export type DoorWalk = NamesAFile | ListsFiles | TellsOfNoFile;

const get = (path: string): Call => ({ method: 'GET', path });
const post = (path: string, body: object = {}): Call => ({ method: 'POST', path, body });
const request = (...calls: ((number: string) => Call)[]): NamesAFile => ({
  names: ['mediation-request'],
  calls: ({ number }) => calls.map((call) => call(number)),
});
const aCase = (...calls: ((number: string) => Call)[]): NamesAFile => ({
  names: ['case'],
  calls: ({ number }) => calls.map((call) => call(number)),
});
const aHandover = (act: string, body: object): NamesAFile => ({
  names: ['case'],
  calls: ({ handover }) => [post(`/api/handovers/${handover}/${act}`, body)],
});

const REASON = 'It has to be known today.';
const ENDS_A_REQUEST = { type: 'request.suspended', reason: 'other' };

/** The question that a request came of, as the setting of the walk registers it. */
export const A_QUESTION = '2026-04-19|lawyer|email|1';

export const AN_OFFER = {
  kind: 'NIKO',
  consentBy: 'the mother, by telephone',
  consentOn: '2026-04-20',
  facts: {
    parent: 'mother',
    contact: { name: 'O. Melnichenko', phone: '+31612345678' },
    wish: 'to speak about the summer',
    languages: ['nl'],
    isSafetyConcern: false,
  },
};

/**
 * Every route of the program, and how somebody would try to look past a wall through it. The walk fails on a route that
 * is not here: say how it names files, how it lists them, or why it tells of none.
 */
export const DOORS: Readonly<Record<string, DoorWalk>> = {
  'get /api/mediation-requests/:number': request((n) => get(`/api/mediation-requests/${n}`)),
  'get /api/mediation-requests/:number/history': request((n) => get(`/api/mediation-requests/${n}/history`)),
  'get /api/mediation-requests/:number/diagram': request((n) => get(`/api/mediation-requests/${n}/diagram`)),
  'post /api/mediation-requests/:number/events': request(
    (n) => post(`/api/mediation-requests/${n}/events`, { type: 'request.closed' }),
    (n) => post(`/api/mediation-requests/${n}/events`, ENDS_A_REQUEST),
    (n) => post(`/api/mediation-requests/${n}/events`, { type: 'mediators.accepted', mediator: 'm01' }),
  ),
  'post /api/mediation-requests': { why: 'gives out a new number; what it answers is what was sent' },
  'get /api/worklist': {
    lists: (n) => [
      get('/api/worklist?limit=100'),
      get(`/api/worklist?q=${n}`),
      get(`/api/worklist?q=${n.slice(0, 8)}`),
      get('/api/worklist?due=overdue'),
    ],
  },
  'get /api/cases': {
    lists: (n) => [
      get('/api/cases?limit=100'),
      get('/api/cases?own=1'),
      get(`/api/cases?q=${n}`),
      get('/api/cases?q=melnichenko'),
      get('/api/cases?q=oksana&open=1'),
      get('/api/cases?code=prevention&year=2026'),
      get('/api/cases?due=2027-01-01'),
    ],
  },
  'post /api/cases': { why: 'gives out a new number; says whether somebody has to decide, never about what' },
  'get /api/cases/:number': aCase((n) => get(`/api/cases/${n}`)),
  'get /api/cases/:number/history': aCase((n) => get(`/api/cases/${n}/history`)),
  'post /api/cases/:number/contacts': aCase((n) => post(`/api/cases/${n}/contacts`, { channel: 'phone' })),
  'post /api/cases/:number/close': aCase((n) => post(`/api/cases/${n}/close`, { reason: 'resolved' })),
  'post /api/cases/:number/reopen': aCase((n) => post(`/api/cases/${n}/reopen`, { reason: REASON })),
  'post /api/cases/:number/follow-up': aCase((n) =>
    post(`/api/cases/${n}/follow-up`, { dueOn: '2026-05-01', reason: REASON }),
  ),
  'post /api/cases/:number/referrals': aCase((n) => post(`/api/cases/${n}/referrals`, { partner: 'police' })),
  'post /api/cases/:number/revise': aCase((n) => post(`/api/cases/${n}/revise`, { code: 'prevention' })),
  'put /api/cases/:number/people': aCase((n) => ({
    ...post(`/api/cases/${n}/people`, { people: [] }),
    method: 'PUT',
  })),
  'post /api/cases/:number/handover': aCase((n) => post(`/api/cases/${n}/handover`, AN_OFFER)),
  'post /api/cases/:number/assign': aCase((n) => post(`/api/cases/${n}/assign`, { handler: 'bas' })),
  'post /api/cases/:number/deputy': aCase((n) => post(`/api/cases/${n}/deputy`, { deputy: 'bas' })),
  'get /api/handovers': { lists: () => [get('/api/handovers'), get('/api/handovers?which=all')] },
  'post /api/handovers/:id/accept': aHandover('accept', { request: 'MB-2026-001' }),
  'post /api/handovers/:id/ask-back': aHandover('ask-back', { reason: REASON }),
  'post /api/handovers/:id/refuse': aHandover('refuse', { reason: REASON }),
  'post /api/handovers/:id/answer': aHandover('answer', { reason: REASON }),
  'post /api/handovers/:id/withdraw': aHandover('withdraw', { reason: REASON }),
  'get /api/information-requests': { lists: () => [get('/api/information-requests?year=2026')] },
  'post /api/information-requests': { why: 'registers a question, of which no file is known yet' },
  'post /api/information-requests/:id/request': request((n) =>
    post(`/api/information-requests/${encodeURIComponent(A_QUESTION)}/request`, { request: n }),
  ),
  'get /api/digest': { lists: () => [get('/api/digest')] },
  'post /api/tasks/:id/done': {
    names: ['mediation-request'],
    calls: ({ task }) => [post(`/api/tasks/${task}/done`, { reason: REASON })],
  },
  'post /api/conflict-checks': {
    names: ['mediation-request', 'case'],
    calls: ({ number, kind }) => [post('/api/conflict-checks', { kind, number, people: [] })],
  },
  'get /api/conflict-checks': { lists: () => [get('/api/conflict-checks')] },
  'post /api/conflict-checks/:id/decision': {
    why: 'for planners, by the id of a check, which names no file',
  },
  'post /api/broken-glasses': {
    why: 'the emergency door: it opens a hidden file on purpose, and tells the planner; it has a test of its own',
  },
  'get /api/broken-glasses': { lists: () => [get('/api/broken-glasses')] },
  'post /api/broken-glasses/:id/review': { why: 'by the id of a broken glass, which names no file' },
  'get /api/files/:kind/:number/access': {
    names: ['mediation-request', 'case'],
    calls: ({ number, kind }) => [get(`/api/files/${kind}/${number}/access`)],
  },
  'get /api/reports/annual/:year': { lists: () => [get('/api/reports/annual/2026')] },
  'get /api/vocabulary': { lists: () => [get('/api/vocabulary')] },
  'get /api/session': { why: 'who I am' },
  'post /api/session': { why: 'logs in' },
  'delete /api/session': { why: 'logs out' },
  'post /api/session/password': { why: 'my own password' },
  'post /api/session/second-factor': { why: 'my own second factor' },
  'post /api/session/second-factor/confirmation': { why: 'my own second factor' },
  'post /api/session/second-factor/removal': { why: 'my own second factor' },
  'get /api/session/devices': { why: 'my own sessions' },
  'delete /api/session/devices/:id': { why: 'my own sessions' },
  'delete /api/session/devices': { why: 'my own sessions' },
  'get /api/health/live': { lists: () => [get('/api/health/live')] },
  'get /api/health/ready': { lists: () => [get('/api/health/ready')] },
  'get /api/metrics': { lists: () => [get('/api/metrics')] },
  'get /api/queue': { lists: () => [get('/api/queue')] },
  'post /api/queue/retries': { why: 'offers failed jobs again; answers a count' },
  'get /api/queue/board': { lists: () => [get('/api/queue/board')] },
  'get /api/queue/board/*rest': { lists: () => [get('/api/queue/board/api/queues')] },
  'get /': { why: 'the way to the page' },
  'get /api/docs': { why: 'describes doors' },
  'get /api/openapi.json': { why: 'describes doors' },
};

const send = (visitor: Visitor, { method, path, body }: Call): Promise<HttpAnswer> =>
  body === undefined
    ? visitor.send(method, path)
    : visitor.send(method, path, JSON.stringify(body), { 'content-type': 'application/json' });

/** Of no meaning for who looks: when it was answered, and for how long the connection is kept. */
const CHANGING = ['date', 'keep-alive', 'connection', 'x-request-id'];

/** Everything of an answer that somebody could learn from, with the number that they put in themselves taken out. */
function learnt(answer: HttpAnswer, own: readonly string[]): string {
  const headers = [...answer.headers].filter(
    ([name, value]) => !CHANGING.includes(name) && !isOfText(name, value),
  );
  const all = `${answer.status} ${JSON.stringify(headers)} ${answer.text}`;
  const longestFirst = own.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((text, word) => text.replaceAll(word, '…'), all);
}

/** The tag and the length that the framework works out of the text, in which the number asked for stands. */
const isOfText = (name: string, value: string): boolean =>
  name === 'content-length' || (name === 'etag' && value.startsWith('W/'));

const NO_TASK = 'none-there-0000';
const NO_HANDOVER = 'HO-000000000000';

/** Where this visitor learns of the hidden file that it exists, or more; empty when nowhere. */
export async function leaksThrough(
  route: string,
  door: DoorWalk,
  visitor: Visitor,
  { name, absent, secrets, task, handover }: HiddenFile,
): Promise<string[]> {
  if ('why' in door) return [];
  if ('names' in door) {
    if (!door.names.includes(name.kind)) return [];
    const present = { ...name, task: task ?? NO_TASK, handover: handover ?? NO_HANDOVER };
    const missing = { ...name, number: absent, task: NO_TASK, handover: NO_HANDOVER };
    const own = [present, missing].flatMap((asked) => [asked.number, asked.task, asked.handover]);
    const leaks: string[] = [];
    const hidden = door.calls(present);
    const nothing = door.calls(missing);
    for (const [index, call] of hidden.entries()) {
      const absentCall = nothing[index];
      if (!absentCall) throw new Error(`${route}: as many calls for every number`);
      const [there, notThere] = [await send(visitor, call), await send(visitor, absentCall)];
      const [a, b] = [learnt(there, own), learnt(notThere, own)];
      if (a !== b) leaks.push(`${call.method} ${call.path}: ${a.slice(0, 120)} is not ${b.slice(0, 120)}`);
    }
    return leaks;
  }
  const leaks: string[] = [];
  for (const call of door.lists(name.number)) {
    const answer = await send(visitor, call);
    const shown = learnt(answer, []);
    for (const secret of [name.number, ...secrets, ...(task ? [task] : []), ...(handover ? [handover] : [])])
      if (shown.includes(secret) && !call.path.includes(secret)) leaks.push(`${route}: shows ${secret}`);
    if (answer.text.includes(name.number) && !leaks.some((leak) => leak.startsWith(route)))
      leaks.push(`${route}: shows ${name.number}`);
    const { total, items, next } = answer.body<{ total?: number; items?: unknown[]; next?: unknown }>();
    if (typeof total === 'number' && next === null && total !== items?.length)
      leaks.push(`${route}: counts ${total} and shows ${items?.length}`);
  }
  return leaks;
}
