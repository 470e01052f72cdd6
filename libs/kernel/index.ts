export * from './bounded-memo';
export * from './broken-world';
export * from './clock';
export * from './instant';
export * from './plain-date';
export * from './result';
export * from './words';
