export { IdempotencyKeyRow } from './idempotency-key.row';
export { OutboxRow } from './outbox.row';
