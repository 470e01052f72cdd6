import type { HttpAnswer, Visitor } from './http.visitor';
import type { Api } from './bureau.api';
import { requestState } from './stored.state';

/** Something that must be refused: what it is, how it is sent, and the answers that are right. */
export type BadCall = readonly [
  name: string,
  send: (visitor: Visitor, number: string) => Promise<HttpAnswer>,
  right: string | readonly string[],
];

/** Every status that a client's own mistake may have. */
const CLIENTS_FAULT = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429];

/**
 * Sends it and answers what is wrong with the answer: anything but a problem document with a stable code and the same
 * status inside as outside, or a database that has changed. Empty when it was refused as it should be.
 */
export async function faultsOfRefusal(
  api: Api,
  visitor: Visitor,
  number: string,
  [, send, right]: BadCall,
): Promise<string[]> {
  const before = await requestState(api.database);
  const answer = await send(visitor, number);
  const after = await requestState(api.database);
  const faults: string[] = [];
  const rightOnes = typeof right === 'string' ? [right] : right;
  const given = `${answer.status} ${answer.code}`;
  if (!rightOnes.includes(given)) faults.push(`answered ${answer.summary}, not ${rightOnes.join(' or ')}`);
  faults.push(...faultsOfProblem(answer));
  if (JSON.stringify(before) !== JSON.stringify(after))
    faults.push(`changed ${JSON.stringify(before)} into ${JSON.stringify(after)}`);
  return faults;
}

/** What is wrong with a refusal as a document, whatever it refuses. */
export function faultsOfProblem(answer: HttpAnswer): string[] {
  const faults: string[] = [];
  if (!CLIENTS_FAULT.includes(answer.status)) faults.push(`the status is ${answer.summary}`);
  if (answer.mediaType !== 'application/problem+json') faults.push(`the type is ${answer.mediaType}`);
  const { status, title, detail, code } = answer.body();
  if (status !== answer.status) faults.push(`the document says ${String(status)}`);
  if (typeof code !== 'string' || !/^[a-z][a-z-]+$/.test(code)) faults.push(`the code is ${String(code)}`);
  if (typeof title !== 'string' || title === '') faults.push('there is no title');
  if (typeof detail !== 'string' || detail === '') faults.push('there is no detail');
  if (/node_modules|at .*\.(js|ts):\d+|SQLITE|SELECT /.test(answer.text))
    faults.push(`it tells too much: ${answer.text}`);
  return faults;
}
