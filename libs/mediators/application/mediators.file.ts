import { day, type ImportFile, listOf, oneOf, shaped, wholeNumber, words, yesOrNo } from '@bureau/platform';
import { GENDERS, type Mediator } from '../domain/mediator';
import { PROFESSION_CODES } from '../domain/professions.catalogue';
import { STAGE_CODES } from '../domain/stages.catalogue';

const columns = {
  mediator: shaped(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'a key of letters, digits, dots and dashes'),
  name: words(200),
  profession: oneOf(PROFESSION_CODES),
  languages: listOf(shaped(/^[a-z]{2,3}$/, 'an ISO 639 code, like nl')),
  gender: oneOf(GENDERS),
  stage: oneOf(STAGE_CODES),
  legal_aid_registered: yesOrNo,
  max_open: wholeNumber(0, 99),
  joined_on: day,
};

/** `mediators.csv`: one row is one mediator. */
export const MEDIATORS_FILE: ImportFile<typeof columns, Mediator> = {
  columns,
  keyColumn: 'mediator',
  incoming: (rows) =>
    rows.map(({ line, values: { legal_aid_registered, max_open, joined_on, ...rest } }) => ({
      line,
      key: rest.mediator,
      record: {
        ...rest,
        legalAidRegistered: legal_aid_registered,
        maxOpen: max_open,
        joinedOn: joined_on,
      },
    })),
  cellsOf: (record) => ({
    mediator: record.mediator,
    name: record.name,
    profession: record.profession,
    languages: record.languages.join(';'),
    gender: record.gender,
    stage: record.stage,
    legal_aid_registered: record.legalAidRegistered ? 'yes' : 'no',
    max_open: String(record.maxOpen),
    joined_on: record.joinedOn,
  }),
};
