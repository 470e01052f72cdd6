export { IdempotencyKeyRow } from './idempotency-key.row';
export { AnnouncingDatabase, OutboxNews } from './outbox.news';
export { OutboxRow } from './outbox.row';
export { outboxRow, type Wish } from './outbox.writes';
