import { Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { Card } from '../../parts/Card';
import { useSay } from '../../words/say';
import { useNext } from './useNext';

/** The one thing to do now, on Start. */
export function NextCard() {
  const say = useSay();
  const { text, go } = useNext();
  return (
    <Card>
      <Caption1>{say('pane.next')}</Caption1>
      <Body1Strong>{text}</Body1Strong>
      <Button appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" onClick={go}>
        {say('pane.next.go')}
      </Button>
    </Card>
  );
}
