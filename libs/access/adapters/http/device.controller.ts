import { Controller, Delete, Get, Header, HttpCode, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Devices } from '../../application/devices.use-cases';
import type { Account } from '../../domain/account';
import { CurrentAccount, CurrentToken, Door } from './access.decorators';
import { accessProblem } from './access.problems';
import { DeviceIdSchema } from './second-factor.schemas';

@ApiTags('session')
@Controller('session/devices')
export class DeviceController {
  constructor(private readonly devices: Devices) {}

  @Get()
  @Door('session.own')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Where you are logged in' })
  @ApiResponse({ status: 200, description: 'Your live sessions, last used first' })
  async list(@CurrentAccount() account: Account, @CurrentToken() token: string) {
    return { items: await this.devices.list(account, token) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Door('session.own')
  @ApiOperation({ summary: 'Ends one of your sessions' })
  @ApiResponse({ status: 204 })
  @ApiResponse({ status: 404, description: 'You have no such session' })
  async end(
    @Param('id', { schema: DeviceIdSchema }) id: z.output<typeof DeviceIdSchema>,
    @CurrentAccount() account: Account,
  ): Promise<void> {
    if (!(await this.devices.end(account, id))) throw accessProblem('no-such-device', account.language);
  }

  @Delete()
  @HttpCode(204)
  @Door('session.own')
  @ApiOperation({ summary: 'Ends all your sessions but this one' })
  @ApiResponse({ status: 204 })
  async endOthers(@CurrentAccount() account: Account, @CurrentToken() token: string): Promise<void> {
    await this.devices.endOthers(account, token);
  }
}
