import { Link, makeStyles } from '@fluentui/react-components';
import type { Place } from '../../office';
import { useBook } from '../core/book';

interface GoToProps {
  place: Place;
  /** What is there. */
  children: string;
  /** Read out instead, where the words alone do not say what is there. */
  label?: string;
}

const useStyles = makeStyles({
  link: { display: 'inline', minHeight: '24px', lineHeight: '24px', textAlign: 'start' },
});

/** Shows a cell or sheet of the workbook. */
export function GoTo({ place, children, label }: GoToProps) {
  const { goTo } = useBook();
  return (
    <Link as="button" className={useStyles().link} aria-label={label} onClick={() => goTo(place)}>
      {children}
    </Link>
  );
}
