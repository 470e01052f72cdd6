import { type BadCall, faultsOfRefusal } from '../support/bad.calls';
import { describeApi } from '../support/bureau.api';
import type { Headed, Visitor } from '../support/http.visitor';
import { anIkoRegistration } from '../support/request.builder';

const MALFORMED = '400 malformed';
const NOWHERE = '404 not-found';

const JSON_TYPE = { 'content-type': 'application/json' };
const valid = JSON.stringify({ type: 'request.suspended', reason: 'holiday' });
const raw =
  (body: string | Uint8Array<ArrayBuffer> | undefined, headers: Headed = JSON_TYPE) =>
  (visitor: Visitor, number: string) =>
    visitor.send('POST', `/api/mediation-requests/${number}/events`, body, headers);
const typed = (contentType: string, body: string = valid) => raw(body, { 'content-type': contentType });
const get =
  (path: string, headers: Headed = {}) =>
  (visitor: Visitor) =>
    visitor.get(path, headers);
const send = (method: string, path: string, body?: string) => (visitor: Visitor) =>
  visitor.send(method, path, body, body === undefined ? {} : JSON_TYPE);
const with_ = (headers: Headed) => raw(valid, { ...JSON_TYPE, ...headers });
const cursor = (text: string) => get(`/api/worklist?cursor=${Buffer.from(text).toString('base64url')}`);

const BODIES: readonly BadCall[] = [
  ['no body', raw(undefined), MALFORMED],
  ['no body and no type', raw(undefined, {}), MALFORMED],
  ['an empty body', raw(''), MALFORMED],
  ['an empty object', raw('{}'), MALFORMED],
  ['an empty list', raw('[]'), MALFORMED],
  ['a list of events', raw(`[${valid}]`), MALFORMED],
  ['null', raw('null'), MALFORMED],
  ['a number', raw('5'), MALFORMED],
  ['a word', raw('"request.suspended"'), MALFORMED],
  ['half an object', raw(valid.slice(0, -3)), MALFORMED],
  ['two objects', raw(valid + valid), MALFORMED],
  ['a comment', raw(`${valid} // now`), MALFORMED],
  ['words without quotes', raw("{type:'request.suspended',reason:'x'}"), MALFORMED],
  [
    'a form',
    typed('application/x-www-form-urlencoded', 'type=request.suspended&reason=x'),
    [MALFORMED, '415 unsupported-media-type'],
  ],
  [
    'a multipart form',
    typed('multipart/form-data; boundary=x', '--x--'),
    [MALFORMED, '415 unsupported-media-type'],
  ],
  ['plain text', typed('text/plain'), [MALFORMED, '415 unsupported-media-type']],
  [
    'XML',
    typed('application/xml', '<type>request.suspended</type>'),
    [MALFORMED, '415 unsupported-media-type'],
  ],
  ['a type that is none', typed('json'), [MALFORMED, '415 unsupported-media-type']],
  ['an unknown character set', typed('application/json; charset=klingon'), '415 unsupported-media-type'],
  ['an unknown compression', with_({ 'content-encoding': 'klingon' }), '415 unsupported-media-type'],
  ['a compression it does not have', with_({ 'content-encoding': 'gzip' }), MALFORMED],
  ['broken UTF-8 in a key', raw(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), MALFORMED],
  [
    'a megabyte',
    raw(JSON.stringify({ type: 'request.suspended', reason: 'x'.repeat(1_000_000) })),
    '413 too-large',
  ],
  ['a megabyte of blanks', raw(`${' '.repeat(1_000_000)}${valid}`), '413 too-large'],
  ['a megabyte of brackets', raw('['.repeat(1_000_000)), '413 too-large'],
  ['a quarter of a megabyte of brackets', raw('['.repeat(200_000)), MALFORMED],
  ['a list 100,000 levels deep', raw('['.repeat(100_000) + ']'.repeat(100_000)), MALFORMED],
  [
    'one key twice, the second one wrong',
    raw('{"type":"request.suspended","reason":"x","reason":5}'),
    MALFORMED,
  ],
  [
    'one type twice, the second one unknown',
    raw('{"type":"request.suspended","type":"no","reason":"x"}'),
    MALFORMED,
  ],
  ['__proto__', raw('{"type":"request.suspended","reason":"x","__proto__":{"actor":"bas"}}'), MALFORMED],
  [
    'a prototype of a constructor',
    raw('{"type":"request.suspended","reason":"x","constructor":{"prototype":{"a":1}}}'),
    MALFORMED,
  ],
  [
    'a number beyond all numbers',
    raw('{"type":"funding.settled","parent":"A","by":"payment","amountCents":1e400}'),
    MALFORMED,
  ],
  [
    'a number of forty digits',
    raw(`{"type":"funding.settled","parent":"A","by":"payment","amountCents":${'9'.repeat(40)}}`),
    MALFORMED,
  ],
  ['a number below zero', raw('{"type":"session.cancelled","no":-1,"reason":"x"}'), MALFORMED],
  [
    'a session number that is no number',
    raw('{"type":"session.cancelled","no":NaN,"reason":"x"}'),
    MALFORMED,
  ],
  [
    'ten thousand unknown fields',
    raw(JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, 1])))),
    MALFORMED,
  ],
];

