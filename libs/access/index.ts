export { AccessHttpModule, AccessModule } from './access.module';
export { CurrentAccount, Door, Public, type RouteAccess } from './adapters/http/access.decorators';
export { ACCESS_PROBLEMS, type AccessProblemCode, accessProblem } from './adapters/http/access.problems';
export { accountOfRequest, type AccessRequest } from './adapters/http/access.request';
export { assertEveryRouteHasADoor, EveryRouteHasADoor } from './adapters/http/every-route-has-a-door';
export { SESSION_COOKIE, shownToken } from './adapters/http/session.cookie';
export { SessionGuard } from './adapters/http/session.guard';
export { ACCESS_ROWS } from './adapters/persistence/access.rows';
export { AccountRow, LoginSessionRow } from './adapters/persistence/account.row';
export { ACCESS_SEALED } from './adapters/persistence/second-factor.row';
export { ARGON2_COST, type Argon2Cost, Argon2Hasher } from './adapters/persistence/argon2.hasher';
export { DatabaseAccountStore } from './adapters/persistence/database-account.store';
export { DatabaseLoginSessions } from './adapters/persistence/database-login.sessions';
export { AccountStore, type UnknownAccount } from './application/account.store';
export {
  AddAccount,
  type AddAccountInput,
  type AddAccountRefusal,
  type AddedAccount,
} from './application/add-account.use-case';
export { Authenticate } from './application/authenticate.use-case';
export { ChangePassword, type PasswordChange } from './application/change-password.use-case';
export { DisableAccount } from './application/disable-account.use-case';
export { EnableAccount } from './application/enable-account.use-case';
export {
  EnsureFirstAccount,
  FIRST_ACCOUNT,
  type FirstAccount,
} from './application/ensure-first-account.use-case';
export { Journal, type JournalEntry } from './application/journal';
export { ListAccounts } from './application/list-accounts.use-case';
export {
  type Credentials,
  type LoggedIn,
  LogIn,
  type LogInRefusal,
  type WrongCredentials,
} from './application/log-in.use-case';
export { LogOut } from './application/log-out.use-case';
export { LoginSessions } from './application/login.sessions';
export { LoginThrottle, type TooManyAttempts } from './application/login.throttle';
export { MakeSenior } from './application/make-senior.use-case';
export { PasswordHasher } from './application/password.hasher';
export { Devices, type LoggedInDevice } from './application/devices.use-cases';
export { ConfirmSecondFactor } from './application/second-factor/confirm-second-factor.use-case';
export { EnrolSecondFactor } from './application/second-factor/enrol-second-factor.use-case';
export { OneTimeCodes } from './application/second-factor/one-time-codes';
export { RemoveSecondFactor } from './application/second-factor/remove-second-factor.use-case';
export { ResetSecondFactor } from './application/second-factor/reset-second-factor.use-case';
export { SecondFactorCheck } from './application/second-factor/second-factor.check';
export { type SecondFactor, SecondFactors } from './application/second-factor/second-factors';
export { DatabaseSecondFactors } from './adapters/persistence/database-second-factors';
export { Rfc6238Codes } from './adapters/one-time-codes/rfc6238.codes';
export {
  SecondFactorPolicy,
  type SecondFactorRule,
  type SecondFactorRules,
} from './domain/second-factor.policy';
export { type NewPassword, ResetPassword } from './application/reset-password.use-case';
export { SetLanguage } from './application/set-language.use-case';
export { type Account, type AccountDraft, accountOf } from './domain/account';
export { ACCOUNT_VIOLATIONS, type Violation, type ViolationCode } from './domain/account.violations';
export { type DoorName, type Grant, POLICY, type Reach } from './domain/doors.policy';
export { type EventGrant, EVENTS_BY_ROLE, eventsOf } from './domain/events.policy';
export {
  type AccessRefusal,
  type Answer,
  eventsFor,
  firstOpen,
  type Holder,
  may,
  maySend,
  reachOf,
  type Relation,
  relationTo,
} from './domain/may.rules';
export { passwordViolation } from './domain/password.rules';
export { isRole, type Role, ROLES } from './domain/roles.catalogue';
export { isLive, type LoginSession, newSession, SESSION_TERMS } from './domain/session.rules';
export { parseUsername } from './domain/username.rules';
export { type WallProblemCode, wallProblem } from './adapters/http/wall.problems';
export { outsideEveryWall } from './adapters/persistence/wall.sql';
export { BreakTheGlass } from './application/wall/break-the-glass.use-case';
export {
  AccessHistory,
  type BrokenGlass,
  BrokenGlasses,
  type Entry,
  type NewWall,
  type PastAccess,
  Walls,
} from './application/wall/walls';
export {
  type Capacity,
  CAPACITIES,
  FILE_KINDS,
  type FileKind,
  type FileName,
  type WallState,
} from './domain/wall/wall';
