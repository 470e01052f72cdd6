import { Controller, Get, Next, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, Walls } from '@bureau/access';
import { Problem, QueueBoard } from '@bureau/platform';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

const BASE = '/api/queue/board';
/** As everywhere, and stricter for styles and fonts: the board would fetch some from another house. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";

/** bull-board behind our own door: what the queue holds at this moment. Only to look at: no route of it but GET. */
@ApiExcludeController()
@Controller('queue/board')
export class QueueBoardController {
  constructor(
    private readonly board: QueueBoard,
    private readonly walls: Walls,
  ) {}

  @Get(['', '*rest'])
  @Door('queue.view')
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Next() next: NextFunction,
    @CurrentAccount() { username }: Account,
  ): Promise<void> {
    const pages = await this.pages();
    // The board shows every job, and the id of a job names its file: not for who stands behind a wall.
    if ((await this.walls.hiddenFrom(username)).length > 0) throw noBoard();
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Cache-Control', 'no-store');
    // The board thinks it stands at the root.
    request.url = request.url.slice(BASE.length) || '/';
    await pages(request, response, next);
  }

  private async pages(): Promise<RequestHandler> {
    const pages = await this.board.at(BASE).catch((error: unknown) => {
      throw new Problem(503, {
        code: 'queue-away',
        title: 'The queue does not answer',
        detail: `The bureau goes on without it; see /api/queue. ${error instanceof Error ? error.message : ''}`,
      });
    });
    if (pages) return pages;
    throw noBoard();
  }
}

const noBoard = (): Problem =>
  new Problem(404, {
    code: 'no-queue-server',
    title: 'There is no queue to look at',
    detail: 'There is no board for you here; /api/queue shows the jobs.',
  });
