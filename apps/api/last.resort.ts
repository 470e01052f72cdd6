import { Injectable, NotFoundException, type OnApplicationBootstrap } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { HttpAdapterHost } from '@nestjs/core';
import { ProblemFilter } from '@bureau/platform';
import type { NextFunction, Request, Response } from 'express';

const NOT_HERE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Nothing here</title>
<h1>There is nothing here</h1>
<p>This address belongs to no page of the bureau. <a href="/">To the front door</a></p>
</html>
`;

/**
 * Answers what no route has taken, and what failed before it came to one: Express itself would answer with a page of
 * its own, outside production with the stack of the error. Put up last, when every route is known.
 */
@Injectable()
export class LastResort implements OnApplicationBootstrap {
  private readonly problems = new ProblemFilter();

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    const { httpAdapter } = this.host;
    httpAdapter.use((request: Request, response: Response) => this.nothingHere(request, response));
    httpAdapter.use((error: unknown, request: Request, response: Response, _: NextFunction) =>
      this.answer(error, request, response),
    );
  }

  private nothingHere(request: Request, response: Response): void {
    const isPerson = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
    if (isPerson) response.status(404).type('html').send(NOT_HERE);
    else this.answer(new NotFoundException(`Cannot ${request.method} ${request.path}`), request, response);
  }

  private answer(error: unknown, request: Request, response: Response): void {
    this.problems.catch(error, new ExecutionContextHost([request, response]));
  }
}
