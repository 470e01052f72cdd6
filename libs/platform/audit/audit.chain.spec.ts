import { instantOf } from '@bureau/kernel';
import { auditLine, brokenLink, CHAIN_START } from './audit.chain';
import type { AuditEntryRow } from './audit.row';

/** A journal of as many lines as there are actions. */
function journal(...actions: string[]): AuditEntryRow[] {
  let previous = CHAIN_START;
  return actions.map((action, index) => {
    const { write, hash } = auditLine(previous, {
      file: 'MB-2026-001',
      position: index + 1,
      at: instantOf('2026-03-02T09:00:00Z'),
      actor: 'anna',
      action,
      detail: 'digest',
    });
    previous = hash;
    return write.rows[0] as unknown as AuditEntryRow;
  });
}

describe('the journal of a file', () => {
  const lines = journal('registered', 'talked', 'signed', 'closed');

  it('is whole as it was written', () => {
    expect(brokenLink(lines)).toBeNull();
    expect(brokenLink([])).toBeNull();
  });
  it.each(['at', 'actor', 'action', 'detail', 'hash', 'previous_hash'] as const)(
    'shows where %s was changed',
    (field) => {
      const altered = lines.map((line, index) =>
        index === 2 ? { ...line, [field]: `${line[field] ?? ''}x` } : line,
      );
      expect(brokenLink(altered)).toMatchObject({ position: 3 });
    },
  );
  it('shows that a line was taken out, put elsewhere, or left off the front', () => {
    expect(brokenLink(lines.filter((_, index) => index !== 1))).not.toBeNull();
    expect(
      brokenLink([lines[0], lines[2], lines[1], lines[3]].filter((line) => line !== undefined)),
    ).not.toBeNull();
    expect(brokenLink(lines.slice(1))).not.toBeNull();
  });
  it('cannot be rewritten from a line on without the head showing it', () => {
    const rewritten = journal('registered', 'talked', 'declined', 'closed');
    expect(rewritten.at(-1)?.hash).not.toBe(lines.at(-1)?.hash);
  });
});
