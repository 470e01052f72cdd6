import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  HttpException,
  Post,
  Query,
  Req,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Words } from '@bureau/kernel';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { ChangePassword, type PasswordRefusal } from '../../application/change-password.use-case';
import { LogIn } from '../../application/log-in.use-case';
import { LogOut } from '../../application/log-out.use-case';
import type { Account } from '../../domain/account';
import { deviceOf } from '../../domain/device.rules';
import { SecondFactorPolicy } from '../../domain/second-factor.policy';
import { CurrentAccount, CurrentToken, Door, Public } from './access.decorators';
import { accessProblem } from './access.problems';
import { clearSessionCookie, languageOf, setSessionCookie } from './session.cookie';
import {
  CredentialsSchema,
  LoggedInSchema,
  LogInQuerySchema,
  PasswordChangeSchema,
  WhoAmISchema,
} from './session.schemas';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly logOut: LogOut,
    private readonly passwords: ChangePassword,
    private readonly policy: SecondFactorPolicy,
  ) {}

  @Post()
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 201, standardSchema: LoggedInSchema })
  @SerializeOptions({ schema: LoggedInSchema })
  async open(
    @Body({ schema: CredentialsSchema }) credentials: z.output<typeof CredentialsSchema>,
    @Query({ schema: LogInQuerySchema }) query: z.output<typeof LogInQuerySchema>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof LoggedInSchema>> {
    const result = await this.logIn.execute(credentials, deviceOf(request.headers['user-agent']));
    if (!result.ok) {
      const { error } = result;
      if (error.code === 'too-many-attempts') wait(response, error.retryAfterSeconds);
      throw accessProblem(error.code, languageOf(request));
    }
    const { token, account } = result.value;
    if (query.token) return { token };
    setSessionCookie(request, response, token);
    return this.whoIs(account);
  }

  @Get()
  @Door('session.own')
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, standardSchema: WhoAmISchema })
  @SerializeOptions({ schema: WhoAmISchema })
  whoAmI(@CurrentAccount() account: Account): z.output<typeof WhoAmISchema> {
    return this.whoIs(account);
  }

  @Post('password')
  @HttpCode(204)
  @Door('session.own')
  @ApiResponse({ status: 204, description: 'Changed; every other session of the account has ended' })
  @ApiResponse({ status: 422, description: 'The current password is wrong, or the next one too short' })
  @ApiResponse({ status: 429, description: 'Too many wrong attempts: wait as long as Retry-After says' })
  async changePassword(
    @Body({ schema: PasswordChangeSchema }) change: z.output<typeof PasswordChangeSchema>,
    @CurrentAccount() account: Account,
    @CurrentToken() token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const result = await this.passwords.execute(account, token, change);
    if (!result.ok) throw refusalOf(result.error, account, response);
  }

  @Delete()
  @HttpCode(204)
  @Door('session.own')
  @ApiResponse({ status: 204 })
  async close(
    @CurrentToken() token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.logOut.execute(token);
    clearSessionCookie(request, response);
  }

  private whoIs(account: Account): z.output<typeof WhoAmISchema> {
    const { username, displayName, roles, language } = account;
    const without = this.policy.isOwedBy(account) ? 'owed' : 'off';
    return {
      username,
      displayName,
      roles: [...roles],
      language,
      secondFactor: account.secondFactor ? 'on' : without,
    };
  }
}

const wait = (response: Response, seconds: number): unknown =>
  response.setHeader('Retry-After', String(seconds));

function refusalOf(refusal: PasswordRefusal, { language }: Account, response: Response): HttpException {
  if (refusal.code === 'too-many-attempts') wait(response, refusal.retryAfterSeconds);
  if (refusal.code !== 'weak-password') return accessProblem(refusal.code, language);
  const { code, words, basis } = refusal.violation;
  return new HttpException(
    { code, title: WEAK[language], detail: words[language], basis: basis[language] },
    422,
  );
}

const WEAK: Words = { nl: 'Dit kan geen wachtwoord zijn', en: 'This cannot be a password' };
