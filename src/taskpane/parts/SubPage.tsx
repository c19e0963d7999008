import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, type ReactNode } from 'react';

interface SubPageProps {
  title: string;
  /** Where Back leads, in words. */
  back: string;
  onBack: () => void;
  children: ReactNode;
}

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  back: { paddingInline: '4px', minWidth: 0, scrollMarginTop: '80px' },
  title: { margin: 0 },
});

/** A page within a view, in place of the view's first. Back gets the focus. */
export function SubPage({ title, back, onBack, children }: SubPageProps) {
  const styles = useStyles();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.scrollIntoView?.({ block: 'start' });
    first.current?.focus();
  }, [title]);
  return (
    <article className={styles.page} aria-label={title}>
      <header className={styles.head}>
        <Button
          ref={first}
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={onBack}
        >
          {back}
        </Button>
        <Subtitle1 as="h1" className={styles.title}>
          {title}
        </Subtitle1>
      </header>
      {children}
    </article>
  );
}
