import { makeStyles, tokens } from '@fluentui/react-components';
import type { Paper, PaperBlock } from '../../../deliver';

const useStyles = makeStyles({
  paper: {
    padding: '16px',
    maxHeight: '420px',
    overflow: 'auto',
    fontSize: '12px',
    lineHeight: '17px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '& h3': { margin: 0, fontSize: '16px', lineHeight: '22px' },
    '& h4': { margin: '14px 0 4px', fontSize: '13px' },
    '& p': { margin: '4px 0' },
    '& table': { borderCollapse: 'collapse', width: '100%', margin: '6px 0' },
    '& th, & td': {
      padding: '3px 6px',
      textAlign: 'start',
      verticalAlign: 'top',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& .right': { textAlign: 'end', whiteSpace: 'nowrap' },
  },
});

/** How a paper reads, before it is a file. */
export function PaperPreview({ paper }: { paper: Paper }) {
  const styles = useStyles();
  return (
    <div
      className={styles.paper}
      role="region"
      aria-label={paper.title}
      tabIndex={0}
      lang={paper.lang}
    >
      <h3>{paper.title}</h3>
      <p>{paper.subtitle}</p>
      {paper.blocks.map((block, i) => (
        <Block key={i} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'text':
      return <p>{block.text}</p>;
    case 'fields':
      return (
        <>
          {block.title !== undefined && <p>{block.title}</p>}
          <table>
            <tbody>
              {block.rows.map(({ name, value }, i) => (
                <tr key={i}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.columns.map(({ name, align }, i) => (
                <th key={i} scope="col" className={align}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {'group' in row ? (
                  <th colSpan={block.columns.length}>{row.group}</th>
                ) : (
                  row.cells.map((cell, i) => (
                    <td key={i} className={block.columns[i]?.align}>
                      {cell}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'steps':
      return (
        <ol>
          {block.items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </ol>
      );
    case 'signatures':
      return (
        <table>
          <tbody>
            {block.sides.map(({ side, person }) => (
              <tr key={side}>
                <th scope="row">{side}</th>
                <td>{person}</td>
                <td>{block.day} ________</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
