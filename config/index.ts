export { MATCH_POLICY } from './conflict-policy';
export * from './bureau-policy';
export * from './bureau-rules';
export * from './env.example';
export * from './env.schema';
export * from './load-config';
export * from './second-factor-policy';
