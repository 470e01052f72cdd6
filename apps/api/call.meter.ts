import { Injectable } from '@nestjs/common';
import { Metrics, secondsSince } from '@bureau/platform';
import type { NextFunction, Request, Response } from 'express';

/** What stands for a path that is nobody's: it comes from outside, and would be a label without end. */
const NO_ROUTE = 'none';
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Times every call that was answered, under the template of its route: never under the path, which names a file. */
@Injectable()
export class CallMeter {
  constructor(private readonly metrics: Metrics) {}

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    response.once('finish', () => this.note(request, response, secondsSince(began)));
    next();
  };

  private note(request: Request, response: Response, seconds: number): void {
    const route = templateOf(request);
    const method = METHODS.has(request.method) ? request.method : 'other';
    const status = `${Math.floor(response.statusCode / 100)}xx`;
    this.metrics.callSeconds.observe({ method, route, status }, seconds);
    const code: unknown = response.locals['problem'];
    if (typeof code === 'string') this.metrics.refusals.inc({ route, code });
  }
}

function templateOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' && path.startsWith('/') ? path : NO_ROUTE;
}
