import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { columnIn, rowsIn } from '../../../../office';
import { useBook } from '../../../core/book';
import { Card } from '../../../parts/Card';
import { CellInput } from '../../../parts/CellInput';
import { Fold } from '../../../parts/Fold';
import { Notice } from '../../../parts/Notice';
import { SubPage } from '../../../parts/SubPage';
import { useSay } from '../../../words/say';
import { Criteria, criteriaOf } from './Criteria';
import { CurveEditor } from './CurveEditor';
import { MetricField } from './MetricField';
import { fieldsOf, type Term } from './term';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px 12px' },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  cell: { minWidth: 0, alignSelf: 'end' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  start: { alignSelf: 'flex-start' },
  muted: { color: tokens.colorNeutralForeground2 },
});

const wide = new Set(['guardAction', 'comment', 'rule']);

interface TermEditorProps {
  term: Term;
  onBack: () => void;
}

/** One term: what is judged, how it pays, until when, on whose evidence. */
export function TermEditor({ term, onBack }: TermEditorProps) {
  const say = useSay();
  const styles = useStyles();
  const { study, goTo } = useBook();
  const kind = term.kind ?? 'quantitative';
  const { main, more } = fieldsOf[kind];
  const input = (column: string) => (
    <div key={column} className={wide.has(column) ? styles.wide : styles.cell}>
      <CellInput
        table="terms"
        row={term.id}
        column={column}
        multiline={column === 'comment'}
        hint={wide.has(column) ? columnIn(study, 'terms', column).prompt : undefined}
      />
    </div>
  );
  const { gateLevel } = term.cells;
  return (
    <SubPage
      title={[term.code, term.item].filter(Boolean).join(' · ') || say('pane.bet.term.new')}
      back={say('pane.bet.term.back')}
      onBack={onBack}
    >
      {term.problem !== '' && <Notice intent="warning" text={term.problem} />}
      <div className={styles.pair}>
        <div className={styles.wide}>{input('item')}</div>
        {['code', 'weight'].map(input)}
        <div className={styles.wide}>{input('kind')}</div>
        {main.map((column) =>
          column === 'metric' ? (
            <div key={column} className={styles.wide}>
              <MetricField term={term} />
            </div>
          ) : (
            input(column)
          ),
        )}
      </div>
      {kind === 'qualitative' ? <Criteria term={term} /> : <CurveEditor term={term} />}
      <div className={styles.pair}>
        <div className={styles.wide}>{input('evidenceOwner')}</div>
        <div className={styles.wide}>{input('dataSource')}</div>
      </div>
      <Fold title={say('pane.bet.term.more')}>
        {typeof gateLevel === 'number' && <Badge appearance="tint">{say('pane.bet.gate')}</Badge>}
        <Caption1 className={styles.muted}>{say('pane.bet.term.gate.lead')}</Caption1>
        <div className={styles.pair}>
          {more.filter((column) => column !== 'gates' || typeof gateLevel === 'number').map(input)}
        </div>
      </Fold>
      <Button
        className={styles.start}
        onClick={() => void goTo({ table: 'terms', row: term.id, column: 'item' })}
      >
        {say('pane.bet.goToRow')}
      </Button>
      <Remove term={term} onRemoved={onBack} />
    </SubPage>
  );
}

/** Asked once more in place, since a term may be half a contract. */
function Remove({ term, onRemoved }: { term: Term; onRemoved: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const [state, setState] = useState<'idle' | 'asked' | 'kept'>('idle');
  const criteria =
    term.kind === 'qualitative' ? criteriaOf(rowsIn(study, 'criteria'), term.code) : [];
  const signed = rowsIn(study, 'signedTerms').some(
    ({ cells }) => term.code !== '' && cells.term === term.code,
  );
  const remove = async () => {
    const edited = await edit([
      { table: 'terms', clear: term.id },
      ...criteria.map(({ id }) => ({ table: 'criteria', clear: id })),
    ]);
    if (edited) onRemoved();
  };
  if (state !== 'asked') {
    return (
      <Button
        className={styles.start}
        icon={<DeleteRegular />}
        disabled={busy}
        ref={state === 'kept' ? focused : undefined}
        onClick={() => setState('asked')}
      >
        {say('pane.bet.term.remove')}
      </Button>
    );
  }
  const name = term.code || term.item;
  return (
    <Card>
      <Body1 role="status">
        {say('pane.bet.term.remove.ask', { name })}
        {criteria.length > 0 &&
          ` ${say('pane.bet.term.remove.criteria', { count: criteria.length })}`}
        {signed && ` ${say('pane.bet.term.remove.signed')}`}
      </Body1>
      <div className={styles.actions}>
        <Button ref={focused} appearance="primary" disabled={busy} onClick={() => void remove()}>
          {say('pane.bet.term.remove')}
        </Button>
        <Button onClick={() => setState('kept')}>{say('pane.bet.keep')}</Button>
      </div>
    </Card>
  );
}

const focused = (button: HTMLButtonElement | null) => button?.focus();
