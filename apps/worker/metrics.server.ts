import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Env } from '@bureau/config';
import type { MetricsPage } from '../core/metrics.page';
import { isSameSecret } from '../core/secret';

type Settings = Pick<Env, 'METRICS_PORT' | 'METRICS_TOKEN' | 'HOST'>;

/** The one page of a worker, for Prometheus: what the worker has done is known to the worker only. */
export class MetricsServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('metrics');
  private server: Server | undefined;

  constructor(
    private readonly page: MetricsPage,
    private readonly settings: Settings,
  ) {}

  /** Where it listens; null when it was not asked to. */
  get address(): string | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? `http://${address.address}:${address.port}` : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { METRICS_PORT: port, HOST: host } = this.settings;
    if (port === undefined) return;
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(port, host);
    await once(this.server, 'listening');
    this.logger.log(`The metrics of this worker are at ${this.address}/metrics`);
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url !== '/metrics') response.writeHead(404).end();
    else if (!this.isScraper(headers.authorization))
      response.writeHead(401, { 'www-authenticate': 'Bearer realm="bureau"' }).end();
    else {
      const page = await this.page.render().catch(() => null);
      if (page === null) response.writeHead(500).end();
      else response.writeHead(200, { 'content-type': this.page.mediaType }).end(page);
    }
  }

  private isScraper(authorization = ''): boolean {
    const { METRICS_TOKEN: token } = this.settings;
    return token !== undefined && isSameSecret(authorization, `Bearer ${token}`);
  }
}
