export { badRow, type BadRow, badRowInWords } from './bad-row';
export {
  type CellParser,
  day,
  listOf,
  oneOf,
  optional,
  shaped,
  wholeNumber,
  words,
  yesOrNo,
} from './cell.parsers';
export type { ImportPlan, Incoming } from './import.plan';
export {
  type Changes,
  importLargeTable,
  type LargeFile,
  type LargeImportOptions,
  type LargeStore,
  type RowReader,
} from './large.import';
export {
  type ImportFailure,
  type ImportFile,
  type ImportOptions,
  type ImportResult,
  type ImportStore,
  type ImportSummary,
  importTable,
} from './table.import';
export { type Columns, readTable, type TableRow, type ValuesOf } from './table.reader';
export type { TableSource } from './table.records';
export { csvText, type TableCell } from './table.writer';
