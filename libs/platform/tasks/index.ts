export { TASK_STAGES, type TaskStage } from './stages.catalogue';
export { TaskRow } from './task.row';
export { closeTask, type NewTask, openTasks } from './task.writes';
