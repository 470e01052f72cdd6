import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { BrokenWorld } from '@bureau/kernel';
import type { Request, Response } from 'express';
import { DatabaseUnavailable } from '../database';
import type { ProblemBody } from './problem';

interface Answer {
  readonly status: number;
  readonly body: ProblemBody;
}

/** Every error leaves as `application/problem+json`; only what nobody foresaw is a 500, and it is logged with an id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const [path] = http.getRequest<Request>().originalUrl.split('?');
    const { status, body } = answerTo(error) ?? this.unforeseen(error);
    if (response.headersSent) {
      response.end();
      return;
    }
    const { code, title, detail, ...extensions } = body;
    response.locals['problem'] = code;
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({ type: 'about:blank', title, status, detail, instance: path, code, ...extensions }),
      );
  }

  private unforeseen(error: unknown): Answer {
    const incident = Date.now().toString(36);
    this.logger.error(
      `incident ${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return problem(
      500,
      'unforeseen',
      'Something went wrong that should not have',
      `Nothing was written by this call. Tell the administrator the incident number ${incident}.`,
    );
  }
}

const problem = (status: number, code: string, title: string, detail: string, more: object = {}): Answer => ({
  status,
  body: { code, title, detail, ...more },
});

function answerTo(error: unknown): Answer | null {
  if (error instanceof DatabaseUnavailable)
    return problem(503, `database-${error.reason}`, 'The database does not answer', error.message);
  if (error instanceof BrokenWorld)
    return problem(503, error.code, 'Part of the bureau is broken', error.message);
  if (error instanceof HttpException) return fromHttp(error);
  return fromParser(error);
}

function fromHttp(error: HttpException): Answer {
  const status = error.getStatus();
  const given = error.getResponse();
  if (typeof given === 'object' && 'code' in given && 'title' in given)
    return { status, body: given as ProblemBody };
  const [code, title] = KNOWN[status] ?? ['refused', 'This was refused'];
  return problem(status, code, title, error.message);
}

const KNOWN: Readonly<Record<number, readonly [string, string]>> = {
  400: ['malformed', 'This could not be read'],
  404: ['not-found', 'There is nothing here'],
  405: ['method-not-allowed', 'This cannot be done here'],
  413: ['too-large', 'This is too large'],
  415: ['unsupported-media-type', 'This kind of content is not taken here'],
  429: ['too-many-requests', 'Too many calls'],
};

/** Errors of the HTTP parsers carry a status of their own; a path that cannot be decoded is a URIError. */
function fromParser(error: unknown): Answer | null {
  if (error instanceof URIError)
    return problem(400, 'malformed', 'This could not be read', 'The address cannot be decoded.');
  const { status, message } = (error ?? {}) as { readonly status?: unknown; readonly message?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  const [code, title] = KNOWN[status] ?? ['malformed', 'This could not be read'];
  return problem(status, code, title, typeof message === 'string' ? message : title);
}
