import { plainDateOf } from '@bureau/kernel';
import type { Row } from '@bureau/platform';
import type { Gender, Mediator } from '../../domain/mediator';
import type { Profession } from '../../domain/professions.catalogue';
import type { Stage } from '../../domain/stages.catalogue';
import type { MediatorRow } from './mediator.row';

export const mediatorOf = (row: MediatorRow): Mediator => ({
  mediator: row.mediator,
  name: row.name,
  profession: row.profession as Profession,
  languages: row.languages.split(';'),
  gender: row.gender as Gender,
  stage: row.stage as Stage,
  legalAidRegistered: row.legal_aid_registered === 1,
  maxOpen: row.max_open,
  joinedOn: plainDateOf(row.joined_on),
});

export const rowOf = (mediator: Mediator): Row & Record<keyof MediatorRow, unknown> => ({
  mediator: mediator.mediator,
  name: mediator.name,
  profession: mediator.profession,
  languages: mediator.languages.join(';'),
  gender: mediator.gender,
  stage: mediator.stage,
  legal_aid_registered: mediator.legalAidRegistered,
  max_open: mediator.maxOpen,
  joined_on: mediator.joinedOn,
});
