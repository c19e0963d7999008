import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { MessageKey } from '../../messages';
import { useSay } from '../words/say';

const useStyles = makeStyles({
  waiting: { paddingBlock: tokens.spacingVerticalXXXL, justifyContent: 'center' },
});

/** Something takes a moment, in words. */
export function Waiting({ text }: { text: MessageKey }) {
  return <Spinner className={useStyles().waiting} size="small" label={useSay()(text)} />;
}
