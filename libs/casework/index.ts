export { CASEWORK_ROWS, InformationRequestRow } from './adapters/persistence/information-request.row';
export { ImportInformationRequests } from './application/import-information-requests.use-case';
export { InformationRequests } from './application/information-requests.port';
export { CaseworkModule } from './casework.module';
export { type Channel, CHANNEL_CODES, CHANNELS } from './domain/channels.catalogue';
export { type InformationRequest } from './domain/information-request';
