import {
  Body1,
  Caption1,
  Link,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState, type ReactNode } from 'react';
import type { Chain, ChainInput, Explained, Explainer, Told } from '../../../explain';
import { explainMessage } from '../../../messages/explain';
import { useBook } from '../../core/book';
import { useLang } from '../../words/say';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  nested: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingInlineStart: '6px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  /** Deeper, there is no room left to show how deep. */
  flat: { paddingInlineStart: 0, borderLeftWidth: 0 },
  aside: {
    '& > summary': { cursor: 'pointer', color: tokens.colorNeutralForeground2, minHeight: '24px' },
  },
  fold: { '&[open] > summary > svg': { transform: 'rotate(90deg)' } },
  head: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '4px',
    alignItems: 'baseline',
    minHeight: '28px',
    paddingBlock: '3px',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    '& > svg': { alignSelf: 'center', fontSize: '14px' },
  },
  summary: {
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', maxWidth: '160px' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingInlineStart: '4px',
    paddingBottom: '6px',
  },
  figures: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** So many levels are indented. */
const mostIndented = 8;

interface StepProps {
  explainer: Explainer;
  depth: number;
  told: Told & Pick<ChainInput, 'chain' | 'seen'>;
}

/** A value that can be opened to see how it came about. */
function Step({ explainer, told, depth }: StepProps) {
  const styles = useStyles();
  const lang = useLang();
  const { chain, ref, origin, seen } = told;
  const [open, setOpen] = useState(chain !== undefined);
  const asides = [
    seen && explainMessage(lang, 'explain.seen'),
    origin !== undefined &&
      origin !== 'formula' &&
      explainMessage(lang, `explain.origin.${origin}`),
  ].filter(Boolean);
  const words = (
    <>
      <span>
        <Body1>{told.title}</Body1>
        {asides.length > 0 && <Caption1 className={styles.muted}> · {asides.join(' · ')}</Caption1>}
      </span>
      <Body1 className={styles.value}>{told.shown}</Body1>
    </>
  );
  if (!ref || origin === 'empty')
    return (
      <div className={styles.head}>
        <span />
        {words}
      </div>
    );
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={`${styles.head} ${styles.summary}`}>
        <ChevronRightRegular aria-hidden />
        {words}
      </summary>
      {open && (
        <Reason explainer={explainer} explained={chain ?? explainer.explain(ref)} depth={depth} />
      )}
    </details>
  );
}

/** How an explained value came about: its rule in words and in figures, and what it is made of. */
export function Reason({
  explainer,
  explained,
  depth = 0,
}: {
  explainer: Explainer;
  explained: Explained | Chain;
  depth?: number;
}) {
  const styles = useStyles();
  const nested = mergeClasses(styles.nested, depth > mostIndented && styles.flat);
  const lang = useLang();
  const { says, figures, because, evidence, rule } = explained;
  const inputs: readonly ChainInput[] = explained.inputs;
  const made = inputs.filter(({ deciding }) => !deciding);
  const deciding = inputs.filter((input) => input.deciding);
  return (
    <div className={styles.body}>
      <Where explained={explained} />
      {says !== undefined && <Body1>= {says}</Body1>}
      {figures !== undefined && <Body1 className={styles.figures}>= {figures}</Body1>}
      {because.length > 0 && (
        <Caption1 className={styles.muted}>
          {explainMessage(lang, 'explain.because', {
            conditions: because.join(explainMessage(lang, 'explain.semicolon')),
          })}
        </Caption1>
      )}
      {evidence.map(({ name, text }) => (
        <Caption1 key={name}>
          {name}
          {explainMessage(lang, 'explain.colon')}
          {text}
        </Caption1>
      ))}
      {made.length > 0 && (
        <ul className={nested}>
          {made.map((input, i) => (
            <li key={`${i} ${input.title}`}>
              {input.rows ? (
                <Rows explainer={explainer} input={input} depth={depth + 1} />
              ) : (
                <Step explainer={explainer} told={input} depth={depth + 1} />
              )}
            </li>
          ))}
        </ul>
      )}
      {deciding.length > 0 && (
        <Aside title={explainMessage(lang, 'explain.pane.deciding')}>
          <ul className={nested}>
            {deciding.map((input, i) => (
              <li key={`${i} ${input.title}`}>
                <Step explainer={explainer} told={input} depth={depth + 1} />
              </li>
            ))}
          </ul>
        </Aside>
      )}
      {rule !== undefined && rule !== says && (
        <Aside title={explainMessage(lang, 'explain.pane.rule')}>
          <Caption1>{rule}</Caption1>
        </Aside>
      )}
    </div>
  );
}

/** What few ask for, in small. */
function Aside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={useStyles().aside}>
      <summary>
        <Caption1>{title}</Caption1>
      </summary>
      {children}
    </details>
  );
}

/** The rows that count most of a list. */
function Rows({ explainer, input, depth }: Omit<StepProps, 'told'> & { input: ChainInput }) {
  const styles = useStyles();
  const lang = useLang();
  return (
    <>
      <Caption1 className={styles.muted}>
        {input.title}
        {explainMessage(lang, 'explain.colon')}
        {input.shown}
      </Caption1>
      <ul className={styles.list}>
        {(input.rows ?? []).map((row, i) => (
          <li key={`${i} ${row.title}`}>
            <Step explainer={explainer} told={row} depth={depth} />
          </li>
        ))}
      </ul>
      {Boolean(input.more) && (
        <Caption1 className={styles.muted}>
          {explainMessage(lang, 'explain.more.rows', { count: input.more ?? 0 })}
        </Caption1>
      )}
    </>
  );
}

/** The cell, which can be gone to. */
function Where({ explained: { sheet, cell } }: { explained: Explained }) {
  const { goTo } = useBook();
  const lang = useLang();
  if (cell === undefined) return null;
  const place = `${sheet}!${cell}`;
  return (
    <Caption1>
      <Link
        as="button"
        aria-label={explainMessage(lang, 'explain.pane.goTo', { place })}
        onClick={() => void goTo({ on: sheet, cell })}
      >
        {place}
      </Link>
    </Caption1>
  );
}
