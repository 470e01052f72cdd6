import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { EveryRouteHasADoor } from './adapters/http/every-route-has-a-door';
import { DeviceController } from './adapters/http/device.controller';
import { SecondFactorController } from './adapters/http/second-factor.controller';
import { SessionController } from './adapters/http/session.controller';
import { WallController } from './adapters/http/wall.controller';
import { SessionGuard } from './adapters/http/session.guard';
import { Rfc6238Codes } from './adapters/one-time-codes/rfc6238.codes';
import { Argon2Hasher } from './adapters/persistence/argon2.hasher';
import { DatabaseAccountStore } from './adapters/persistence/database-account.store';
import { DatabaseAccessHistory } from './adapters/persistence/database-access-history';
import { DatabaseBrokenGlasses } from './adapters/persistence/database-broken-glasses';
import { DatabaseLoginSessions } from './adapters/persistence/database-login.sessions';
import { DatabaseSecondFactors } from './adapters/persistence/database-second-factors';
import { DatabaseWalls } from './adapters/persistence/database-walls';
import { AccountStore } from './application/account.store';
import { AddAccount } from './application/add-account.use-case';
import { Authenticate } from './application/authenticate.use-case';
import { ChangePassword } from './application/change-password.use-case';
import { DisableAccount } from './application/disable-account.use-case';
import { EnableAccount } from './application/enable-account.use-case';
import { EnsureFirstAccount } from './application/ensure-first-account.use-case';
import { ListAccounts } from './application/list-accounts.use-case';
import { Devices } from './application/devices.use-cases';
import { ConfirmSecondFactor } from './application/second-factor/confirm-second-factor.use-case';
import { EnrolSecondFactor } from './application/second-factor/enrol-second-factor.use-case';
import { OneTimeCodes } from './application/second-factor/one-time-codes';
import { RemoveSecondFactor } from './application/second-factor/remove-second-factor.use-case';
import { ResetSecondFactor } from './application/second-factor/reset-second-factor.use-case';
import { SecondFactorCheck } from './application/second-factor/second-factor.check';
import { SecondFactors } from './application/second-factor/second-factors';
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
  ConfirmSecondFactor,
  Devices,
  DisableAccount,
  EnableAccount,
  EnrolSecondFactor,
  EnsureFirstAccount,
  ListAccounts,
  LogIn,
  LogOut,
  MakeSenior,
  RemoveSecondFactor,
  ResetPassword,
  ResetSecondFactor,
  SetLanguage,
];

/** Accounts and logins, without HTTP. Needs `Database`, `Cipher`, `Clock`, `Journal` and `SecondFactorPolicy` from global modules. */
@Module({
  providers: [
    ...USE_CASES,
    LoginThrottle,
    SecondFactorCheck,
    { provide: OneTimeCodes, useClass: Rfc6238Codes },
    { provide: SecondFactors, useClass: DatabaseSecondFactors },
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
  controllers: [SessionController, SecondFactorController, DeviceController, WallController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }, EveryRouteHasADoor],
})
export class AccessHttpModule {}
