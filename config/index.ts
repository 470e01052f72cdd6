export * from './bureau-policy';
