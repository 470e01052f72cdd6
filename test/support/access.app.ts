import {
  Global,
  type INestApplication,
  Module,
  StandardSchemaSerializerInterceptor,
  StandardSchemaValidationPipe,
  type Type,
} from '@nestjs/common';
import { APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { Server } from 'node:http';
import request from 'supertest';
import { Clock, FixedClock, instantOf } from '@bureau/kernel';
import { secondFactorRules } from '@bureau/config';
import { Cipher, Database, NoKeys } from '@bureau/platform';
import { AccessHttpModule } from '../../libs/access/access.module';
import { AccountStore } from '../../libs/access/application/account.store';
import { AddAccount } from '../../libs/access/application/add-account.use-case';
import { Journal } from '../../libs/access/application/journal';
import { LoginSessions } from '../../libs/access/application/login.sessions';
import { PasswordHasher } from '../../libs/access/application/password.hasher';
import { SecondFactors } from '../../libs/access/application/second-factor/second-factors';
import { SecondFactorPolicy } from '../../libs/access/domain/second-factor.policy';
import { InMemoryAccountStore, InMemoryLoginSessions, PlainHasher, SilentJournal } from './accounts.fakes';
import { InMemorySecondFactors } from './second-factors.fake';

export const PASSWORD = 'een lang wachtwoord';
const ANNA = {
  username: 'anna',
  displayName: 'Anna',
  roles: ['mediator'],
  language: 'en',
  person: 'M07',
  password: PASSWORD,
};

/** What a lib about access takes from the rest of the program. */
export function outerWorld(clock: Clock): Type {
  @Global()
  @Module({
    providers: [
      { provide: Clock, useValue: clock },
      { provide: Journal, useClass: SilentJournal },
      { provide: Database, useValue: {} },
      { provide: Cipher, useValue: new Cipher(new NoKeys()) },
      { provide: SecondFactorPolicy, useValue: new SecondFactorPolicy(secondFactorRules([])) },
      { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe() },
      { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
    ],
    exports: [Clock, Journal, Database, Cipher, SecondFactorPolicy],
  })
  class OuterWorld {}
  return OuterWorld;
}

/** The guard and the session before these controllers, without a database; it is nine o'clock on 2 March 2026. */
export async function anAccessApp(...controllers: Type[]) {
  const clock = new FixedClock(instantOf('2026-03-02T09:00:00Z'));
  const store = new InMemoryAccountStore();
  const module = await Test.createTestingModule({
    imports: [outerWorld(clock), AccessHttpModule],
    controllers,
  })
    .overrideProvider(AccountStore)
    .useValue(store)
    .overrideProvider(LoginSessions)
    .useValue(new InMemoryLoginSessions(store))
    .overrideProvider(SecondFactors)
    .useValue(new InMemorySecondFactors(store))
    .overrideProvider(PasswordHasher)
    .useValue(new PlainHasher())
    .compile();
  const app = module.createNestApplication<INestApplication<Server>>({ logger: false });
  app.setGlobalPrefix('api');
  await app.init();
  await app.get(AddAccount, { strict: false }).execute(ANNA, null);

  const http = () => request(app.getHttpServer());
  const logIn = (password = PASSWORD, query = '') =>
    http().post(`/api/session${query}`).send({ username: 'anna', password });
  return {
    app,
    clock,
    http,
    logIn,
    /** `bureau_session=…` as a browser would send it back. */
    cookie: async () => String((await logIn()).headers['set-cookie']).split(';')[0] ?? '',
    /** `Bearer …`. */
    bearer: async () => `Bearer ${((await logIn(PASSWORD, '?token=1')).body as { token: string }).token}`,
  };
}

export type AccessApp = Awaited<ReturnType<typeof anAccessApp>>;
