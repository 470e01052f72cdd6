export { MeasuredDatabase } from './measured.database';
export { Metrics, secondsSince } from './metrics';
