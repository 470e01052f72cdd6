import { Controller, Get, Param, Post } from '@nestjs/common';
import { type AccessApp, anAccessApp } from '../../../../test/support/access.app';
import type { Account } from '../../domain/account';
import { CurrentAccount, Door, Public } from './access.decorators';
import { assertEveryRouteHasADoor } from './every-route-has-a-door';

@Controller('doors')
class DoorsController {
  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }

  @Get('accounts')
  @Door('account.manage')
  accounts(): string {
    return 'accounts';
  }

  @Post('events/:type')
  @Door('request.advance')
  events(@CurrentAccount() account: Account, @Param('type') type: string): string {
    return `${account.username} ${type}`;
  }

  @Get('any-of')
  @Door('account.manage', 'request.view')
  anyOf(): string {
    return 'one of them';
  }

  @Get('careless')
  @Public()
  careless(@CurrentAccount() account: Account): string {
    return account.username;
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Public()
  public(): string {
    return 'public';
  }

  @Get('all')
  everything(): string {
    return 'nobody said who may';
  }
}

@Door('request.view')
@Controller('whole')
class WholeController {
  @Get()
  inherited(): string {
    return 'by the door of the controller';
  }

  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }
}

describe('a guarded program', () => {
  let visitor: AccessApp;
  beforeEach(async () => void (visitor = await anAccessApp(DoorsController, WholeController)));
  afterEach(() => visitor.app.close());

  describe('a door', () => {
    it('that the role does not open is refused; one of several is enough', async () => {
      const bearer = await visitor.bearer();
      const refused = await visitor.http().get('/api/doors/accounts').set('Authorization', bearer);
      expect(refused.status).toBe(403);
      expect(refused.body).toMatchObject({ code: 'not-your-role', title: 'Not your role' });
      expect((await visitor.http().get('/api/doors/any-of').set('Authorization', bearer)).status).toBe(200);
    });

    it('may stand on a whole controller, and a handler may leave it open', async () => {
      expect((await visitor.http().get('/api/whole')).status).toBe(401);
      expect((await visitor.http().get('/api/whole/open')).status).toBe(200);
      const bearer = await visitor.bearer();
      expect((await visitor.http().get('/api/whole').set('Authorization', bearer)).status).toBe(200);
    });

    it('that is public asks nobody, and so knows nobody', async () => {
      expect((await visitor.http().get('/api/doors/open')).text).toBe('open');
      expect((await visitor.http().get('/api/doors/open').set('Authorization', 'Bearer wrong')).status).toBe(
        200,
      );
      expect((await visitor.http().get('/api/doors/careless')).status).toBe(500);
    });
  });

  describe('a change', () => {
    const change = (headers: Record<string, string>) =>
      visitor.http().post('/api/doors/events/held').set(headers);
    const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

    it('by cookie is refused when a form of another site could have sent it', async () => {
      const Cookie = await visitor.cookie();
      const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];
      for (const type of forms) {
        const answer = await change({ Cookie, 'Content-Type': type });
        expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site']);
      }
      const sneaky = await change({ Cookie, 'Content-Type': 'text/plain; application/json' });
      expect(codeOf(sneaky)).toBe('cross-site');
      expect(codeOf(await change({ Cookie }))).toBe('cross-site');
    });

    it('by cookie is refused when it comes from another host, whatever else it says', async () => {
      const own = { Cookie: await visitor.cookie(), 'X-Requested-With': 'fetch', Host: 'bureau.test' };
      for (const Origin of [
        'https://evil.test',
        'https://bureau.test.evil.test',
        'null',
        'https://bureau.test:8443',
      ])
        expect(codeOf(await change({ ...own, Origin }))).toBe('cross-site');
    });

    it('by cookie from our own page is made', async () => {
      const own = { Cookie: await visitor.cookie(), Host: 'bureau.test' };
      const json = await change({ ...own, 'Content-Type': 'application/json; charset=utf-8' });
      expect([json.status, json.text]).toEqual([201, 'anna held']);
      const fetched = await change({ ...own, 'X-Requested-With': 'fetch', Origin: 'https://bureau.test' });
      expect(fetched.status).toBe(201);
      const spelledOut = { ...own, Host: 'bureau.test:443', Origin: 'https://bureau.test' };
      expect((await change({ ...spelledOut, 'X-Requested-With': 'fetch' })).status).toBe(201);
    });

    it('by bearer is made from anywhere: no browser sends one by itself', async () => {
      const Authorization = await visitor.bearer();
      expect((await change({ Authorization, Origin: 'https://partner.test' })).status).toBe(201);
    });

    it('of who is logged in is not made by the page of another site', async () => {
      const answer = await visitor.logIn().set('Origin', 'https://evil.test');
      expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });
  });
});

describe('the program', () => {
  it('does not start with a route of which nobody said who may take it', async () => {
    await expect(anAccessApp(DoorsController, ForgottenController)).rejects.toThrow(
      /who may take ForgottenController\.everything\. Put @Door/,
    );
  });

  it('starts when every route has a door', async () => {
    const { app } = await anAccessApp(DoorsController, WholeController);
    expect(() => assertEveryRouteHasADoor(app)).not.toThrow();
    await app.close();
  });
});
