import 'reflect-metadata';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { AddAccount, Door, LogIn } from '@bureau/access';
import { loadConfig } from '@bureau/config';
import { FixedClock, type Instant } from '@bureau/kernel';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../apps/api/api';
import { ApiModule } from '../../apps/api/api.module';
import { ACTOR } from './bureau';

/** What the parent gives: a database that is there, and the moment at which all events of the bench happen. */
export interface ServerOrder {
  readonly url: string;
  readonly now: Instant;
}

/** What it gets back once the server listens. */
export interface ServerReady {
  readonly port: number;
  readonly token: string;
}

/** The yardstick: the same way in, up to a body that is parsed, and nothing behind it. */
@Controller('bench')
class ParsedController {
  @Post('parsed')
  @HttpCode(200)
  @Door('request.advance')
  parsed(@Body() body: object): { readonly fields: number } {
    return { fields: Object.keys(body).length };
  }
}

// The product's own application with one controller more. No copy of how it is put together could be trusted for long.
const forRoot = ApiModule.forRoot.bind(ApiModule);
ApiModule.forRoot = (...given) => {
  const module = forRoot(...given);
  return { ...module, controllers: [...(module.controllers ?? []), ParsedController] };
};

async function serve({ url, now }: ServerOrder): Promise<void> {
  // No sweep and no relay in between: what is measured is the door.
  const env = loadConfig({ DATABASE_URL: url, SWEEP_SECONDS: '3600' });
  const app = await createApi(env, { clock: new FixedClock(now), logLevels: ['warn', 'error', 'fatal'] });
  const account = {
    username: ACTOR,
    displayName: 'Bench',
    roles: ['coordinator'],
    language: 'en',
    person: null,
  };
  const added = await app.get(AddAccount).execute(account, null);
  const password = added.ok ? added.value.generatedPassword : null;
  if (password === null) throw new Error('the account of the bench was not made');
  const loggedIn = await app.get(LogIn).execute({ username: ACTOR, password });
  if (!loggedIn.ok) throw new Error('the account of the bench was not let in');
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  process.send?.({ port, token: loggedIn.value.token } satisfies ServerReady);
  process.on('disconnect', () => void app.close().then(() => process.exit()));
}

process.once('message', (order) => {
  serve(order as ServerOrder).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
