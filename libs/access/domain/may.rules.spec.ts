import { type DoorName, POLICY } from './doors.policy';
import { EVENTS_BY_ROLE } from './events.policy';
import { eventsFor, firstOpen, may, maySend, reachOf, relationTo } from './may.rules';
import { isRole, type Role, ROLES } from './roles.catalogue';

const wearing = (...roles: Role[]) => ({ roles, disabled: false });
const everyRole = Object.keys(ROLES).filter(isRole);
const everyDoor = Object.keys(POLICY) as DoorName[];

describe('who passes which door', () => {
  it('is this table and nothing more', () => {
    const table = Object.fromEntries(
      everyRole.map((role) => [
        role,
        everyDoor
          .filter((door) => door !== 'session.own')
          .flatMap((door) => {
            const reach = reachOf(wearing(role), door);
            return reach ? [`${door} ${reach}`] : [];
          }),
      ]),
    );
    expect(table).toEqual({
      coordinator: [
        'request.register any',
        'request.view any',
        'request.view.dates any',
        'request.view.status any',
        'request.history any',
        'request.diagram any',
        'request.advance any',
        'worklist.view any',
        'task.done any',
        'digest.own any',
        'handover.decide any',
        'information-request.register any',
        'report.view any',
        'conflict.check any',
        'glass.break any',
        'queue.view any',
      ],
      mediator: [
        'request.view own',
        'request.view.dates own',
        'request.view.status own',
        'request.history own',
        'request.diagram own',
        'request.advance own',
        'worklist.view own',
        'task.done own',
        'digest.own any',
      ],
      jurist: [
        'request.view.status any',
        'task.done own',
        'digest.own any',
        'case.list any',
        'case.view any',
        'case.open any',
        'case.work own',
        'handover.offer own',
        'conflict.check any',
        'glass.break any',
      ],
      student: [
        'task.done own',
        'digest.own any',
        'case.list any',
        'case.view any',
        'case.open any',
        'case.work own',
        'conflict.check any',
      ],
      curator: ['request.view.dates own', 'request.advance own', 'task.done own', 'digest.own any'],
      director: ['report.view any'],
      planner: [
        'case.list any',
        'case.view any',
        'case.assign any',
        'conflict.check any',
        'conflict.decide any',
        'glass.review any',
        'file.access.history any',
      ],
      admin: [
        'glass.review any',
        'file.access.history any',
        'account.manage any',
        'queue.view any',
        'queue.retry any',
        'health.detail any',
      ],
    });
  });

  it('everybody may know who they are', () => {
    for (const role of everyRole) expect(may(wearing(role), 'session.own', 'other')).toBe('yes');
  });

  it('an account without a role, and one that is disabled, pass no door at all', () => {
    for (const door of everyDoor) {
      expect(may(wearing(), door, 'own')).toBe('not-your-role');
      expect(may({ roles: everyRole, disabled: true }, door, 'own')).toBe('not-your-role');
    }
  });

  it("somebody else's request is hidden from a mediator, and no business of a student", () => {
    expect(may(wearing('mediator'), 'request.view', 'own')).toBe('yes');
    expect(may(wearing('mediator'), 'request.view', 'other')).toBe('hidden');
    expect(may(wearing('student'), 'request.view', 'own')).toBe('not-your-role');
  });

  it('of several hats the widest counts', () => {
    expect(may(wearing('mediator', 'coordinator'), 'request.view', 'other')).toBe('yes');
    expect(reachOf(wearing('curator', 'mediator'), 'request.view.dates')).toBe('own');
  });

  it('the administrator sees no request and no report', () => {
    for (const door of everyDoor.filter((name) => /^(request|worklist|report)/.test(name)))
      expect(may(wearing('admin'), door, 'own')).toBe('not-your-role');
  });

  it('a request shows as much of itself as the role may see, or hides', () => {
    const views = ['request.view', 'request.view.dates', 'request.view.status'] as const;
    expect(firstOpen(wearing('mediator'), views, 'own')).toEqual({ ok: true, value: 'request.view' });
    expect(firstOpen(wearing('curator'), views, 'own')).toEqual({ ok: true, value: 'request.view.dates' });
    expect(firstOpen(wearing('jurist'), views, 'other')).toEqual({ ok: true, value: 'request.view.status' });
    expect(firstOpen(wearing('curator'), views, 'other')).toEqual({ ok: false, error: 'hidden' });
    expect(firstOpen(wearing('student'), views, 'own')).toEqual({ ok: false, error: 'not-your-role' });
    expect(firstOpen(wearing('admin'), [], 'own')).toEqual({ ok: false, error: 'not-your-role' });
  });

  it('an account that is nobody in the pool owns nothing, not even what is nobody’s', () => {
    expect(relationTo({ person: 'M07' }, ['M03', 'M07'])).toBe('own');
    expect(relationTo({ person: 'M07' }, ['M03'])).toBe('other');
    expect(relationTo({ person: null }, ['M03'])).toBe('other');
    expect(relationTo({ person: '' }, [])).toBe('other');
  });
});

