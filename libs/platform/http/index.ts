export { Problem, type ProblemBody } from './problem';
export { ProblemFilter } from './problem.filter';
export { validationPipe } from './validation';
export { idempotencyFrom, revisionFrom } from './call-headers';
