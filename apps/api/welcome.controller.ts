import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@bureau/access';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bureau</title>
<style>
  body { font: 18px/1.5 system-ui, sans-serif; max-width: 65ch; margin: 15vh auto; padding: 0 1rem; color: #1b2733; background: #fbfbfa }
  a { color: #1d4f91 }
  code { background: #eef1f4; padding: .1em .3em }
  @media (prefers-color-scheme: dark) { body { color: #e6ebf0; background: #15191d } a { color: #8db8f0 } code { background: #232a31 } }
</style>
<h1>The bureau is open</h1>
<p>Mediation requests can be registered and followed over HTTP and with the <code>bureau</code> command. The browser page is still to come.</p>
<p><a href="/api/docs">Every door of the program, to read and to try</a></p>
<p>First time here? The password of the first account was printed where the program was started.</p>
</html>
`;

/** What a browser finds at the front door. */
@ApiExcludeController()
@Public()
@Controller()
export class WelcomeController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  welcome(): string {
    return page;
  }
}