describe('who may tell that something happened', () => {
  it('the coordinator may tell everything, also what is invented tomorrow', () => {
    expect(maySend(wearing('coordinator'), 'something.new', 'other')).toBe('yes');
    expect(eventsFor(wearing('coordinator'), 'other')).toBe('*');
  });

  it.each(EVENTS_BY_ROLE.mediator.events)('a mediator tells %s of the own request only', (event) => {
    expect(maySend(wearing('mediator'), event, 'own')).toBe('yes');
    expect(maySend(wearing('mediator'), event, 'other')).toBe('hidden');
  });

  it('a mediator neither closes a request nor chooses its mediators', () => {
    for (const event of ['request.closed', 'mediators.proposed', 'deadline.overridden', 'request.registered'])
      expect(maySend(wearing('mediator'), event, 'own')).toBe('not-your-role');
  });

  it("no event tells a mediator whether somebody else's request exists", () => {
    expect(maySend(wearing('mediator'), 'request.closed', 'other')).toBe('hidden');
  });

  it('a curator answers for the own appointment and report', () => {
    expect(eventsFor(wearing('curator'), 'own')).toEqual([
      'curator.accepted',
      'curator.declined',
      'curator.reported',
    ]);
    expect(maySend(wearing('curator'), 'session.held', 'own')).toBe('not-your-role');
    expect(eventsFor(wearing('curator'), 'other')).toEqual([]);
  });

  it('two hats may tell what either of them may', () => {
    const events = eventsFor(wearing('mediator', 'curator'), 'own');
    expect(events).toContain('session.held');
    expect(events).toContain('curator.reported');
  });

  it.each(['jurist', 'student', 'director', 'admin'] as const)('a %s tells nothing', (role) => {
    expect(eventsFor(wearing(role), 'own')).toEqual([]);
    expect(maySend(wearing(role), 'session.held', 'own')).toBe('not-your-role');
  });

  it('a disabled coordinator tells nothing', () => {
    const gone = { roles: ['coordinator'] as const, disabled: true };
    expect(eventsFor(gone, 'own')).toEqual([]);
    expect(maySend(gone, 'session.held', 'own')).toBe('not-your-role');
  });
});

it('every door, and everything a role may tell, has a basis in both languages', () => {
  const grants = Object.values(POLICY).flatMap((door) => [door.label, ...bases(door.grants)]);
  const events = Object.values(EVENTS_BY_ROLE).map(({ basis }) => basis);
  for (const { nl, en } of [...grants, ...events]) {
    expect(nl.length).toBeGreaterThan(5);
    expect(en.length).toBeGreaterThan(5);
  }
});

const bases = (grants: object) =>
  Object.values(grants as Record<string, { basis: { nl: string; en: string } }>).map(({ basis }) => basis);
