import { HttpException } from '@nestjs/common';

/** An answer that says no, as RFC 9457 has it. `code` is stable; `title` and `detail` are for people. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly [extension: string]: unknown;
}

/** Ends the call with a problem document. */
export class Problem extends HttpException {
  constructor(status: number, body: ProblemBody) {
    super(body, status);
  }
}
