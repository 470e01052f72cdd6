import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/**
 * Sees every caller off once the process has been told to stop. A client that keeps its connection busy would
 * otherwise never let the server end: it only closes connections that stand idle.
 */
@Injectable()
export class Farewell implements OnModuleDestroy {
  private isLeaving = false;

  onModuleDestroy(): void {
    this.isLeaving = true;
  }

  readonly middleware = (_: Request, response: Response, next: NextFunction): void => {
    if (this.isLeaving) response.setHeader('Connection', 'close');
    next();
  };
}
