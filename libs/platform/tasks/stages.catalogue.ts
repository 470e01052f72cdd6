import type { Words } from '@bureau/kernel';

/** How far a task has come. The order is the order in which a deadline goes through them. */
export const TASK_STAGES = {
  reminder: { label: { nl: 'herinnering', en: 'reminder' } },
  overdue: { label: { nl: 'te laat', en: 'overdue' } },
  escalated: { label: { nl: 'doorgezet naar de senior', en: 'passed on to the senior' } },
} as const satisfies Record<string, { readonly label: Words }>;

export type TaskStage = keyof typeof TASK_STAGES;
