import type { Account } from '@bureau/access';
import { visitorOf } from './visitor';

const account = (roles: Account['roles']): Account => ({
  username: 'kim',
  displayName: 'Kim',
  roles,
  language: 'nl',
  person: 'k1',
  disabled: false,
  senior: false,
  secondFactor: false,
});

describe('an account before one request', () => {
  it('owns the request in which it has the role', () => {
    expect(visitorOf(account(['mediator']), 'mediator').relation).toBe('own');
    expect(visitorOf(account(['mediator']), null).relation).toBe('other');
  });
  it('of a person who is its curator does not enter as a mediator', () => {
    expect(visitorOf(account(['mediator', 'curator']), 'curator')).toMatchObject({
      relation: 'own',
      roles: ['curator'],
    });
    expect(visitorOf(account(['mediator']), 'curator').relation).toBe('other');
  });
  it('of a person who only talked with the child owns nothing', () => {
    expect(visitorOf(account(['mediator', 'curator']), 'interviewer').relation).toBe('other');
  });
  it('keeps the roles that are not tied to a request', () => {
    expect(visitorOf(account(['coordinator', 'mediator']), 'curator').roles).toEqual([
      'coordinator',
      'mediator',
    ]);
  });
});
