/** A number is written as it is; null as an empty cell. */
export type TableCell = string | number | null;

/**
 * The rows as CSV (RFC 4180 quoting, CRLF after each row, header first). No text in it can act as a formula
 * when the file is opened in a spreadsheet.
 */
export const csvText = (columns: readonly string[], rows: readonly (readonly TableCell[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: TableCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : withoutFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const NUMBER = /^-\d+(\.\d+)?$/;
/** Spreadsheets calculate what begins with one of these, also in their full-width forms (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const withoutFormula = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
