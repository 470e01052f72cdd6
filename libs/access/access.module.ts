import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { EveryRouteHasADoor } from './adapters/http/every-route-has-a-door';
import { SessionController } from './adapters/http/session.controller';
import { WallController } from './adapters/http/wall.controller';
import { SessionGuard } from './adapters/http/session.guard';
import { Argon2Hasher } from './adapters/persistence/argon2.hasher';
import { DatabaseAccountStore } from './adapters/persistence/database-account.store';
import { DatabaseAccessHistory } from './adapters/persistence/database-access-history';
import { DatabaseBrokenGlasses } from './adapters/persistence/database-broken-glasses';
import { DatabaseLoginSessions } from './adapters/persistence/database-login.sessions';
import { DatabaseWalls } from './adapters/persistence/database-walls';
import { AccountStore } from './application/account.store';
import { AddAccount } from './application/add-account.use-case';
import { Authenticate } from './application/authenticate.use-case';
import { ChangePassword } from './application/change-password.use-case';
import { DisableAccount } from './application/disable-account.use-case';
import { EnableAccount } from './application/enable-account.use-case';
import { EnsureFirstAccount } from './application/ensure-first-account.use-case';
import { ListAccounts } from './application/list-accounts.use-case';
import { LogIn } from './application/log-in.use-case';
import { LogOut } from './application/log-out.use-case';
import { LoginSessions } from './application/login.sessions';
import { LoginThrottle } from './application/login.throttle';
import { MakeSenior } from './application/make-senior.use-case';
import { PasswordHasher } from './application/password.hasher';
import { ResetPassword } from './application/reset-password.use-case';
import { SetLanguage } from './application/set-language.use-case';
import { BreakTheGlass } from './application/wall/break-the-glass.use-case';
import { AccessHistory, BrokenGlasses, Walls } from './application/wall/walls';

const USE_CASES = [
  AddAccount,
  Authenticate,
  ChangePassword,
  BreakTheGlass,
  DisableAccount,
  EnableAccount,
  EnsureFirstAccount,
  ListAccounts,
  LogIn,
  LogOut,
  MakeSenior,
  ResetPassword,
  SetLanguage,
];

/** Accounts and logins, without HTTP. Needs `Database`, `Clock` and `Journal` from a global module of the app. */
@Module({
  providers: [
    ...USE_CASES,
    LoginThrottle,
    { provide: AccountStore, useClass: DatabaseAccountStore },
    { provide: Walls, useClass: DatabaseWalls },
    { provide: BrokenGlasses, useClass: DatabaseBrokenGlasses },
    { provide: AccessHistory, useClass: DatabaseAccessHistory },
    { provide: LoginSessions, useClass: DatabaseLoginSessions },
    { provide: PasswordHasher, useFactory: () => new Argon2Hasher() },
  ],
  exports: [...USE_CASES, Walls, BrokenGlasses, AccessHistory],
})
export class AccessModule {}

/** The session over HTTP, and the guard before every route of the app: importing it once is enough. */
@Module({
  imports: [AccessModule, DiscoveryModule],
  controllers: [SessionController, WallController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }, EveryRouteHasADoor],
})
export class AccessHttpModule {}