const HEADERS: readonly BadCall[] = [
  ['a stale revision', with_({ 'if-match': '"7"' }), '409 stale-revision'],
  ['a revision without quotes', with_({ 'if-match': '1' }), MALFORMED],
  ['an empty revision', with_({ 'if-match': '' }), MALFORMED],
  ['two revisions', with_({ 'if-match': '"1", "2"' }), MALFORMED],
  ['a revision below zero', with_({ 'if-match': '"-1"' }), MALFORMED],
  ['a revision of thirty digits', with_({ 'if-match': `"${'1'.repeat(30)}"` }), MALFORMED],
  ['a revision in words', with_({ 'if-match': '"one"' }), MALFORMED],
  ['an empty key', with_({ 'idempotency-key': '' }), MALFORMED],
  ['a key with blanks', with_({ 'idempotency-key': 'a b' }), MALFORMED],
  ['a key of 201 characters', with_({ 'idempotency-key': 'k'.repeat(201) }), MALFORMED],
  ['a key that is not ASCII', with_({ 'idempotency-key': 'cl\u00e9' }), MALFORMED],
];

const PLACES: readonly BadCall[] = [
  ['a path that cannot be decoded', get('/api/mediation-requests/%E0%A4%A'), MALFORMED],
  [
    'a path that cannot be decoded, on the way to an event',
    send('POST', '/api/mediation-requests/%E0%A4%A/events', valid),
    MALFORMED,
  ],
  ['a number with U+0000', get('/api/mediation-requests/MB%00'), MALFORMED],
  ['a number with a slash', get('/api/mediation-requests/..%2F..%2Fetc%2Fpasswd'), MALFORMED],
  ['a number with a quote', get("/api/mediation-requests/'%20OR%201=1"), MALFORMED],
  ['a number that is __proto__', get('/api/mediation-requests/__proto__'), MALFORMED],
  ['an unknown number', get('/api/mediation-requests/MB-2026-999'), '404 unknown-request'],
  [
    'an event for an unknown number',
    send('POST', '/api/mediation-requests/MB-2026-999/events', valid),
    '404 unknown-request',
  ],
  [
    'the history of an unknown number',
    get('/api/mediation-requests/MB-2026-999/history'),
    '404 unknown-request',
  ],
  [
    'the diagram of an unknown number',
    get('/api/mediation-requests/constructor/diagram'),
    '404 unknown-request',
  ],
  ['a number of ten thousand characters', get(`/api/mediation-requests/${'9'.repeat(10_000)}`), MALFORMED],
  ['an unknown place of ten thousand characters', get(`/api/${'a'.repeat(10_000)}`), NOWHERE],
  ['a thousand folders', get(`/api${'/a'.repeat(1_000)}`), NOWHERE],
  ['an unknown place', get('/api/nowhere'), NOWHERE],
  ['the list of all requests', get('/api/mediation-requests'), NOWHERE],
  ['a request to delete', send('DELETE', '/api/mediation-requests/MB-2026-001'), NOWHERE],
  ['a request to replace', send('PUT', '/api/mediation-requests/MB-2026-001', valid), NOWHERE],
  ['a request to patch', send('PATCH', '/api/mediation-requests/MB-2026-001', valid), NOWHERE],
  ['a history to write', send('POST', '/api/mediation-requests/MB-2026-001/history', valid), NOWHERE],
  ['an event to get', get('/api/mediation-requests/MB-2026-001/events'), NOWHERE],
];

