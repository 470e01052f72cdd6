export { markOf } from './installation';
export { InstallationRow } from './installation.row';
