import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useSay } from '../words/say';

interface NoticeProps {
  intent: 'success' | 'info' | 'warning' | 'error';
  title?: string;
  text: string;
  action?: { label: string; onClick: () => void };
  onDismiss?: () => void;
}

const useStyles = makeStyles({ bar: { minHeight: 'unset', paddingBlock: '8px' } });

/** One sentence in a coloured bar, read out when it appears. */
export function Notice({ intent, title, text, action, onDismiss }: NoticeProps) {
  const styles = useStyles();
  const say = useSay();
  return (
    <MessageBar
      className={styles.bar}
      intent={intent}
      layout="multiline"
      politeness={intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {text}
      </MessageBarBody>
      {(action || onDismiss) && (
        <MessageBarActions
          containerAction={
            onDismiss && (
              <Button
                appearance="transparent"
                aria-label={say('pane.dismiss')}
                icon={<DismissRegular />}
                onClick={onDismiss}
              />
            )
          }
        >
          {action && <Button onClick={action.onClick}>{action.label}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