const QUESTIONS: readonly BadCall[] = [
  ['an unknown question', get('/api/worklist?colour=red'), MALFORMED],
  ['a question twice', get('/api/worklist?phase=intake&phase=request'), MALFORMED],
  ['a question with brackets', get('/api/worklist?phase[$ne]=intake'), MALFORMED],
  ['an unknown phase', get('/api/worklist?phase=toString'), MALFORMED],
  ['an unknown due', get('/api/worklist?due=tomorrow'), MALFORMED],
  ['an unknown role', get('/api/worklist?role=admin'), MALFORMED],
  ['no items', get('/api/worklist?limit=0'), MALFORMED],
  ['fewer than no items', get('/api/worklist?limit=-1'), MALFORMED],
  ['a thousand items', get('/api/worklist?limit=1000'), MALFORMED],
  ['half an item', get('/api/worklist?limit=1.5'), MALFORMED],
  ['items in words', get('/api/worklist?limit=many'), MALFORMED],
  ['items in hexadecimal', get('/api/worklist?limit=0x10'), MALFORMED],
  ['items as a power', get('/api/worklist?limit=1e2'), MALFORMED],
  ['an empty limit', get('/api/worklist?limit='), MALFORMED],
  ['a word of a thousand characters', get(`/api/worklist?q=${'q'.repeat(1000)}`), MALFORMED],
  ['a word with U+0000', get('/api/worklist?q=a%00b'), MALFORMED],
  ['an assignee with U+0000', get('/api/worklist?assignee=%00'), MALFORMED],
  ['a cursor that is none', get('/api/worklist?cursor=garbage'), MALFORMED],
  ['an empty cursor', get('/api/worklist?cursor='), MALFORMED],
  ['a cursor that is null', cursor('null'), MALFORMED],
  ['a cursor of words', cursor('["a","b"]'), MALFORMED],
  ['a cursor of half a number', cursor('[1.5,"MB-2026-001"]'), MALFORMED],
  ['a cursor beyond all numbers', cursor('[1e400,"MB-2026-001"]'), MALFORMED],
  ['a cursor with U+0000', cursor(JSON.stringify([1, 'MB\u0000'])), MALFORMED],
  ['a cursor with half a character', cursor('[1,"\\ud800"]'), MALFORMED],
  ['a cursor of three', cursor('[1,"MB-2026-001",3]'), MALFORMED],
  ['a year in words', get('/api/reports/annual/abc'), MALFORMED],
  ['half a year', get('/api/reports/annual/2025.5'), MALFORMED],
  ['the year 99999', get('/api/reports/annual/99999'), MALFORMED],
  ['the year -1', get('/api/reports/annual/-1'), MALFORMED],
  ['a year in sixteens', get('/api/reports/annual/0x7E9'), MALFORMED],
  ['a year in powers of ten', get('/api/reports/annual/2e3'), MALFORMED],
  ['a report as a picture', get('/api/reports/annual/2025', { accept: 'image/png' }), '406 no-such-format'],
  [
    'a login with another field',
    send('POST', '/api/session', '{"username":"a","password":"b","role":"admin"}'),
    MALFORMED,
  ],
  ['a login with a list', send('POST', '/api/session', '{"username":["anna"],"password":"b"}'), MALFORMED],
  [
    'a login with an unknown question',
    send('POST', '/api/session?admin=1', '{"username":"a","password":"b"}'),
    MALFORMED,
  ],
  [
    'a login with U+0000',
    send('POST', '/api/session', '{"username":"an\\u0000na","password":"b"}'),
    '401 wrong-credentials',
  ],
  [
    'a login with half a character',
    send('POST', '/api/session', '{"username":"\\ud800","password":"\\udfff"}'),
    '401 wrong-credentials',
  ],
  [
    'a login with __proto__',
    send('POST', '/api/session', '{"username":"__proto__","password":"b"}'),
    '401 wrong-credentials',
  ],
];

describeApi('a call that cannot be understood is refused and changes nothing', (api) => {
  let number = '';
  let anna: Visitor;
  beforeAll(async () => {
    anna = await api().as('anna');
    number = await anna.opens(anIkoRegistration());
  });

  const refuses = async (...call: BadCall) =>
    expect(await faultsOfRefusal(api(), anna, number, call)).toEqual([]);
  it.each(BODIES)('an event whose body is or has %s', refuses);
  it.each(HEADERS)('an event sent with %s', refuses);
  it.each(PLACES)('a call for %s', refuses);
  it.each(QUESTIONS)('a call with or for %s', refuses);

  it('answers HEAD and OPTIONS without doing anything', async () => {
    for (const path of [`/api/mediation-requests/${number}`, '/api/worklist', '/api/session']) {
      const head = await anna.send('HEAD', path);
      expect([head.status, head.text]).toEqual([200, '']);
      expect((await anna.send('OPTIONS', path)).status).toBeLessThan(500);
    }
    expect((await anna.view<{ revision: number }>(number)).revision).toBe(1);
  });

  it('knows nobody by a token that is none', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer x',
      `Bearer ${'x'.repeat(5_000)}`,
      'Basic YTpi',
      'bearer \u00e9',
    ]) {
      const answer = await api().stranger.get('/api/session', { authorization });
      expect([answer.status, answer.code]).toEqual([401, 'no-session']);
    }
    const cookie = 'bureau_session=%00; bureau_session=__proto__';
    expect((await api().stranger.get('/api/session', { cookie })).status).toBe(401);
  });

  it('has left no trace of all this on the objects of the process', () => {
    expect(Object.keys(Object.getPrototypeOf({}) as object)).toEqual([]);
    expect(({} as Record<string, unknown>)['actor']).toBeUndefined();
  });
});
