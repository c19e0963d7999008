import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explainable } from '../core/explain';
import { Figure, useFigureList } from './Figure';

/** What a cell says; `of`: it says how it came about, too. */
type NumberCell = string | { text: string; of: Explainable };

interface NumbersProps {
  /** What the table is, read out. */
  caption: string;
  /** The first heads the rows. */
  columns: readonly string[];
  /** The first cell of each heads it. */
  rows: readonly (readonly NumberCell[])[];
}

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
  cell: {
    padding: '4px 0 4px 6px',
    textAlign: 'end',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { textAlign: 'start', paddingLeft: 0 },
  },
  head: { color: tokens.colorNeutralForeground2 },
});

const textIn = (cell: NumberCell | undefined): string =>
  typeof cell === 'object' ? cell.text : (cell ?? '');

/** The numbers of a picture, as a table. */
export function Numbers({ caption, columns, rows }: NumbersProps) {
  const styles = useStyles();
  return (
    <table className={styles.table} {...useFigureList<HTMLTableElement>()}>
      <caption className={styles.hidden}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={`${styles.cell} ${styles.head}`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells], r) => (
          <tr key={`${r} ${textIn(head)}`}>
            <th scope="row" className={styles.cell}>
              {textIn(head)}
            </th>
            {cells.map((cell, c) => (
              <td key={columns[c + 1]} className={styles.cell}>
                {typeof cell === 'string' ? (
                  cell
                ) : (
                  <Figure of={cell.of} name={[textIn(head), columns[c + 1]].join(' · ')}>
                    {cell.text}
                  </Figure>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
