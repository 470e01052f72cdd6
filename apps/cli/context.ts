import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, type Env } from '@bureau/config';
import { CoreModule } from '../core/core.module';

/** Runs one command on the bureau's own database, migrated to this version, and lets go of it afterwards. */
export async function onTheBureau<T>(
  run: (bureau: INestApplicationContext, env: Env) => Promise<T>,
): Promise<T> {
  const env = loadConfig();
  const bureau = await NestFactory.createApplicationContext(CoreModule.forRoot(env), {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
  });
  try {
    return await run(bureau, env);
  } finally {
    await bureau.close();
  }
}
