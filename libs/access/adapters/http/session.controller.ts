import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { LogIn } from '../../application/log-in.use-case';
import { LogOut } from '../../application/log-out.use-case';
import type { Account } from '../../domain/account';
import { CurrentAccount, CurrentToken, Door, Public } from './access.decorators';
import { accessProblem } from './access.problems';
import { clearSessionCookie, languageOf, setSessionCookie } from './session.cookie';
import { CredentialsSchema, LoggedInSchema, LogInQuerySchema, WhoAmISchema } from './session.schemas';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly logOut: LogOut,
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
    const result = await this.logIn.execute(credentials);
    if (!result.ok) {
      const { error } = result;
      if (error.code === 'too-many-attempts')
        response.setHeader('Retry-After', String(error.retryAfterSeconds));
      throw accessProblem(error.code, languageOf(request));
    }
    const { token, account } = result.value;
    if (query.token) return { token };
    setSessionCookie(request, response, token);
    return whoIs(account);
  }

  @Get()
  @Door('session.own')
  @Header('Cache-Control', 'no-store')
  @ApiResponse({ status: 200, standardSchema: WhoAmISchema })
  @SerializeOptions({ schema: WhoAmISchema })
  whoAmI(@CurrentAccount() account: Account): z.output<typeof WhoAmISchema> {
    return whoIs(account);
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
}

const whoIs = ({ username, displayName, roles, language }: Account): z.output<typeof WhoAmISchema> => ({
  username,
  displayName,
  roles: [...roles],
  language,
});
