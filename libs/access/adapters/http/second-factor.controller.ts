import { Body, Controller, Header, HttpCode, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Result } from '@bureau/kernel';
import type { Response } from 'express';
import type { z } from 'zod';
import type { TooManyAttempts } from '../../application/login.throttle';
import { ConfirmSecondFactor } from '../../application/second-factor/confirm-second-factor.use-case';
import { EnrolSecondFactor } from '../../application/second-factor/enrol-second-factor.use-case';
import { RemoveSecondFactor } from '../../application/second-factor/remove-second-factor.use-case';
import type { Account } from '../../domain/account';
import { CurrentAccount, CurrentToken, Door } from './access.decorators';
import { type AccessProblemCode, accessProblem } from './access.problems';
import {
  ConfirmationSchema,
  ConfirmedSchema,
  EnrolledSchema,
  EnrolmentSchema,
  RemovalSchema,
} from './second-factor.schemas';

@ApiTags('session')
@ApiResponse({ status: 429, description: 'Too many wrong attempts: wait as long as Retry-After says' })
@Controller('session/second-factor')
export class SecondFactorController {
  constructor(
    private readonly enrolment: EnrolSecondFactor,
    private readonly confirmation: ConfirmSecondFactor,
    private readonly removal: RemoveSecondFactor,
  ) {}

  @Post()
  @Door('session.own')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Gives you a secret for your authenticator; nothing changes until you confirm it',
  })
  @ApiResponse({ status: 201, standardSchema: EnrolledSchema })
  @ApiResponse({ status: 409, description: 'You have a second factor: remove it first' })
  @ApiResponse({ status: 422, description: 'The password is wrong' })
  @SerializeOptions({ schema: EnrolledSchema })
  async enrol(
    @Body({ schema: EnrolmentSchema }) { password }: z.output<typeof EnrolmentSchema>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof EnrolledSchema>> {
    return unwrap(await this.enrolment.execute(account, password), account, response);
  }

  @Post('confirmation')
  @HttpCode(200)
  @Door('session.own')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Confirms your authenticator; tells your recovery codes, this once' })
  @ApiResponse({ status: 200, standardSchema: ConfirmedSchema })
  @ApiResponse({ status: 409, description: 'There is nothing to confirm' })
  @ApiResponse({ status: 422, description: 'The code is wrong' })
  @SerializeOptions({ schema: ConfirmedSchema })
  async confirm(
    @Body({ schema: ConfirmationSchema }) { code }: z.output<typeof ConfirmationSchema>,
    @CurrentAccount() account: Account,
    @CurrentToken() token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof ConfirmedSchema>> {
    const { recoveryCodes } = unwrap(
      await this.confirmation.execute(account, token, code),
      account,
      response,
    );
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Post('removal')
  @HttpCode(204)
  @Door('session.own')
  @ApiOperation({ summary: 'Takes your second factor away, with all that a login asks' })
  @ApiResponse({ status: 204, description: 'Removed; every other session of yours has ended' })
  @ApiResponse({ status: 422, description: 'The password or the code is wrong' })
  async remove(
    @Body({ schema: RemovalSchema }) shown: z.output<typeof RemovalSchema>,
    @CurrentAccount() account: Account,
    @CurrentToken() token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    unwrap(await this.removal.execute(account, token, shown), account, response);
  }
}

type Refusal = { readonly code: AccessProblemCode } | TooManyAttempts;

function unwrap<T>(result: Result<T, Refusal>, { language }: Account, response: Response): T {
  if (result.ok) return result.value;
  const { error } = result;
  if ('retryAfterSeconds' in error) response.setHeader('Retry-After', String(error.retryAfterSeconds));
  throw accessProblem(error.code, language);
}
