export * from './agreement.needs';
export * from './child-interview.needs';
export * from './course.needs';
export * from './court.needs';
export * from './curator.needs';
export * from './mediators.needs';
export * from './parent.needs';
export * from './sessions.needs';
