import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useRef } from 'react';
import { choicesIn } from '../../../../office';
import type { CellValue } from '../../../../workbook';
import { useBook } from '../../../core/book';
import { CellInput } from '../../../parts/CellInput';
import { hovered } from '../../../parts/hovered';
import { Section } from '../../../parts/Section';
import { useSay } from '../../../words/say';
import type { Term, TermKind } from './term';
import { freeCode, missingOf } from '../../../../engagement/shares';
import { Weights } from './Weights';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  term: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 76px',
    gap: '8px',
    alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: '6px',
  },
  open: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    width: '100%',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: '34px minmax(0, 1fr) 16px',
    columnGap: '8px',
    alignItems: 'center',
    minHeight: '44px',
    padding: '4px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': hovered,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  code: {
    display: 'grid',
    placeItems: 'center',
    minHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface TermsProps {
  terms: readonly Term[];
  /** The term that was open before: its button takes the focus. */
  returned?: string;
  onOpen: (id: string) => void;
}

/** What is bet on, with its weights; each opens in place. */
export function Terms({ terms, returned, onOpen }: TermsProps) {
  const say = useSay();
  const styles = useStyles();
  const { edit, busy } = useBook();
  const adder = useRef<HTMLButtonElement>(null);
  const isGone = returned !== undefined && !terms.some(({ id }) => id === returned);
  useEffect(() => {
    if (isGone) adder.current?.focus();
  }, [isGone]);
  const add = async (kind: TermKind) => {
    const code = freeCode(
      kind === 'qualitative' ? 'Q' : 'M',
      terms.map((one) => one.code),
    );
    const missing = Math.max(0, missingOf(terms.map(({ weight }) => weight)));
    const usual: Record<string, CellValue> =
      kind === 'qualitative' ? { rule: 'all' } : { curve: 'from-threshold', guardAction: 'flag' };
    const weight = Number(missing.toFixed(6));
    const edited = await edit([{ table: 'terms', add: { code, kind, weight, ...usual } }]);
    const [id] = edited?.added ?? [];
    if (id !== undefined) onOpen(id);
  };
  return (
    <Section title={say('pane.bet.terms')}>
      {terms.length > 0 && <Weights terms={terms} />}
      <ul className={styles.list}>
        {terms.map((term) => (
          <li key={term.id} className={styles.term}>
            <TermButton
              term={term}
              isReturned={term.id === returned}
              onOpen={() => onOpen(term.id)}
            />
            <CellInput
              quiet
              table="terms"
              row={term.id}
              column="weight"
              label={say('pane.bet.weightOf', { name: term.code || term.item })}
            />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          ref={adder}
          icon={<AddRegular />}
          disabled={busy}
          onClick={() => void add('quantitative')}
        >
          {say('pane.bet.term.addMeasured')}
        </Button>
        <Button icon={<AddRegular />} disabled={busy} onClick={() => void add('qualitative')}>
          {say('pane.bet.term.addJudged')}
        </Button>
      </div>
    </Section>
  );
}

interface TermButtonProps {
  term: Term;
  isReturned: boolean;
  onOpen: () => void;
}

function TermButton({ term, isReturned, onOpen }: TermButtonProps) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReturned) button.current?.focus();
  }, [isReturned]);
  const kind = choicesIn(study, 'termKind').find(({ id }) => id === term.kind)?.label;
  const isGate = typeof term.cells.gateLevel === 'number';
  const facts = [kind, term.metric, isGate && say('pane.bet.gate')];
  return (
    <button ref={button} type="button" className={styles.open} onClick={onOpen}>
      <span className={styles.code}>{term.code || '?'}</span>
      <span className={styles.text}>
        <Body1Strong>{term.item || say('pane.bet.term.new')}</Body1Strong>
        <Caption1 className={styles.muted}>{facts.filter(Boolean).join(' · ')}</Caption1>
        {term.problem !== '' && <Caption1 className={styles.wrong}>{term.problem}</Caption1>}
      </span>
      <ChevronRightRegular aria-hidden />
    </button>
  );
}
