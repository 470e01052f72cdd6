export * from './database';
export * from './audit';
export * from './migrations';
export * from './outbox';
export * from './turns';
