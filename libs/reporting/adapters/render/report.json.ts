import type { ReportedTable, YearReport } from '../../application/annual-report.use-case';
import { SHARE_RULES } from '../../domain/share-rules.catalogue';

/** The same facts, with what each table and number means; a percentage carries its rule and its n. */
export const reportAsJson = ({ year, tables }: YearReport): string =>
  `${JSON.stringify({ year, tables: tables.map(tableObject) }, null, 2)}\n`;

function tableObject({ table, rows }: ReportedTable) {
  const { section, title, definition, basis, metrics } = table;
  const rules = new Set(rows.flatMap(({ share }) => (share ? [share.rule] : [])));
  return {
    section,
    title,
    definition,
    basis,
    metrics,
    rules: Object.fromEntries([...rules].map((rule) => [rule, SHARE_RULES[rule]])),
    rows: rows.map(({ share, ...row }) => ({ ...row, ...share })),
  };
}
