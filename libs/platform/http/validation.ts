import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from './problem';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The most objections named in one answer: ten thousand wrong children need no ten thousand lines. */
const MOST_NAMED = 20;

const placeOf = ({ path = [] }: Issue): string =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** Nest would drop `__proto__` and `constructor` without a word; the schemas refuse them, as every unknown field. */
class UnstrippedValidationPipe extends StandardSchemaValidationPipe {
  protected override stripProtoKeys(): void {}
}

/** Refuses what does not fit its schema with 400, naming every field that is wrong and what was expected there. */
export const validationPipe = new UnstrippedValidationPipe({
  exceptionFactory: (issues: readonly Issue[]) => {
    const errors = issues
      .slice(0, MOST_NAMED)
      .map((issue) => ({ field: placeOf(issue), message: issue.message }));
    const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
    return new Problem(400, {
      code: 'malformed',
      title: 'This does not fit',
      detail,
      errors,
      errorCount: issues.length,
    });
  },
});
