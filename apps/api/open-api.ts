import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The description of every door for programs (`/api/openapi.json`) and for people (`/api/docs`). */
export function describeApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Bureau')
    .setDescription(
      'Mediation requests of a cross-border family mediation bureau, from registration to closure.',
    )
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: 'The token of POST /api/session?token=1',
    })
    .addCookieAuth('bureau_session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Bureau API',
  });
}
