export * from './database';
export * from './audit';
export * from './migrations';
export * from './outbox';
export * from './turns';
export * from './csv';
export * from './platform.module';
export * from './http';
