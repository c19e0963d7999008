import { python } from '../support/python';

const OPEN = `
import base64, io, json, sys, warnings, openpyxl
warnings.filterwarnings("ignore", message=".*extension is not supported.*")
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
tables = {t.name: (sheet, t) for sheet in book.worksheets for t in sheet.tables.values()}
`;

const SAVE = `
out = io.BytesIO()
book.save(out)
print(json.dumps(base64.b64encode(out.getvalue()).decode()))
`;

/** Everything openpyxl sees in a workbook beside its cells. */
export const contents = (file: Uint8Array) =>
  python(
    `${OPEN}
defined = book.defined_names
names = list(defined) if hasattr(defined, "items") else [d.name for d in defined.definedName]
print(json.dumps({
  "sheets": {s.title: s.sheet_state for s in book.worksheets},
  "tables": {name: len(t.tableColumns) for name, (_, t) in tables.items()},
  "names": sorted(names),
  "lists": sorted({v.formula1 for s in book.worksheets for v in s.data_validations.dataValidation if v.type == "list"}),
  "validations": sum(len(s.data_validations.dataValidation) for s in book.worksheets),
  "rules": sorted({r.type for s in book.worksheets for f in s.conditional_formatting for r in f.rules}),
  "charts": {s.title: len(s._charts) for s in book.worksheets if s._charts},
  "formulas": sum(1 for s in book.worksheets for row in s.iter_rows() for c in row if c.data_type == "f"),
}))
`,
    file,
  ) as {
    sheets: Record<string, string>;
    tables: Record<string, number>;
    names: string[];
    lists: string[];
    validations: number;
    rules: string[];
    charts: Record<string, number>;
    formulas: number;
  };

/** What a person writes into a table's cell in another spreadsheet: row of an id, or n-th empty row. */
export interface Edit {
  table: string;
  row: string | number;
  header: string;
  value: string | number;
}

/** The file with these cells written by openpyxl and saved by it, formulas without values. */
export function edited(file: Uint8Array, edits: readonly Edit[] = []): Uint8Array {
  const script = `${OPEN}
from openpyxl.utils import range_boundaries
for edit in json.loads(${JSON.stringify(JSON.stringify(edits))}):
    sheet, table = tables[edit["table"]]
    left, top, right, bottom = range_boundaries(table.ref)
    headers = [sheet.cell(top, c).value for c in range(left, right + 1)]
    ids = [sheet.cell(r, left).value for r in range(top + 1, bottom + 1)]
    row = edit["row"]
    if isinstance(row, str):
        at = ids.index(row)
    else:
        at = [i for i, one in enumerate(ids) if not one][row]
    sheet.cell(top + 1 + at, left + headers.index(edit["header"]), edit["value"])
${SAVE}`;
  return new Uint8Array(Buffer.from(python(script, file) as string, 'base64'));
}

/** The file with a note in a cell, as openpyxl saves it. */
export function noted(file: Uint8Array, sheet: string, cell: string, text: string): Uint8Array {
  const script = `${OPEN}
from openpyxl.comments import Comment
book[${JSON.stringify(sheet)}][${JSON.stringify(cell)}].comment = Comment(${JSON.stringify(text)}, "North")
${SAVE}`;
  return new Uint8Array(Buffer.from(python(script, file) as string, 'base64'));
}

/** The file with one cell in a colour of its theme, and another struck through. */
export function marked(
  file: Uint8Array,
  sheet: string,
  colored: string,
  struck: string,
): Uint8Array {
  const script = `${OPEN}
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
page = book[${JSON.stringify(sheet)}]
page[${JSON.stringify(colored)}].fill = PatternFill("solid", fgColor=Color(theme=9))
page[${JSON.stringify(struck)}].font = Font(strike=True)
${SAVE}`;
  return new Uint8Array(Buffer.from(python(script, file) as string, 'base64'));
}
