import {
  Body1,
  Button,
  Caption1,
  LargeTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { chainFrom } from '../../../explain';
import { codeOf, failureText } from '../../../messages';
import { explainMessage } from '../../../messages/explain';
import type { Explainable } from '../../core/explain';
import { SubPage } from '../../parts/SubPage';
import { useLang } from '../../words/say';
import { Since } from './Since';
import { Reason } from './Step';
import { useRoot } from './useRoot';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '2px' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', lineHeight: 1.15 },
  muted: { color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

/** How a value came about, one step at a time or all at once. */
export default function Explain({ of, onClose }: { of: Explainable; onClose: () => void }) {
  const styles = useStyles();
  const lang = useLang();
  const [all, setAll] = useState(false);
  const { explaining, explained, error, takeSelected } = useRoot(of);
  const { explainer } = explaining;
  const chain = useMemo(
    () => (all && explained ? chainFrom(explainer, explained) : explained),
    [all, explained, explainer],
  );
  const ref = explained?.ref;
  const isDue =
    ref &&
    (ref.kind === 'name'
      ? ref.name === 'Statement.Due'
      : ref.kind === 'cell' && ref.table === 'Statement' && ref.column === 'due');
  return (
    <SubPage
      title={explainMessage(lang, 'explain.pane.title')}
      back={explainMessage(lang, 'explain.pane.back')}
      onBack={onClose}
    >
      {error !== undefined && (
        <Body1 role="alert">
          {codeOf(error) === 'explain-empty'
            ? explainMessage(lang, 'explain.pane.nothing')
            : (failureText(lang, error).text ?? String(error))}
        </Body1>
      )}
      {explained && chain && error === undefined && (
        <>
          <header className={styles.head}>
            <Body1>{explained.title}</Body1>
            <LargeTitle as="h2" className={styles.value}>
              {explained.shown}
            </LargeTitle>
            {explained.origin !== 'formula' && (
              <Caption1 className={styles.muted}>
                {explainMessage(lang, `explain.origin.${explained.origin}`)}
              </Caption1>
            )}
          </header>
          <Reason key={String(all)} explainer={explainer} explained={chain} />
        </>
      )}
      {isDue && <Since />}
      <div className={styles.acts}>
        {explained && explained.inputs.length > 0 && (
          <Button size="small" aria-pressed={all} onClick={() => setAll(!all)}>
            {explainMessage(lang, all ? 'explain.pane.step' : 'explain.pane.all')}
          </Button>
        )}
        <Button size="small" onClick={takeSelected}>
          {explainMessage(lang, 'explain.pane.selected')}
        </Button>
      </div>
    </SubPage>
  );
}
