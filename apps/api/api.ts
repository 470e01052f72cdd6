import 'reflect-metadata';
import { Logger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { EnsureFirstAccount, ListAccounts } from '@bureau/access';
import type { Env } from '@bureau/config';
import type { Clock } from '@bureau/kernel';
import { KeyFile, Keyring } from '@bureau/platform';
import helmet from 'helmet';
import { BureauLogger } from '../core/bureau-logger';
import { ApiModule } from './api.module';
import { CallMeter } from './call.meter';
import { Farewell } from './farewell';
import { describeApi } from './open-api';

/** Larger than any honest registration, far smaller than what could stall the process. */
const LARGEST_BODY = '256kb';

export interface ApiOptions {
  readonly clock?: Clock;
  readonly logLevels?: LogLevel[];
}

/** The application, put together but not listening yet. */
export async function createApi(
  env: Env,
  { clock, logLevels }: ApiOptions = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(env, clock), {
    bodyParser: false,
    logger: logLevels ?? new BureauLogger(),
    abortOnError: false,
  });
  app.use(app.get(CallMeter).middleware);
  app.use(app.get(Farewell).middleware);
  app.use(helmet({ contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } } }));
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.setGlobalPrefix('api', { exclude: ['/'] });
  app.set('query parser', 'simple');
  app.set('trust proxy', 'loopback');
  describeApi(app);
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  return app;
}

/** Starts to listen; the first start of an empty bureau prints the way in, once. */
export async function serve(env: Env): Promise<NestExpressApplication> {
  const app = await createApi(env);
  const first = await app.get(EnsureFirstAccount).execute();
  // From the first start on, so that it is in the first copy that is made of what must not be lost.
  const keyring = app.get(Keyring);
  if (keyring instanceof KeyFile) keyring.current();
  await app.listen(env.PORT, env.HOST);
  const logger = new Logger('bureau');
  if (first.outcome === 'made') {
    // Straight to the terminal and not through the log: a log is kept, and this password must not be.
    process.stdout.write(
      `\n  This bureau has no accounts yet. Its first one, shown only this once:\n` +
        `    username  ${first.username}\n    password  ${first.password}\n\n`,
    );
  }
  const bare = (await app.get(ListAccounts).execute()).filter(
    ({ disabled, secondFactor }) => !disabled && !secondFactor,
  );
  if (bare.length > 0)
    logger.warn(
      `${bare.length} account(s) log in with a password only. Before real cases: a second factor, and SECOND_FACTOR_FOR to make it a must.`,
    );
  logger.log(`The bureau is open at ${await app.getUrl()}/api/docs`);
  return app;
}
