import { Link, makeStyles } from '@fluentui/react-components';
import { useExplain, type Explainable } from '../core/explain';
import { useSay } from '../words/say';

const useStyles = makeStyles({
  link: { display: 'inline', minHeight: '24px', lineHeight: '24px', textAlign: 'start' },
});

/** Beside an amount: how it came about. @param label read out instead, where there are many */
export function Explain({ of, label }: { of: Explainable; label?: string }) {
  const say = useSay();
  const explain = useExplain();
  return (
    <Link as="button" className={useStyles().link} aria-label={label} onClick={() => explain(of)}>
      {say('pane.explain')}
    </Link>
  );
}
