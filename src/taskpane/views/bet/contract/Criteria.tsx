import {
  Badge,
  Button,
  Caption1,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useRef } from 'react';
import { rowsIn, type StudiedRow } from '../../../../office';
import { useBook } from '../../../core/book';
import { CellInput } from '../../../parts/CellInput';
import { Section } from '../../../parts/Section';
import { useSay } from '../../../words/say';
import type { Term } from './term';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  scores: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  muted: { color: tokens.colorNeutralForeground2 },
  start: { alignSelf: 'flex-start' },
});

export const criteriaOf = (rows: readonly StudiedRow[], code: string): StudiedRow[] =>
  rows.filter(({ cells }) => code !== '' && String(cells.term ?? '') === code);

/** What a qualitative term is judged by: each criterion with both sides' scores and the pass mark. */
export function Criteria({ term }: { term: Term }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const criteria = criteriaOf(rowsIn(study, 'criteria'), term.code);
  const add = useRef<HTMLButtonElement>(null);
  const pass = criteria.at(-1)?.cells.pass ?? 4;
  return (
    <Section title={say('pane.bet.criteria')}>
      <Caption1 className={styles.muted}>{say('pane.bet.criteria.lead')}</Caption1>
      <ol className={styles.list}>
        {criteria.map((row, i) => (
          <Criterion
            key={row.id}
            row={row}
            no={i + 1}
            onRemove={() => {
              add.current?.focus();
              void edit([{ table: 'criteria', clear: row.id }]);
            }}
          />
        ))}
      </ol>
      <Button
        ref={add}
        className={styles.start}
        size="small"
        icon={<AddRegular />}
        disabled={busy || term.code === ''}
        onClick={() => void edit([{ table: 'criteria', add: { term: term.code, pass } }])}
      >
        {say('pane.bet.criteria.add')}
      </Button>
    </Section>
  );
}

interface CriterionProps {
  row: StudiedRow;
  no: number;
  onRemove: () => void;
}

function Criterion({ row: { id, cells }, no, onRemove }: CriterionProps) {
  const say = useSay();
  const styles = useStyles();
  const { busy } = useBook();
  const result = String(cells.result ?? '');
  const verdict = { passed: 'success', failed: 'danger' }[String(cells.code ?? '')];
  return (
    <li className={styles.item}>
      <CellInput
        quiet
        multiline
        table="criteria"
        row={id}
        column="criterion"
        label={say('pane.bet.criteria.one', { no })}
        placeholder={say('pane.bet.criteria.placeholder')}
      />
      <div className={styles.scores}>
        <CellInput table="criteria" row={id} column="business" />
        <CellInput table="criteria" row={id} column="it" />
        <CellInput table="criteria" row={id} column="pass" />
      </div>
      <PeriodChoice row={id} value={cells.period ?? null} />
      <div className={styles.foot}>
        {result === '' ? (
          <span />
        ) : (
          <Badge appearance="outline" color={(verdict ?? 'informative') as 'success'}>
            {result}
          </Badge>
        )}
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          disabled={busy}
          aria-label={say('pane.bet.criteria.remove', { no })}
          title={say('pane.bet.criteria.remove', { no })}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}

/** A criterion may be for one settlement period, or for every one. */
function PeriodChoice({ row, value }: { row: string; value: unknown }) {
  const say = useSay();
  const { study, edit, busy } = useBook();
  const periods = rowsIn(study, 'periods').filter(({ cells }) => typeof cells.no === 'number');
  if (periods.length < 2) return null;
  return (
    <Field label={say('pane.bet.criteria.period')}>
      <Select
        value={value === null ? '' : String(value)}
        disabled={busy}
        onChange={(_, { value: no }) =>
          void edit([{ table: 'criteria', row, cells: { period: no === '' ? null : Number(no) } }])
        }
      >
        <option value="">{say('pane.bet.criteria.everyPeriod')}</option>
        {periods.map(({ id, cells }) => (
          <option key={id} value={String(cells.no)}>
            {String(cells.item ?? cells.no)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
