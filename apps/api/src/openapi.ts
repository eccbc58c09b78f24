import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The description that border systems build against, at /openapi.json. */
export function addOpenApi(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Visa Bond Portal: API for machines')
    .setDescription('Border systems report movements here; the processor delivers its events here.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT (EdDSA)' })
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, about), {
    jsonDocumentUrl: 'openapi.json',
    ui: false,
    raw: ['json'],
  });
}
